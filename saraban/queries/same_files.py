"""Where a unit has the very same bytes already."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.queries.visibility import touched_letter_ids
from saraban.records import Intake, Letter, LetterFile
from saraban.rules.permissions import Actor

MOST_TOLD = 5


@dataclass(frozen=True)
class SameFile:
    """The bytes as a letter's file (letter_uid) or in the queue (intake_uid); one of the two."""

    name: str
    since: datetime
    letter_uid: str | None = None
    letter_number: str | None = None
    intake_uid: str | None = None


def same_files(
    actor: Actor, *, sha256: str, except_intake: str | None = None
) -> tuple[SameFile, ...]:
    """Letters that the actor sees, then files in their unit's queue, with these bytes."""
    filed: Any = (
        LetterFile.select(LetterFile.name, LetterFile.added_at, Letter.uid, Letter.printed_number)
        .join(Letter, on=(LetterFile.letter == Letter.id))
        .where(LetterFile.file == sha256, Letter.id.in_(touched_letter_ids(actor)))
        .order_by(LetterFile.id)
        .limit(MOST_TOLD)
        .tuples()
    )
    queued: Any = (
        Intake.select(Intake.name, Intake.arrived_at, Intake.uid)
        .where(
            Intake.file == sha256,
            Intake.unit == actor.unit_id,
            Intake.uid != (except_intake or ""),
        )
        .order_by(Intake.id)
        .limit(MOST_TOLD)
        .tuples()
    )
    return (
        *(
            SameFile(name, since, letter_uid=uid, letter_number=number)
            for name, since, uid, number in filed
        ),
        *(SameFile(name, since, intake_uid=uid) for name, since, uid in queued),
    )
