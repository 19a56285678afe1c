"""Known letters that a letter which was read may be another arrival of."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.visibility import sees_letter
from saraban.records import (
    Letter,
    LetterFile,
    LetterSketch,
    Receipt,
    RegisterEntry,
    SketchBand,
)
from saraban.rules.duplicates import LetterFacts, Likeness, Reason, compare
from saraban.rules.fingerprint import bands_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor

MOST_OFFERED = 3
# Boilerplate puts many letters into one band; those that share most bands are looked at.
_MOST_COMPARED = 50
_MOST_IN_A_BAND = 400


@dataclass(frozen=True)
class Duplicate:
    """A letter that this may be, why, and the numbers that this desk gave it."""

    letter_uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    likeness: Likeness
    our_numbers: tuple[int, ...]


def duplicates_of(
    actor: Actor,
    *,
    read: LetterFacts,
    sha256: str,
    letter_count: int = 1,
    without: Collection[int] = (),
) -> tuple[Duplicate, ...]:
    """Letters that the actor sees, the surest first; found by index, not by comparing with all.

    sha256 is the file's; in a file with several letters (letter_count) equal bytes alone say
    nothing about which of them is meant, so number or text have to agree as well. without are
    the rows of the letter itself, where that is in the register already.
    """
    with_bytes = _with_file(sha256)
    ids = {*with_bytes, *_with_number(read), *_with_like_text(read.sketches)} - set(without)
    found = []
    for letter in Letter.select().where(Letter.id.in_(list(ids))) if ids else ():
        known = LetterFacts(
            letter.printed_key, letter.dated_on, letter.issuer_text, sketches_of(letter.id)
        )
        same_bytes = letter.id in with_bytes and letter_count == 1
        like = compare(read, known, same_bytes=same_bytes)
        if like is not None and letter.secrecy == Secrecy.NORMAL and sees_letter(actor, letter.id):
            found.append((letter, like))
    order = list(Reason)
    found.sort(key=lambda one: (order.index(one[1].reason), -one[1].text_share, -one[0].id))
    return tuple(_told(actor, letter, like) for letter, like in found[:MOST_OFFERED])


def _with_file(sha256: str) -> set[int]:
    rows: Any = LetterFile.select(LetterFile.letter).where(LetterFile.file == sha256).tuples()
    return {letter_id for (letter_id,) in rows}


def _with_number(read: LetterFacts) -> set[int]:
    if read.number_key is None:
        return set()
    same = Letter.select(Letter.id).where(Letter.printed_key == read.number_key)
    if read.dated_on is not None:
        same = same.where((Letter.dated_on == read.dated_on) | Letter.dated_on.is_null())
    rows: Any = same.limit(_MOST_COMPARED).tuples()
    return {letter_id for (letter_id,) in rows}


def _with_like_text(sketches: Iterable[str]) -> Sequence[int]:
    """Ids of the letters that share most bands with any of the sketches."""
    shared: Counter[int] = Counter()
    for sketch in sketches:
        for band in bands_of(sketch):
            rows: Any = (
                SketchBand.select(LetterSketch.letter)
                .join(LetterSketch, on=(SketchBand.letter_sketch == LetterSketch.id))
                .where(SketchBand.band == band)
                .order_by(SketchBand.id.desc())
                .limit(_MOST_IN_A_BAND)
                .tuples()
            )
            shared.update(letter_id for (letter_id,) in rows)
    return [letter_id for letter_id, _ in shared.most_common(_MOST_COMPARED)]


def sketches_of(letter_id: int) -> tuple[str, ...]:
    """The fingerprints of the letter's text, one for each copy that was read or written here."""
    rows: Any = (
        LetterSketch.select(LetterSketch.sketch).where(LetterSketch.letter == letter_id).tuples()
    )
    return tuple(sketch for (sketch,) in rows)


def _told(actor: Actor, letter: Any, like: Likeness) -> Duplicate:
    numbers: Any = (
        RegisterEntry.select(RegisterEntry.number)
        .join(Receipt, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter == letter.id,
            Receipt.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(RegisterEntry.id)
        .tuples()
    )
    return Duplicate(
        letter.uid,
        letter.printed_number,
        letter.dated_on,
        letter.issuer_text,
        letter.subject,
        like,
        tuple(number for (number,) in numbers),
    )
