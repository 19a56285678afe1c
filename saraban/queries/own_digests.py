"""What the actor's own unit was told, what it will be told next, and of what it reminds others."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import peewee

from saraban.queries.asked_still import asked_still
from saraban.queries.holidays import office_days
from saraban.records import (
    Digest,
    ExpectedReport,
    Mail,
    ReminderLine,
    ReportDuty,
    ReportPeriod,
    Unit,
)
from saraban.records.bare_rows import stored_day
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.expected_reports import OWED
from saraban.rules.mails import MailState
from saraban.rules.office_days import OfficeDays
from saraban.rules.permissions import Actor
from saraban.rules.reminders import (
    DAYS_AROUND,
    AlarmPlan,
    NewsKind,
    day_of_step,
    plan_of,
    steps_ahead,
    weekly_ahead,
)

DIGESTS_SHOWN = 20
MOST_NEXT = 20
MOST_KEPT = 100
_WINDOW = timedelta(days=30)


@dataclass(frozen=True)
class DigestNews:
    """One piece of news of a digest, of unit_name's answer; number is the period's."""

    duty_uid: str
    name: str
    unit_name: str
    number: int
    label: str
    covers_from: date | None
    covers_until: date | None
    news: NewsKind
    due_on: date | None


@dataclass(frozen=True)
class OwnDigest:
    """One morning's digest. counts: how many stood in each section. mail_state is null where the
    unit has no address that somebody confirmed."""

    uid: str
    day: date
    counts: dict[str, int]
    told_at: datetime
    address: str
    mail_state: MailState | None
    mail_trouble: str
    news: tuple[DigestNews, ...]


@dataclass(frozen=True)
class NextReminder:
    """What the unit will be reminded of next, if it does not answer.

    offset null: the level above will be told, or where is_weekly the unit once more.
    """

    day: date
    offset: int | None
    due_on: date
    duty_uid: str
    name: str
    number: int
    label: str
    covers_from: date | None
    covers_until: date | None
    is_weekly: bool = False


@dataclass(frozen=True)
class KeptReminders:
    """A duty of ours of which others were reminded lately: how often, by how many mails that
    came back or could not be sent."""

    duty_uid: str
    name: str
    told_count: int
    last_on: date
    came_back: int


def own_digests(actor: Actor, *, most: int = DIGESTS_SHOWN) -> tuple[OwnDigest, ...]:
    """The last digests of the actor's unit, the newest first."""
    query: Any = (
        Digest.select(
            Digest.id,
            Digest.uid,
            Digest.day,
            Digest.counts,
            Digest.told_at,
            Digest.address,
            Mail.state,
            Mail.trouble,
        )
        .join(Mail, "LEFT OUTER JOIN", on=(Mail.digest == Digest.id))
        .where(Digest.unit == actor.unit_id)
        .order_by(Digest.day.desc())
        .limit(most)
    )
    rows = list(query.tuples())
    news = _news_of([row[0] for row in rows])
    return tuple(
        OwnDigest(
            uid,
            day,
            json.loads(counts),
            told_at,
            address,
            None if state is None else MailState(state),
            trouble or "",
            tuple(news[id_]),
        )
        for id_, uid, day, counts, told_at, address, state, trouble in rows
    )


def digest_of_day(actor: Actor, day: date) -> dict[str, int]:
    """How many stood in each section of that day's digest; empty where there was none."""
    kept = Digest.get_or_none(Digest.unit == actor.unit_id, Digest.day == day)
    found: dict[str, int] = {} if kept is None else json.loads(kept.counts)
    return found


def next_reminders(actor: Actor, *, today: date) -> tuple[NextReminder, ...]:
    """The next reminder of each thing that the actor's unit owes, the nearest first."""
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.due_on,
            ReportDuty.uid,
            ReportDuty.name,
            ReportDuty.alarms,
            ReportDuty.closes_after,
            ReportDuty.unit,
            ReportPeriod.number,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
        )
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.to_unit == actor.unit_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
            ExpectedReport.due_on.between(today - DAYS_AROUND, today + 2 * DAYS_AROUND),
            asked_still(),
        )
        .tuples()
    )
    days = office_days(today - 2 * DAYS_AROUND, today + 3 * DAYS_AROUND)
    found = []
    for due_on, uid, name, alarms, closes_after, keeper_id, number, label, begin, end in query:
        told_above = keeper_id != actor.unit_id
        coming = _next_of(plan_of(alarms), due_on, today, days, told_above=told_above)
        if coming is None or is_past_closing(due_on, today=coming[0], closes_after=closes_after):
            continue
        day, offset, is_weekly = coming
        period = (number, label, begin, end)
        found.append(NextReminder(day, offset, due_on, uid, name, *period, is_weekly))
    found.sort(key=lambda one: (one.day, one.due_on, one.name))
    return tuple(found[:MOST_NEXT])


def _next_of(
    plan: AlarmPlan, due_on: date, today: date, days: OfficeDays, *, told_above: bool
) -> tuple[date, int | None, bool] | None:
    """(day, step or null, whether it is a weekly one); the level above only after all steps."""
    steps = steps_ahead(plan, due_on, today=today, days=days)
    if steps:
        return *steps[0], False
    coming: list[tuple[date, int | None, bool]] = []
    if plan.escalate_after is not None and told_above:
        coming.append((day_of_step(due_on, plan.escalate_after, days), None, False))
    again_on = weekly_ahead(plan, due_on, today=today, days=days)
    if again_on is not None:
        coming.append((again_on, None, True))
    return min((one for one in coming if one[0] > today), default=None)


def kept_reminders(actor: Actor, *, today: date) -> tuple[KeptReminders, ...]:
    """The duties that the actor's unit keeps, of which somebody was reminded lately."""
    first = Digest.select(peewee.fn.MIN(Digest.id)).where(Digest.day >= today - _WINDOW).scalar()
    if first is None:
        return ()
    lost = (MailState.BOUNCED.value, MailState.FAILED.value)
    query: Any = (
        ReminderLine.select(
            ReportDuty.uid,
            ReportDuty.name,
            peewee.fn.COUNT(ReminderLine.id),
            peewee.fn.MAX(Digest.day),
            peewee.fn.SUM(peewee.Case(None, [(Mail.state.in_(lost), 1)], 0)),
        )
        .join(ReportDuty, on=(ReminderLine.duty == ReportDuty.id))
        .join_from(ReminderLine, Digest, on=(ReminderLine.digest == Digest.id))
        .join_from(Digest, Mail, "LEFT OUTER JOIN", on=(Mail.digest == Digest.id))
        .where(ReportDuty.unit == actor.unit_id, ReminderLine.digest >= first)
        .group_by(ReportDuty.uid, ReportDuty.name)
        .order_by(peewee.fn.MAX(Digest.day).desc(), ReportDuty.name)
        .limit(MOST_KEPT)
        .tuples()
    )
    return tuple(
        KeptReminders(uid, name, told, stored_day(last_on), int(lost_count or 0))
        for uid, name, told, last_on, lost_count in query
    )


def _news_of(digest_ids: list[int]) -> dict[int, list[DigestNews]]:
    query: Any = (
        ReminderLine.select(
            ReminderLine.digest,
            ReportDuty.uid,
            ReportDuty.name,
            Unit.name_th,
            ReportPeriod.number,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReminderLine.news,
            ReminderLine.due_on,
        )
        .join(ReportDuty, on=(ReminderLine.duty == ReportDuty.id))
        .join_from(ReminderLine, ExpectedReport, on=(ReminderLine.expected == ExpectedReport.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ExpectedReport, Unit, on=(ExpectedReport.to_unit == Unit.id))
        .where(ReminderLine.digest.in_(digest_ids))
        .order_by(ReminderLine.id)
        .tuples()
    )
    found: dict[int, list[DigestNews]] = defaultdict(list)
    for digest_id, uid, name, unit, number, label, begin, end, news, due_on in query:
        period = (number, label, begin, end)
        found[digest_id].append(DigestNews(uid, name, unit, *period, NewsKind(news), due_on))
    return found
