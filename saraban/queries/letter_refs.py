"""Letters as links: any, those that cite a letter, those that pass it on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from saraban.queries.visibility import touched_among
from saraban.records import Citation, Letter
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class LetterRef:
    """A letter as a link; may_open is False for one that the reader only knows of."""

    uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    may_open: bool = True


def letter_refs(condition: Any) -> list[tuple[LetterRef, int | None]]:
    """(link, issuer's unit id) of the letters that meet the condition."""
    query: Any = (
        Letter.select(
            Letter.uid, Letter.printed_number, Letter.dated_on, Letter.issuer_text, Letter.issuer
        )
        .where(condition)
        .order_by(Letter.id)
        .tuples()
    )
    return [(LetterRef(*row[:-1]), row[-1]) for row in query]


def letters_that_cite(actor: Actor, letter_ids: Sequence[int]) -> tuple[LetterRef, ...]:
    """The letters that name this one, of those that the actor's desk touched, by time."""
    citing: Any = Citation.select(Citation.letter).where(Citation.resolved.in_(letter_ids)).tuples()
    seen = touched_among(actor, [row[0] for row in citing])
    if not seen:
        return ()
    return tuple(ref for ref, _ in letter_refs(Letter.id.in_(seen)))


def letters_that_convey(
    actor: Actor, letter_ids: Sequence[int]
) -> list[tuple[LetterRef, int | None]]:
    """(link, issuer's unit id) of the letters that pass this one on."""
    conveys = Letter.conveys.in_(letter_ids)
    ids: Any = Letter.select(Letter.id).where(conveys).order_by(Letter.id).tuples()
    found = [row[0] for row in ids]
    seen = touched_among(actor, found)
    return [
        (replace(ref, may_open=one in seen), issuer_id)
        for one, (ref, issuer_id) in zip(found, letter_refs(conveys), strict=True)
    ]
