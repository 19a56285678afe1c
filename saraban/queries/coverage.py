"""Who ought to have a matter and does not: not told yet, or on nobody's list."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from saraban.errors import UnreadablePhrase
from saraban.queries.addressees import PlaceFound, place_called
from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.records import Unit, UnitVersion
from saraban.records.database import database
from saraban.rules.addressees import Area, Group, parse_phrase
from saraban.rules.permissions import Actor
from saraban.rules.units import LOCAL_KINDS, UnitKind

# Who may be asked to tell the units below them. A local body tells nobody outside itself.
RELAYING_KINDS = frozenset(UnitKind) - LOCAL_KINDS

# A relay phrase within a ministry is asked of units that lie in no province.
_ANYWHERE = frozenset({Area.COUNTRY, Area.SENDER_MINISTRY, Area.SENDER_AGENCY})

_Via = tuple[str, str]  # short name and kind of the unit that should tell another


@dataclass(frozen=True)
class _Version:
    """What a unit was from one day to another, and where it lies."""

    unit_id: int
    uid: str
    name: str
    short: str
    kind: str
    province: int | None
    district: int | None
    path: str
    valid_from: str
    valid_to: str

    def holds_on(self, day: str) -> bool:
        """Days as ISO text; blank ends are open."""
        return self.valid_from <= day and (not self.valid_to or day < self.valid_to)


class Targets:
    """The units a relay phrase means for each level and day, from one reading of the unit table."""

    def __init__(self, groups: Iterable[Group]) -> None:
        kinds = frozenset(kind for group in groups for kind in group.kinds)
        self.facts: dict[int, _Version] = {}
        self.places: dict[tuple[str, int | None, date], PlaceFound | None] = {}
        self.in_province: dict[tuple[str, int | None], list[_Version]] = defaultdict(list)
        self.in_district: dict[tuple[str, int | None], list[_Version]] = defaultdict(list)
        self.of_kind: dict[str, list[_Version]] = defaultdict(list)
        query: Any = (
            UnitVersion.select(
                Unit.id, Unit.uid, UnitVersion.name_th, UnitVersion.short_name_th,
                UnitVersion.kind, Unit.province, Unit.district, Unit.path,
                UnitVersion.valid_from, UnitVersion.valid_to,
            )
            .join(Unit, on=(UnitVersion.unit == Unit.id))
            .where(UnitVersion.kind.in_(sorted(kinds)))
        )  # fmt: skip
        # Straight from the cursor: nearly eight thousand rows that need no conversion.
        cursor: Any = database.execute(query)
        for row in cursor.fetchall():
            unit_id, uid, name, short, kind, province, district, path, since, until = row
            one = _Version(
                unit_id, uid, name, short, kind, province, district, path,
                str(since or ""), str(until or ""),
            )  # fmt: skip
            self.facts[one.unit_id] = one
            self.in_province[(one.kind, one.province)].append(one)
            self.in_district[(one.kind, one.district)].append(one)
            self.of_kind[one.kind].append(one)
        cursor.close()

    def of(self, groups: tuple[Group, ...], relaying: Any, on: date) -> set[int]:
        """Unit ids that the unit `relaying` (id, province, district, path) is to tell on a day.

        A group by a list means nobody here: its list is not the receiver's.
        """
        day = on.isoformat()
        found: set[int] = set()
        for group in groups:
            lies_there = self._condition(group, relaying, on)
            if lies_there is None or group.by_list:
                continue
            for kind in group.kinds:
                found.update(
                    one.unit_id
                    for one in self._candidates(group, kind, relaying)
                    if one.holds_on(day)
                    and group.named in (None, one.name)
                    and one.name not in group.excepted
                    and one.name.startswith(group.office or "")
                    and lies_there(one)
                )
        return found

    def _candidates(self, group: Group, kind: UnitKind, relaying: Any) -> list[_Version]:
        _, province, district, _ = relaying
        is_anywhere = group.within is not None or group.area in _ANYWHERE
        if is_anywhere:
            return self.of_kind[kind.value]
        if group.area is Area.SENDER_DISTRICT:
            return self.in_district[(kind.value, district)] if district else []
        return self.in_province[(kind.value, province)] if province else []

    def _condition(
        self, group: Group, relaying: Any, on: date
    ) -> Callable[[_Version], bool] | None:
        """Where the members of a group lie beyond what _candidates asked; null for nowhere."""
        if group.within is None:
            path = relaying[3] if group.area is Area.SENDER_AGENCY else "/"
            return lambda one: one.path.startswith(path)
        place = self._place(group.within, relaying, on)
        if place is None:
            return None
        if place.kind == UnitKind.DISTRICT:
            return lambda one: one.district == place.id
        return lambda one: one.path.startswith(place.path)

    def _place(self, within: str, relaying: Any, on: date) -> PlaceFound | None:
        key = (within, relaying[1], on)
        if key not in self.places:
            sender = SimpleNamespace(province_id=relaying[1])
            try:
                self.places[key] = place_called(within, sender=sender, on=on)
            except UnreadablePhrase:
                self.places[key] = None
        return self.places[key]


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
    targets = Targets(group for found in groups.values() for group in found)
    places = _places({node.unit_id for node in asked if node.unit_id})
    reached = {node.unit_id for node in root.walk()}
    not_reached: dict[int, _Via] = {}
    unlisted: dict[int, _Via] = {}
    expected = {
        node.id: targets.of(groups[node.id], places[node.unit_id], _asked_on(node))
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
    actor: Actor, *, parent_phrase: str, chosen_ids: Iterable[int], relay_phrase: str, on: date
) -> tuple[MissedUnit, ...]:
    """Units that the parent letter asks the actor's unit to tell and that no list would reach.

    Asked before sending: chosen_ids are about to be sent to, and are to tell those of
    relay_phrase, as things stand on the day the letter bears. A phrase that cannot be read
    asks nothing.
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
    targets = Targets([*asked, *(group for groups in onward.values() for group in groups)])
    places = _places({actor.unit_id, *onward})
    listed = chosen | {actor.unit_id}
    for unit_id, groups in onward.items():
        listed |= targets.of(groups, places[unit_id], on)
    missed = targets.of(asked, places[actor.unit_id], on) - listed
    return _lines(targets, dict.fromkeys(missed, (sender.short_name_th, sender.kind)))


def _relay_phrase(node: Node) -> str:
    """What the letter it received asks this agency to pass on, if it is one that passes on."""
    if node.received is None or node.unit_kind not in RELAYING_KINDS:
        return ""
    return node.received.relay_phrase


def _asked_on(node: Node) -> date:
    """The day that decides who was meant: that of the letter that asks."""
    dated_on: date | None = None if node.received is None else node.received.dated_on
    return dated_on or node.today


def _groups(node: Node) -> tuple[Group, ...]:
    return _read(_relay_phrase(node), UnitKind(node.unit_kind))


def _read(phrase: str, sender_kind: UnitKind) -> tuple[Group, ...]:
    try:
        return parse_phrase(phrase, sender_kind=sender_kind) if phrase.strip() else ()
    except UnreadablePhrase:
        return ()


def _places(unit_ids: set[int]) -> dict[int | None, Any]:
    query: Any = Unit.select(Unit.id, Unit.province, Unit.district, Unit.path).where(
        Unit.id.in_(sorted(unit_ids))
    )
    return {row[0]: row for row in query.tuples()}


def _lines(targets: Targets, missed: dict[int, _Via]) -> tuple[MissedUnit, ...]:
    return tuple(
        MissedUnit(unit_id, targets.facts[unit_id].uid, targets.facts[unit_id].name,
                   targets.facts[unit_id].short, *via)
        for unit_id, via in sorted(missed.items(), key=lambda item: targets.facts[item[0]].path)
    )  # fmt: skip
