"""Whom a letter about to be sent would cover, itself and through those it asks to tell others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.addressees import UnitLine
from saraban.queries.cascade_nodes import MissedUnit
from saraban.queries.targets import (
    RELAYING_KINDS,
    Targets,
    missed_lines,
    places_of,
    read_quietly,
)
from saraban.records import Unit
from saraban.rules.addressee_groups import kinds_words
from saraban.rules.addressees import Group
from saraban.rules.units import LOCAL_KINDS, THAI_UNIT_KIND, UnitKind


@dataclass(frozen=True)
class ToldTwice:
    """A unit that would get the matter by more than one way.

    is_direct: the letter itself goes to it; via are the short names of those who tell it too.
    """

    name_th: str
    is_direct: bool
    via: tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """How a set covers what the parent letter asks of the unit.

    target_count units are asked for (null without a parent that asks); reached_count of them
    the letter reaches, direct_count itself and the others through addressees of the kinds in
    through (kind in Thai, how many tell somebody). missing are in nobody's list. onward_count
    are all whom the addressees are to tell. what names the kinds of the target, place where it
    lies ("จังหวัดตาก"), blank for the whole country.
    """

    chosen_count: int
    target_count: int | None
    reached_count: int
    direct_count: int
    onward_count: int
    what: tuple[str, ...]
    place: str
    through: tuple[tuple[str, int], ...]
    missing: tuple[MissedUnit, ...]
    twice: tuple[ToldTwice, ...]


def reach_of(
    own: Any,
    *,
    parent_phrase: str,
    chosen: Sequence[UnitLine],
    relay_phrase: str,
    on: date,
) -> Reach | None:
    """The reach of a letter of the unit `own` to the chosen units, as things stand on its day.

    relay_phrase is what the chosen are asked to tell; null when neither phrase asks anything. A
    phrase that cannot be read asks nothing.
    """
    asked = read_quietly(parent_phrase, UnitKind(own.kind))
    onward = _onward(chosen, relay_phrase)
    if not asked and not any(onward.values()):
        return None
    targets = Targets([*asked, *(group for groups in onward.values() for group in groups)])
    places = places_of({own.id, *onward})
    told_by: dict[int, list[int]] = defaultdict(list)
    for unit_id, groups in onward.items():
        for told in targets.of(groups, places[unit_id], on):
            if told not in (unit_id, own.id):
                told_by[told].append(unit_id)
    direct = {unit.id for unit in chosen}
    wanted = targets.of(asked, places[own.id], on) - {own.id}
    missing = wanted - direct - set(told_by)
    through = wanted - direct - missing if asked else set(told_by)
    return Reach(
        chosen_count=len(direct),
        target_count=len(wanted) if asked else None,
        reached_count=len(wanted - missing),
        direct_count=len(wanted & direct),
        onward_count=len(told_by),
        what=kinds_words(kind for group in asked for kind in group.kinds),
        place=_place(own, asked),
        through=_through(chosen, (told_by[unit_id] for unit_id in through)),
        missing=missed_lines(targets, dict.fromkeys(missing, (own.short_name_th, own.kind, ""))),
        twice=_twice(targets, told_by, chosen),
    )


def _onward(chosen: Sequence[UnitLine], relay_phrase: str) -> dict[int, tuple[Group, ...]]:
    """What each of the chosen that tells others would understand by the phrase."""
    by_kind = {
        kind: read_quietly(relay_phrase, UnitKind(kind)) for kind in {unit.kind for unit in chosen}
    }
    return {unit.id: by_kind[unit.kind] for unit in chosen if unit.kind in RELAYING_KINDS}


def _through(
    chosen: Sequence[UnitLine], tellers: Iterable[list[int]]
) -> tuple[tuple[str, int], ...]:
    kinds = {unit.id: unit.kind for unit in chosen}
    counts = Counter(kinds[unit_id] for unit_id in {one for ids in tellers for one in ids})
    return tuple((THAI_UNIT_KIND[kind], counts[kind]) for kind in UnitKind if counts[kind])


def _place(own: Any, asked: tuple[Group, ...]) -> str:
    """The one place where a target lies; the sender's province where its area says so."""
    within = {group.within for group in asked}
    if len(within) == 1 and (only := within.pop()) is not None:
        return only
    is_local = all(group.kinds <= LOCAL_KINDS for group in asked)
    if is_local and own.province_id is not None:
        return str(Unit.get_by_id(own.district_id or own.province_id).name_th)
    return ""


def _twice(
    targets: Targets, told_by: dict[int, list[int]], chosen: Sequence[UnitLine]
) -> tuple[ToldTwice, ...]:
    short = {unit.id: unit.short_name_th for unit in chosen}
    double = {unit_id: ids for unit_id, ids in told_by.items() if unit_id in short or len(ids) > 1}
    return tuple(
        ToldTwice(
            targets.facts[unit_id].name,
            unit_id in short,
            tuple(short[one] for one in double[unit_id]),
        )
        for unit_id in sorted(double, key=lambda one: targets.facts[one].path)
    )
