"""The lines behind the numbers of a duty: unit by unit, each answer and each silence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import PeriodNotFound, UnitNotFound
from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_reach import unreached_units
from saraban.queries.duty_rollup import (
    PERIODS_AT_ONCE,
    PeriodHead,
    area_tallies,
    counted_duty,
    day_of_row,
    periods_of,
    rows_of,
    shown_periods,
)
from saraban.records import DutyUnit, ExpectedReport, Unit
from saraban.records.id_sets import among
from saraban.rules.days import day_of
from saraban.rules.duty_standings import Standing, Tally, standing_of
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor

UNITS_A_PAGE = 100
LINES_A_PAGE = 200


@dataclass(frozen=True)
class Narrowed:
    """Which units: of one province or district, of a name, in one standing, or one by its uid."""

    province: str = ""
    district: str = ""
    find: str = ""
    standing: Standing | None = None
    unit: str = ""


@dataclass(frozen=True)
class ExpectedLine:
    """One unit in one period. days_late counts days after its own day until the answer, or today.

    has_report is false while nobody answered.
    """

    unit_uid: str
    unit_name: str
    province: str
    district: str
    period: PeriodHead
    due_on: date | None
    state: ExpectedState
    standing: Standing
    is_late: bool
    days_late: int
    answered_at: datetime | None
    has_report: bool


@dataclass(frozen=True)
class ExpectedList:
    """A page of lines, in the order of province, district, unit and period; count is of all."""

    duty: SeenDuty
    period: PeriodHead | None
    lines: tuple[ExpectedLine, ...]
    count: int
    has_more: bool


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


def expected_lines(
    actor: Actor,
    uid: str,
    *,
    today: date,
    wanted: Narrowed,
    span: tuple[int, int] | None = None,
    standings: Collection[Standing] = (),
    page: int | None = 1,
) -> ExpectedList:
    """What stands behind a number; page None is everything.

    span is the numbers of the first and the last period, both included, None for all; standings
    keeps any of several. Raises DutyNotFound, PeriodNotFound, UnitNotFound.
    """
    duty = counted_duty(actor, uid)
    every = periods_of(duty.id)
    if span is not None:
        every = tuple(one for one in every if span[0] <= one.number <= span[1])
        if not every:
            raise PeriodNotFound(number=span[0])
    period = every[0] if len(every) == 1 else None
    unreached = unreached_units(duty)
    kept = {wanted.standing} if wanted.standing else set(standings)
    query = _lines_query(duty.id, every, wanted)
    if kept:
        query = query.where(_any_of([_stands(one, today, unreached) for one in sorted(kept)]))
    else:
        query = query.where(ExpectedReport.state != ExpectedState.STRUCK.value)
    count = query.count()
    if page is not None:
        query = query.limit(LINES_A_PAGE).offset((page - 1) * LINES_A_PAGE)
    lines = tuple(_line_rows(query, every, today, unreached))
    has_more = page is not None and count > page * LINES_A_PAGE
    return ExpectedList(duty, period, lines, count, has_more)


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
        stands: Any = ExpectedReport.select(ExpectedReport.to_unit).where(
            ExpectedReport.duty == duty.id,
            among(ExpectedReport.period, [one.id for one in periods]),
            _stands(wanted.standing, today, unreached),
        )
        among_them = {row[0] for row in rows_of(stands)}
        ids = [one for one in ids if one in among_them]
    first = 0 if page is None else (page - 1) * UNITS_A_PAGE
    shown = ids if page is None else ids[first : first + UNITS_A_PAGE]
    query = _lines_query(duty.id, periods, Narrowed()).where(
        among(ExpectedReport.to_unit, shown), ExpectedReport.state != ExpectedState.STRUCK.value
    )
    sums = area_tallies(duty, periods, today=today, unreached=unreached, unit_ids=ids)
    by_period = {
        one.number: Tally.summed(tallies[one.number] for tallies in sums.values())
        for one in periods
    }
    return UnitGrid(
        duty=duty,
        province=_area(wanted.province).name_th if wanted.province else "",
        district=_area(wanted.district).name_th if wanted.district else "",
        periods=periods,
        units=tuple(_unit_lines(_line_rows(query, periods, today, unreached))),
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


def _any_of(conditions: list[Any]) -> Any:
    whole = conditions[0]
    for one in conditions[1:]:
        whole |= one
    return whole


def _stands(standing: Standing, today: date, unreached: frozenset[int]) -> Any:
    """The condition that an expected report stands so: rules.duty_standings.standing_of as SQL."""
    row = ExpectedReport
    if standing in (Standing.IN_TIME, Standing.LATE):
        reported = (ExpectedState.SUBMITTED.value, ExpectedState.ACCEPTED.value)
        return row.state.in_(reported) & (row.is_late == (standing is Standing.LATE))
    if standing in (Standing.WAITING, Standing.MISSING, Standing.NOT_REACHED):
        waits = row.state == ExpectedState.WAITING.value
        if standing is Standing.NOT_REACHED:
            return waits & among(row.to_unit, unreached)
        if unreached:
            waits &= ~among(row.to_unit, unreached)
        if standing is Standing.MISSING:
            return waits & (row.due_on < today)
        return waits & (row.due_on.is_null() | (row.due_on >= today))
    return row.state == ExpectedState[standing.name].value


def _area(uid: str) -> Any:
    unit = Unit.get_or_none(Unit.uid == uid)
    if unit is None:
        raise UnitNotFound(uid=uid)
    return unit


def _narrow(query: Any, wanted: Narrowed) -> Any:
    if wanted.province:
        query = query.where(Unit.province == _area(wanted.province).id)
    if wanted.district:
        query = query.where(Unit.district == _area(wanted.district).id)
    if wanted.unit:
        query = query.where(Unit.uid == wanted.unit)
    if words := wanted.find.strip():
        query = query.where(Unit.name_th.contains(words) | Unit.short_name_th.contains(words))
    return query


def _unit_ids(duty_id: int, wanted: Narrowed) -> list[int]:
    """The units that owe it or did, in the order in which they are shown."""
    province, district = Unit.alias(), Unit.alias()
    query: Any = (
        DutyUnit.select(DutyUnit.to_unit)
        .join(Unit, on=(DutyUnit.to_unit == Unit.id))
        .join_from(Unit, province, "LEFT OUTER JOIN", on=(Unit.province == province.id))
        .join_from(Unit, district, "LEFT OUTER JOIN", on=(Unit.district == district.id))
        .where(DutyUnit.duty == duty_id)
        .order_by(*_order(province, district))
    )
    return [row[0] for row in rows_of(_narrow(query, wanted))]


def _order(province: Any, district: Any) -> tuple[Any, ...]:
    def code(unit: Any) -> Any:
        return peewee.fn.COALESCE(unit.dopa_code, "")

    return code(province), code(district), Unit.name_th, Unit.id


def _lines_query(duty_id: int, periods: Collection[PeriodHead], wanted: Narrowed) -> Any:
    row, province, district = ExpectedReport, Unit.alias(), Unit.alias()
    query: Any = (
        row.select(
            Unit.uid,
            Unit.name_th,
            province.name_th,
            district.name_th,
            row.period,
            row.due_on,
            row.state,
            row.is_late,
            row.answered_at,
            row.to_unit,
            row.report,
        )
        .join(Unit, on=(row.to_unit == Unit.id))
        .join_from(Unit, province, "LEFT OUTER JOIN", on=(Unit.province == province.id))
        .join_from(Unit, district, "LEFT OUTER JOIN", on=(Unit.district == district.id))
        .where(row.duty == duty_id, among(row.period, [one.id for one in periods]))
        .order_by(*_order(province, district), row.period)
    )
    return _narrow(query, wanted)


def _line_rows(
    query: Any, periods: Collection[PeriodHead], today: date, unreached: frozenset[int]
) -> Iterable[ExpectedLine]:
    heads = {one.id: one for one in periods}
    for row in query.tuples():
        uid, name, province, district, period, due, state, is_late, answered_at, unit_id, report = (
            row
        )
        due_on = day_of_row(due)
        standing = standing_of(
            state,
            is_late=bool(is_late),
            due_on=due_on,
            today=today,
            is_reached=unit_id not in unreached,
        )
        if standing is None:
            continue
        owes = state in (ExpectedState.WAITING, ExpectedState.RETURNED)
        until = today if owes or answered_at is None else day_of(answered_at)
        days = 0 if due_on is None else max(0, (until - due_on).days)
        yield ExpectedLine(
            unit_uid=uid,
            unit_name=name,
            province=province or "",
            district=district or "",
            period=heads[period],
            due_on=due_on,
            state=ExpectedState(state),
            standing=standing,
            # What is missing is late by its word.
            is_late=bool(is_late) or (owes and days > 0 and standing is not Standing.MISSING),
            days_late=days if owes or is_late else 0,
            answered_at=answered_at,
            has_report=report is not None,
        )
