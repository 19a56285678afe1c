"""A letter that was read enters the book: as itself, or as one more arrival of a known one."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._answers import checked_answers, keep_answers
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery
from saraban.desk._intakes import forget_letter, intake_letter, locked_intake, locked_reading
from saraban.desk._receiving import (
    Arrival,
    Registered,
    check_arrival,
    checked_received,
    enter_received,
    take_receipt_number,
    void_line,
    write_receipt,
)
from saraban.desk._sketches import add_sketch, remove_sketch
from saraban.desk.arrivals import Coming, add_arrival, checked_coming, strike_arrival
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import tie_to_letter
from saraban.errors import AlreadySettled, IntakeNotFound, MissingField, NeverCameHere, NotYetRead
from saraban.queries.known_letter import standing_number
from saraban.queries.reading_hints import hints_for
from saraban.records import (
    Intake,
    IntakeLetter,
    IntakeReading,
    Letter,
    LetterArrival,
    RegisterEntry,
)
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.intake import LetterState, ReadingState
from saraban.rules.letter_reading.proposal import proposal_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import book_year_of
from saraban.thai.text import clean_line


def register_from_reading(
    *,
    actor: Actor,
    at: datetime,
    intake_uid: str,
    place: int,
    draft: LetterDraft,
    printed_number: str,
    issuer_text: str,
    arrival: Arrival,
    confirmed: Collection[str] = (),
) -> Registered:
    """Register a letter of a file as a clerk accepted it, the file with it, and keep the answers.

    confirmed names the fields (as in the evidence) whose digits somebody looked at by
    themselves. What draft and its neighbours say is compared with what was read, field by field.
    Raises FieldNotConfirmed, its field being the one to look at; AlreadySettled, NotYetRead,
    IntakeNotFound; AlreadyReceived, where accept_another_arrival is the way; and whatever
    register_received raises.
    """
    require(actor, Act.REGISTER_RECEIVED)
    received = checked_received(
        draft,
        printed_number=printed_number,
        issuer_text=issuer_text,
        arrival=arrival,
        today=day_of(at),
        has_files=False,
    )
    # Before the transaction, which holds everybody up: what was read of a letter that waits stays.
    letter = _letter_read(actor, intake_uid, place)
    evidence: Mapping[str, Any] = letter.get("evidence") or {}
    doubted = {
        hint.field
        for hint in hints_for(actor, letter, arrived_on=arrival.received_on)
        if hint.needs_look
    }
    answers = checked_answers(
        proposal_of(letter),
        received.draft,
        printed_number=received.printed,
        issuer_text=received.issuer_text,
        evidence=evidence,
        doubted=doubted,
        confirmed=confirmed,
    )
    with write_transaction():
        intake, row = _waiting_letter(actor, intake_uid, place)
        ledger = Ledger(actor=actor, at=at)
        # A secret letter keeps a line of the book and no word of it anywhere else.
        is_open = received.draft.secrecy == Secrecy.NORMAL
        if is_open:
            sender = received.issuer_text
            keep_answers(ledger, row.id, answers, evidence, doubted=doubted, sender=sender)
        else:
            forget_letter(intake.id, place)
        entered = enter_received(ledger, received, kept={})
        done = entered.registered
        # The number may be that of a letter which somebody else entered as a secret one.
        if is_open and Letter.get_by_id(entered.letter_id).secrecy == Secrecy.NORMAL:
            tie_to_letter(
                ledger,
                letter_id=entered.letter_id,
                unit_id=actor.unit_id,
                sha256=intake.file_id,
                name=intake.name,
            )
            add_sketch(entered.letter_id, row.sketch)
        _settle(ledger, row, LetterState.REGISTERED, entered.letter_id, entered.entry_id)
        ledger.record(
            "register_received",
            subject=done.letter_uid,
            number=done.receipt_number,
            letter_number=received.printed,
            is_another_arrival=False,
            intake=intake.uid,
        )
    return done


def accept_another_arrival(
    *, actor: Actor, at: datetime, intake_uid: str, place: int, letter_uid: str, arrival: Arrival
) -> Registered:
    """Say that a letter of a file is one that is known: it gets one more number here.

    The file stays with the intake, so that taking it back leaves nothing on the wrong letter.
    Raises LetterNotFound, Refused, AlreadySettled, NotYetRead, IntakeNotFound and the refusals
    of an arrival.
    """
    letter = _access.letter(actor, Act.REGISTER_RECEIVED, uid=letter_uid)
    check_arrival(arrival, letter.dated_on, day_of(at))
    with write_transaction():
        intake, row = _waiting_letter(actor, intake_uid, place)
        ledger = Ledger(actor=actor, at=at)
        number = take_receipt_number(ledger, arrival)
        delivery = locked_delivery(letter.id, actor.unit_id)
        line = write_receipt(ledger, letter.id, arrival, number, delivery)
        _settle(ledger, row, LetterState.ANOTHER_ARRIVAL, letter.id, line.id)
        if letter.secrecy == Secrecy.NORMAL:
            add_sketch(letter.id, row.sketch)
        ledger.record(
            "accept_another_arrival", subject=letter.uid, number=number, intake=intake.uid
        )
    return Registered(letter.uid, line.uid, number, book_year_of(arrival.received_on))


def note_arrival_from_reading(
    *, actor: Actor, at: datetime, intake_uid: str, place: int, letter_uid: str, coming: Coming
) -> str:
    """Say that a letter of a file is one that this desk has: it is noted, and takes no number.

    The arrival's uid. The file stays with the intake, as with accept_another_arrival. Raises
    LetterNotFound, Refused, NeverCameHere where it has no number here, AlreadySettled,
    NotYetRead, IntakeNotFound and the refusals of a coming.
    """
    letter = _access.letter(actor, Act.REGISTER_RECEIVED, uid=letter_uid)
    came_from = checked_coming(coming, letter.dated_on, day_of(at))
    with write_transaction():
        intake, row = _waiting_letter(actor, intake_uid, place)
        if standing_number(letter.id, actor.unit_id) is None:
            raise NeverCameHere()
        ledger = Ledger(actor=actor, at=at)
        is_open = letter.secrecy == Secrecy.NORMAL
        uid = add_arrival(
            ledger,
            letter.id,
            coming,
            came_from,
            sha256=intake.file_id if is_open else None,
            name=intake.name if is_open else "",
            intake_letter_id=row.id,
        )
        _settle(ledger, row, LetterState.ANOTHER_ARRIVAL, letter.id, None)
        if is_open:
            add_sketch(letter.id, row.sketch)
        ledger.record(
            "note_arrival",
            subject=letter.uid,
            channel=coming.channel,
            came_from=came_from,
            arrived_on=coming.arrived_on.isoformat(),
            intake=intake.uid,
        )
    return uid


def undo_another_arrival(
    *, actor: Actor, at: datetime, intake_uid: str, place: int, reason: str
) -> None:
    """Take an accepted arrival back: the letter waits for review again.

    Its line of the book is struck through, or what was noted without a number.

    Raises MissingField without a reason, IntakeNotFound, Refused, AlreadySettled when it is no
    accepted arrival, NumberAlreadyVoid when its line was struck through by itself.
    """
    require(actor, Act.VOID_ENTRY)
    reason = clean_line(reason)
    if not reason:
        raise MissingField(field="reason")
    with write_transaction():
        intake = locked_intake(actor, intake_uid)
        row = intake_letter(intake.id, place)
        if row.state != LetterState.ANOTHER_ARRIVAL:
            raise AlreadySettled()
        ledger = Ledger(actor=actor, at=at)
        number = _struck(ledger, row, reason)
        remove_sketch(row.letter_id, row.sketch)
        ledger.update(
            IntakeLetter,
            row.id,
            state=LetterState.PROPOSED.value,
            letter=None,
            entry=None,
            settled_at=None,
            settled_by=None,
            reason=reason,
        )
        ledger.record(
            "undo_another_arrival",
            subject=intake.uid,
            place=place,
            number=number,
            reason=reason,
        )


def _struck(ledger: Ledger, row: Any, reason: str) -> int | None:
    """Strike the line of an accepted arrival, its number; or the arrival that took none."""
    if row.entry_id is not None:
        return int(void_line(ledger, RegisterEntry.id == row.entry_id, reason).number)
    noted: Any = LetterArrival.select().where(
        LetterArrival.intake_letter == row.id, LetterArrival.taken_back_at.is_null()
    )
    strike_arrival(ledger, noted.get(), reason)
    return None


def _waiting_letter(actor: Actor, intake_uid: str, place: int) -> tuple[Any, Any]:
    """The file and its letter, held, if the letter still waits."""
    intake = locked_intake(actor, intake_uid)
    if locked_reading(intake.id).state != ReadingState.READ:
        raise NotYetRead()
    row = intake_letter(intake.id, place)
    if row.state != LetterState.PROPOSED:
        raise AlreadySettled()
    return intake, row


def _letter_read(actor: Actor, intake_uid: str, place: int) -> Mapping[str, Any]:
    """What was read of a letter that waits; the same refusals as _waiting_letter, nothing held."""
    intake = Intake.get_or_none(Intake.uid == intake_uid, Intake.unit == actor.unit_id)
    if intake is None:
        raise IntakeNotFound(uid=intake_uid)
    queued = IntakeReading.get_by_id(intake.id)
    if queued.state != ReadingState.READ:
        raise NotYetRead()
    if intake_letter(intake.id, place).state != LetterState.PROPOSED:
        raise AlreadySettled()
    letter: Mapping[str, Any] = json.loads(queued.reading)["letters"][place]
    return letter


def _settle(
    ledger: Ledger, row: Any, state: LetterState, letter_id: int, entry_id: int | None
) -> None:
    ledger.update(
        IntakeLetter,
        row.id,
        state=state.value,
        letter=letter_id,
        entry=entry_id,
        settled_at=ledger.at,
        settled_by=ledger.actor.name,
        reason="",
    )
