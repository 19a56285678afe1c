"""Under which number a receiver registered a letter: what its sender gets back."""

from collections.abc import Sequence
from typing import Any

from saraban.records import Receipt, RegisterEntry
from saraban.records.id_sets import among


def numbers_of(letter_ids: Sequence[int], unit_ids: Sequence[int]) -> dict[int, str]:
    """The first number of each unit that is not struck through, as its stamp writes it."""
    query: Any = (
        Receipt.select(Receipt.unit, Receipt.printed_number)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter.in_(letter_ids),
            among(Receipt.unit, unit_ids),
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(Receipt.id.desc())
        .tuples()
    )
    return dict(query)
