"""Who ought to have a matter and does not: not told yet, or on nobody's list."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from saraban.errors import UnreadablePhrase
from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.records import Unit
from saraban.records.database import database
from saraban.rules.addressees import Area, Group, parse_phrase
from saraban.rules.permissions import Actor
from saraban.rules.units import LOCAL_KINDS, UnitKind

# Who may be asked to tell the units below them. A local body tells nobody outside itself.
RELAYING_KINDS = frozenset(UnitKind) - LOCAL_KINDS

# A relay phrase within a ministry is asked of units that lie in no province.
_COUNTRY_WIDE = frozenset({Area.COUNTRY, Area.SENDER_MINISTRY})

_Via = tuple[str, str]  # short name and kind of the unit that should tell another


class _Targets:
    """The units a relay phrase means for each level, from one reading of the unit table."""

    def __init__(self, groups: Iterable[Group]) -> None:
        wanted = list(groups)
        kinds = frozenset(kind for group in wanted for kind in group.kinds)
        self.facts: dict[int, Any] = {}
        self.paths: dict[str, str] = {}
        self.in_province: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        self.in_district: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        self.of_kind: dict[str, list[int]] = defaultdict(list)
        query: Any = Unit.select(
            Unit.id,
            Unit.uid,
            Unit.name_th,
            Unit.short_name_th,
            Unit.kind,
            Unit.province,
            Unit.district,
            Unit.path,
        ).where(Unit.kind.in_(sorted(kinds)), Unit.valid_to.is_null())
        # Straight from the cursor: nearly eight thousand rows that need no conversion.
        cursor: Any = database.execute(query)
        for row in cursor.fetchall():
            unit_id, _, _, _, kind, province, district, _ = row
            self.facts[unit_id] = row
            self.in_province[(kind, province)].append(unit_id)
            self.in_district[(kind, district)].append(unit_id)
            self.of_kind[kind].append(unit_id)
        cursor.close()

    def _path_of(self, within: str | None) -> str:
        """The path that members must lie under; every path when nothing narrows the group."""
        if within is None:
            return "/"
        if within not in self.paths:
            found = Unit.get_or_none(Unit.name_th == within, Unit.valid_to.is_null())
            self.paths[within] = "none" if found is None else found.path
        return self.paths[within]

    def of(self, groups: tuple[Group, ...], relaying: Any) -> set[int]:
        """Unit ids that the unit `relaying` (id, province, district) is to tell."""
        _, province, district = relaying
        found: set[int] = set()
        for group in groups:
            for kind in group.kinds:
                if group.within is not None or group.area in _COUNTRY_WIDE:
                    ids = self.of_kind[kind.value]
                elif group.area is Area.SENDER_DISTRICT:
                    ids = self.in_district[(kind.value, district)] if district else []
                else:
                    ids = self.in_province[(kind.value, province)] if province else []
                found.update(
                    unit_id
                    for unit_id in ids
                    if group.named in (None, self.facts[unit_id][2])
                    and self.facts[unit_id][2] not in group.excepted
                    and self.facts[unit_id][7].startswith(self._path_of(group.within))
                )
        return found


def missed_units(
    root: Node, only_ids: frozenset[str] | None = None
) -> tuple[tuple[MissedUnit, ...], tuple[MissedUnit, ...]]:
    """(not reached, unlisted) of a cascade, each unit once, in the order of the tree.

    only_ids: the nodes whose omissions the asking person may know of; None means all.

    For every agency that was asked to tell others: while it has no letter of its own, those it
    should tell are not reached. Once it has one, whoever is neither in its list nor in the
    list that it asks its own addressees to tell is in nobody's list.
    """
    asked = [node for node in root.walk() if _relay_phrase(node)]
    if not asked:
        return (), ()
    groups = {node.id: _groups(node) for node in asked}
    targets = _Targets(group for found in groups.values() for group in found)
    places = _places({node.unit_id for node in asked if node.unit_id})
    reached = {node.unit_id for node in root.walk()}
    not_reached: dict[int, _Via] = {}
    unlisted: dict[int, _Via] = {}
    expected = {
        node.id: targets.of(groups[node.id], places[node.unit_id])
        for node in asked
        if node.unit_id in places
    }
    for node in asked:
        if only_ids is not None and node.id not in only_ids:
            continue
        wanted = expected.get(node.id, set())
        if node.letter is None:
            for unit_id in wanted - reached:
                not_reached.setdefault(unit_id, (node.unit_short, node.unit_kind))
            continue
        listed = {child.unit_id for child in node.children}
        for child in node.children:
            listed |= expected.get(child.id, set())
        for unit_id in wanted - listed - reached:
            unlisted.setdefault(unit_id, (node.unit_short, node.unit_kind))
    return _lines(targets, not_reached), _lines(targets, unlisted)


def left_out(
    actor: Actor, *, parent_phrase: str, chosen_ids: Iterable[int], relay_phrase: str
) -> tuple[MissedUnit, ...]:
    """Units that the parent letter asks the actor's unit to tell and that no list would reach.

    Asked before sending: chosen_ids are about to be sent to, and are to tell those of
    relay_phrase. A phrase that cannot be read asks nothing.
    """
    sender = Unit.get_by_id(actor.unit_id)
    chosen = set(chosen_ids)
    asked = _read(parent_phrase, UnitKind(sender.kind))
    kinds: Iterable[Any] = (
        Unit.select(Unit.id, Unit.kind).where(Unit.id.in_(sorted(chosen))).tuples()
    )
    onward = {
        unit_id: _read(relay_phrase, UnitKind(kind))
        for unit_id, kind in kinds
        if kind in RELAYING_KINDS
    }
    targets = _Targets([*asked, *(group for groups in onward.values() for group in groups)])
    places = _places({actor.unit_id, *onward})
    listed = chosen | {actor.unit_id}
    for unit_id, groups in onward.items():
        listed |= targets.of(groups, places[unit_id])
    missed = targets.of(asked, places[actor.unit_id]) - listed
    return _lines(targets, dict.fromkeys(missed, (sender.short_name_th, sender.kind)))


def _relay_phrase(node: Node) -> str:
    """What the letter it received asks this agency to pass on, if it is one that passes on."""
    if node.received is None or node.unit_kind not in RELAYING_KINDS:
        return ""
    return node.received.relay_phrase


def _groups(node: Node) -> tuple[Group, ...]:
    return _read(_relay_phrase(node), UnitKind(node.unit_kind))


def _read(phrase: str, sender_kind: UnitKind) -> tuple[Group, ...]:
    try:
        return parse_phrase(phrase, sender_kind=sender_kind) if phrase.strip() else ()
    except UnreadablePhrase:
        return ()


def _places(unit_ids: set[int]) -> dict[int | None, Any]:
    query: Any = Unit.select(Unit.id, Unit.province, Unit.district).where(
        Unit.id.in_(sorted(unit_ids))
    )
    return {row[0]: row for row in query.tuples()}


def _lines(targets: _Targets, missed: dict[int, _Via]) -> tuple[MissedUnit, ...]:
    return tuple(
        MissedUnit(*(unit_id, *targets.facts[unit_id][1:4], *via))
        for unit_id, via in sorted(missed.items(), key=lambda item: targets.facts[item[0]][7])
    )
