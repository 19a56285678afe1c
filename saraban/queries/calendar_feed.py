"""What stands behind a private calendar address: whose it is, and the unit's due days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import peewee

from saraban.errors import CalendarNotFound
from saraban.queries.holidays import office_days
from saraban.queries.sessions import session_person
from saraban.records import (
    CalendarFeed,
    DueChange,
    DutyUnit,
    ExpectedReport,
    Letter,
    ReportDuty,
    ReportPeriod,
    ReportReview,
    Unit,
)
from saraban.records.id_sets import among
from saraban.rules.calendar_days import CalendarDay, alarms_of
from saraban.rules.days import day_of
from saraban.rules.digests import SECRET_NAME, period_words
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.expected_reports import OUTSIDE, OWED, ExpectedState
from saraban.rules.letters import Secrecy
from saraban.rules.link_tokens import token_digest
from saraban.rules.office_days import OfficeDays
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.reminders import DAYS_AROUND, plan_of

# How far a calendar looks back and ahead.
BEHIND = timedelta(days=62)
AHEAD = timedelta(days=400)
MOST_DAYS = 2000

_WORDS = {
    ExpectedState.WAITING: "ยังไม่รายงาน",
    ExpectedState.RETURNED: "ถูกส่งคืนให้แก้ไข",
    ExpectedState.SUBMITTED: "รายงานแล้ว",
    ExpectedState.ACCEPTED: "รายงานแล้ว ได้รับการตอบรับ",
    ExpectedState.NIL: "รายงานแล้วว่าไม่มี",
    ExpectedState.NOT_CONCERNED: "ไม่เกี่ยวข้อง",
    ExpectedState.PASSED_ON: "แจ้งต่อแล้ว",
    ExpectedState.COVERED: "อยู่ในหนังสืออื่นแล้ว",
    ExpectedState.DECLARED: "แจ้งว่าบันทึกในระบบอื่นแล้ว",
    ExpectedState.WAIVED: "ไม่ต้องรายงาน",
    ExpectedState.STRUCK: "ยกเลิกงวดนี้",
}


@dataclass(frozen=True)
class OwnCalendar:
    """The address that is good now for the actor's person and unit; when it was made."""

    made_at: datetime


def own_calendar(actor: Actor) -> OwnCalendar | None:
    """Whether this person has an address of the actor's unit."""
    kept = CalendarFeed.get_or_none(
        CalendarFeed.person == actor.person_id,
        CalendarFeed.unit == actor.unit_id,
        CalendarFeed.ended_at.is_null(),
    )
    return None if kept is None else OwnCalendar(kept.made_at)


def calendar_behind(
    token: str, *, at: datetime, link_base: str = ""
) -> tuple[str, list[CalendarDay]]:
    """(the unit's name, its due days) behind an address.

    Raises CalendarNotFound where it was never given or is ended, and where its person has no post
    in the unit any more.
    """
    feed = CalendarFeed.get_or_none(CalendarFeed.token_digest == token_digest(token))
    if feed is None or feed.ended_at is not None:
        raise CalendarNotFound()
    person = session_person(feed.person_id, unit_id=feed.unit_id, at=at)
    if (
        person is None
        or person.actor.unit_id != feed.unit_id
        or not may(person.actor, Act.SEE_DUTY)
    ):
        raise CalendarNotFound()
    unit = Unit.get_by_id(feed.unit_id)
    return unit.name_th, due_days(unit.id, unit.uid, today=day_of(at), link_base=link_base)


def due_days(unit_id: int, unit_uid: str, *, today: date, link_base: str = "") -> list[CalendarDay]:
    """The unit's due days around today, in order; what has no day stands in no calendar."""
    query: Any = (
        ExpectedReport.select(ExpectedReport, ReportDuty, ReportPeriod, Letter, Unit)
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, Unit, on=(ReportDuty.unit == Unit.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.due_on.between(today - BEHIND, today + AHEAD),
        )
        .order_by(ExpectedReport.due_on, ExpectedReport.id)
        .limit(MOST_DAYS)
    )
    rows = list(query)
    moves, reviews, left = _moves(rows), _reviewed(rows), _left_duties(unit_id)
    days = office_days(today - BEHIND - DAYS_AROUND, today + AHEAD + DAYS_AROUND)
    return [
        _calendar_day(
            row,
            unit_uid,
            moves.get(row.id, _Moved()),
            reviews.get(row.report_id),
            today,
            days,
            link_base,
            has_left=row.duty_id in left,
        )
        for row in rows
    ]


@dataclass(frozen=True)
class _Moved:
    """How often a day was changed, and when last."""

    count: int = 0
    last_at: datetime | None = None


def _calendar_day(
    row: Any,
    unit_uid: str,
    moved: _Moved,
    reviewed_at: datetime | None,
    today: date,
    days: OfficeDays,
    link_base: str,
    *,
    has_left: bool,
) -> CalendarDay:
    duty, period = row.duty, row.period
    state = ExpectedState(row.state)
    is_owed = (
        state in OWED
        and period.closed_at is None
        and not has_left
        and not is_past_closing(row.due_on, today=today, closes_after=duty.closes_after)
    )
    is_cancelled = state in OUTSIDE or period.struck_at is not None
    is_open = duty.letter.secrecy == Secrecy.NORMAL
    name = duty.name if is_open else SECRET_NAME
    words = period_words(period.label if is_open else "", period.covers_from, period.covers_until)
    title = f"{name} ({words})" if words else name
    changed = [
        row.answered_at, reviewed_at, moved.last_at, period.made_at, period.struck_at,
        period.closed_at, duty.ended_at,
    ]  # fmt: skip
    text = [
        _WORDS[state],
        f"รายงานต่อ {duty.unit.name_th}",
        f"ตามหนังสือ ที่ {duty.letter.printed_number or ''}",
    ]
    if is_open and duty.asks:
        text.append(duty.asks)
    link = f"{link_base}/duties/{duty.uid}/{period.number}/answer" if link_base else ""
    if link:
        text.append(link)
    return CalendarDay(
        uid=f"{duty.uid}-{period.number}-{unit_uid}@saraban",
        on=row.due_on,
        title=title if state in OWED | OUTSIDE else f"✓ {title}",
        text="\n".join(text),
        url=link,
        sequence=moved.count + is_cancelled,
        changed_at=max(moment for moment in changed if moment is not None),
        is_owed=is_owed,
        is_cancelled=is_cancelled,
        alarms=alarms_of(plan_of(duty.alarms), row.due_on, today=today, days=days)
        if is_owed
        else (),
    )


def _moves(rows: list[Any]) -> dict[int, _Moved]:
    """By expected report, how its own day and its period's were changed."""
    own = _counted(DueChange.expected, {row.id for row in rows}, DueChange.expected.is_null(False))
    whole = _counted(
        DueChange.period, {row.period_id for row in rows}, DueChange.expected.is_null()
    )
    found = {}
    for row in rows:
        both = [one for one in (own.get(row.id), whole.get(row.period_id)) if one is not None]
        if both:
            found[row.id] = _Moved(
                sum(one.count for one in both), max(one.last_at for one in both if one.last_at)
            )
    return found


def _counted(column: Any, ids: set[int], which: Any) -> dict[int, _Moved]:
    query: Any = (
        DueChange.select(column, peewee.fn.COUNT(DueChange.id), peewee.fn.MAX(DueChange.changed_at))
        .where(among(column, ids), which)
        .group_by(column)
        .tuples()
    )
    return {id_: _Moved(count, last_at) for id_, count, last_at in query}


def _reviewed(rows: list[Any]) -> dict[int, datetime]:
    """By report, when the keeper's last word on it was."""
    reports = {row.report_id for row in rows if row.report_id is not None}
    query: Any = (
        ReportReview.select(ReportReview.report, peewee.fn.MAX(ReportReview.reviewed_at))
        .where(among(ReportReview.report, reports))
        .group_by(ReportReview.report)
        .tuples()
    )
    return dict(query)


def _left_duties(unit_id: int) -> set[int]:
    """Duties that the unit was taken out of: it can answer them no more."""
    query: Any = DutyUnit.select(DutyUnit.duty).where(
        DutyUnit.to_unit == unit_id, DutyUnit.left_at.is_null(False)
    )
    return {duty for (duty,) in query.tuples()}
