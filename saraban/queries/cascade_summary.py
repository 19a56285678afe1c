"""A cascade in numbers that can be read aloud; never one percentage."""

from collections import Counter
from dataclasses import dataclass

from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_tree import Cascade
from saraban.rules.deliveries import NotDone, State


@dataclass(frozen=True)
class Summary:
    """should_count is every unit that ought to have the matter, the beginning left out.

    reached_count of them have it, sent_count were sent it and nothing shows that it arrived;
    not_reached_count wait for a unit of stuck_at (kind, count) to pass it on;
    unlisted_count are in nobody's list, of whom unlisted_names are the first few.
    states counts the units that were sent to, by state. For who sees only a part, all of this
    is counted below own_units, the nodes of their own.
    """

    should_count: int
    reached_count: int
    sent_count: int
    acted_count: int
    silent_count: int
    late_count: int
    not_reached_count: int
    stuck_at: tuple[tuple[str, int], ...]
    unlisted_count: int
    unlisted_names: tuple[str, ...]
    conflict_count: int
    states: tuple[tuple[State, int], ...]
    own_units: tuple[Node, ...]


def summary(cascade: Cascade) -> Summary:
    """Counted from the cascade as its reader may see it."""
    own = _own_units(cascade)
    if cascade.own_ids is None:
        counted = [node for node in cascade.nodes if node.parent is not None]
    else:
        counted = [node for top in own for node in top.walk() if node is not top]
    counts = states_of(counted)
    told = sum(counts.values())
    sent = counts.get(State.SENT, 0)
    stuck = Counter({unit.via: unit.via_kind for unit in cascade.not_reached}.values())
    return Summary(
        own_units=own,
        should_count=told + len(cascade.not_reached) + len(cascade.unlisted),
        reached_count=told - sent,
        sent_count=sent,
        acted_count=sum(counts.get(state, 0) for state in _ACTED),
        silent_count=len(cascade.failing(NotDone.SILENT)),
        late_count=len(cascade.failing(NotDone.LATE)),
        not_reached_count=len(cascade.not_reached),
        stuck_at=tuple(stuck.most_common()),
        unlisted_count=len(cascade.unlisted),
        unlisted_names=tuple(unit.unit_short for unit in cascade.unlisted[:3]),
        conflict_count=sum(len(line.fields) for line in cascade.conflicts),
        states=tuple((state, counts[state]) for state in State if state in counts),
    )


def _own_units(cascade: Cascade) -> tuple[Node, ...]:
    """The topmost nodes of the reader's own; none for who sees the whole."""
    own_ids = cascade.own_ids or frozenset()
    return tuple(
        node
        for node in cascade.nodes
        if node.id in own_ids and (node.parent is None or node.parent.id not in own_ids)
    )


_ACTED = (State.ACKNOWLEDGED, State.PASSED_ON, State.REPORTED)


def states_of(nodes: list[Node]) -> dict[State, int]:
    """How many of the nodes are in each state."""
    return dict(Counter(node.state for node in nodes))
