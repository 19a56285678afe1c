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
    ExpectedReport,
    Letter,
    ReportDuty,
    ReportPeriod,
    Unit,
)
from saraban.records.id_sets import among
from saraban.rules.calendar_days import CalendarDay, alarms_of
from saraban.rules.days import day_of
from saraban.rules.digests import SECRET_NAME, period_words
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
    moves = _moves(rows)
    days = office_days(today - BEHIND - DAYS_AROUND, today + AHEAD + DAYS_AROUND)
    return [
        _calendar_day(row, unit_uid, moves.get(row.id, (0, "")), today, days, link_base)
        for row in rows
    ]


def _calendar_day(
    row: Any, unit_uid: str, moved: tuple[int, str], today: date, days: OfficeDays, link_base: str
) -> CalendarDay:
    duty, period = row.duty, row.period
    state = ExpectedState(row.state)
    is_owed = state in OWED and period.closed_at is None
    is_cancelled = state in OUTSIDE or period.struck_at is not None
    is_open = duty.letter.secrecy == Secrecy.NORMAL
    name = duty.name if is_open else SECRET_NAME
    words = period_words(period.label, period.covers_from, period.covers_until)
    title = f"{name} ({words})" if words else name
    changed = [row.answered_at, period.struck_at, period.made_at]
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
    count, moved_at = moved
    moments = [moment for moment in changed if moment is not None]
    if moved_at:
        moments.append(datetime.fromisoformat(moved_at))
    return CalendarDay(
        uid=f"{duty.uid}-{period.number}-{unit_uid}@saraban",
        on=row.due_on,
        title=title if state in OWED | OUTSIDE else f"✓ {title}",
        text="\n".join(text),
        url=link,
        sequence=count + is_cancelled,
        changed_at=max(moments),
        is_owed=is_owed,
        is_cancelled=is_cancelled,
        alarms=alarms_of(plan_of(duty.alarms), row.due_on, today=today, days=days)
        if is_owed
        else (),
    )


def _moves(rows: list[Any]) -> dict[int, tuple[int, str]]:
    """By expected report, how often its own day or its period's was changed, and when last."""
    found: dict[int, tuple[int, str]] = {}
    of_period: dict[int, tuple[int, str]] = {}
    for column, ids, kept in (
        (DueChange.expected, {row.id for row in rows}, found),
        (DueChange.period, {row.period_id for row in rows}, of_period),
    ):
        is_whole = DueChange.expected.is_null(column is DueChange.period)
        query: Any = (
            DueChange.select(
                column,
                peewee.fn.COUNT(DueChange.id),
                peewee.fn.MAX(DueChange.changed_at),
            )
            .where(among(column, ids), is_whole)
            .group_by(column)
            .tuples()
        )
        kept.update({id_: (count, _text(last)) for id_, count, last in query})
    for row in rows:
        own, whole = found.get(row.id, (0, "")), of_period.get(row.period_id, (0, ""))
        found[row.id] = (own[0] + whole[0], max(own[1], whole[1]))
    return found


def _text(instant: Any) -> str:
    return instant if isinstance(instant, str) else instant.isoformat()
