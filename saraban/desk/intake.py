"""Taking files in: the bytes are kept first, then a row puts them into the queue to be read.

What reads them is desk.intake_reading with saraban.jobs; what registers them is
desk.intake_registration.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._intakes import intake_letter, locked_intake, locked_reading, requeue
from saraban.desk.filing import NewFile, add_stored, keep_bytes
from saraban.errors import AlreadySettled, EmptyFile, MissingField, NothingToRetry
from saraban.queries.same_files import SameFile, same_files
from saraban.records import Intake, IntakeLetter, IntakeReading, rows
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.intake import LetterState, ReadingState
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import Channel
from saraban.thai.text import clean_line

_LONGEST_NAME = 255


@dataclass(frozen=True)
class TakenIn:
    """The file's uid in the queue, and where the unit has the very same bytes already."""

    intake_uid: str
    same: tuple[SameFile, ...]


def receive_file(
    *, actor: Actor, at: datetime, file: NewFile, channel: str = Channel.PAPER
) -> TakenIn:
    """Keep a file and queue it to be read. The same bytes again are kept again, and told.

    Raises Refused, EmptyFile, FileTooLarge. What cannot be read is told by its reading, not here.
    """
    require(actor, Act.BRING_FILE)
    name = clean_line(file.name)[-_LONGEST_NAME:] or "-"
    if not file.content:
        raise EmptyFile(name=name)
    (sha256,) = keep_bytes([file])
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        same = same_files(actor, sha256=sha256)
        add_stored(ledger, sha256, file)
        uid = new_uid()
        intake_id = ledger.insert(
            Intake,
            uid=uid,
            unit=actor.unit_id,
            file=sha256,
            name=name,
            channel=channel,
            arrived_at=at,
            brought_by=actor.name,
        )
        rows.insert(
            IntakeReading,
            {"intake": intake_id, "state": ReadingState.WAITING.value, "queued_at": at},
        )
        ledger.record("receive_file", subject=uid, name=name, sha256=sha256, channel=channel)
    return TakenIn(uid, same)


def retry(*, actor: Actor, at: datetime, intake_uid: str) -> None:
    """Have a file read again that could not be read.

    Raises IntakeNotFound, Refused, NothingToRetry.
    """
    require(actor, Act.BRING_FILE)
    with write_transaction():
        intake = locked_intake(actor, intake_uid)
        if locked_reading(intake.id).state != ReadingState.FAILED:
            raise NothingToRetry()
        ledger = Ledger(actor=actor, at=at)
        if intake.set_aside_at is not None:
            _take_back(ledger, intake)
        requeue(intake.id, at)
        ledger.record("read_again", subject=intake.uid)


def set_aside(*, actor: Actor, at: datetime, intake_uid: str, reason: str) -> None:
    """Say that nothing in a file that is not yet settled is to be registered; the file stays.

    Letters of it that were registered stay as they are. Raises IntakeNotFound, Refused,
    MissingField, AlreadySettled when it is aside or all its letters are settled.
    """
    require(actor, Act.BRING_FILE)
    reason = _reason(reason)
    with write_transaction():
        intake = locked_intake(actor, intake_uid)
        letters = _letters(intake.id)
        waiting = [one for one in letters if one.state == LetterState.PROPOSED]
        if intake.set_aside_at is not None or (letters and not waiting):
            raise AlreadySettled()
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            Intake,
            intake.id,
            set_aside_at=at,
            set_aside_by=actor.name,
            set_aside_reason=reason,
        )
        for one in waiting:
            _set_letter_aside(ledger, one, reason)
        ledger.record("set_file_aside", subject=intake.uid, reason=reason)


def set_letter_aside(
    *, actor: Actor, at: datetime, intake_uid: str, place: int, reason: str
) -> None:
    """Say that one of a file's letters is not to be registered: an enclosure of another.

    Raises IntakeNotFound, Refused, MissingField, AlreadySettled.
    """
    require(actor, Act.BRING_FILE)
    reason = _reason(reason)
    with write_transaction():
        intake = locked_intake(actor, intake_uid)
        letter = intake_letter(intake.id, place)
        if letter.state != LetterState.PROPOSED:
            raise AlreadySettled()
        ledger = Ledger(actor=actor, at=at)
        _set_letter_aside(ledger, letter, reason)
        ledger.record("set_letter_aside", subject=intake.uid, place=place, reason=reason)


def take_back(*, actor: Actor, at: datetime, intake_uid: str) -> None:
    """Undo setting aside: the file and its letters that were set aside wait again.

    Raises IntakeNotFound, Refused, AlreadySettled when nothing of it is aside.
    """
    require(actor, Act.BRING_FILE)
    with write_transaction():
        intake = locked_intake(actor, intake_uid)
        aside = [one for one in _letters(intake.id) if one.state == LetterState.SET_ASIDE]
        if intake.set_aside_at is None and not aside:
            raise AlreadySettled()
        ledger = Ledger(actor=actor, at=at)
        if intake.set_aside_at is not None:
            _take_back(ledger, intake)
        for one in aside:
            ledger.update(
                IntakeLetter,
                one.id,
                state=LetterState.PROPOSED.value,
                settled_at=None,
                settled_by=None,
                reason="",
            )
        ledger.record("take_file_back", subject=intake.uid)


def _letters(intake_id: int) -> list[Any]:
    return list(
        IntakeLetter.select().where(IntakeLetter.intake == intake_id).order_by(IntakeLetter.place)
    )


def _set_letter_aside(ledger: Ledger, letter: Any, reason: str) -> None:
    ledger.update(
        IntakeLetter,
        letter.id,
        state=LetterState.SET_ASIDE.value,
        settled_at=ledger.at,
        settled_by=ledger.actor.name,
        reason=reason,
    )


def _take_back(ledger: Ledger, intake: Any) -> None:
    ledger.update(Intake, intake.id, set_aside_at=None, set_aside_by=None, set_aside_reason=None)


def _reason(text: str) -> str:
    reason = clean_line(text)
    if not reason:
        raise MissingField(field="reason")
    return reason[:500]
