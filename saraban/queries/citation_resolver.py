"""Known letters that a citation's number may mean, by index however many letters there are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from saraban.queries.one_letter import heads_of
from saraban.records import Citation, CitationLink, Letter, Unit
from saraban.rules.citation_matching import Cited, Decision, Known, decide, slips_of
from saraban.rules.citations import CitedAs
from saraban.rules.letters import Secrecy

# Office numbers a slip apart, over all years: more than these say that the number says nothing.
MOST_COMPARED = 400


def decision_on(
    parts: CitedAs,
    *,
    subject: str = "",
    written_on: date | None = None,
    without: Iterable[int] = (),
) -> Decision:
    """What a citation means among all letters known here. without: ids never to be meant.

    Letters above secrecy "normal" are not among them: a link would tell that they exist.
    """
    left_out = set(without)
    known = [one for one in known_for(parts.number_key) if one.id not in left_out]
    return decide(Cited(parts, subject, written_on), known)


def known_for(number_key: str | None) -> list[Known]:
    """Letters whose number, printed or known, is this one or one slip away."""
    keys = slips_of(number_key) if number_key else ()
    if not keys:
        return []
    query: Any = (
        Letter.select(
            Letter.id,
            Letter.printed_key,
            Letter.letter_number,
            Letter.dated_on,
            Letter.issuer_text,
            Unit.name_th,
            Unit.short_name_th,
            Letter.subject,
        )
        .join(Unit, "LEFT OUTER JOIN", on=(Letter.issuer == Unit.id))
        .where(
            Letter.printed_key.in_(keys) | Letter.letter_number.in_(keys),
            Letter.secrecy == Secrecy.NORMAL,
        )
        .order_by(Letter.id.desc())
        .limit(MOST_COMPARED)
        .tuples()
    )
    rows = list(query)
    heads = heads_of(row[0] for row in rows)
    return [
        Known(
            id=heads.get(key, key),
            keys=tuple({one: None for one in (printed, number) if one}),
            dated_on=dated_on,
            issuer_names=tuple({name: None for name in (text, *names) if name}),
            subject=subject,
        )
        for key, printed, number, dated_on, text, *names, subject in rows
    ]


def waiting_for(letter: Any) -> list[Any]:
    """Citations tied to nothing that name this letter's number, with .letter; a few hundred most.

    Those from which a person took this very letter away are not among them.
    """
    keys = [key for key in (letter.printed_key, letter.letter_number) if key]
    if not keys or letter.dated_on is None:
        return []
    taken_back = CitationLink.select(CitationLink.citation).where(
        CitationLink.letter == letter.id, CitationLink.taken_back_at.is_null(False)
    )
    return list(
        Citation.select(Citation, Letter)
        .join(Letter, on=(Citation.letter == Letter.id))
        .where(
            Citation.cited_key.in_(keys),
            Citation.cited_on == letter.dated_on,
            Citation.resolved.is_null(),
            Citation.letter != letter.id,
            Citation.id.not_in(taken_back),
            Letter.secrecy == Secrecy.NORMAL,
        )
        .order_by(Citation.id)
        .limit(MOST_COMPARED)
    )
