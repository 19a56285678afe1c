"""One circular's cascade: who holds it, since when, what is missing, where papers disagree.

The tree is rebuilt from rows at every look: nothing about it is kept.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter

from saraban.errors import LetterNotFound
from saraban.queries import cascade_rows
from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.queries.cascade_rows import DeliveryRow, LetterRow, ReceiptRow
from saraban.queries.citations import CitationLine, citations_of, told_beside
from saraban.queries.coverage import missed_units
from saraban.queries.joined_cascade import rows_of_cascade
from saraban.queries.visibility import sees_letter, units_in_reach
from saraban.records import Letter, Unit
from saraban.rules.deliveries import NotDone
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class Cascade:
    """A cascade as the asking actor may see it.

    not_reached: told of by a letter that one level above has not passed on yet. unlisted: in
    the target of a letter, and in nobody's list. own_ids are the nodes of the actor's own units
    and all below them; null for who sees the whole: beside them stands only the line above.
    """

    root: Node
    root_letter: LetterRow
    asked_uid: str
    node_count: int
    letters: tuple[LetterRow, ...]
    conflicts: tuple[CitationLine, ...]
    not_reached: tuple[MissedUnit, ...]
    unlisted: tuple[MissedUnit, ...]
    own_ids: frozenset[str] | None = None

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, parents before children."""
        return tuple(self.root.walk())

    @property
    def silent(self) -> list[Node]:
        """Sent to, and nothing deliberate came back, whether or not it is known to have arrived."""
        return [node for node in self.nodes if node.is_silent]

    def failing(self, failure: NotDone) -> list[Node]:
        """The agencies of which this one failure is told; none for NOT_REACHED."""
        return [node for node in self.nodes if node.not_done is failure]


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
    rows = rows_of_cascade(letter.root_id or letter.id)
    letters = rows.letters
    root = build_tree(letters, rows.deliveries, rows.receipts, today=today)
    own_ids = None if actor is None else _branch_in_sight(root, actor)
    not_reached, unlisted = missed_units(root, own_ids) if with_coverage else ((), ())
    if own_ids is not None:
        _keep_line_and_branch(root, own_ids)
    seen = list(root.walk())
    shown = {node.letter.id for node in seen if node.letter} | {
        node.received.id for node in seen if node.received
    }
    return Cascade(
        root=root,
        root_letter=letters[0],
        asked_uid=letter_uid,
        node_count=len(seen),
        letters=tuple(row for row in letters if row.id in shown),
        conflicts=_conflicts([row for row in letters if row.id in shown], actor),
        not_reached=not_reached,
        unlisted=unlisted,
        own_ids=own_ids,
    )


def _conflicts(shown: list[LetterRow], actor: Actor | None) -> tuple[CitationLine, ...]:
    """What these letters cite otherwise than it is: each other, or what the actor may see."""
    lines = citations_of(row.id for row in shown)
    if actor is not None:
        lines = told_beside(actor, lines, {row.uid for row in shown})
    return tuple(line for line in lines if line.fields)


def build_tree(
    letters: list[LetterRow],
    deliveries: list[DeliveryRow],
    receipts: list[ReceiptRow],
    *,
    today: date,
) -> Node:
    """Hang every delivery under the agency that sent it; the node where it all begins."""
    return _Builder(letters, deliveries, today).built(receipts)


class _Builder:
    """Nodes by (letter received, unit), and the way from a desk inside to its agency."""

    def __init__(
        self, letters: list[LetterRow], deliveries: list[DeliveryRow], today: date
    ) -> None:
        self.letters = letters
        self.by_id = {row.id: row for row in letters}
        self.today = today
        self.root = _first_node(letters[0], today)
        self.nodes: dict[tuple[int, int], Node] = {}
        self.agency_of: dict[tuple[int, int], int] = {}
        inner = []
        for row in sorted(deliveries, key=itemgetter(0)):
            if row.is_inner:
                self.agency_of[(row.letter_id, row.to_unit_id)] = row.from_unit_id
                inner.append(row)
            else:
                self.nodes[(row.letter_id, row.to_unit_id)] = self._delivered(row)
        for row in inner:
            agency = self.find(row.letter_id, row.to_unit_id)
            if agency is not None:
                agency.desk_ids |= {row.to_unit_id}

    def built(self, receipts: list[ReceiptRow]) -> Node:
        """The root with everything under it."""
        for receipt in receipts:
            node = self.find(receipt.letter_id, receipt.unit_id)
            node = node or self._declare(receipt.letter_id, receipt.unit_id)
            node.receipts.append(receipt)
        sender_of: dict[int, Node] = {}
        for row in self.letters[1:]:
            if row.conveys_id is None or row.issuer_id is None:
                continue
            node = self.find(row.conveys_id, row.issuer_id)
            node = node or self._declare(row.conveys_id, row.issuer_id)
            sender_of[row.id] = node
            if not row.is_void and node.letter is None:
                node.letter = row
        for (letter_id, _), node in self.nodes.items():
            above = sender_of.get(letter_id, self.root)
            node.parent = above
            above.children.append(node)
        for node in self.root.walk():
            for child in node.children:
                child.level = node.level + 1
        return self.root

    def find(self, letter_id: int, unit_id: int) -> Node | None:
        """The node of a unit, or of the agency around it when it is a desk inside one."""
        for _ in range(len(self.agency_of) + 1):
            node = self.nodes.get((letter_id, unit_id))
            above = self.agency_of.get((letter_id, unit_id))
            if node is not None or above is None:
                return node
            unit_id = above
        return None

    def _delivered(self, row: DeliveryRow) -> Node:
        return Node(
            id=f"d{row.id}",
            unit_id=row.to_unit_id,
            unit_uid=row.unit_uid,
            unit_name=row.unit_name,
            unit_short=row.unit_short,
            unit_kind=row.unit_kind,
            received=self.by_id.get(row.letter_id),
            delivery=row,
            began_on=self.letters[0].dated_on,
            today=self.today,
        )

    def _declare(self, letter_id: int, unit_id: int) -> Node:
        """A node for a unit that has the letter although nobody sent it there in the system."""
        while (above := self.agency_of.get((letter_id, unit_id))) is not None:
            unit_id = above
        if unit_id == self.root.unit_id and letter_id == self.letters[0].id:
            return self.root
        uid, name, short, kind = cascade_rows.unit_facts({unit_id})[unit_id]
        node = Node(
            id=f"r{letter_id}-{unit_id}",
            unit_id=unit_id,
            unit_uid=uid,
            unit_name=name,
            unit_short=short,
            unit_kind=kind,
            received=self.by_id.get(letter_id),
            is_declared=True,
            began_on=self.letters[0].dated_on,
            today=self.today,
        )
        self.nodes[(letter_id, unit_id)] = node
        return node


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
        began_on=first.dated_on,
        today=today,
    )


def _branch_in_sight(root: Node, actor: Actor) -> frozenset[str] | None:
    """Ids of the actor's own nodes and of all below them; None when that is everything."""
    branch = may(actor, Act.SEE_CASCADE, subject_path=f"{actor.unit_path}0/")
    # Asked first and alone: whoever sees the whole may reach every unit of the country.
    if branch and units_in_reach(actor).where(Unit.id == root.unit_id).exists():
        return None
    reach = {row[0] for row in units_in_reach(actor).tuples()} if branch else {actor.unit_id}
    if root.unit_id in reach:
        return None
    own: set[str] = set()
    for node in root.walk():
        if node.id not in own and (node.unit_id in reach or node.desk_ids & reach):
            own.update(below.id for below in node.walk())
    return frozenset(own)


def _keep_line_and_branch(root: Node, own_ids: frozenset[str]) -> None:
    """Cut away what is neither in the actor's branch nor on the line above it."""
    keep = set(own_ids)
    for node in root.walk():
        above = node.parent if node.id in own_ids else None
        while above is not None and above.id not in keep:
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
