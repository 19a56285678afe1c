"""From a number, typed as anybody types it, to the cascade whose letter it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import N_, Conflict, LetterNotFound, UnreadableLetterNumber
from saraban.records import Citation, Letter
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.letters import Secrecy
from saraban.thai.dates import format_medium
from saraban.thai.text import search_key


class NumberUnknown(LetterNotFound):
    code = "number_unknown"
    message_th = N_("ไม่พบหนังสือเลขที่ “%(number)s”%(in_year)s")


class NumberAmbiguous(Conflict):
    """Numbers restart every year, and two offices may print the same one."""

    code = "number_ambiguous"
    message_th = N_("เลข “%(number)s” มีหลายสายเวียน โปรดระบุปีด้วย --year: %(choices)s")


@dataclass(frozen=True)
class FoundLetter:
    """A letter that a number may mean."""

    uid: str
    root_id: int
    printed_number: str
    dated_on: date | None
    be_year: int | None
    issuer_text: str


def letter_by_number(number: str, *, be_year: int | None = None) -> FoundLetter:
    """The letter of this number: the one it is known by, prints, or is cited with.

    Somebody's way of citing a letter counts only where no letter has the number itself. Of
    several letters in one cascade the oldest is given. Raises NumberUnknown, NumberAmbiguous.
    """
    found = [letter for letter in _letters(number) if be_year is None or letter.be_year == be_year]
    if not found:
        in_year = "" if be_year is None else f" ปี พ.ศ. {be_year}"
        raise NumberUnknown(number=number, in_year=in_year)
    if len({letter.root_id for letter in found}) > 1:
        choices = ", ".join(_choice(letter) for letter in found)
        raise NumberAmbiguous(number=number, choices=choices)
    return found[0]


def _letters(number: str) -> list[FoundLetter]:
    try:
        key = parse_letter_number(number).key
    except UnreadableLetterNumber:
        # No number as offices write them: compare it blank for blank with what is printed.
        wanted = search_key(number)
        return _found(Letter.search_text.contains(wanted)) if len(wanted) > 2 else []
    if key.startswith("ว "):  # "ว 3799" alone: whichever office's
        of_number = (Letter.letter_number == key) | Letter.letter_number.endswith(f"/{key}")
        of_number |= Letter.printed_key.endswith(f"/{key}")
    else:
        of_number = (Letter.letter_number == key) | (Letter.printed_key == key)
    cited = Citation.select(Citation.resolved).where(
        Citation.cited_key == key, Citation.resolved.is_null(False)
    )
    return _found(of_number) or _found(Letter.id.in_(cited))


def _found(condition: Any) -> list[FoundLetter]:
    query: Iterable[Any] = (
        Letter.select(
            Letter.uid,
            Letter.root,
            Letter.printed_number,
            Letter.dated_on,
            Letter.be_year,
            Letter.issuer_text,
            Letter.id,
        )
        .where(condition, Letter.secrecy == Secrecy.NORMAL)
        .order_by(Letter.id)
        .limit(50)
        .tuples()
    )
    return [
        FoundLetter(uid, root_id or letter_id, printed or "", dated_on, year, issuer)
        for uid, root_id, printed, dated_on, year, issuer, letter_id in query
    ]


def _choice(letter: FoundLetter) -> str:
    day = "ไม่ลงวันที่" if letter.dated_on is None else format_medium(letter.dated_on)
    return f"{letter.printed_number} {day} ({letter.issuer_text})"
