"""A duty's units by periods: what stands in each cell, and the sums at the ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_counts import area_tallies
from saraban.queries.duty_lines import (
    ExpectedLine,
    Narrowed,
    area_named,
    in_order,
    line_rows,
    lines_query,
    narrow,
    stands,
)
from saraban.queries.duty_periods_shown import (
    PERIODS_AT_ONCE,
    PeriodHead,
    periods_of,
    shown_periods,
)
from saraban.queries.duty_reach import unreached_units
from saraban.queries.duty_rollup import counted_duty
from saraban.records import DutyUnit, ExpectedReport, Unit
from saraban.records.bare_rows import bare_rows
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Tally
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor

UNITS_A_PAGE = 100


@dataclass(frozen=True)
class UnitLine:
    """A unit over the periods shown: its cells by the number of the period, and their sums."""

    uid: str
    name: str
    province: str
    district: str
    cells: dict[int, ExpectedLine]
    total: Tally


@dataclass(frozen=True)
class UnitGrid:
    """A page of units over some periods; by_period and total are of all units, not of the page.

    province and district are the names of the areas looked into.
    """

    duty: SeenDuty
    province: str
    district: str
    periods: tuple[PeriodHead, ...]
    units: tuple[UnitLine, ...]
    unit_count: int
    has_more: bool
    by_period: dict[int, Tally]
    total: Tally
    has_older: bool
    has_newer: bool


def unit_grid(
    actor: Actor,
    uid: str,
    *,
    today: date,
    wanted: Narrowed,
    until: int | None = None,
    span: int = PERIODS_AT_ONCE,
    page: int | None = 1,
) -> UnitGrid:
    """Units by periods, narrowed down; page None is every unit.

    Raises DutyNotFound, UnitNotFound.
    """
    duty = counted_duty(actor, uid)
    every = periods_of(duty.id)
    periods = shown_periods(every, today=today, until=until, span=span)
    unreached = unreached_units(duty)
    ids = _unit_ids(duty.id, wanted)
    if wanted.standing:
        standing: Any = ExpectedReport.select(ExpectedReport.to_unit).where(
            ExpectedReport.duty == duty.id,
            among(ExpectedReport.period, [one.id for one in periods]),
            stands(wanted.standing, today, unreached),
        )
        among_them = {row[0] for row in bare_rows(standing)}
        ids = [one for one in ids if one in among_them]
    first = 0 if page is None else (page - 1) * UNITS_A_PAGE
    shown = ids if page is None else ids[first : first + UNITS_A_PAGE]
    query = lines_query(duty.id, periods, Narrowed()).where(
        among(ExpectedReport.to_unit, shown), ExpectedReport.state != ExpectedState.STRUCK.value
    )
    sums = area_tallies(duty, periods, today=today, unreached=unreached, unit_ids=ids)
    by_period = {
        one.number: Tally.summed(tallies[one.number] for tallies in sums.values())
        for one in periods
    }
    return UnitGrid(
        duty=duty,
        province=area_named(wanted.province).name_th if wanted.province else "",
        district=area_named(wanted.district).name_th if wanted.district else "",
        periods=periods,
        units=tuple(_unit_lines(line_rows(query, periods, today, unreached))),
        unit_count=len(ids),
        has_more=len(ids) > first + len(shown),
        by_period=by_period,
        total=Tally.summed(by_period.values()),
        has_older=bool(periods) and periods[0].number > every[0].number,
        has_newer=bool(periods) and periods[-1].number < every[-1].number,
    )


def _unit_lines(lines: Iterable[ExpectedLine]) -> Iterable[UnitLine]:
    found: dict[str, UnitLine] = {}
    for line in lines:
        unit = found.setdefault(
            line.unit_uid,
            UnitLine(line.unit_uid, line.unit_name, line.province, line.district, {}, Tally()),
        )
        unit.cells[line.period.number] = line
        unit.total.add(line.standing, is_late=line.is_late)
    return found.values()


def _unit_ids(duty_id: int, wanted: Narrowed) -> list[int]:
    """The units that owe it or did, in the order in which they are shown."""
    province, district = Unit.alias(), Unit.alias()
    query: Any = (
        DutyUnit.select(DutyUnit.to_unit)
        .join(Unit, on=(DutyUnit.to_unit == Unit.id))
        .join_from(Unit, province, "LEFT OUTER JOIN", on=(Unit.province == province.id))
        .join_from(Unit, district, "LEFT OUTER JOIN", on=(Unit.district == district.id))
        .where(DutyUnit.duty == duty_id)
        .order_by(*in_order(province, district))
    )
    return [row[0] for row in bare_rows(narrow(query, wanted))]
