"""How many answers of a duty stand where, by area and period.

The numbers come off the covering index (duty, period, province, state, is_late, due_on) alone; only
units that the letter has not come to are looked up one by one, off an index of what waits.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

import peewee

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_periods_shown import PeriodHead
from saraban.records import DutyUnit, ExpectedReport, Unit
from saraban.records.bare_rows import bare_rows, stored_day
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Standing, Tally, standing_of
from saraban.rules.expected_reports import ExpectedState

# Only what is still to be answered is behind or not, by its day.
_OPEN = (ExpectedState.WAITING.value, ExpectedState.RETURNED.value)


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
        due_on = stored_day(due)
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
            due_on=stored_day(due),
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
    return [counted for counted in bare_rows(grouped) if counted[1] in periods]


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
        for unit, period, due in bare_rows(query)
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
    return dict(bare_rows(query))
