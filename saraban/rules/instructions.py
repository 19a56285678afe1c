"""The numbered points of two letters side by side: kept, reworded, dropped, added.

A letter that passes another on asks in its own words. Which point stands for which is found by
likeness alone, the most alike first; the order and the numbers may have changed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz import fuzz

from saraban.errors import N_
from saraban.thai.text import search_key

# Points of different matters in official Thai are 30 to 50 alike, one that was reworded or
# shortened 65 and more.
REWORDED_FROM = 60
# A shorter wording that stands whole in the longer one is the same point cut down, a few words
# that happen to stand in it are not.
_LEAST_TO_STAND_IN = 20
_CUT_DOWN_WEIGHT = 0.9
# An equal stretch shorter than this between two changes is chance: a tone, a common syllable.
_LEAST_EQUAL = 4
# Letters with the marks over and under them, numbers and foreign words whole.
_CLUSTER = re.compile(r"[0-9๐-๙.,/]+|[A-Za-z-]+|[เ-ไ]?[ก-ฮ][ะ-ฺ็-๎]*|.", re.DOTALL)


class Fate(StrEnum):
    """What became of a point on the way down."""

    KEPT = "kept"
    REWORDED = "reworded"
    DROPPED = "dropped"
    ADDED = "added"


THAI_FATE = {
    Fate.KEPT: N_("คงเดิม"),
    Fate.REWORDED: N_("ปรับข้อความ"),
    Fate.DROPPED: N_("ตัดออก"),
    Fate.ADDED: N_("เพิ่มใหม่"),
}


FATE_SHAPES = {Fate.KEPT: "=", Fate.REWORDED: "≈", Fate.DROPPED: "−", Fate.ADDED: "+"}


@dataclass(frozen=True)
class Instruction:
    """One numbered point as a letter has it. late_reason is why it is due after its origin."""

    number: str
    asks: str
    report_to: str = ""
    due_on: date | None = None
    late_reason: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of a point's text, and whether the other letter has it otherwise."""

    text: str
    is_changed: bool


@dataclass(frozen=True)
class PointPair:
    """A point above beside the one that stands for it below; either may be missing.

    days_later counts calendar days from the date above to the one below, negative when it is
    earlier; null where either has none.
    """

    fate: Fate
    above: Instruction | None
    own: Instruction | None
    above_pieces: tuple[Piece, ...] = ()
    own_pieces: tuple[Piece, ...] = ()

    @property
    def days_later(self) -> int | None:
        """How much later the point below is due."""
        if self.above is None or self.own is None:
            return None
        if self.above.due_on is None or self.own.due_on is None:
            return None
        return (self.own.due_on - self.above.due_on).days

    @property
    def is_later(self) -> bool:
        """Whether the point below may be answered after its origin is due."""
        return (self.days_later or 0) > 0

    @property
    def loses_date(self) -> bool:
        """Whether the point above has a date, and the one below says none."""
        return (
            self.above is not None
            and self.own is not None
            and self.above.due_on is not None
            and self.own.due_on is None
        )


def compare(above: Sequence[Instruction], own: Sequence[Instruction]) -> tuple[PointPair, ...]:
    """Every point of both letters once, in the order above; what was added follows its place.

    Each point stands for one other at most.
    """
    partner = _partners([one.asks for one in above], [one.asks for one in own])
    taken = {place: origin for origin, place in partner.items()}
    rows: list[tuple[tuple[int, int, int], PointPair]] = []
    for place, one in enumerate(above):
        if place in partner:
            rows.append(((place, 0, 0), _pair(one, own[partner[place]])))
        else:
            pieces = (Piece(one.asks, is_changed=True),)
            rows.append(((place, 0, 0), PointPair(Fate.DROPPED, one, None, pieces)))
    behind = -1
    for place, one in enumerate(own):
        if place in taken:
            behind = taken[place]
            continue
        pieces = (Piece(one.asks, is_changed=True),)
        added = PointPair(Fate.ADDED, None, one, own_pieces=pieces)
        # Behind the row of the point it follows; at the end where it follows the last one.
        at = len(above) if place > max(taken, default=-1) else behind
        rows.append(((at, 1, place), added))
    return tuple(pair for _, pair in sorted(rows, key=lambda row: row[0]))


def dropped(pairs: Sequence[PointPair]) -> tuple[Instruction, ...]:
    """The points above for which nothing stands below, in their order."""
    return tuple(pair.above for pair in pairs if pair.own is None and pair.above is not None)


def later_unexplained(pairs: Sequence[PointPair]) -> tuple[PointPair, ...]:
    """Those due later than their origin that say no reason for it."""
    return tuple(
        pair
        for pair in pairs
        if pair.is_later and pair.own is not None and not pair.own.late_reason.strip()
    )


def _pair(above: Instruction, own: Instruction) -> PointPair:
    if search_key(above.asks) == search_key(own.asks):
        return PointPair(
            Fate.KEPT, above, own, (Piece(above.asks, False),), (Piece(own.asks, False),)
        )
    return PointPair(Fate.REWORDED, above, own, *_marked(above.asks, own.asks))


def _partners(above: Sequence[str], own: Sequence[str]) -> dict[int, int]:
    """Place above to place below, the most alike first; among equals those in the same order."""
    keys = [search_key(text) for text in above], [search_key(text) for text in own]
    scored = sorted(
        (-_likeness(one, other), abs(place - at), place, at)
        for place, one in enumerate(keys[0])
        for at, other in enumerate(keys[1])
    )
    found: dict[int, int] = {}
    for score, _, place, at in scored:
        if -score >= REWORDED_FROM and place not in found and at not in found.values():
            found[place] = at
    return found


def _likeness(one: str, other: str) -> float:
    """0 to 100. Digits count like letters; a point cut down to a part of itself is like it."""
    whole = fuzz.ratio(one, other)
    if min(len(one), len(other)) < _LEAST_TO_STAND_IN:
        return whole
    return max(whole, _CUT_DOWN_WEIGHT * fuzz.partial_ratio(one, other))


def _marked(above: str, own: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, with what only one of them says marked."""
    left, right = _CLUSTER.findall(above), _CLUSTER.findall(own)
    marks = [True] * len(left), [True] * len(right)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    for block in blocks:
        is_edge = (block.a, block.b) == (0, 0) or (
            block.a + block.size == len(left) and block.b + block.size == len(right)
        )
        if block.size >= _LEAST_EQUAL or (is_edge and block.size):
            marks[0][block.a : block.a + block.size] = [False] * block.size
            marks[1][block.b : block.b + block.size] = [False] * block.size
    return _pieces(left, marks[0]), _pieces(right, marks[1])


def _pieces(clusters: list[str], marks: list[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for text, is_changed in zip(clusters, marks, strict=True):
        if pieces and pieces[-1].is_changed == is_changed:
            pieces[-1] = Piece(pieces[-1].text + text, is_changed)
        else:
            pieces.append(Piece(text, is_changed))
    return tuple(pieces)
