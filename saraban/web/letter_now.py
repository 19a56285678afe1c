"""What clerks ask of a letter first: who received it last, what was ordered, where it went."""

from dataclasses import dataclass

from saraban.queries.endorsements import EndorsementLine
from saraban.queries.letter_card import LetterCard
from saraban.queries.timeline_line import TimelineLine
from saraban.rules.endorsements import EndorsementKind

# Steps by which a letter leaves a desk.
_WENT_ON = frozenset({"dispatched", "passed_inside", "passed_on"})


@dataclass(frozen=True)
class WhereItStands:
    """The last answer to each question, or None; order is an order that was not taken back.

    Of what the reader may see: others may have done more.
    """

    received: TimelineLine | None
    order: EndorsementLine | None
    went_on: TimelineLine | None


def where_it_stands(card: LetterCard) -> WhereItStands:
    """The card's events and notes, from the end."""
    backwards = card.timeline[::-1]
    decided = [
        note
        for note in card.notes.lines
        if note.kind is EndorsementKind.ORDER and note.withdrawal is None
    ]
    return WhereItStands(
        received=next((line for line in backwards if line.what == "received"), None),
        order=decided[-1] if decided else None,
        went_on=next((line for line in backwards if line.what in _WENT_ON), None),
    )
