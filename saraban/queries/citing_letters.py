"""Which letters name a number that somebody wants to void."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.visibility import sees_all_of, sees_letter
from saraban.records import Citation, Letter, RegisterEntry
from saraban.rules.permissions import Actor
from saraban.rules.registers import is_receipt_book


@dataclass(frozen=True)
class CitingLetter:
    """A letter that cites or passes on the one whose number is asked about."""

    uid: str
    printed_number: str
    dated_on: date | None
    subject: str


@dataclass(frozen=True)
class CitingLetters:
    """Those the actor may see, oldest first, and how many more there are."""

    seen: tuple[CitingLetter, ...]
    unseen_count: int


def letters_citing(actor: Actor, entry: Any) -> CitingLetters:
    """Who would be left citing a void number, if this line were struck through.

    For a number that we gave to a letter of ours: whoever cites it or passed it on. For a receipt
    number: our own answers to the letter. Letters that are void themselves do not count.
    """
    if entry.letter_id is None:
        return CitingLetters((), 0)
    cited = Letter.get_by_id(entry.letter_id)
    named = Citation.resolved == cited.id
    if cited.printed_key is not None and cited.dated_on is not None:
        named |= (Citation.cited_key == cited.printed_key) & (Citation.cited_on == cited.dated_on)
    citing = Letter.id.in_(Citation.select(Citation.letter).where(named))
    wanted = (citing | (Letter.conveys == cited.id)) & (Letter.id != cited.id)
    if is_receipt_book(entry.register):
        wanted &= (Letter.issuer == entry.unit_id) & (Letter.is_issued_here == True)  # noqa: E712 - SQL
    void = RegisterEntry.select(RegisterEntry.letter).where(
        RegisterEntry.unit == Letter.registered_by,
        RegisterEntry.letter == Letter.id,
        RegisterEntry.voided_at.is_null(False),
    )
    found: Any = (
        Letter.select(
            Letter.id,
            Letter.uid,
            Letter.printed_number,
            Letter.letter_number,
            Letter.dated_on,
            Letter.subject,
            Letter.conveys,
        )
        .where(wanted, Letter.id.not_in(void))
        .order_by(Letter.dated_on, Letter.id)
        .tuples()
    )
    lines = list(found)
    # Who wrote a letter is shown in its cascade which letters pass it on.
    sees_others = sees_all_of(actor, cited)
    seen = tuple(
        CitingLetter(uid, printed or number or "", dated_on, subject)
        for letter_id, uid, printed, number, dated_on, subject, conveys in lines
        if (sees_others and conveys == cited.id) or sees_letter(actor, letter_id)
    )
    return CitingLetters(seen, len(lines) - len(seen))
