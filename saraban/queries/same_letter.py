"""Other rows of the register that may be the letter that is looked at, to be declared one with it.

Found by index: the printed number, the fingerprint of the text, the bytes of the file. A row
that the actor does not see is offered only where it says nothing that their own does not: number,
day, sender and subject are the very same. Then only who registered it is told.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.duplicates import duplicates_of, sketches_of
from saraban.queries.known_letter import standing_number, was_sent_to
from saraban.queries.one_letter import passes_on, rows_of_one
from saraban.queries.visibility import in_own_line, sees_all_of, sees_letter
from saraban.records import Letter, LetterFile, LetterMerge, Unit
from saraban.rules.duplicates import LetterFacts, Reason, same_issuer
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may
from saraban.thai.text import search_key

_MOST_TWINS = 5


@dataclass(frozen=True)
class SameLetter:
    """A row that may be the same letter, what agrees, and what the own one says beside it.

    reason is rules.duplicates.Reason. our_number is the number that this desk gave to the
    one or the other, null without any; arrived_here tells that the other was sent to it in the
    system. may_open is False for a row that is only known by being the very same.
    """

    uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    registered_by: str
    is_issued_here: bool
    reason: Reason
    text_share: float
    differing: tuple[str, ...]
    our_number: int | None
    arrived_here: bool
    may_open: bool


@dataclass(frozen=True)
class MergeLine:
    """A merge of this letter's rows; undone_… are null while it stands.

    by_unit is the registry that declared it; is_ours tells that it is the actor's.
    """

    uid: str
    other_uid: str
    other_number: str | None
    other_issuer: str
    may_open: bool
    by_unit: str
    is_ours: bool
    reason: str
    merged_at: Any
    merged_by: str
    undone_at: Any
    undone_by: str | None
    undone_reason: str | None


def same_letters(actor: Actor, letter_uid: str) -> tuple[SameLetter, ...]:
    """The rows that may be this letter, the surest first; none for who may not merge.

    The letter is one that the actor sees. A pair that was taken apart is not offered again.
    """
    if not may(actor, Act.MERGE_LETTERS):
        return ()
    letter: Any = Letter.get(Letter.uid == letter_uid)
    if letter.secrecy != Secrecy.NORMAL:
        return ()
    own = rows_of_one(letter.id)
    if (
        not was_sent_to(letter.id, actor.unit_id)
        and standing_number(letter.id, actor.unit_id) is None
    ):
        return ()
    read = LetterFacts(
        letter.printed_key, letter.dated_on, letter.issuer_text, sketches_of(letter.id)
    )
    found = duplicates_of(actor, read=read, sha256=_first_file(letter.id), without=own)
    reasons = {one.letter_uid: (one.likeness.reason, one.likeness.text_share) for one in found}
    for twin in _twins(letter, own):
        reasons.setdefault(twin, (Reason.SAME_NUMBER, 0.0))
    rows: Any = Letter.select(Letter, Unit).join(Unit, on=(Letter.registered_by == Unit.id))
    known = {row.uid: row for row in rows.where(Letter.uid.in_(list(reasons)))} if reasons else {}
    apart = _taken_apart(own)
    issued_here = any(row.is_issued_here for row in Letter.select().where(Letter.id.in_(own)))
    offered = []
    for uid, (reason, share) in reasons.items():
        row = known[uid]
        if row.id in apart or (issued_here and row.is_issued_here):
            continue
        if passes_on(letter.id, row.id) or passes_on(row.id, letter.id):
            continue
        offered.append(_offered(actor, letter, row, reason, share))
    return tuple(one for one in offered if one.our_number is not None)


def is_exact_twin(letter: Any, other: Any) -> bool:
    """Whether two open rows say the very same: number, day, sender and subject."""
    return (
        letter.secrecy == other.secrecy == Secrecy.NORMAL
        and letter.printed_key is not None
        and letter.printed_key == other.printed_key
        and letter.dated_on is not None
        and letter.dated_on == other.dated_on
        and same_issuer(letter.issuer_text, other.issuer_text)
        and search_key(letter.subject) == search_key(other.subject)
    )


def merges_of(actor: Actor, letter_uid: str) -> tuple[MergeLine, ...]:
    """The merges of this letter's rows, those that were undone too, in their order.

    Seen by who issued or registered one of the rows, by an auditor of the issuer, and by the own
    line of the registry that declared them.
    """
    letter_id = Letter.get(Letter.uid == letter_uid).id
    own = rows_of_one(letter_id)
    query: Any = (
        LetterMerge.select()
        .join(Unit, on=(LetterMerge.unit == Unit.id))
        .where(LetterMerge.kept.in_(own) | LetterMerge.merged.in_(own))
        .order_by(LetterMerge.id)
    )
    rows = list(Letter.select().where(Letter.id.in_(own)))
    if not any(row.registered_by_id == actor.unit_id or sees_all_of(actor, row) for row in rows):
        query = query.where(in_own_line(actor))
    lines = []
    for merge in query:
        other = (
            merge.merged
            if merge.kept_id == letter_id or merge.merged_id != letter_id
            else merge.kept
        )
        lines.append(
            MergeLine(
                uid=merge.uid,
                other_uid=other.uid,
                other_number=other.printed_number,
                other_issuer=other.registered_by.registry_name or other.registered_by.name_th,
                may_open=sees_letter(actor, other.id),
                by_unit=merge.unit.registry_name or merge.unit.name_th,
                is_ours=merge.unit_id == actor.unit_id,
                reason=merge.reason,
                merged_at=merge.merged_at,
                merged_by=merge.merged_by,
                undone_at=merge.undone_at,
                undone_by=merge.undone_by,
                undone_reason=merge.undone_reason,
            )
        )
    return tuple(lines)


def _offered(actor: Actor, letter: Any, row: Any, reason: Reason, share: float) -> SameLetter:
    differing = [
        name
        for name, one, other in (
            ("number", letter.printed_key, row.printed_key),
            ("dated_on", letter.dated_on, row.dated_on),
        )
        if one != other
    ]
    if not same_issuer(letter.issuer_text, row.issuer_text):
        differing.append("issuer")
    if search_key(letter.subject) != search_key(row.subject):
        differing.append("subject")
    our_number = standing_number(letter.id, actor.unit_id)
    if our_number is None:
        our_number = standing_number(row.id, actor.unit_id)
    return SameLetter(
        uid=row.uid,
        printed_number=row.printed_number,
        dated_on=row.dated_on,
        issuer_text=row.issuer_text,
        subject=row.subject,
        registered_by=row.registered_by.registry_name or row.registered_by.name_th,
        is_issued_here=row.is_issued_here,
        reason=reason,
        text_share=share,
        differing=tuple(differing),
        our_number=our_number,
        arrived_here=was_sent_to(row.id, actor.unit_id),
        may_open=sees_letter(actor, row.id),
    )


def _twins(letter: Any, own: tuple[int, ...]) -> list[str]:
    """The uids of rows of this number and day that say the very same, in sight or not."""
    if letter.printed_key is None or letter.dated_on is None:
        return []
    query: Any = (
        Letter.select()
        .where(
            Letter.printed_key == letter.printed_key,
            Letter.dated_on == letter.dated_on,
            Letter.id.not_in(own),
        )
        .order_by(Letter.id)
        .limit(_MOST_TWINS)
    )
    return [row.uid for row in query if is_exact_twin(letter, row)]


def _taken_apart(own: tuple[int, ...]) -> set[int]:
    """The rows that somebody said are other letters than these."""
    query: Any = (
        LetterMerge.select(LetterMerge.kept, LetterMerge.merged)
        .where(
            LetterMerge.undone_at.is_null(False),
            LetterMerge.kept.in_(own) | LetterMerge.merged.in_(own),
        )
        .tuples()
    )
    return {end for pair in query for end in pair} - set(own)


def _first_file(letter_id: int) -> str:
    found = (
        LetterFile.select(LetterFile.file)
        .where(LetterFile.letter == letter_id, LetterFile.role == "letter")
        .order_by(LetterFile.id)
        .tuples()
        .first()
    )
    return "" if found is None else str(found[0])
