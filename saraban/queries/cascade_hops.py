"""When a matter moved: how many agencies of each level did what on which day, or one way down.

Days are those of Bangkok. The steps stay apart: a letter's date, its arrival in a receive book,
its acknowledgement, its passing on and the answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import peewee

from saraban.errors import LetterNotFound
from saraban.queries import cascade_rows
from saraban.queries.cascade_areas import sees_whole
from saraban.queries.cascade_nodes import Node, instant
from saraban.queries.cascade_rows import LetterRow
from saraban.queries.cascade_tree import cascade_of
from saraban.queries.one_letter import joined_roots
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Letter, Unit
from saraban.records.database import database
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step
from saraban.rules.levels import Level, level_of
from saraban.rules.permissions import Actor

SENT = "dispatched_at"
# What is told of a delivery, in the order in which it happens, by the names of its columns.
STEPS = (
    SENT, Step.RECEIVED.value, Step.ACKNOWLEDGED.value, Step.PASSED_ON.value, Step.REPORTED.value,
)  # fmt: skip
MOST_FOUND = 30
_TO_THE_HOUR = len("2022-06-16T03")
_Key = tuple[Level, str]


@dataclass(frozen=True)
class Lane:
    """One step of one level: on how many agencies it happened each day, in order of the days."""

    level: Level
    step: str
    days: tuple[tuple[date, int], ...]

    @property
    def count(self) -> int:
        """Of how many agencies it is known."""
        return sum(count for _, count in self.days)

    @property
    def median_on(self) -> date:
        """The day by which half of them had."""
        left = (self.count + 1) // 2
        for day, count in self.days:
            left -= count
            if left <= 0:
                return day
        return self.days[-1][0]


@dataclass(frozen=True)
class Hops:
    """Lanes by level and step, and with way the nodes from the top to the agency asked for.

    found are the agencies whose names match, when more than one does.
    """

    root_letter: LetterRow
    lanes: tuple[Lane, ...]
    way: tuple[Node, ...]
    found: tuple[Node, ...]
    is_whole: bool


def hops_of(letter_uid: str, *, actor: Actor, today: date, words: str = "") -> Hops:
    """The whole by day and level; with words the way down to the agency of that name.

    Counted by the database for who sees the whole cascade and asks for no agency, else from the
    nodes that the actor sees. Who has nobody below sees their own way. Raises LetterNotFound.
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=letter_uid)
    root_id = letter.root_id or letter.id
    if not words and sees_whole(root_id, actor) and len(joined_roots(root_id)) == 1:
        head = cascade_rows.letters_of(root_id)[0]
        return Hops(head, _lanes(_counted(root_id)), (), (), is_whole=True)
    cascade = cascade_of(letter_uid, actor=actor, today=today, with_coverage=False)
    own = cascade.own_ids
    nodes = [node for node in cascade.nodes if own is None or node.id in own]
    found = [node for node in nodes if words and words in f"{node.unit_name} {node.unit_short}"]
    exact = [node for node in found if words in (node.unit_name, node.unit_short)]
    chosen = exact or found
    if not words and len(nodes) == 1:
        chosen = nodes
    way = _way_to(chosen[0]) if len(chosen) == 1 else ()
    return Hops(
        cascade.root_letter,
        _lanes(_from_nodes(nodes)),
        way,
        tuple(chosen[:MOST_FOUND]) if len(chosen) > 1 else (),
        is_whole=own is None,
    )


def _way_to(node: Node) -> tuple[Node, ...]:
    above: Node | None = node
    way: list[Node] = []
    while above is not None:
        way.append(above)
        above = above.parent
    return tuple(reversed(way))


def _counted(root_id: int) -> dict[_Key, Counter[date]]:
    """By the index of the root: each step's hours with their counts, folded to Bangkok's days."""
    counts: dict[_Key, Counter[date]] = defaultdict(Counter)
    for step in STEPS:
        column = getattr(Delivery, step)
        hour = peewee.fn.SUBSTR(column, 1, _TO_THE_HOUR)
        query: Any = (
            Delivery.select(Unit.kind, hour, peewee.fn.COUNT(Delivery.id))
            .join(Unit, on=(Delivery.to_unit == Unit.id))
            .where(
                Delivery.root == root_id,
                Delivery.is_inner == False,  # noqa: E712 - SQL
                column.is_null(False),
            )
            # By its place: PostgreSQL takes two texts with parameters of their own for two.
            .group_by(Unit.kind, peewee.SQL("2"))
        )
        cursor: Any = database.execute(query)
        for kind, hour_text, count in cursor.fetchall():
            counts[(level_of(kind), step)][_day(f"{hour_text}:00:00Z")] += count
        cursor.close()
    return counts


def _from_nodes(nodes: Iterable[Node]) -> dict[_Key, Counter[date]]:
    counts: dict[_Key, Counter[date]] = defaultdict(Counter)
    for node in nodes:
        for step in STEPS:
            text = node.delivery and getattr(node.delivery, step)
            if text:
                counts[(level_of(node.unit_kind), step)][_day(text)] += 1
    return counts


def _lanes(counts: dict[_Key, Counter[date]]) -> tuple[Lane, ...]:
    return tuple(
        Lane(level, step, tuple(sorted(counts[(level, step)].items())))
        for level in Level
        for step in STEPS
        if (level, step) in counts
    )


def _day(text: str) -> date:
    return day_of(instant(text))


def days_from_to(first: date, last: date) -> list[date]:
    """Every day from one to another, both included."""
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]
