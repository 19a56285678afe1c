"""Units chosen by name as they were on a letter's day, and those that did not exist then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.addressees import LINE, UnitLine, unit_line, valid_on
from saraban.queries.unit_groups import group_called
from saraban.records import Unit, UnitSetMember, UnitVersion
from saraban.records.id_sets import among
from saraban.rules.addressee_line import saved_names


@dataclass(frozen=True)
class ClosedUnit:
    """A unit that does not exist on the day.

    closed_on is its first day without it, null for one that begins later, on opens_on. heir is
    the unit it went into, followed on to one that exists then; null where none is known.
    """

    name_th: str
    closed_on: date | None
    opens_on: date | None
    heir: UnitLine | None


def units_on(uids: Sequence[str], *, on: date) -> tuple[UnitLine, ...]:
    """Those of the units that exist on the day, in the order given, each once."""
    query: Any = (
        UnitVersion.select(*LINE)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(Unit.uid.in_(list(dict.fromkeys(uids))), valid_on(on))
        .tuples()
    )
    found = {row[1]: unit_line(row) for row in query}
    return tuple(found[uid] for uid in dict.fromkeys(uids) if uid in found)


def units_of_set(set_id: int, *, on: date) -> tuple[UnitLine, ...]:
    """The units of a list that exist on the day, in the order of the list."""
    query: Any = (
        UnitVersion.select(*LINE)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .join(UnitSetMember, on=(UnitSetMember.to_unit == Unit.id))
        .where(UnitSetMember.unit_set == set_id, valid_on(on))
        .order_by(UnitSetMember.id)
        .tuples()
    )
    return tuple(unit_line(row) for row in query)


def sets_in(phrase: str, unit_id: int, list_set: int | None) -> list[int]:
    """Ids of the sets that a sending names: its list, and those of the saved groups in it."""
    saved = [group_called(unit_id, name) for name in saved_names(phrase)[1]]
    sets = [group.set_id for group in saved if group is not None]
    return [set_id for set_id in (*sets, list_set) if set_id is not None]


def closed_units(
    uids: Sequence[str], *, set_ids: Sequence[int], on: date
) -> tuple[ClosedUnit, ...]:
    """Of the units named one by one or by a set, those that do not exist on the day."""
    if not uids and not set_ids:
        return ()
    members = UnitSetMember.select(UnitSetMember.to_unit).where(
        UnitSetMember.unit_set.in_(list(set_ids))
    )
    then = UnitVersion.select(UnitVersion.unit).where(valid_on(on))
    query: Any = Unit.select().where(
        Unit.uid.in_(list(uids)) | Unit.id.in_(members), Unit.id.not_in(then)
    )
    return tuple(_closed(unit, on) for unit in query.order_by(Unit.id))


def _closed(unit: Unit, on: date) -> ClosedUnit:
    is_over = unit.valid_to is not None and unit.valid_to <= on
    return ClosedUnit(
        unit.name_th,
        unit.valid_to if is_over else None,
        None if is_over else unit.valid_from,
        _heir(unit, on),
    )


def _heir(unit: Unit, on: date) -> UnitLine | None:
    """Where the unit went, through every further merger; a ring of them ends with null."""
    passed: set[int] = set()
    heir = unit.merged_into
    while heir is not None and heir.id not in passed:
        found = units_on([heir.uid], on=on)
        if found:
            return found[0]
        passed.add(heir.id)
        heir = heir.merged_into
    return None


def uids_of(unit_ids: Sequence[int]) -> tuple[str, ...]:
    """The uids of units, in the order given."""
    query: Any = Unit.select(Unit.id, Unit.uid).where(among(Unit.id, unit_ids)).tuples()
    found: dict[int, str] = dict(query)
    return tuple(found[unit_id] for unit_id in unit_ids)
