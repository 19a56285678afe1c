"""A case: the letters on one matter across levels, and why each is thought to belong to it.

Worked out at every look from conveyance, citations that are tied, and what people said; nothing
of it is kept but their words.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from saraban.errors import N_, LetterNotFound
from saraban.queries.visibility import sees_letter
from saraban.records import CaseMark, Citation, Letter
from saraban.records.id_sets import among
from saraban.rules.citation_matching import subject_likeness
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor

# A letter also cites rules and letters on other matters: those are about something else.
SAME_MATTER = 60.0
MOST_LETTERS = 300


class Tie(StrEnum):
    """Why a letter belongs to the case, the surest first."""

    ITSELF = "itself"
    CONVEYED = "conveyed"
    CITED = "cited"
    SAID = "said"


THAI_TIE = {
    Tie.ITSELF: N_("ฉบับที่เริ่มดู"),
    Tie.CONVEYED: N_("นำส่งต่อกัน"),
    Tie.CITED: N_("อ้างถึงกัน และเรื่องใกล้กัน"),
    Tie.SAID: N_("มีผู้ระบุว่าเรื่องเดียวกัน"),
}


@dataclass(frozen=True)
class CaseLetter:
    """A letter of the case. level: how many letters it conveys above it. by: who said so, if."""

    uid: str
    printed_number: str
    dated_on: date | None
    issuer_text: str
    subject: str
    level: int
    tie: Tie
    by: str


@dataclass(frozen=True)
class CaseFound:
    """The letters that the asking person sees, by level and then by date; how many they do not."""

    letters: tuple[CaseLetter, ...]
    unseen_count: int
    has_more: bool


def case_of(letter_uid: str, *, actor: Actor) -> CaseFound:
    """The case of a letter. Raises LetterNotFound."""
    start = Letter.get_or_none(Letter.uid == letter_uid)
    if start is None or not sees_letter(actor, start.id):
        raise LetterNotFound(uid=letter_uid)
    ties: dict[int, tuple[Tie, str]] = {start.id: (Tie.ITSELF, "")}
    waiting = deque([start.id])
    while waiting and len(ties) <= MOST_LETTERS:
        found = _neighbours(list(waiting))
        waiting.clear()
        for key, tie, by in found:
            if key not in ties:
                ties[key] = (tie, by)
                waiting.append(key)
    chosen = list(ties)[:MOST_LETTERS]
    rows: list[Any] = list(Letter.select().where(among(Letter.id, chosen)))
    seen = [row for row in rows if sees_letter(actor, row.id)]
    levels = _levels(rows)
    lines = [
        CaseLetter(
            uid=row.uid,
            printed_number=row.printed_number or "",
            dated_on=row.dated_on,
            issuer_text=row.issuer_text,
            subject=row.subject,
            level=levels[row.id],
            tie=ties[row.id][0],
            by=ties[row.id][1],
        )
        for row in seen
    ]
    lines.sort(key=lambda line: (line.level, line.dated_on or date.max, line.printed_number))
    return CaseFound(tuple(lines), len(rows) - len(seen), len(ties) > MOST_LETTERS)


def _neighbours(ids: list[int]) -> Iterable[tuple[int, Tie, str]]:
    """Letters one step away from these, each with why; pairs that people parted left out."""
    said = _said(ids)
    parted = {pair for pair, (is_joined, _) in said.items() if not is_joined}
    for pair, (is_joined, by) in said.items():
        if is_joined:
            yield from ((key, Tie.SAID, by) for key in pair)
    conveying: Any = Letter.select(Letter.id, Letter.conveys).where(
        Letter.conveys.is_null(False), among(Letter.id, ids) | among(Letter.conveys, ids)
    )
    for one, other in conveying.tuples():
        if (min(one, other), max(one, other)) not in parted:
            yield from ((key, Tie.CONVEYED, "") for key in (one, other))
    cited = Letter.alias()
    citing: Any = (
        Citation.select(Citation.letter, Citation.resolved, Letter.subject, cited.subject)
        .join(Letter, on=(Citation.letter == Letter.id))
        .join(cited, on=(Citation.resolved == cited.id))
        .where(
            among(Citation.letter, ids) | among(Citation.resolved, ids),
            Letter.secrecy == Secrecy.NORMAL,
            cited.secrecy == Secrecy.NORMAL,
        )
    )
    for one, other, subject, other_subject in citing.tuples():
        is_same = subject_likeness(subject, other_subject) >= SAME_MATTER
        if is_same and (min(one, other), max(one, other)) not in parted:
            yield from ((key, Tie.CITED, "") for key in (one, other))


def _said(ids: list[int]) -> dict[tuple[int, int], tuple[bool, str]]:
    """The latest word on each pair that one of these letters is in."""
    query: Any = (
        CaseMark.select(CaseMark.one, CaseMark.other, CaseMark.is_joined, CaseMark.marked_by)
        .where(among(CaseMark.one, ids) | among(CaseMark.other, ids))
        .order_by(CaseMark.id)
        .tuples()
    )
    return {(one, other): (bool(is_joined), by) for one, other, is_joined, by in query}


def _levels(rows: list[Any]) -> dict[int, int]:
    """How many letters of the case each stands below, by conveyance."""
    above = {row.id: row.conveys_id for row in rows}
    levels = {}
    for key in above:
        level, step = 0, above[key]
        while step in above and level < len(above):
            level, step = level + 1, above[step]
        levels[key] = level
    return levels
