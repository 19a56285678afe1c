"""A due day explained: the days counted, the days passed over, the rule; and how it was moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from saraban.records import DueChange, ExpectedReport, Unit
from saraban.records.id_sets import among
from saraban.rules.due_dates import DueDay, Reason
from saraban.rules.due_text import due_from_text
from saraban.rules.expected_reports import DueChangeKind

MOST_MOVES = 200

_COUNTS = (Reason.CALENDAR_DAYS, Reason.WORKING_DAYS, Reason.WEEKS, Reason.MONTHS)


@dataclass(frozen=True)
class Explained:
    """A due day with why. counted_from to counted_until are the days counted, where any were.

    due.closed are the days without an office that were passed over. is_closed warns of a day that
    stayed on one. is_own: it was found for this unit alone, by its receipt or an extension.
    """

    due: DueDay
    is_until_office_hours: bool
    counted_from: date | None = None
    counted_until: date | None = None
    is_own: bool = False

    @property
    def on(self) -> date:
        """The day."""
        return self.due.on

    @property
    def is_closed(self) -> bool:
        """Whether offices are closed on it all the same."""
        return self.due.is_closed


@dataclass(frozen=True)
class MovedDay:
    """One move of a due day: of the whole period, or of one unit's where unit_name is told."""

    period_id: int
    change: DueChangeKind
    unit_name: str
    before_on: date | None
    after_on: date | None
    reason: str
    changed_at: datetime
    changed_by: str


def explained(
    due_on: date | None,
    steps: str,
    *,
    period_steps: str = "",
    is_until_office_hours: bool = True,
) -> Explained | None:
    """Why the day is that day, from the stored steps; None where there is no day.

    An expected report without steps of its own has its period's.
    """
    due = due_from_text(due_on, steps or period_steps)
    if due is None:
        return None
    counted_from, counted_until = _counted_days(due)
    return Explained(due, is_until_office_hours, counted_from, counted_until, bool(steps))


def moved_days(
    period_ids: Sequence[int], *, unit_id: int | None = None, most: int = MOST_MOVES
) -> list[MovedDay]:
    """The moves of these periods' days and of their units' own, the last first, so many at most.

    unit_id leaves out other units' own days.
    """
    found: Any = (
        DueChange.select(
            DueChange.period,
            DueChange.change,
            Unit.name_th,
            DueChange.before_on,
            DueChange.after_on,
            DueChange.reason,
            DueChange.changed_at,
            DueChange.changed_by,
        )
        .left_outer_join(ExpectedReport, on=(DueChange.expected == ExpectedReport.id))
        .left_outer_join(Unit, on=(ExpectedReport.to_unit == Unit.id))
        .where(among(DueChange.period, period_ids))
        .order_by(DueChange.id.desc())
        .limit(most)
    )
    if unit_id is not None:
        found = found.where(DueChange.expected.is_null() | (ExpectedReport.to_unit == unit_id))
    found = found.tuples()
    return [
        MovedDay(period, DueChangeKind(change), name or "", *rest)
        for period, change, name, *rest in found
    ]


def _counted_days(due: DueDay) -> tuple[date | None, date | None]:
    """First and last day counted, before any move off a closed day."""
    anchor = next(
        (step.facts["anchor"] for step in due.steps if step.reason is Reason.FROM_NEXT_DAY), None
    )
    if not isinstance(anchor, date) or not any(step.reason in _COUNTS for step in due.steps):
        return None, None
    moved = next(
        (step.facts["day"] for step in due.steps if step.reason is Reason.MOVED_FORWARD), due.on
    )
    assert isinstance(moved, date), "a move tells the day it was moved from"
    return anchor + timedelta(days=1), moved
