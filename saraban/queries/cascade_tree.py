"""One circular's cascade: who holds it, since when, what is missing, where papers disagree.

The tree is rebuilt from rows at every look: nothing about it is kept.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from saraban.errors import LetterNotFound
from saraban.queries import cascade_rows
from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.queries.cascade_rows import DeliveryRow, LetterRow, ReceiptRow
from saraban.queries.citations import CitationLine, citations_of
from saraban.queries.coverage import missed_units
from saraban.queries.visibility import sees_letter, units_in_reach
from saraban.records import Letter
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class Cascade:
    """A cascade as the asking actor may see it.

    not_reached: told of by a letter that one level above has not passed on yet. unlisted: in
    the target of a letter, and in nobody's list. Both are empty until `coverage` fills them.
    """

    root: Node
    root_letter: LetterRow
    asked_uid: str
    node_count: int
    letters: tuple[LetterRow, ...]
    conflicts: tuple[CitationLine, ...]
    not_reached: tuple[MissedUnit, ...]
    unlisted: tuple[MissedUnit, ...]

    @property
    def nodes(self) -> Iterator[Node]:
        """All nodes, parents before children."""
        return self.root.walk()

    @property
    def silent(self) -> list[Node]:
        """Reached, but nothing deliberate came back."""
        return [node for node in self.nodes if node.is_silent]


def cascade_of(
    letter_uid: str, *, actor: Actor | None, today: date, with_coverage: bool = True
) -> Cascade:
    """The cascade that a letter belongs to, above it and below it.

    actor None sees all (the command line). Another sees the whole cascade when they see its
    root by right of their own unit or branch, else their own line up and their branch down.
    Raises LetterNotFound.
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or (actor is not None and not sees_letter(actor, letter.id)):
        raise LetterNotFound(uid=letter_uid)
    root_id = letter.root_id or letter.id
    letters = cascade_rows.letters_of(root_id)
    root = build_tree(
        letters,
        cascade_rows.deliveries_of(root_id),
        cascade_rows.receipts_of(root_id),
        today=today,
    )
    if actor is not None:
        _cut_to_sight(root, actor)
    seen = list(root.walk())
    shown = {node.letter.id for node in seen if node.letter} | {
        node.received.id for node in seen if node.received
    }
    not_reached, unlisted = missed_units(root) if with_coverage else ((), ())
    return Cascade(
        root=root,
        root_letter=letters[0],
        asked_uid=letter_uid,
        node_count=len(seen),
        letters=tuple(row for row in letters if row.id in shown),
        conflicts=tuple(line for line in citations_of(shown) if line.fields),
        not_reached=not_reached,
        unlisted=unlisted,
    )


def build_tree(
    letters: list[LetterRow],
    deliveries: list[DeliveryRow],
    receipts: list[ReceiptRow],
    *,
    today: date,
) -> Node:
    """Hang every delivery under the agency that sent it; the node where it all begins."""
    by_id = {row.id: row for row in letters}
    own = {
        (row.conveys_id, row.issuer_id): row
        for row in letters
        if row.conveys_id is not None and not row.is_void
    }
    first = letters[0]
    root = _first_node(first, today)
    nodes: dict[tuple[int, int], Node] = {}
    for row in deliveries:
        if not row.is_inner:
            nodes[(row.letter_id, row.to_unit_id)] = Node(
                id=f"d{row.id}",
                unit_id=row.to_unit_id,
                unit_uid=row.unit_uid,
                unit_name=row.unit_name,
                unit_short=row.unit_short,
                unit_kind=row.unit_kind,
                letter=own.get((row.letter_id, row.to_unit_id)),
                received=by_id.get(row.letter_id),
                delivery=row,
                today=today,
            )
    agency_of = _agencies(deliveries)
    _hang_receipts(root, nodes, receipts, agency_of, by_id, today)
    for (letter_id, _), node in nodes.items():
        sent = by_id[letter_id]
        above = None
        if sent.conveys_id is not None and sent.issuer_id is not None:
            above = nodes.get((sent.conveys_id, sent.issuer_id))
        node.parent = root if above is None or above is node else above
        node.parent.children.append(node)
    _set_levels(root)
    return root


def _first_node(first: LetterRow, today: date) -> Node:
    facts = cascade_rows.unit_facts({first.issuer_id} if first.issuer_id else set())
    uid, name, short, kind = facts.get(
        first.issuer_id or 0, (None, first.issuer_text, first.issuer_text, "other")
    )
    return Node(
        id=f"l{first.id}",
        unit_id=first.issuer_id,
        unit_uid=uid,
        unit_name=name,
        unit_short=short,
        unit_kind=kind,
        letter=first,
        today=today,
    )


def _agencies(deliveries: list[DeliveryRow]) -> dict[tuple[int, int], int]:
    """(letter, inner desk) to the unit that handed the letter in to it."""
    return {(row.letter_id, row.to_unit_id): row.from_unit_id for row in deliveries if row.is_inner}


def _hang_receipts(
    root: Node,
    nodes: dict[tuple[int, int], Node],
    receipts: list[ReceiptRow],
    agency_of: dict[tuple[int, int], int],
    by_id: dict[int, LetterRow],
    today: date,
) -> None:
    """Give each receipt to its agency's node; a receipt without a delivery makes a node."""
    for receipt in receipts:
        unit_id = receipt.unit_id
        for _ in range(len(agency_of) + 1):
            if (receipt.letter_id, unit_id) in nodes:
                break
            above = agency_of.get((receipt.letter_id, unit_id))
            if above is None:
                break
            unit_id = above
        node = nodes.get((receipt.letter_id, unit_id))
        if node is None:
            node = _declared_node(receipt, unit_id, by_id, today)
            nodes[(receipt.letter_id, unit_id)] = node
        node.receipts.append(receipt)


def _declared_node(
    receipt: ReceiptRow, unit_id: int, by_id: dict[int, LetterRow], today: date
) -> Node:
    uid, name, short, kind = cascade_rows.unit_facts({unit_id})[unit_id]
    own = [row for row in by_id.values() if row.issuer_id == unit_id and not row.is_void]
    return Node(
        id=f"r{receipt.letter_id}-{unit_id}",
        unit_id=unit_id,
        unit_uid=uid,
        unit_name=name,
        unit_short=short,
        unit_kind=kind,
        letter=next((row for row in own if row.conveys_id == receipt.letter_id), None),
        received=by_id.get(receipt.letter_id),
        is_declared=True,
        today=today,
    )


def _set_levels(root: Node) -> None:
    for node in root.walk():
        for child in node.children:
            child.level = node.level + 1


def _cut_to_sight(root: Node, actor: Actor) -> None:
    """Leave the actor what is theirs: everything, or their line up and their branch down."""
    branch = may(actor, Act.SEE_CASCADE, subject_path=f"{actor.unit_path}0/")
    reach = {row[0] for row in units_in_reach(actor).tuples()} if branch else {actor.unit_id}
    if root.unit_id in reach:
        return
    keep: set[str] = set()
    for node in root.walk():
        touches = node.unit_id in reach or any(
            receipt.unit_id in reach for receipt in node.receipts
        )
        if touches:
            keep |= {below.id for below in node.walk()}
            above = node.parent
            while above is not None:
                keep.add(above.id)
                above = above.parent
    for node in list(root.walk()):
        node.children = [child for child in node.children if child.id in keep]


def children_by_parent(nodes: Iterator[Node]) -> dict[str, list[Node]]:
    """Nodes under the id of their parent, for pages that open branch by branch."""
    below: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.parent is not None:
            below[node.parent.id].append(node)
    return below
