"""A letter that is known here came once more by another way: noted, and not numbered again.

Each desk numbers a letter once in its own book; the law asks for no number when the same paper
comes by LINE as well. Whoever wants one all the same registers the letter as another arrival.
Source: Rule of 2526, clauses 35 to 38.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery, mark
from saraban.desk._letters import refuse_longer
from saraban.desk._receiving import check_arrival_day
from saraban.desk.filing import NewFile, add_stored, keep_bytes
from saraban.errors import (
    AlreadyTakenBack,
    ArrivalNotFound,
    InvalidInput,
    MissingField,
    NeverCameHere,
    SecretContentRefused,
)
from saraban.queries.known_letter import standing_number, was_sent_to
from saraban.records import LetterArrival
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step, is_over
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import Channel
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class Coming:
    """How a letter came once more: the day, the time where it is known, the way, from whom.

    came_from is the clerk's own words ("ท้องถิ่นอำเภอ", "กลุ่มไลน์ปลัด"); "" for the sender.
    """

    arrived_on: date
    arrived_time: time | None = None
    channel: str = Channel.PAPER
    came_from: str = ""


def note_arrival(
    *, actor: Actor, at: datetime, letter_uid: str, coming: Coming, file: NewFile | None = None
) -> str:
    """Note that the letter came once more to the actor's desk; the arrival's uid.

    A delivery that nobody had opened yet is now one that has arrived: the letter is here.
    Raises LetterNotFound, Refused, NeverCameHere where the desk has to register it first,
    FutureDate, DateBeforeLetter, TextTooLong, SecretContentRefused.
    """
    letter = _access.letter(actor, Act.REGISTER_RECEIVED, uid=letter_uid)
    came_from = checked_coming(coming, letter.dated_on, day_of(at))
    if file is not None and letter.secrecy != Secrecy.NORMAL:
        raise SecretContentRefused(field="file")
    kept = keep_bytes([file] if file is not None else [])
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        delivery = locked_delivery(letter.id, actor.unit_id)
        is_numbered = standing_number(letter.id, actor.unit_id) is not None
        if not is_numbered and not was_sent_to(letter.id, actor.unit_id):
            raise NeverCameHere(field="printed_number")
        for sha256, one in kept.items():
            add_stored(ledger, sha256, one)
        uid = add_arrival(
            ledger,
            letter.id,
            coming,
            came_from,
            sha256=next(iter(kept), None),
            name=file.name if file is not None else "",
        )
        if delivery is not None and not is_over(delivery.status):
            mark(ledger, delivery, Step.DELIVERED, at)
        ledger.record(
            "note_arrival",
            subject=letter.uid,
            channel=coming.channel,
            came_from=came_from,
            arrived_on=coming.arrived_on.isoformat(),
        )
    return uid


def take_back_arrival(*, actor: Actor, at: datetime, arrival_uid: str, reason: str) -> None:
    """Say that what was noted was not this letter; the line stays, with the reason.

    Raises MissingField without a reason, ArrivalNotFound for one that is not this desk's,
    AlreadyTakenBack, Refused.
    """
    require(actor, Act.VOID_ENTRY)
    reason = clean_line(reason)
    if not reason:
        raise MissingField(field="reason")
    refuse_longer(LetterArrival.taken_back_reason, reason, field="reason")
    with write_transaction():
        arrival = locked(
            LetterArrival.select().where(
                LetterArrival.uid == arrival_uid, LetterArrival.unit == actor.unit_id
            )
        ).first()
        if arrival is None or arrival.intake_letter_id is not None:
            # One that was noted from a file is taken back there, where the file waits again.
            raise ArrivalNotFound(uid=arrival_uid)
        if arrival.taken_back_at is not None:
            raise AlreadyTakenBack()
        ledger = Ledger(actor=actor, at=at)
        strike_arrival(ledger, arrival, reason)
        ledger.record("take_back_arrival", subject=arrival.letter.uid, reason=reason)


def checked_coming(coming: Coming, dated_on: date | None, today: date) -> str:
    """came_from on one line, or the refusal of the first wrong field of a coming."""
    check_arrival_day(coming.arrived_on, dated_on, today, field="arrived_on")
    if coming.channel not in set(Channel) - {Channel.SYSTEM}:
        raise InvalidInput(field="channel")
    came_from = clean_line(coming.came_from)
    refuse_longer(LetterArrival.came_from, came_from)
    return came_from


def add_arrival(
    ledger: Ledger,
    letter_id: int,
    coming: Coming,
    came_from: str,
    *,
    sha256: str | None,
    name: str,
    intake_letter_id: int | None = None,
) -> str:
    """The row of an arrival whose coming was checked; its uid. Inside a write transaction."""
    uid = new_uid()
    ledger.insert(
        LetterArrival,
        uid=uid,
        letter=letter_id,
        unit=ledger.unit_id,
        channel=str(coming.channel),
        arrived_on=coming.arrived_on,
        arrived_time=coming.arrived_time and coming.arrived_time.strftime("%H:%M"),
        came_from=came_from,
        file=sha256,
        file_name=name,
        intake_letter=intake_letter_id,
        noted_at=ledger.at,
        noted_by=ledger.actor.name,
    )
    return uid


def strike_arrival(ledger: Ledger, arrival: LetterArrival, reason: str) -> None:
    """Mark an arrival, held by the caller, as taken back."""
    ledger.update(
        LetterArrival,
        arrival.id,
        taken_back_at=ledger.at,
        taken_back_by=ledger.actor.name,
        taken_back_reason=reason,
    )
