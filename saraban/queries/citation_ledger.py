"""All citations in reach that disagree with what they mean, or that nobody could place yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from saraban.errors import N_
from saraban.queries.visibility import touched_letter_ids
from saraban.records import Citation, CitationLink, Letter
from saraban.records.id_sets import among
from saraban.rules.citations import CitedAs, differing_fields
from saraban.rules.letters import Secrecy, Urgency
from saraban.rules.permissions import Actor

LINES_A_PAGE = 100


class Kind(StrEnum):
    """What a page of the ledger lists."""

    NUMBER = "number"
    DATE = "date"
    BOTH = "both"
    URGENCY = "urgency"
    OPEN = "open"
    TAKEN_BACK = "taken_back"


THAI_KIND = {
    Kind.NUMBER: N_("เลขต่าง"),
    Kind.DATE: N_("วันที่ต่าง"),
    Kind.BOTH: N_("ต่างทั้งเลขและวันที่"),
    Kind.URGENCY: N_("ชั้นความเร็วต่าง"),
    Kind.OPEN: N_("ยังไม่รู้ว่าฉบับใด"),
    Kind.TAKEN_BACK: N_("ถอนการอ้างแล้ว"),
}


@dataclass(frozen=True)
class TakenBack:
    """A letter that a citation was once tied to, and who said that it is not meant."""

    printed_number: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class LedgerLine:
    """What a letter cites, what that is held to mean, and how the two differ.

    confirmed_by is empty for what number and day decided by themselves; resolved_… are empty
    while it is open. kind is None where the two agree.
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
    resolved_on: date | None
    resolved_urgency: str | None
    kind: Kind | None
    confirmed_by: str
    confirmed_at: datetime | None
    taken_back: tuple[TakenBack, ...]


@dataclass(frozen=True)
class LedgerPage:
    """Lines, the latest first, and the id to begin the next page before; None at the end."""

    lines: tuple[LedgerLine, ...]
    next_before: int | None


def citation_ledger(
    actor: Actor, *, kind: Kind | None = None, before: int | None = None, most: int = LINES_A_PAGE
) -> LedgerPage:
    """A page of the ledger over the letters that the actor's units touched.

    kind None lists every disagreement; OPEN those with a number that no known letter is held to
    have; TAKEN_BACK those from which a person took a letter away.
    """
    resolved = Letter.alias()
    query: Any = (
        Citation.select(
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
        )
        .join(Letter, on=(Citation.letter == Letter.id))
        .join(resolved, "LEFT OUTER JOIN", on=(Citation.resolved == resolved.id))
        .where(
            Citation.letter.in_(touched_letter_ids(actor)),
            Letter.secrecy == Secrecy.NORMAL,
            _condition(kind, resolved),
        )
        .order_by(Citation.id.desc())
        .limit(most + 1)
    )
    if before is not None:
        query = query.where(Citation.id < before)
    rows = list(query.tuples())
    taken_back = _taken_back([row[0] for row in rows[:most]])
    lines = tuple(_line(row, taken_back.get(row[0], ())) for row in rows[:most])
    return LedgerPage(lines, lines[-1].citation_id if len(rows) > most else None)


def _condition(kind: Kind | None, resolved: Any) -> Any:
    number = Citation.cited_key != resolved.printed_key
    day = Citation.cited_on != resolved.dated_on
    same_number = Citation.cited_key.is_null() | ~number
    same_day = Citation.cited_on.is_null() | resolved.dated_on.is_null() | ~day
    # A copy that shows no urgency does not contradict a citation that names one.
    urgency = (Citation.cited_urgency != resolved.urgency) & (resolved.urgency != Urgency.NORMAL)
    if kind is Kind.OPEN:
        return Citation.resolved.is_null() & Citation.cited_key.is_null(False)
    if kind is Kind.TAKEN_BACK:
        return Citation.id.in_(
            CitationLink.select(CitationLink.citation).where(
                CitationLink.taken_back_at.is_null(False)
            )
        )
    tied = Citation.resolved.is_null(False)
    conditions = {
        Kind.NUMBER: number & same_day,
        Kind.DATE: day & same_number,
        Kind.BOTH: number & day,
        Kind.URGENCY: urgency,
        None: number | day | urgency,
    }
    return tied & conditions[kind]


def _taken_back(ids: Sequence[int]) -> dict[int, tuple[TakenBack, ...]]:
    query: Any = (
        CitationLink.select(
            CitationLink.citation,
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
    found: dict[int, tuple[TakenBack, ...]] = {}
    for citation, number, by, at, reason in query:
        line = TakenBack(number or "", by or "", at, reason or "")
        found[citation] = (*found.get(citation, ()), line)
    return found


def _line(row: tuple[Any, ...], taken_back: tuple[TakenBack, ...]) -> LedgerLine:
    (
        key, uid, number, dated_on, issuer, text, cited_key, cited_on, cited_urgency, by, at,
        resolved_uid, resolved_number, resolved_key, resolved_on, urgency,
    ) = row  # fmt: skip
    fields: tuple[str, ...] = ()
    if resolved_uid is not None:
        fields = differing_fields(
            CitedAs(cited_key, cited_on, cited_urgency, None),
            number_key=resolved_key,
            dated_on=resolved_on,
            urgency=None if urgency == Urgency.NORMAL else urgency,
        )
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
        resolved_on=resolved_on,
        resolved_urgency=urgency,
        kind=_kind(fields, is_tied=resolved_uid is not None),
        confirmed_by=by or "",
        confirmed_at=at,
        taken_back=taken_back,
    )


def _kind(fields: tuple[str, ...], *, is_tied: bool) -> Kind | None:
    if not is_tied:
        return Kind.OPEN
    if {"number", "dated_on"} <= set(fields):
        return Kind.BOTH
    names = {"number": Kind.NUMBER, "dated_on": Kind.DATE, "urgency": Kind.URGENCY}
    return names[fields[0]] if fields else None
