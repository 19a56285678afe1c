"""The periods of a duty that stand beside one another on a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import ReportPeriod

PERIODS_AT_ONCE = 13


@dataclass(frozen=True)
class PeriodHead:
    """A period as a column. due_on is null where each unit has its own day, or none."""

    id: int
    number: int
    covers_from: date | None
    covers_until: date | None
    label: str
    due_on: date | None
    is_closed: bool


def periods_of(duty_id: int) -> tuple[PeriodHead, ...]:
    """The periods that are not struck, the oldest first."""
    rows: Any = (
        ReportPeriod.select()
        .where(ReportPeriod.duty == duty_id, ReportPeriod.struck_at.is_null())
        .order_by(ReportPeriod.number)
    )
    return tuple(
        PeriodHead(
            row.id,
            row.number,
            row.covers_from,
            row.covers_until,
            row.label,
            row.due_on,
            row.closed_at is not None,
        )
        for row in rows
    )


def shown_periods(
    periods: tuple[PeriodHead, ...],
    *,
    today: date,
    until: int | None = None,
    span: int = PERIODS_AT_ONCE,
) -> tuple[PeriodHead, ...]:
    """A span of them: up to the one of that number, or to the first whose day is not past."""
    if until is None:
        begun = [one for one in periods if one.due_on is None or one.due_on < today]
        coming = next((one for one in periods if one.due_on and one.due_on >= today), None)
        last = max([one.number for one in begun] + [coming.number if coming else 0], default=0)
    else:
        last = until
    return tuple(one for one in periods if one.number <= last)[-span:] or periods[:span]
