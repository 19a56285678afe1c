"""What stands against passing a letter on: a circle, or a later day that nobody explained."""

from typing import Any

from saraban.desk.drafts import LetterDraft
from saraban.errors import CircularComesBack, CitationMakesLoop, LaterThanParent
from saraban.queries.conveyance import letters_above, own_letter_among
from saraban.queries.instructions import instructions_of
from saraban.records import Citation, Letter
from saraban.records.database import locked
from saraban.rules.instructions import Instruction, compare, later_unexplained


def refuse_circle(parent_id: int, unit_id: int) -> None:
    """CircularComesBack when the letter conveys one that the unit itself wrote."""
    number = own_letter_among(letters_above(parent_id), unit_id)
    if number is not None:
        raise CircularComesBack(number=number)


def refuse_citation_loop(letter_id: int, enclosed_id: int) -> None:
    """CitationMakesLoop when the letter that is said to be enclosed conveys this one.

    Holds both letters first: of two who say opposite things at once the second is told.
    """
    both = sorted({letter_id, enclosed_id})
    list(locked(Letter.select(Letter.id).where(Letter.id.in_(both)).order_by(Letter.id)))
    if letter_id in letters_above(enclosed_id, by_any_enclosure=True):
        raise CitationMakesLoop(field="citation")


def refuse_later_dates(draft: LetterDraft, parent: Any) -> None:
    """LaterThanParent when a point is due after the one it stands for, without a reason.

    Source: unconfirmed (practice): a level that sets a later day lets the one above down.
    """
    own = [
        Instruction(duty.point, duty.asks, duty.report_to, duty.due_on, duty.late_reason)
        for duty in draft.duties
    ]
    for pair in later_unexplained(compare(instructions_of(parent.id), own)):
        if pair.own is not None and pair.above is not None:
            raise LaterThanParent(
                point=pair.own.number, days=pair.days_later, above=pair.above.number
            )


def enclosed_besides(letter_id: int, parent_id: int) -> list[int]:
    """The letters that a letter encloses besides the one that is its origin."""
    query: Any = (
        Citation.select(Citation.resolved)
        .where(
            Citation.letter == letter_id,
            Citation.place == "enclosure",
            Citation.resolved.is_null(False),
            Citation.resolved != parent_id,
        )
        .tuples()
    )
    return [enclosed for (enclosed,) in query]
