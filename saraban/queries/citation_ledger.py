"""All citations in reach that disagree with what they mean, or that nobody could place yet.

Newest first by the citation's id. A page reads windows of ids and never the whole table, so that it
costs the same however many letters there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import peewee

from saraban.errors import N_
from saraban.queries.visibility import touched_among
from saraban.records import Citation, CitationLink, Letter
from saraban.records.id_sets import among
from saraban.rules.citations import CitedAs, differing_fields
from saraban.rules.cited_subject import differs_in_subject
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require

LINES_A_PAGE = 100
WINDOW = 20_000  # citations looked through at once
MOST_WINDOWS = 5  # a page of few lines, or none, leads on to what is older


class Kind(StrEnum):
    """What a page of the ledger lists."""

    NUMBER = "number"
    DATE = "date"
    BOTH = "both"
    URGENCY = "urgency"
    SUBJECT = "subject"
    OPEN = "open"
    TAKEN_BACK = "taken_back"


THAI_KIND = {
    Kind.NUMBER: N_("เลขต่าง"),
    Kind.DATE: N_("วันที่ต่าง"),
    Kind.BOTH: N_("ต่างทั้งเลขและวันที่"),
    Kind.URGENCY: N_("ชั้นความเร็วต่าง"),
    Kind.SUBJECT: N_("เรื่องต่าง"),
    Kind.OPEN: N_("ยังไม่รู้ว่าฉบับใด"),
    Kind.TAKEN_BACK: N_("ถอนการอ้างแล้ว"),
}


@dataclass(frozen=True)
class TakenBack:
    """A letter that a citation was once tied to, and who said that it is not meant.

    number and reason are empty for who may not see that letter.
    """

    printed_number: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class LedgerLine:
    """What a letter cites, what that is held to mean, and how the two differ.

    confirmed_by is empty for what number and day decided by themselves; resolved_… are empty
    while it is open. kinds is empty where the two agree; an urgency that the letter itself does not
    show differs too, although it contradicts nothing.
    """

    citation_id: int
    citing_uid: str
    citing_number: str
    citing_on: date | None
    citing_issuer: str
    text: str
    cited_number: str
    cited_on: date | None
    cited_urgency: str | None
    resolved_uid: str | None
    resolved_number: str
    resolved_key: str
    resolved_on: date | None
    resolved_urgency: str | None
    resolved_subject: str
    kinds: tuple[Kind, ...]
    confirmed_by: str
    confirmed_at: datetime | None
    taken_back: tuple[TakenBack, ...]

    @property
    def kind(self) -> Kind | None:
        """The first of the kinds."""
        return self.kinds[0] if self.kinds else None


@dataclass(frozen=True)
class LedgerPage:
    """Lines, the latest first, and the id to begin the next page before; None at the end.

    A page may have few lines, or none, although there are older ones.
    """

    lines: tuple[LedgerLine, ...]
    next_before: int | None


def citation_ledger(
    actor: Actor, *, kind: Kind | None = None, before: int | None = None, most: int = LINES_A_PAGE
) -> LedgerPage:
    """A page of the ledger over the letters that the actor's units touched.

    kind None lists every disagreement; OPEN those with a number that no known letter is held to
    have; TAKEN_BACK those from which a person took a letter away. A line stands only where the
    actor may see both letters. Raises Refused for who may see none.
    """
    require(actor, Act.SEE_CASCADE)
    newest = Citation.select(peewee.fn.MAX(Citation.id)).scalar() or 0
    end = newest + 1 if before is None else min(before, newest + 1)
    lines: list[LedgerLine] = []
    for _window in range(MOST_WINDOWS):
        start = max(1, end - WINDOW)
        lines += _in_window(actor, start, end, kind)
        if len(lines) > most:
            return LedgerPage(tuple(lines[:most]), lines[most - 1].citation_id)
        end = start
        if end <= 1:
            return LedgerPage(tuple(lines), None)
    return LedgerPage(tuple(lines), end)


def _in_window(actor: Actor, start: int, end: int, kind: Kind | None) -> list[LedgerLine]:
    """The lines with ids from start until before end, the newest first."""
    resolved = Letter.alias()
    query: Any = (
        Citation.select(
            Letter.id,
            Letter.conveys,
            resolved.id,
            Citation.id,
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Citation.cited_text,
            Citation.cited_key,
            Citation.cited_on,
            Citation.cited_urgency,
            Citation.confirmed_by,
            Citation.confirmed_at,
            resolved.uid,
            resolved.printed_number,
            resolved.printed_key,
            resolved.dated_on,
            resolved.urgency,
            resolved.subject,
        )
        .join(Letter, on=(Citation.letter == Letter.id))
        .join(resolved, "LEFT OUTER JOIN", on=(Citation.resolved == resolved.id))
        .where(
            Citation.id >= start,
            Citation.id < end,
            Letter.secrecy == Secrecy.NORMAL,
            resolved.secrecy.is_null() | (resolved.secrecy == Secrecy.NORMAL),
            _condition(kind, resolved),
        )
        .order_by(Citation.id.desc())
        .tuples()
    )
    rows = list(query)
    taken_back = _taken_back([row[3] for row in rows])
    asked = {key for row in rows for key in (row[0], row[2]) if key is not None}
    asked |= {letter for found in taken_back.values() for letter, _ in found}
    seen = _touched(actor, sorted(asked))
    lines = []
    for citing, conveys, meant, *facts in rows:
        if citing not in seen or not (meant is None or meant in seen or meant == conveys):
            continue
        told = tuple(
            one if letter in seen else TakenBack("", one.by, one.at, "")
            for letter, one in taken_back.get(facts[0], ())
        )
        line = _line(facts, told)
        if kind is Kind.TAKEN_BACK or (kind in line.kinds if kind else line.kinds):
            lines.append(line)
    return lines


def _touched(actor: Actor, letter_ids: list[int]) -> set[int]:
    """Those that the actor may see, asked in portions that both engines take as parameters."""
    portion = 5000
    return {
        found
        for at in range(0, len(letter_ids), portion)
        for found in touched_among(actor, letter_ids[at : at + portion])
    }


def _condition(kind: Kind | None, resolved: Any) -> Any:
    """What every line of the kind meets, and few others; the exact look is `_kinds`."""
    if kind is Kind.OPEN:
        return Citation.resolved.is_null() & Citation.cited_key.is_null(False)
    if kind is Kind.TAKEN_BACK:
        return Citation.id.in_(
            CitationLink.select(CitationLink.citation).where(
                CitationLink.taken_back_at.is_null(False)
            )
        )
    return Citation.resolved.is_null(False) & (
        (Citation.cited_key != resolved.printed_key)
        | (Citation.cited_on != resolved.dated_on)
        | (Citation.cited_urgency != resolved.urgency)
        | Citation.cited_text.contains("เรื่อง")
    )


def _taken_back(ids: Sequence[int]) -> dict[int, list[tuple[int, TakenBack]]]:
    """By citation: the ids of the letters taken from it, and what is told of each."""
    query: Any = (
        CitationLink.select(
            CitationLink.citation,
            CitationLink.letter,
            Letter.printed_number,
            CitationLink.taken_back_by,
            CitationLink.taken_back_at,
            CitationLink.reason,
        )
        .join(Letter, on=(CitationLink.letter == Letter.id))
        .where(among(CitationLink.citation, ids), CitationLink.taken_back_at.is_null(False))
        .order_by(CitationLink.id)
        .tuples()
    )
    found: dict[int, list[tuple[int, TakenBack]]] = {}
    for citation, letter, number, by, at, reason in query:
        line = TakenBack(number or "", by or "", at, reason or "")
        found.setdefault(citation, []).append((letter, line))
    return found


def _line(row: Sequence[Any], taken_back: tuple[TakenBack, ...]) -> LedgerLine:
    (
        key, uid, number, dated_on, issuer, text, cited_key, cited_on, cited_urgency, by, at,
        resolved_uid, resolved_number, resolved_key, resolved_on, urgency, subject,
    ) = row  # fmt: skip
    kinds: tuple[Kind, ...] = (Kind.OPEN,)
    if resolved_uid is not None:
        fields = differing_fields(
            CitedAs(cited_key, cited_on, cited_urgency, None),
            number_key=resolved_key,
            dated_on=resolved_on,
            urgency=urgency,
        )
        kinds = _kinds(fields, has_other_subject=differs_in_subject(text, subject))
    return LedgerLine(
        citation_id=key,
        citing_uid=uid,
        citing_number=number or "",
        citing_on=dated_on,
        citing_issuer=issuer,
        text=text,
        cited_number=cited_key or "",
        cited_on=cited_on,
        cited_urgency=cited_urgency,
        resolved_uid=resolved_uid,
        resolved_number=resolved_number or "",
        resolved_key=resolved_key or "",
        resolved_on=resolved_on,
        resolved_urgency=urgency,
        resolved_subject=subject or "",
        kinds=kinds,
        confirmed_by=by or "",
        confirmed_at=at,
        taken_back=taken_back,
    )


def _kinds(fields: tuple[str, ...], *, has_other_subject: bool) -> tuple[Kind, ...]:
    names = {"number": Kind.NUMBER, "dated_on": Kind.DATE, "urgency": Kind.URGENCY}
    kinds = tuple(names[field] for field in fields)
    if kinds[:2] == (Kind.NUMBER, Kind.DATE):
        kinds = (Kind.BOTH, *kinds[2:])
    return (*kinds, Kind.SUBJECT) if has_other_subject else kinds
