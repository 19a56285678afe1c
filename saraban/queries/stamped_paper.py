"""Which receipt stamps one paper bears: those of the desks that it went through, in order.

A letter sent to sixty units has sixty papers. The one that a district holds bears the stamps of
its own line: the agency it came through, itself, and the desks inside that got it next.
"""

import json
from dataclasses import dataclass
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.one_letter import rows_of_one
from saraban.queries.visibility import in_own_line, sees_all_of, sees_letter
from saraban.records import (
    Intake,
    IntakeLetter,
    IntakeReading,
    Letter,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class PaperStamp:
    """One desk's stamp, number and date in its own digits; received_time is "HH:MM" or null."""

    entry_uid: str
    unit_name: str
    printed_number: str
    printed_date: str
    received_time: str | None
    unit_path: str
    is_ours: bool


def stamps_on_paper(
    actor: Actor, letter_uid: str, *, entry_uid: str | None = None
) -> tuple[PaperStamp, ...]:
    """The stamps of one paper that the actor may see, the oldest first, void ones left out.

    It is the paper that the desk of entry_uid stamped; without one the paper of the actor's own
    desk; else the only paper there is. Empty where none can be told. Raises LetterNotFound, also
    for an entry that is void, of another letter, or not to be seen.
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=letter_uid)
    seen = _seen(actor, letter)
    if entry_uid is not None:
        holder = next((one for one in seen if one.entry_uid == entry_uid), None)
        if holder is None:
            raise LetterNotFound(uid=letter_uid)
        return _of_one_line(seen, holder)
    own = next((one for one in seen if one.is_ours), None)
    if own is not None:
        return _of_one_line(seen, own)
    deepest = max(seen, key=lambda one: len(one.unit_path), default=None)
    line = () if deepest is None else _of_one_line(seen, deepest)
    return line if len(line) == len(seen) else ()


def place_in_file(letter_uid: str, sha256: str) -> tuple[int, int]:
    """(page, turned): where the letter begins in that file, and how far the page is to be turned.

    As the machine read it, when the file came in with several letters; else (1, 0). Degrees are
    clockwise. Whether the letter may be seen is for the caller to have asked.
    """
    row: Any = (
        IntakeLetter.select(IntakeLetter.place, IntakeReading.reading)
        .join(Intake, on=(IntakeLetter.intake == Intake.id))
        .join(IntakeReading, on=(IntakeReading.intake == Intake.id))
        .join_from(IntakeLetter, Letter, on=(IntakeLetter.letter == Letter.id))
        .where(Letter.uid == letter_uid, Intake.file == sha256)
        .order_by(IntakeLetter.id)
        .tuples()
        .first()
    )
    if row is None or not row[1]:
        return 1, 0
    reading = json.loads(row[1])
    pages = reading["letters"][row[0]].get("pages") or [1]
    sheet: dict[str, Any] = next(
        (one for one in reading.get("sheets") or () if one["page"] == pages[0]), {}
    )
    return pages[0], sheet.get("turned") or 0


def _of_one_line(seen: list[PaperStamp], holder: PaperStamp) -> tuple[PaperStamp, ...]:
    """Those on the holder's paper; what came to the same desk another way is another paper."""
    return tuple(
        one
        for one in seen
        if one is holder
        or (
            one.unit_path != holder.unit_path
            and (
                one.unit_path.startswith(holder.unit_path)
                or holder.unit_path.startswith(one.unit_path)
            )
        )
    )


def _seen(actor: Actor, letter: Any) -> list[PaperStamp]:
    query: Any = (
        Receipt.select(
            RegisterEntry.uid,
            Unit.registry_name,
            Unit.name_th,
            Receipt.printed_number,
            Receipt.printed_date,
            Receipt.received_time,
            Unit.path,
            Receipt.unit,
        )
        .join(Unit, on=(Receipt.unit == Unit.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.letter.in_(rows_of_one(letter.id)), RegisterEntry.voided_at.is_null())
        .order_by(Receipt.received_on, Receipt.id)
    )
    if not sees_all_of(actor, letter):
        query = query.where(in_own_line(actor))
    return [
        PaperStamp(uid, registry or name, number, day, time, path, unit_id == actor.unit_id)
        for uid, registry, name, number, day, time, path, unit_id in query.tuples()
    ]
