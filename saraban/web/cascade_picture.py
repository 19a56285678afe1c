"""Which boxes of a cascade are drawn: what was opened, what was looked for, the rest as counts.

A whole country's circular has nine thousand units. Only branches that somebody opened are
drawn unit by unit; every other one is a box that says how many are in it and in which state.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

from saraban.paper.cascade_box import DrawnNode, DrawnWords
from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_summary import states_of
from saraban.queries.cascade_tree import Cascade
from saraban.queries.chasing import ChasedLine
from saraban.rules.deliveries import SHAPES, State
from saraban.web.session import chosen_language
from saraban.web.words import in_digits

BOXES_AT_FIRST = 20
MOST_LEAVES = 8  # more units that passed nothing on than this stand in one box
SHOWN_CHILDREN = 12
MOST_CHILDREN = 60
MOST_FOUND = 30


@dataclass(frozen=True)
class Picture:
    """The boxes in drawing order, the open branches, and what the search found."""

    boxes: list[DrawnNode]
    open_ids: tuple[str, ...]
    found: list[Node]
    found_count: int


@dataclass
class _Drawing:
    wanted: set[str]
    opened: set[str]
    on_path: set[str]
    conflicting: set[str]
    href_of: Callable[[str], str]
    page_of: Callable[[str], str]
    word_of: Callable[[State], str]
    chased: Mapping[int, ChasedLine]
    boxes: list[DrawnNode] = field(default_factory=list)

    def open_first(self, root: Node) -> None:
        """Open from the top down while the picture stays small."""
        waiting, count = deque([root]), 1
        while waiting:
            node = waiting.popleft()
            if not node.children:
                continue
            shown, rest = self._chosen(node)
            count += len(shown) + bool(rest)
            if node.id in self.opened or count <= BOXES_AT_FIRST:
                self.opened.add(node.id)
                waiting.extend(shown)
            else:
                count -= len(shown) + bool(rest)

    def draw(self, root: Node) -> None:
        """The boxes of the tree, parents first, what a parent folds away after what it shows."""
        waiting: list[Node | tuple[Node, list[Node]]] = [root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, tuple):
                self._close(*node)
                continue
            self.boxes.append(self._box(node))
            shown, rest = self._chosen(node) if node.id in self.opened else ([], node.children)
            if rest:
                waiting.append((node, rest))
            waiting.extend(reversed(shown))

    def _chosen(self, node: Node) -> tuple[list[Node], list[Node]]:
        """The children to draw and the others; first those on a path asked for, then those
        that passed it on: the picture's first line is the way the matter went."""
        ordered = sorted(
            node.children, key=lambda child: (child.id not in self.on_path, not child.children)
        )
        if node.id in self.wanted:
            return ordered[:MOST_CHILDREN], ordered[MOST_CHILDREN:]
        first = [child for child in ordered if child.children or child.id in self.on_path]
        leaves = ordered[len(first) :]
        if len(leaves) <= MOST_LEAVES:
            first, leaves = ordered, []
        return first[:SHOWN_CHILDREN], [*first[SHOWN_CHILDREN:], *leaves]

    def _box(self, node: Node) -> DrawnNode:
        letter = node.letter
        return DrawnNode(
            id=node.id,
            parent=node.parent.id if node.parent else None,
            level=node.level,
            title=node.unit_short,
            number=letter.printed_number if letter else None,
            state_shape=SHAPES[node.state],
            state_word=_("%(state)s (หลักฐานอ่อน)", state=self.word_of(node.state))
            if _is_weak(node)
            else self.word_of(node.state),
            days_held=node.days_held,
            clock=_clock(node),
            mark=_reminded(node, self.chased),
            is_inferred=node.is_declared or node.is_inferred or _is_weak(node),
            has_conflict=letter is not None and letter.uid in self.conflicting,
            href=self.page_of(letter.uid) if letter else None,
            closed_count=None,
            closed_words=None,
        )

    def _close(self, parent: Node, branch: list[Node]) -> None:
        below = [node for child in branch for node in child.walk()]
        states = states_of(below)
        words = " ".join(
            f"{SHAPES[state]}{in_digits(str(states[state]))}" for state in State if state in states
        )
        self.boxes.append(
            DrawnNode(
                id=f"{parent.id}+",
                parent=parent.id,
                level=parent.level + 1,
                title=_("อีก %(count)s หน่วย", count=in_digits(f"{len(below):,}")),
                number=None,
                state_shape="",
                state_word="",
                days_held=None,
                is_inferred=False,
                has_conflict=False,
                href=self.href_of(parent.id),
                closed_count=len(below),
                closed_words=words,
            )
        )


def picture(
    cascade: Cascade,
    *,
    asked_open: Iterable[str],
    words: str,
    href_of: Callable[[tuple[str, ...]], str],
    page_of: Callable[[str], str],
    word_of: Callable[[State], str],
    chased: Mapping[int, ChasedLine],
) -> Picture:
    """The boxes to draw. asked_open are node ids, words a search; unknown ones are ignored.

    href_of gives the page with these branches open, page_of a letter's page.
    """
    by_id = {node.id: node for node in cascade.nodes}
    wanted = {node_id for node_id in asked_open if node_id in by_id}
    found = _matching(cascade, words)
    asked = [
        node
        for node in by_id.values()
        if node.letter is not None and node.letter.uid == cascade.asked_uid
    ]
    on_path = {
        step
        for node in [*asked, *found[:MOST_FOUND], *(by_id[node_id] for node_id in wanted)]
        for step in _line_up(node)
    }
    kept = tuple(sorted(wanted))
    drawing = _Drawing(
        wanted=wanted,
        opened=wanted | on_path | {cascade.root.id},
        on_path=on_path,
        conflicting={line.citing_uid for line in cascade.conflicts},
        href_of=lambda node_id: href_of((*kept, node_id)),
        page_of=page_of,
        word_of=word_of,
        chased=chased,
    )
    drawing.open_first(cascade.root)
    drawing.draw(cascade.root)
    return Picture(drawing.boxes, kept, found[:MOST_FOUND], len(found))


def _is_weak(node: Node) -> bool:
    """Whether somebody acknowledged for it over a link, without an account."""
    return node.delivery is not None and bool(node.delivery.is_weak_proof)


def _clock(node: Node) -> str:
    """The days used above the unit and those it has left, as its box tells them."""
    parts = []
    if node.days_used_above is not None and node.parent is not None:
        parts.append(_("ใช้ไปก่อนถึง %(days)s วัน", days=in_digits(str(node.days_used_above))))
    if node.days_left is not None and node.days_left < 0:
        parts.append(_("▲ ช้า %(days)s วัน", days=in_digits(str(-node.days_left))))
    elif node.days_left is not None:
        parts.append(_("เหลือ %(days)s วัน", days=in_digits(str(node.days_left))))
    return " · ".join(parts)


def _reminded(node: Node, chased: Mapping[int, ChasedLine]) -> str:
    found = chased.get(node.delivery.id) if node.delivery is not None else None
    if found is None:
        return ""
    return str(_("เตือนแล้ว %(count)s ครั้ง", count=in_digits(str(found.count))))


def _matching(cascade: Cascade, words: str) -> list[Node]:
    wanted = words.strip()
    if not wanted:
        return []
    return [node for node in cascade.nodes if wanted in node.unit_name or wanted in node.unit_short]


def _line_up(node: Node) -> Iterable[str]:
    step: Node | None = node
    while step is not None:
        yield step.id
        step = step.parent


def drawn_words() -> DrawnWords:
    """What the picture says, in the reader's language and digits."""
    return DrawnWords(
        language=chosen_language(),
        conflict=_("ข้อมูลขัดกัน"),
        days=_("{count} วัน"),
        held=_("อยู่ที่หน่วย {count} วัน"),
        number=_("เลข {number}"),
        no_number=_("ไม่มีเลข"),
        inferred=_("อนุมานจากหลักฐานอื่น"),
        closed=_("อีก {count} หน่วย"),
        shown=_("ผังสายเวียนจากซ้ายไปขวา แสดง {count} หน่วย"),
        folded=_("พับไว้อีก {count} หน่วย"),
        digits=in_digits,
    )
