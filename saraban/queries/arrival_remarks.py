"""What the remark column of a receive book says of letters that came again by another way.

It is written when the book is shown or printed, not kept with the line: the line stays as it was
on the day it was closed, and what was noted afterwards is an arrival with a day of its own.
"""

from collections.abc import Iterable
from typing import Any

from saraban.queries.one_letter import rows_of_each
from saraban.records import LetterArrival
from saraban.records.id_sets import among
from saraban.rules.registers import THAI_CHANNEL, Channel
from saraban.thai.dates import format_short


def arrival_remarks(unit_id: int, letter_ids: Iterable[int | None]) -> dict[int, str]:
    """Letter id to its words in Thai, as books are; only letters that came again."""
    rows = rows_of_each(sorted({one for one in letter_ids if one is not None}))
    letter_of = {row: letter_id for letter_id, ones in rows.items() for row in ones}
    query: Any = (
        LetterArrival.select(
            LetterArrival.letter,
            LetterArrival.channel,
            LetterArrival.came_from,
            LetterArrival.arrived_on,
        )
        .where(
            among(LetterArrival.letter, sorted(letter_of)),
            LetterArrival.unit == unit_id,
            LetterArrival.taken_back_at.is_null(),
        )
        .order_by(LetterArrival.arrived_on, LetterArrival.id)
        .tuples()
    )
    found: dict[int, list[str]] = {}
    for row, channel, came_from, arrived_on in query:
        words = filter(
            None,
            ("มาอีกทาง", THAI_CHANNEL[Channel(channel)], came_from, format_short(arrived_on)),
        )
        found.setdefault(letter_of[row], []).append(" ".join(words))
    return {letter_id: ", ".join(lines) for letter_id, lines in found.items()}
