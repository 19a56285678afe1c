"""What the register knows that speaks for or against a reading; facts here, doubts by the rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from saraban.errors import UnreadableLetterNumber
from saraban.queries.visibility import touched_among
from saraban.records import Letter, Unit
from saraban.records.database import is_postgres
from saraban.records.search_index import matching_letter_ids
from saraban.rules.intake import FROM_A_PICTURE
from saraban.rules.letter_codes import DEPARTMENTS, MINISTRIES, PROVINCE_LETTERS
from saraban.rules.letter_number import LetterNumber, parse_letter_number
from saraban.rules.letter_reading.misreadings.plausibility import (
    Hint,
    KnownNumber,
    code_hints,
    date_hints,
    number_hints,
)
from saraban.rules.letter_reading.proposal import proposal_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor
from saraban.rules.units import UnitKind
from saraban.thai.dates import be_year
from saraban.thai.text import search_key

MOST_COMPARED = 500


def hints_for(actor: Actor, letter: Mapping[str, Any], *, arrived_on: date) -> tuple[Hint, ...]:
    """Every doubt about a letter of a reading, from letters that the actor sees."""
    proposal = proposal_of(letter)
    hints = date_hints(proposal.dated_on, arrived_on=arrived_on)
    if proposal.secrecy != Secrecy.NORMAL:
        hints.append(Hint("secrecy", "secret", needs_look=True))
    if not proposal.printed_number:
        return (*hints, Hint("number", "number_missing", needs_look=False))
    try:
        number = parse_letter_number(proposal.printed_number)
    except UnreadableLetterNumber:
        return (*hints, Hint("number", "number_unreadable", needs_look=True))
    hints += code_hints(number, proposal.issuer_text, codes=_known_codes(), provinces=_provinces())
    if proposal.dated_on is not None:
        hints += number_hints(
            number,
            proposal.dated_on,
            known=_known_numbers(actor, number, be_year(proposal.dated_on)),
            rivals=_rivals(letter),
            is_picture=_evidence(letter).get("source") in FROM_A_PICTURE,
        )
    return tuple(hints)


def _known_numbers(actor: Actor, number: LetterNumber, year: int) -> list[KnownNumber]:
    """The sender's numbers of the year in the same series (ว has its own), the latest to come.

    Looked up by the search index: reading through all letters of a year takes too long.
    """
    stem = f"{number.prefix}/ว " if number.is_circular else f"{number.prefix}/"
    rows: Any = (
        Letter.select(Letter.id, Letter.printed_key, Letter.dated_on)
        .where(
            matching_letter_ids(search_key(stem), on_postgres=is_postgres()),
            Letter.be_year == year,
            Letter.printed_key.is_null(False),
        )
        .order_by(Letter.id.desc())
        .limit(MOST_COMPARED)
        .tuples()
    )
    series = [row for row in rows if row[1].startswith(stem)]
    seen = touched_among(actor, [row[0] for row in series])
    numbers = ((key.removeprefix(stem), day) for letter_id, key, day in series if letter_id in seen)
    return [KnownNumber(int(running), day) for running, day in numbers if running.isdecimal()]


def _rivals(letter: Mapping[str, Any]) -> Sequence[LetterNumber]:
    """Other readings of the number, where the digit reader told any."""
    rivals = []
    for text in _evidence(letter).get("rivals") or ():
        try:
            rivals.append(parse_letter_number(text))
        except UnreadableLetterNumber:
            continue
    return rivals


def _evidence(letter: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the number was read."""
    return (letter.get("evidence") or {}).get("number") or {}


def _known_codes() -> frozenset[str]:
    rows: Any = Unit.select(Unit.code_letters).where(Unit.code_letters != "").distinct().tuples()
    told = {fact.letters for fact in MINISTRIES} | {one.ministry_letters for one in DEPARTMENTS}
    return frozenset(told | {letters for (letters,) in rows})


def _provinces() -> dict[str, str]:
    """Names of provinces, without their word, by their letters."""
    rows: Any = (
        Unit.select(Unit.dopa_code, Unit.name_th).where(Unit.kind == UnitKind.PROVINCE).tuples()
    )
    names = {code: name.removeprefix("จังหวัด") for code, name in rows}
    return {letters: names[code] for code, letters in PROVINCE_LETTERS.items() if code in names}
