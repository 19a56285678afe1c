"""The rows of the letter table that were declared one letter: asked here and nowhere else.

A merge ties a head to a head, so what stands is a tree without loops: following `kept` upwards
ends at the one head of all. A merge that was undone is not followed, which is all that undoing
is. Merges are few, and asked for by index, only where a letter or a cascade is shown.
"""

from collections.abc import Collection, Iterable
from typing import Any

from saraban.records import Delivery, Letter, LetterMerge
from saraban.records.id_sets import among


def head_of(letter_id: int) -> int:
    """The row that stands for the letter: itself, unless it was merged into another."""
    while True:
        above: Any = (
            LetterMerge.select(LetterMerge.kept)
            .where(LetterMerge.merged == letter_id, LetterMerge.undone_at.is_null())
            .tuples()
            .first()
        )
        if above is None:
            return letter_id
        letter_id = above[0]


def rows_of_one(letter_id: int) -> tuple[int, ...]:
    """The ids of all rows that are one letter with this one, their head first; often only it."""
    head = head_of(letter_id)
    found, waiting = [head], [head]
    while waiting:
        below: Any = (
            LetterMerge.select(LetterMerge.merged)
            .where(LetterMerge.kept.in_(waiting), LetterMerge.undone_at.is_null())
            .order_by(LetterMerge.id)
            .tuples()
        )
        waiting = [merged for (merged,) in below]
        found += waiting
    return tuple(found)


def delivery_here(letter_id: int, unit_id: int) -> Any:
    """The letter's delivery to the unit, with .letter, or None.

    That of the row asked for comes first, then that of a row that is one letter with it.
    """
    rows = rows_of_one(letter_id)
    found = list(
        Delivery.select(Delivery, Letter)
        .join(Letter, on=(Delivery.letter == Letter.id))
        .where(Delivery.letter.in_(rows), Delivery.to_unit == unit_id)
        .order_by(Delivery.id)
    )
    own = (delivery for delivery in found if delivery.letter_id == letter_id)
    return next(own, found[0] if found else None)


def passes_on(letter_id: int, other_id: int) -> bool:
    """Whether the letter conveys the other, itself or through letters between them."""
    sought = set(rows_of_one(other_id))
    seen: set[int] = set()
    waiting = set(rows_of_one(letter_id))
    while waiting:
        seen |= waiting
        above: Any = (
            Letter.select(Letter.conveys)
            .where(Letter.id.in_(sorted(waiting)), Letter.conveys.is_null(False))
            .tuples()
        )
        waiting = {row for (parent,) in above for row in rows_of_one(parent)} - seen
        if waiting & sought:
            return True
    return False


def joined_roots(root_id: int) -> tuple[int, ...]:
    """The roots of the cascades that are one with this root's, itself first; often only it.

    Two cascades are one where a letter of the one and a letter of the other are one letter.
    """
    found, waiting = [root_id], {root_id}
    while waiting:
        beside = _roots_beside(waiting) - set(found)
        found += sorted(beside)
        waiting = beside
    return tuple(found)


def joined_roots_of_each(root_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The same for a few roots at once; where no merge touches any of them, by one question."""
    if not root_ids or not _roots_beside(root_ids):
        return {root_id: (root_id,) for root_id in root_ids}
    return {root_id: joined_roots(root_id) for root_id in root_ids}


def _roots_beside(roots: Collection[int]) -> set[int]:
    """The roots on the other side of a merge that touches a letter of these roots."""
    touched = _merges_at(LetterMerge.kept, roots) | _merges_at(LetterMerge.merged, roots)
    if not touched:
        return set()
    ends: Any = Letter.select(Letter.id, Letter.root).where(Letter.id.in_(list(touched))).tuples()
    return {root or letter_id for letter_id, root in ends}


def _merges_at(side: Any, roots: Collection[int]) -> set[int]:
    """The letters at both ends of the merges whose one side is a letter of these roots."""
    query: Any = (
        LetterMerge.select(LetterMerge.kept, LetterMerge.merged)
        .join(Letter, on=(side == Letter.id))
        .where(
            LetterMerge.undone_at.is_null(),
            Letter.root.in_(list(roots)) | Letter.id.in_(list(roots)),
        )
        .tuples()
    )
    return {end for pair in query for end in pair}


def heads_of(letter_ids: Iterable[int]) -> dict[int, int]:
    """Each of a few letters and its head; without those that are heads themselves."""
    heads: dict[int, int] = {}
    waiting = {letter_id: letter_id for letter_id in letter_ids}
    while waiting:
        above: Any = (
            LetterMerge.select(LetterMerge.merged, LetterMerge.kept)
            .where(
                LetterMerge.merged.in_(sorted(set(waiting.values()))),
                LetterMerge.undone_at.is_null(),
            )
            .tuples()
        )
        kept = dict(above)
        waiting = {one: kept[end] for one, end in waiting.items() if end in kept}
        heads |= waiting
    return heads


def rows_of_each(letter_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For many letters at once the rows that are one with each; only those in a merge are asked."""
    chosen = list(letter_ids)
    touched: Any = (
        LetterMerge.select(LetterMerge.kept, LetterMerge.merged)
        .where(
            LetterMerge.undone_at.is_null(),
            among(LetterMerge.kept, chosen) | among(LetterMerge.merged, chosen),
        )
        .tuples()
    )
    merged = {end for pair in touched for end in pair}
    return {one: rows_of_one(one) if one in merged else (one,) for one in chosen}
