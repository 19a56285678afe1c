"""The rows of all cascades that merges made one, told as if every letter had but one row.

Nothing is stored so: the rows of a letter that was merged are told under the letter that stands
for it, and where both were sent to one unit the delivery that came further is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from saraban.queries import cascade_rows
from saraban.queries.cascade_rows import DeliveryRow, LetterRow, ReceiptRow
from saraban.queries.one_letter import heads_of, joined_roots


@dataclass(frozen=True)
class CascadeRows:
    """The letters, the top one first, the deliveries and the receipts of one cascade."""

    letters: list[LetterRow]
    deliveries: list[DeliveryRow]
    receipts: list[ReceiptRow]


def rows_of_cascade(root_id: int) -> CascadeRows:
    """Everything below the root, and below those whose letters were declared one with its own."""
    roots = joined_roots(root_id)
    letters = [row for root in roots for row in cascade_rows.letters_of(root)]
    deliveries = [row for root in roots for row in cascade_rows.deliveries_of(root)]
    receipts = [
        row
        for root in roots
        for row in cascade_rows.receipts_of(
            root, also=[row.id for row in letters if not row.is_issued_here]
        )
    ]
    if len(roots) == 1:
        return CascadeRows(letters, deliveries, receipts)
    heads = heads_of(row.id for row in letters)
    return CascadeRows(
        _top_first(letters, heads, heads.get(root_id, root_id)),
        _once_a_unit(
            row._replace(letter_id=heads.get(row.letter_id, row.letter_id)) for row in deliveries
        ),
        list(
            dict.fromkeys(
                row._replace(letter_id=heads.get(row.letter_id, row.letter_id)) for row in receipts
            )
        ),
    )


def _top_first(letters: Sequence[LetterRow], heads: dict[int, int], asked: int) -> list[LetterRow]:
    """One row a letter, conveying what stands for what it conveyed; the top one first.

    asked is the head of the root asked for: the way up from it ends at the top. A row that was
    merged may know what the letter conveys where its head does not.
    """
    conveyed = {
        heads.get(row.id, row.id): heads.get(row.conveys_id, row.conveys_id)
        for row in letters
        if row.conveys_id is not None
    }
    rows = {
        row.id: row._replace(conveys_id=conveyed.get(row.id))
        for row in letters
        if row.id not in heads
    }
    top = asked
    while conveyed.get(top) in rows:
        top = conveyed[top]
    return [rows.pop(top), *sorted(rows.values(), key=lambda row: row.id)]


def _once_a_unit(deliveries: Iterable[DeliveryRow]) -> list[DeliveryRow]:
    further: dict[tuple[int, int, bool], DeliveryRow] = {}
    for row in deliveries:
        place = (row.letter_id, row.to_unit_id, bool(row.is_inner))
        before = further.get(place)
        if before is None or before.status < row.status:
            further[place] = row
    return list(further.values())
