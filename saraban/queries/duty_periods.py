"""The periods of one duty: their days with why, how many answers are in, how they were moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import PeriodNotFound
from saraban.queries.due_days import Explained, MovedDay, explained, moved_days
from saraban.queries.duties_in_sight import SeenDuty
from saraban.records import ExpectedReport, ReportPeriod
from saraban.rules.expected_reports import OUTSIDE, OWED
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Anchor, Counted

_OUTSIDE = frozenset(int(state) for state in OUTSIDE)
_OWED = frozenset(int(state) for state in OWED)
PERIODS_A_PAGE = 60


@dataclass(frozen=True)
class PeriodLine:
    """One period. due is its own day, own_due the day of the reader's unit where that owes it.

    is_each_own: there is no day of all, for each unit's begins with its own receipt.
    days_left counts calendar days from today, of the reader's own day where it has one.
    answered_count of expected_count units have answered; who is waived counts in neither.
    """

    id: int
    number: int
    covers_from: date | None
    covers_until: date | None
    label: str
    due: Explained | None
    own_due: Explained | None
    days_left: int | None
    is_each_own: bool
    is_by_hand: bool
    struck_at: datetime | None
    struck_by: str | None
    struck_reason: str
    closed_at: datetime | None
    closed_by: str | None
    expected_count: int
    answered_count: int
    moves: tuple[MovedDay, ...]

    @property
    def stands(self) -> bool:
        """Whether it was not struck."""
        return self.struck_at is None

    @property
    def move_count(self) -> int:
        """How often the day of all was moved: one unit's own day, and striking, move none."""
        return sum(
            not move.unit_name and None not in (move.before_on, move.after_on)
            for move in self.moves
        )


@dataclass(frozen=True)
class PeriodsPage:
    """A page of a duty's periods, the first of them first."""

    lines: tuple[PeriodLine, ...]
    page: int
    page_count: int


def duty_periods(
    duty: SeenDuty, *, unit_id: int, today: date, page: int | None = None
) -> PeriodsPage:
    """The duty's periods as a unit sees them; without a page, the one that is due next.

    Whoever neither keeps the duty nor audits it is told of no other unit's day.
    """
    numbers: Any = (
        ReportPeriod.select(ReportPeriod.number, ReportPeriod.due_on)
        .where(ReportPeriod.duty == duty.id)
        .order_by(ReportPeriod.number)
        .tuples()
    )
    order = list(numbers)
    page_count = max(1, -(-len(order) // PERIODS_A_PAGE))
    if page is None:
        coming = [place for place, (_, due_on) in enumerate(order) if due_on and due_on >= today]
        page = (coming[0] if coming else max(0, len(order) - 1)) // PERIODS_A_PAGE + 1
    page = min(max(1, page), page_count)
    shown = order[(page - 1) * PERIODS_A_PAGE : page * PERIODS_A_PAGE]
    lines = _lines(duty, [number for number, _ in shown], unit_id, today)
    return PeriodsPage(tuple(lines), page, page_count)


def duty_period(duty: SeenDuty, number: int, *, unit_id: int, today: date) -> PeriodLine:
    """One period of the duty. Raises PeriodNotFound."""
    found = _lines(duty, [number], unit_id, today)
    if not found:
        raise PeriodNotFound(number=number)
    return found[0]


def _lines(duty: SeenDuty, numbers: list[int], unit_id: int, today: date) -> list[PeriodLine]:
    rows: list[Any] = list(
        ReportPeriod.select()
        .where(ReportPeriod.duty == duty.id, ReportPeriod.number.in_(numbers))
        .order_by(ReportPeriod.number)
    )
    keys = [row.id for row in rows]
    counts, own = _counts(duty.id, keys), _own(keys, unit_id)
    moves: dict[int, list[MovedDay]] = {}
    for move in moved_days(keys, unit_id=unit_id if duty.sees_own_alone else None):
        moves.setdefault(move.period_id, []).append(move)
    return [
        _line(duty, row, counts.get(row.id, (0, 0)), own.get(row.id), moves.get(row.id, ()), today)
        for row in rows
    ]


def _line(
    duty: SeenDuty,
    row: Any,
    counts: tuple[int, int],
    own: tuple[date | None, str] | None,
    moves: Iterable[MovedDay],
    today: date,
) -> PeriodLine:
    ends = duty.is_until_office_hours
    due = explained(row.due_on, row.steps, is_until_office_hours=ends)
    own_due = own and explained(*own, period_steps=row.steps, is_until_office_hours=ends)
    counted = own_due or due
    return PeriodLine(
        id=row.id,
        number=row.number,
        covers_from=row.covers_from,
        covers_until=row.covers_until,
        label=row.label,
        due=due,
        own_due=own_due or None,
        days_left=(counted.on - today).days if counted else None,
        is_each_own=due is None and _is_by_receipt(duty.when_text),
        is_by_hand=row.is_by_hand,
        struck_at=row.struck_at,
        struck_by=row.struck_by,
        struck_reason=row.struck_reason,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        expected_count=counts[0],
        answered_count=counts[1],
        moves=tuple(moves),
    )


def _is_by_receipt(text: str) -> bool:
    when = when_from_text(text)
    return isinstance(when, Counted) and when.anchor is Anchor.RECEIPT


def _counts(duty_id: int, keys: list[int]) -> dict[int, tuple[int, int]]:
    """(expected, answered) of each period, off the covering index."""
    found: Any = (
        ExpectedReport.select(
            ExpectedReport.period, ExpectedReport.state, peewee.fn.COUNT(ExpectedReport.id)
        )
        .where(ExpectedReport.duty == duty_id, ExpectedReport.period.in_(keys))
        .group_by(ExpectedReport.period, ExpectedReport.state)
        .tuples()
    )
    counts: dict[int, tuple[int, int]] = {}
    for period_id, state, count in found:
        expected, answered = counts.get(period_id, (0, 0))
        if state not in _OUTSIDE:
            expected += count
            answered += 0 if state in _OWED else count
        counts[period_id] = (expected, answered)
    return counts


def _own(keys: list[int], unit_id: int) -> dict[int, tuple[date | None, str]]:
    found: Any = (
        ExpectedReport.select(ExpectedReport.period, ExpectedReport.due_on, ExpectedReport.steps)
        .where(ExpectedReport.period.in_(keys), ExpectedReport.to_unit == unit_id)
        .tuples()
    )
    return {period_id: (due_on, steps) for period_id, due_on, steps in found}
