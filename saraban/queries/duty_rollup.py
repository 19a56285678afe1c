"""The answers of a duty added up: by province, by district or by unit, and by period.

The numbers of areas come off the covering index (duty, period, province, state, is_late, due_on)
alone; only units that the letter has not come to are looked up one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import peewee

from saraban.errors import DutyNotFound, UnitNotFound
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_reach import unreached_units
from saraban.records import DutyUnit, ExpectedReport, ReportPeriod, Unit
from saraban.records.database import database
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Standing, Tally, standing_of
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor

# Up to so many units each is a line of its own; more are shown by their areas first.
MOST_UNITS_AT_ONCE = 100
PERIODS_AT_ONCE = 13

# Only what is still to be answered is behind or not, by its day.
_OPEN = (ExpectedState.WAITING.value, ExpectedState.RETURNED.value)


class Level(StrEnum):
    """What a line of a roll-up is."""

    PROVINCE = "province"
    DISTRICT = "district"


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


@dataclass(frozen=True)
class AreaSums:
    """An area's tallies by the number of the period. uid is null for what lies in no area."""

    uid: str | None
    name: str
    tallies: dict[int, Tally]
    total: Tally


@dataclass(frozen=True)
class RollUp:
    """A duty by its areas over some periods, the oldest first.

    province is (uid, name) of the one looked into. unit_count counts the units that owe it now or
    did. has_older and has_newer tell of periods outside the span.
    """

    duty: SeenDuty
    level: Level
    province: tuple[str | None, str] | None
    periods: tuple[PeriodHead, ...]
    lines: tuple[AreaSums, ...]
    by_period: dict[int, Tally]
    total: Tally
    unit_count: int
    has_older: bool
    has_newer: bool


def counted_duty(actor: Actor, uid: str) -> SeenDuty:
    """The duty, for who may see what all its units answered.

    Raises DutyNotFound, also for a unit that only owes it: it sees its own answer alone.
    """
    duty = duty_in_sight(actor, uid)
    if duty.sees_own_alone:
        raise DutyNotFound(uid=uid)
    return duty


def roll_up(
    actor: Actor,
    uid: str,
    *,
    today: date,
    province_uid: str = "",
    until: int | None = None,
    span: int = PERIODS_AT_ONCE,
) -> RollUp:
    """By province, or by district where the units are of one province or one was asked for.

    until is the number of the last period of the span; usually the one after the present one.
    Raises DutyNotFound, UnitNotFound.
    """
    duty = counted_duty(actor, uid)
    every = periods_of(duty.id)
    periods = shown_periods(every, today=today, until=until, span=span)
    provinces = _provinces(duty.id)
    asked = _province(province_uid, provinces) if province_uid else None
    only = asked or (next(iter(provinces)) if len(provinces) == 1 else None)
    level = Level.PROVINCE if only is None else Level.DISTRICT
    sums = area_tallies(
        duty, periods, today=today, unreached=unreached_units(duty), province_id=only
    )
    lines = _lines(sums, provinces if level is Level.PROVINCE else None)
    by_period = {one.number: Tally() for one in periods}
    for line in lines:
        for number, tally in line.tallies.items():
            by_period[number] = Tally.summed([by_period[number], tally])
    return RollUp(
        duty=duty,
        level=level,
        province=None if asked is None else provinces[asked],
        periods=periods,
        lines=lines,
        by_period=by_period,
        total=Tally.summed(by_period.values()),
        unit_count=DutyUnit.select().where(DutyUnit.duty == duty.id).count(),
        has_older=bool(periods) and periods[0].number > every[0].number,
        has_newer=bool(periods) and periods[-1].number < every[-1].number,
    )


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


def area_tallies(
    duty: SeenDuty,
    periods: Collection[PeriodHead],
    *,
    today: date,
    unreached: frozenset[int],
    province_id: int | None = None,
    unit_ids: Collection[int] | None = None,
) -> dict[int | None, dict[int, Tally]]:
    """Tallies by area and period: provinces, or within one province its districts.

    unit_ids keeps only these units.
    """
    numbers = {one.id: one.number for one in periods}
    found: dict[int | None, dict[int, Tally]] = defaultdict(lambda: defaultdict(Tally))
    counted = _counted(duty.id, numbers, province_id, unit_ids)
    for area, period, state, is_late, due, count in counted:
        due_on = day_of_row(due)
        standing = standing_of(
            state, is_late=bool(is_late), due_on=due_on, today=today, is_reached=True
        )
        if standing is not None:
            late = bool(is_late) or _is_past(standing, due_on, today)
            found[area][numbers[period]].add(standing, count, is_late=late)
    if unit_ids is not None:
        unreached &= frozenset(unit_ids)
    if unreached:
        waiting = _waiting(duty.id, numbers, province_id, unreached)
        _take_out(found, waiting, numbers, today)
    return found


def day_of_row(value: Any) -> date | None:
    """SQLite tells the day of a bare row as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _take_out(
    found: dict[int | None, dict[int, Tally]],
    waiting: Counter[tuple[int | None, int, Any]],
    numbers: dict[int, int],
    today: date,
) -> None:
    """Those the letter has not come to were counted as silent: count them for themselves."""
    for (area, period, due), count in waiting.items():
        silent = standing_of(
            ExpectedState.WAITING.value,
            is_late=False,
            due_on=day_of_row(due),
            today=today,
            is_reached=True,
        )
        if silent is not None:
            tally = found[area][numbers[period]]
            tally.add(silent, -count)
            tally.add(Standing.NOT_REACHED, count, is_late=silent is Standing.MISSING)


def _is_past(standing: Standing, due_on: date | None, today: date) -> bool:
    return standing is Standing.RETURNED and due_on is not None and due_on < today


def _counted(
    duty_id: int,
    periods: Collection[int],
    province_id: int | None,
    unit_ids: Collection[int] | None = None,
) -> list[Any]:
    """(area, period, state, is_late, due_on, count), in the order of the covering index.

    The periods are asked for as a range, which is read straight off the index, a list of them is
    not; what else lies in the range is left out here. The day of what is settled matters to
    nobody: it is not carried over, which takes a fifth of the time.
    """
    if not periods:
        return []
    row = ExpectedReport
    area = row.province if province_id is None else Unit.district
    due = peewee.Case(None, [(row.state.in_(_OPEN), row.due_on)])
    # COUNT(*), for a column's count would leave the index.
    query: Any = row.select(
        area, row.period, row.state, row.is_late, due, peewee.fn.COUNT(peewee.SQL("*"))
    )
    if province_id is not None:
        query = query.join(Unit, on=(row.to_unit == Unit.id)).where(row.province == province_id)
    if unit_ids is None:
        between = row.period.between(min(periods), max(periods))
        query = query.where(row.duty == duty_id, between)
    else:
        query = query.where(among(row.period, periods), among(row.to_unit, unit_ids))
    grouped = query.group_by(row.period, area, row.state, row.is_late, row.due_on)
    return [counted for counted in rows_of(grouped) if counted[1] in periods]


def _waiting(
    duty_id: int, periods: Collection[int], province_id: int | None, unit_ids: Collection[int]
) -> Counter[tuple[int | None, int, Any]]:
    """How many answers of these units wait, by (area, period, due_on): off an index of their own.

    Their areas are looked up beside it, once a unit: with them it would have to leave that index.
    """
    if not periods:
        return Counter()
    areas = _areas(duty_id, province_id, unit_ids)
    row = ExpectedReport
    query: Any = row.select(row.to_unit, row.period, row.due_on).where(
        row.duty == duty_id,
        row.period.between(min(periods), max(periods)),
        among(row.to_unit, unit_ids),
        # Spoken out, for a value that is bound would not choose an index of a part of the rows.
        row.state == peewee.SQL(str(ExpectedState.WAITING.value)),
    )
    return Counter(
        (areas[unit], period, due)
        for unit, period, due in rows_of(query)
        if period in periods and unit in areas
    )


def _areas(
    duty_id: int, province_id: int | None, unit_ids: Collection[int]
) -> dict[int, int | None]:
    """The province of each of these units, as when it came to owe the duty, or its district."""
    row = DutyUnit
    chosen = (row.duty == duty_id) & among(row.to_unit, unit_ids)
    query: Any = row.select(row.to_unit, row.province).where(chosen)
    if province_id is not None:
        query = (
            row.select(row.to_unit, Unit.district)
            .join(Unit, on=(row.to_unit == Unit.id))
            .where(chosen, row.province == province_id)
        )
    return dict(rows_of(query))


def rows_of(query: Any) -> list[Any]:
    """The rows as they come: counts and ids need no conversion."""
    cursor: Any = database.execute(query)
    found: list[Any] = cursor.fetchall()
    cursor.close()
    return found


def _provinces(duty_id: int) -> dict[int | None, tuple[str | None, str]]:
    """The provinces in which units owe it, in the order of their codes; null for outside them."""
    of_owers: Any = DutyUnit.select(DutyUnit.province).where(DutyUnit.duty == duty_id).distinct()
    return named_areas({row[0] for row in rows_of(of_owers)})


def named_areas(area_ids: Collection[int | None]) -> dict[int | None, tuple[str | None, str]]:
    """Areas as (uid, name) in the order of their codes, what lies in none of them first."""
    query: Any = (
        Unit.select(Unit.id, Unit.uid, Unit.name_th)
        .where(among(Unit.id, [one for one in area_ids if one is not None]))
        .order_by(peewee.fn.COALESCE(Unit.dopa_code, ""), Unit.id)
    )
    found: dict[int | None, tuple[str | None, str]] = {None: (None, "")} if None in area_ids else {}
    return found | {row[0]: (row[1], row[2]) for row in rows_of(query)}


def _province(uid: str, provinces: dict[int | None, tuple[str | None, str]]) -> int:
    for area_id, (area_uid, _name) in provinces.items():
        if area_uid == uid and area_id is not None:
            return area_id
    raise UnitNotFound(uid=uid)


def _lines(
    sums: dict[int | None, dict[int, Tally]],
    names: dict[int | None, tuple[str | None, str]] | None,
) -> tuple[AreaSums, ...]:
    names = named_areas(sums) if names is None else names
    return tuple(
        AreaSums(uid, name, dict(sums[area]), Tally.summed(sums[area].values()))
        for area, (uid, name) in names.items()
        if area in sums
    )
