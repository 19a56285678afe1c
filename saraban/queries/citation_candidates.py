"""Which letters a citation may mean, for a person to choose from; nothing is decided here."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saraban.queries.citations import CitationLine
from saraban.queries.visibility import touched_letter_ids
from saraban.records import Letter
from saraban.rules.citations import LIKELY, closeness, read_citation
from saraban.rules.permissions import Actor

DAYS_AROUND = 31
MOST_COMPARED = 500
MOST_OFFERED = 5


@dataclass(frozen=True)
class Candidate:
    """A letter that may be meant."""

    uid: str
    printed_number: str
    dated_on: date | None
    issuer_text: str


def candidates(actor: Actor, citation: CitationLine) -> tuple[Candidate, ...]:
    """The letters the actor sees that are likely meant, the likeliest first.

    The same number of any day, and numbers a slip of the typist away near the cited day.
    """
    cited = read_citation(citation.text)
    if cited.number_key is None:
        return ()
    condition: Any = Letter.printed_key == cited.number_key
    if cited.dated_on is not None:
        around = timedelta(days=DAYS_AROUND)
        condition |= Letter.dated_on.between(cited.dated_on - around, cited.dated_on + around)
    query: Any = (
        Letter.select(
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.printed_key,
        )
        .where(
            condition,
            Letter.id.in_(touched_letter_ids(actor)),
            Letter.uid != citation.citing_uid,
            Letter.printed_key.is_null(False),
        )
        .limit(MOST_COMPARED)
        .tuples()
    )
    ranked = [
        (closeness(cited, number_key=key, dated_on=dated_on), Candidate(uid, printed, dated_on, by))
        for uid, printed, dated_on, by, key in query
    ]
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(letter for likeness, letter in ranked if likeness >= LIKELY)[:MOST_OFFERED]
