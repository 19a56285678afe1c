"""Citations beside the letters they were resolved to, and where the two differ."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from saraban.queries.visibility import sees_letter, touched_among
from saraban.records import Citation, Letter
from saraban.records.id_sets import among
from saraban.rules.citations import CitedAs, Match, differing_fields, match_of
from saraban.rules.letters import Urgency
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class CitationLine:
    """What was written, what it means, and the fields in which the two differ.

    The …_key numbers are in normal form, Arabic digits. resolved_… are null while nobody, and
    no exact match, has said which letter is meant; resolved_number is the key of what the copy
    of that letter shows, resolved_letter_number of the number it is known by.
    """

    id: int
    citing_uid: str
    citing_number: str
    citing_key: str | None
    place: str
    text: str
    cited_number: str | None
    cited_on: date | None
    resolved_uid: str | None
    resolved_number: str | None
    resolved_letter_number: str | None
    resolved_printed: str | None
    resolved_on: date | None
    fields: tuple[str, ...]
    match: str
    confirmed_by: str | None


def citations_of(letter_ids: Iterable[int]) -> tuple[CitationLine, ...]:
    """All citations written in these letters, in the order written."""
    resolved = Letter.alias()
    query: Any = (
        Citation.select(
            Citation.id,
            Letter.uid,
            Letter.printed_number,
            Letter.letter_number,
            Citation.place,
            Citation.cited_text,
            Citation.cited_key,
            Citation.cited_on,
            Citation.cited_urgency,
            Citation.confirmed_by,
            resolved.uid,
            resolved.printed_key,
            resolved.letter_number,
            resolved.printed_number,
            resolved.dated_on,
            resolved.urgency,
        )
        .join(Letter, on=(Citation.letter == Letter.id))
        .join(resolved, "LEFT OUTER JOIN", on=(Citation.resolved == resolved.id))
        .where(among(Citation.letter, letter_ids))
        .order_by(Citation.letter, Citation.id)
        .tuples()
    )
    return tuple(_line(row) for row in query)


def in_sight(actor: Actor, lines: Iterable[CitationLine]) -> tuple[CitationLine, ...]:
    """The lines, each as one that nobody has resolved where the actor may not see what it means.

    Another office's letter may be meant: that it exists, and how it differs, is not theirs to know.
    """
    lines = tuple(lines)
    uids = {line.resolved_uid for line in lines if line.resolved_uid is not None}
    if not uids:
        return lines
    chosen: Any = Letter.select(Letter.uid, Letter.id).where(among(Letter.uid, uids)).tuples()
    ids = dict(chosen)
    touched = touched_among(actor, sorted(ids.values()))
    seen = {uid for uid, key in ids.items() if key in touched or sees_letter(actor, key)}
    return tuple(
        line if line.resolved_uid is None or line.resolved_uid in seen else _unresolved(line)
        for line in lines
    )


def told_beside(
    actor: Actor, lines: Iterable[CitationLine], here: Collection[str]
) -> tuple[CitationLine, ...]:
    """The lines as they stand where they mean one of the letters told of here, by uid.

    The others only as far as the actor may see what they mean.
    """
    every = tuple(lines)
    outside = in_sight(actor, (line for line in every if line.resolved_uid not in here))
    shown = {line.id: line for line in outside}
    return tuple(shown.get(line.id, line) for line in every)


def _unresolved(line: CitationLine) -> CitationLine:
    return replace(
        line,
        resolved_uid=None,
        resolved_number=None,
        resolved_letter_number=None,
        resolved_printed=None,
        resolved_on=None,
        fields=(),
        match=Match.UNRESOLVED.value,
        confirmed_by=None,
    )


def _line(row: tuple[Any, ...]) -> CitationLine:
    (
        key, citing_uid, citing_number, citing_key, place, text, cited_key, cited_on, cited_urgency,
        confirmed_by, uid, printed_key, letter_number, printed, dated_on, urgency,
    ) = row  # fmt: skip
    fields: tuple[str, ...] = ()
    match: Match = Match.UNRESOLVED
    if uid is not None:
        fields = differing_fields(
            CitedAs(cited_key, cited_on, cited_urgency, None),
            number_key=printed_key,
            dated_on=dated_on,
            # A copy that shows no urgency does not contradict a citation that names one.
            urgency=None if urgency == Urgency.NORMAL else urgency,
        )
        match = match_of(fields)
    return CitationLine(
        id=key,
        citing_uid=citing_uid,
        citing_number=citing_number or "",
        citing_key=citing_key,
        place=place,
        text=text,
        cited_number=cited_key,
        cited_on=cited_on,
        resolved_uid=uid,
        resolved_number=printed_key,
        resolved_letter_number=letter_number,
        resolved_printed=printed,
        resolved_on=dated_on,
        fields=fields,
        match=match.value,
        confirmed_by=confirmed_by,
    )
