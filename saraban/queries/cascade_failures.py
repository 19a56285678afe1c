"""Who has not, gathered under the agency that sent it, or should have: one line a sender."""

from collections import Counter
from dataclasses import dataclass

from saraban.queries.cascade_tree import Cascade
from saraban.rules.deliveries import NotDone


@dataclass(frozen=True)
class SenderLine:
    """Of those that one agency sent the matter to, or was to tell: how many failed, and how.

    node_id is that of the agency. They are counted apart and never added up.
    """

    node_id: str
    unit_name: str
    addressee_count: int
    unproven_count: int
    not_reached_count: int
    silent_count: int
    late_count: int


def failures_by_sender(cascade: Cascade) -> tuple[SenderLine, ...]:
    """Only agencies below which something is missing, in the order of the tree."""
    not_reached = Counter(unit.via_id for unit in cascade.not_reached)
    lines = []
    for node in cascade.nodes:
        counts = Counter(child.not_done for child in node.children if child.not_done)
        line = SenderLine(
            node_id=node.id,
            unit_name=node.unit_name,
            addressee_count=len(node.children),
            not_reached_count=not_reached[node.id],
            unproven_count=counts[NotDone.UNPROVEN],
            silent_count=counts[NotDone.SILENT],
            late_count=counts[NotDone.LATE],
        )
        if any(counts.values()) or line.not_reached_count:
            lines.append(line)
    return tuple(lines)
