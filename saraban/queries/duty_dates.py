"""The days of a duty beside those of the duty that it re-makes: which is the earlier."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import ExpectedReport, ReportPeriod
from saraban.rules.expected_reports import OUTSIDE, OWED


@dataclass(frozen=True)
class NextDay:
    """The next day on which a duty is due, and why: the steps as its period keeps them.

    number is the period's. on is None while the duty has no day: an event, a standing one, at
    once, or counted from a receipt that has not come.
    """

    number: int
    on: date | None
    steps: str


def next_day_of(duty_id: int, *, today: date, unit_id: int | None = None) -> NextDay | None:
    """The next due day of a duty, or the last where all are past; one unit's own, with unit_id.

    Struck periods are none, nor those in which nothing is asked of that unit. None where the duty
    has no period.
    """
    days = _days(duty_id, unit_id)
    if not days:
        return None
    coming = [day for day in days if day.on is not None and day.on >= today]
    if coming:
        return min(coming, key=lambda day: day.on or today)
    dated = [day for day in days if day.on is not None]
    return dated[-1] if dated else days[-1]


def days_later(above_id: int, duty_id: int, *, unit_id: int) -> int:
    """By how many days the duty's first day is later than the unit's own first for the one above.

    The unit is the one that keeps the lower duty and owes the upper one; its extensions count.
    0 where one of the two has no day, or where the lower one comes first.
    """
    own = [day.on for day in _days(duty_id, None) if day.on is not None]
    owed: Any = (
        ExpectedReport.select(ExpectedReport.due_on)
        .where(
            ExpectedReport.duty == above_id,
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state.in_([int(state) for state in OWED]),
            ExpectedReport.due_on.is_null(False),
        )
        .order_by(ExpectedReport.due_on)
        .tuples()
    )
    above = [day for (day,) in owed]
    if not own or not above:
        return 0
    first = min(own)
    # Of rounds, the one above that comes with or after the first of ours; else its last.
    beside = next((day for day in above if (first - day).days < _NEAR), above[-1])
    later: int = (first - beside).days
    return max(0, later)


# Half a week: a weekly day later by less is late for this week, not early for the next.
_NEAR = 4


def _days(duty_id: int, unit_id: int | None) -> list[NextDay]:
    if unit_id is None:
        query: Any = ReportPeriod.select(
            ReportPeriod.number, ReportPeriod.due_on, ReportPeriod.steps
        )
    else:
        query = ReportPeriod.select(
            ReportPeriod.number, ExpectedReport.due_on, ExpectedReport.steps, ReportPeriod.steps
        ).join(
            ExpectedReport,
            on=(
                (ExpectedReport.period == ReportPeriod.id)
                & (ExpectedReport.to_unit == unit_id)
                & ExpectedReport.state.not_in([int(state) for state in OUTSIDE])
            ),
        )
    rows = (
        query.where(ReportPeriod.duty == duty_id, ReportPeriod.struck_at.is_null())
        .order_by(ReportPeriod.number)
        .tuples()
    )
    return [NextDay(number, on, next(filter(None, steps), "")) for number, on, *steps in rows]
