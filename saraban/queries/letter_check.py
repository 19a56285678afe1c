"""What anybody who holds a letter of ours may have confirmed: its facts, by its mark."""

from dataclasses import dataclass
from datetime import date

from saraban.errors import FileDamaged
from saraban.records import Letter, LetterFile, RegisterEntry, file_store
from saraban.thai.digits import to_arabic


@dataclass(frozen=True)
class LetterFacts:
    """A letter that a unit here issued. number_key has Arabic digits, as a mark has.

    content is the printed letter as it was kept; None where there is none.
    """

    number_key: str
    printed_number: str
    dated_on: date | None
    issuer_text: str
    subject: str
    addressee_text: str
    signatory_name: str
    is_void: bool
    content: bytes | None


def letter_facts(uid: str) -> LetterFacts | None:
    """The facts of an issued letter by its uid; None for one that is not ours.

    Asks nobody's permission: a uid that is not guessed, off the letter's own mark, is the key.
    """
    letter = Letter.get_or_none((Letter.uid == uid) & (Letter.is_issued_here))
    if letter is None or letter.printed_number is None:
        return None
    entry = (
        RegisterEntry.select()
        .where(RegisterEntry.letter == letter.id, RegisterEntry.unit == letter.registered_by_id)
        .order_by(RegisterEntry.id)
        .first()
    )
    return LetterFacts(
        number_key=to_arabic(letter.printed_number),
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        issuer_text=letter.issuer_text,
        subject=letter.subject,
        addressee_text=letter.addressee_text,
        signatory_name=letter.signatory_name,
        is_void=entry is not None and entry.voided_at is not None,
        content=_printed(letter.id),
    )


def _printed(letter_id: int) -> bytes | None:
    kept = (
        LetterFile.select()
        .where(LetterFile.letter == letter_id, LetterFile.role == "letter")
        .order_by(LetterFile.id)
        .first()
    )
    try:
        return None if kept is None else file_store.read(kept.file_id)
    except FileDamaged:
        return None
