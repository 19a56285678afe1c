"""Lists and searches of letters: one page in two statements, whatever the size of the office."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.visibility import touched_letter_ids
from saraban.records import Letter, RegisterEntry
from saraban.records.database import is_postgres
from saraban.records.search_index import matching_letter_ids
from saraban.rules.permissions import Actor
from saraban.thai.text import search_key

PAGE_SIZE = 50


@dataclass(frozen=True)
class LetterLine:
    """One letter in a list; own_number is this unit's receipt or send number, if it has one."""

    uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    urgency: str
    secrecy: str
    kind: str
    is_circular: bool
    is_issued_here: bool
    own_number: int | None
    is_void: bool


@dataclass(frozen=True)
class LetterPage:
    """Newest first. has_more tells whether another page follows; words is the query as typed."""

    lines: tuple[LetterLine, ...]
    page: int
    has_more: bool
    words: str


def letters(actor: Actor, *, words: str = "", page: int = 1) -> LetterPage:
    """The letters the actor may see, or those of them in which the words stand.

    Words match inside words, in Thai or Arabic digits, with or without blanks.
    """
    key = search_key(words)
    query = (
        Letter.select(
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.subject,
            Letter.urgency,
            Letter.secrecy,
            Letter.kind,
            Letter.is_circular,
            Letter.is_issued_here,
            RegisterEntry.number,
            RegisterEntry.voided_at,
        )
        .join(
            RegisterEntry,
            "LEFT OUTER JOIN",
            # + 0 keeps the engine from going through all entries of a busy unit, letter by letter.
            on=((RegisterEntry.letter == Letter.id) & (RegisterEntry.unit + 0 == actor.unit_id)),
        )
        .where(Letter.id.in_(touched_letter_ids(actor)))
        .order_by(Letter.created_at.desc(), Letter.id.desc())
        .paginate(page, PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    if key:
        query = query.where(matching_letter_ids(key, on_postgres=is_postgres()))
    found: list[Any] = list(query.tuples())
    lines = tuple(LetterLine(*(*row[:-1], row[-1] is not None)) for row in found[:PAGE_SIZE])
    return LetterPage(lines, page, len(found) > PAGE_SIZE, words)
