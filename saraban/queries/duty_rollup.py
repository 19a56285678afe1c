"""The answers of a duty added up: by province, or by district within one, and by period."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import peewee

from saraban.errors import DutyNotFound, UnitNotFound
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_counts import area_tallies
from saraban.queries.duty_periods_shown import (
    PERIODS_AT_ONCE,
    PeriodHead,
    periods_of,
    shown_periods,
)
from saraban.queries.duty_reach import unreached_units
from saraban.records import DutyUnit, Unit
from saraban.records.bare_rows import bare_rows
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Tally
from saraban.rules.permissions import Actor

# Up to so many units each is a line of its own; more are shown by their areas first.
MOST_UNITS_AT_ONCE = 100


class Level(StrEnum):
    """What a line of a roll-up is."""

    PROVINCE = "province"
    DISTRICT = "district"


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


def _provinces(duty_id: int) -> dict[int | None, tuple[str | None, str]]:
    """The provinces in which units owe it, in the order of their codes; null for outside them."""
    of_owers: Any = DutyUnit.select(DutyUnit.province).where(DutyUnit.duty == duty_id).distinct()
    return named_areas({row[0] for row in bare_rows(of_owers)})


def named_areas(area_ids: Collection[int | None]) -> dict[int | None, tuple[str | None, str]]:
    """Areas as (uid, name) in the order of their codes, what lies in none of them first."""
    query: Any = (
        Unit.select(Unit.id, Unit.uid, Unit.name_th)
        .where(among(Unit.id, [one for one in area_ids if one is not None]))
        .order_by(peewee.fn.COALESCE(Unit.dopa_code, ""), Unit.id)
    )
    found: dict[int | None, tuple[str | None, str]] = {None: (None, "")} if None in area_ids else {}
    return found | {row[0]: (row[1], row[2]) for row in bare_rows(query)}


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
