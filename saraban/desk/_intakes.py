"""The rows of a file on its way into the register, held while something is done with them."""

import json
from datetime import datetime
from typing import Any

from saraban.desk.office import SYSTEM_NAME
from saraban.errors import IntakeNotFound
from saraban.records import Intake, IntakeLetter, IntakeReading, Unit, rows
from saraban.records.database import locked
from saraban.rules.audit import canonical
from saraban.rules.intake import ReadingState
from saraban.rules.permissions import Actor, Role


def system_clerk(unit_id: int) -> Actor:
    """The machine, as the clerk of one unit."""
    path = Unit.get_by_id(unit_id).path
    return Actor(None, SYSTEM_NAME, unit_id, path, frozenset({Role.CLERK}))


def locked_intake(actor: Actor, uid: str) -> Any:
    """The file of the actor's own unit, its row held; IntakeNotFound otherwise.

    Whoever settles a file or one of its letters holds this row first: two clerks who press at
    once are one after the other.
    """
    found = locked(Intake.select().where(Intake.uid == uid, Intake.unit == actor.unit_id)).first()
    if found is None:
        raise IntakeNotFound(uid=uid)
    return found


def locked_reading(intake_id: int) -> Any:
    """The queue's row of a file, held."""
    return locked(IntakeReading.select().where(IntakeReading.intake == intake_id)).get()


def requeue(intake_id: int, at: datetime) -> None:
    """Put a file at the end of the queue as if it had just come."""
    rows.update(
        IntakeReading,
        intake_id,
        {
            "state": ReadingState.WAITING.value,
            "queued_at": at,
            "attempt_count": 0,
            "claimed_by": None,
            "claimed_until": None,
            "page_count": 0,
            "pages_done": 0,
            "trouble": "",
            "reading": "",
            "read_at": None,
        },
    )


def intake_letter(intake_id: int, place: int) -> Any:
    """One letter of a file by its place, or IntakeNotFound."""
    found = IntakeLetter.get_or_none(IntakeLetter.intake == intake_id, IntakeLetter.place == place)
    if found is None:
        raise IntakeNotFound()
    return found


def forget_letter(intake_id: int, place: int) -> None:
    """Drop every word that was read of one letter of a file: it turned out to be secret."""
    row = locked_reading(intake_id)
    reading = json.loads(row.reading)
    reading["letters"][place] = {"pages": reading["letters"][place]["pages"], "evidence": {}}
    rows.update(IntakeReading, intake_id, {"reading": canonical(reading)})
