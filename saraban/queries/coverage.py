"""Who ought to have a matter and does not: not told yet, or on nobody's list."""

from datetime import date

from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.queries.targets import (
    RELAYING_KINDS,
    Targets,
    Via,
    missed_lines,
    places_of,
    read_quietly,
)
from saraban.rules.addressees import Group
from saraban.rules.units import UnitKind


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
    places = places_of({node.unit_id for node in asked if node.unit_id})
    reached = {node.unit_id for node in root.walk()}
    not_reached: dict[int, Via] = {}
    unlisted: dict[int, Via] = {}
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
                not_reached.setdefault(unit_id, (node.unit_short, node.unit_kind, node.id))
            continue
        listed = {child.unit_id for child in node.children}
        for child in node.children:
            listed |= expected.get(child.id, set())
        for unit_id in wanted - listed - reached:
            unlisted.setdefault(unit_id, (node.unit_short, node.unit_kind, node.id))
    return missed_lines(targets, not_reached), missed_lines(targets, unlisted)


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
    return read_quietly(_relay_phrase(node), UnitKind(node.unit_kind))
