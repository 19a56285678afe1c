"""Whom a duty's reminders will tell, and when; and who owes something that no mail reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.queries.asked_still import asked_still
from saraban.queries.holidays import office_days
from saraban.records import ExpectedReport, ReportPeriod, Unit
from saraban.records.bare_rows import stored_day
from saraban.rules.digests import period_words
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.expected_reports import OWED, ExpectedState
from saraban.rules.office_days import OfficeDays
from saraban.rules.reminders import (
    DAYS_AROUND,
    AlarmPlan,
    day_of_step,
    steps_ahead,
    weekly_ahead,
)

MOST_PLANNED = 12
MOST_UNITS = 300


@dataclass(frozen=True)
class Planned:
    """A reminder to come, if nothing is answered until then.

    offset null: the level above, or where is_weekly the first of the weekly ones that come next.
    """

    day: date
    offset: int | None
    due_on: date
    unit_count: int
    is_weekly: bool = False


@dataclass(frozen=True)
class Unreached:
    """A unit that owes an answer and has no address that somebody confirmed."""

    uid: str
    name: str
    address: str
    is_late: bool


@dataclass(frozen=True)
class LateOnPaper:
    """A report that is past its day, of a unit that only paper reaches."""

    unit_uid: str
    unit_name: str
    province: str
    period: str
    due_on: date
    is_returned: bool


def planned_for(
    duty_id: int, plan: AlarmPlan, *, today: date, closes_after: int | None = None
) -> tuple[Planned, ...]:
    """The next reminders of a duty, the nearest first, by what is owed now.

    closes_after is the duty's: after so many days nobody is reminded any more.
    """
    query: Any = (
        ExpectedReport.select(ExpectedReport.due_on, peewee.fn.COUNT(ExpectedReport.id))
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty == duty_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
            ExpectedReport.due_on >= today - DAYS_AROUND,
            asked_still(),
        )
        .group_by(ExpectedReport.due_on)
        .order_by(ExpectedReport.due_on)
        .tuples()
    )
    found = list(query)
    if not found:
        return ()
    days = office_days(today - 2 * DAYS_AROUND, max(due_on for due_on, _ in found) + DAYS_AROUND)
    planned = [
        one
        for due_on, count in found
        for one in _ahead(plan, due_on, count, today=today, days=days)
        if not is_past_closing(due_on, today=one.day, closes_after=closes_after)
    ]
    planned.sort(key=lambda one: (one.day, one.due_on, one.offset is None))
    return tuple(planned[:MOST_PLANNED])


def _ahead(
    plan: AlarmPlan, due_on: date, count: int, *, today: date, days: OfficeDays
) -> Iterator[Planned]:
    """All that is to come for one due day; of the weekly ones the next."""
    for day, offset in steps_ahead(plan, due_on, today=today, days=days):
        yield Planned(day, offset, due_on, count)
    if plan.escalate_after is not None:
        day = day_of_step(due_on, plan.escalate_after, days)
        if day > today:
            yield Planned(day, None, due_on, count)
    again_on = weekly_ahead(plan, due_on, today=today, days=days)
    if again_on is not None:
        yield Planned(again_on, None, due_on, count, is_weekly=True)


def late_on_paper(duty_id: int, *, today: date) -> tuple[LateOnPaper, ...]:
    """What those owe who get no mail and are past their day, a line a report, by province."""
    above = Unit.alias()
    query: Any = (
        ExpectedReport.select(
            Unit.uid,
            Unit.name_th,
            above.name_th,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ExpectedReport.due_on,
            ExpectedReport.state,
        )
        .join(Unit, on=(ExpectedReport.to_unit == Unit.id))
        .join_from(Unit, above, "LEFT OUTER JOIN", on=(Unit.province == above.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty == duty_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
            ExpectedReport.due_on < today,
            asked_still(),
            _gets_no_mail(today),
        )
        .order_by(above.name_th, Unit.name_th, ExpectedReport.due_on)
        .tuples()
    )
    return tuple(
        LateOnPaper(
            uid,
            name,
            province or "",
            period_words(label, begin, end),
            due_on,
            state == ExpectedState.RETURNED,
        )
        for uid, name, province, label, begin, end, due_on, state in query
    )


def _gets_no_mail(today: date) -> Any:
    return ((Unit.saraban_address == "") | Unit.saraban_confirmed_on.is_null()) & (
        Unit.valid_to.is_null() | (Unit.valid_to > today)
    )


def unreached_by_mail(duty_id: int, *, today: date) -> tuple[Unreached, ...]:
    """Units that owe the duty something and get no mail, by name."""
    query: Any = (
        ExpectedReport.select(
            Unit.uid,
            Unit.name_th,
            Unit.saraban_address,
            peewee.fn.MIN(ExpectedReport.due_on),
        )
        .join(Unit, on=(ExpectedReport.to_unit == Unit.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty == duty_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
            asked_still(),
            _gets_no_mail(today),
        )
        .group_by(Unit.uid, Unit.name_th, Unit.saraban_address)
        .order_by(Unit.name_th)
        .tuples()
    )
    return tuple(
        Unreached(uid, name, address, due_on is not None and stored_day(due_on) < today)
        for uid, name, address, due_on in query
    )
