"""Which due days were moved by holidays, over the whole installation."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.records import DueChange, ReportDuty, ReportPeriod, Unit
from saraban.rules.expected_reports import DueChangeKind


@dataclass(frozen=True)
class HolidayMove:
    """A due day that a holiday moved: of a whole period, or of unit_count units of it."""

    duty_uid: str
    duty_name: str
    keeper_name: str
    number: int
    before_on: date
    after_on: date
    reason: str
    changed_at: datetime
    is_period: bool
    unit_count: int


def moved_by_holidays(most: int = 200) -> list[HolidayMove]:
    """The last moves that holidays made, over the whole installation; units' own as counts."""
    count = peewee.fn.COUNT(DueChange.expected)
    found: Any = (
        DueChange.select(
            ReportDuty.uid,
            ReportDuty.name,
            Unit.name_th,
            ReportPeriod.number,
            DueChange.before_on,
            DueChange.after_on,
            DueChange.reason,
            DueChange.changed_at,
            count,
        )
        .join(ReportPeriod, on=(DueChange.period == ReportPeriod.id))
        .join(ReportDuty, on=(ReportPeriod.duty == ReportDuty.id))
        .join(Unit, on=(ReportDuty.unit == Unit.id))
        .where(DueChange.change == DueChangeKind.HOLIDAY.value)
        .group_by(
            ReportDuty.uid,
            ReportDuty.name,
            Unit.name_th,
            ReportPeriod.id,
            ReportPeriod.number,
            DueChange.before_on,
            DueChange.after_on,
            DueChange.reason,
            DueChange.changed_at,
            DueChange.expected.is_null(),
        )
        .order_by(peewee.fn.MAX(DueChange.id).desc())
        .limit(most)
        .tuples()
    )
    moves = []
    for uid, name, keeper, number, before, after, reason, at, units in found:
        moves.append(
            HolidayMove(uid, name, keeper, number, before, after, reason, at, not units, units)
        )
    return moves
