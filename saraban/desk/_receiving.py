"""A letter from outside becomes a line in the receive book: the shared part of every such act.

The callers (registration, intake_registration) have asked whether the actor may, and open the
transaction; an act that does more than register does it in the same one.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from saraban.desk import _numbering
from saraban.desk._audit import Ledger
from saraban.desk._awaiting import await_notes
from saraban.desk._books import open_year_of, receipts_book
from saraban.desk._deliveries import locked_delivery, mark
from saraban.desk._due_by_receipt import begin_due_days
from saraban.desk._letters import add_letter, checked, refuse_longer
from saraban.desk._numbering import YearBook
from saraban.desk._relays import begin_relay
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import NewFile, add_to_letter
from saraban.errors import (
    AlreadyReceived,
    DateBeforeLetter,
    FutureDate,
    InvalidInput,
    MissingField,
    NumberAlreadyVoid,
)
from saraban.queries.known_letter import known_letter, standing_number
from saraban.records import Letter, Receipt, RegisterEntry
from saraban.records.database import locked
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step, is_over
from saraban.rules.letter_number import LetterNumber, parse_letter_number
from saraban.rules.permissions import Actor
from saraban.rules.registers import Channel, RegisterName, book_year_of
from saraban.thai.dates import format_medium
from saraban.thai.digits import to_thai
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class Arrival:
    """When and how a letter came to a desk, and how its stamp writes digits.

    received_time is null when the stamp leaves it blank; printed_date overrides the stamp's
    date text where paper shows another form ("31/๕/๖๕"). register is the desk's book;
    paper_number was stamped by hand while this system could not be used.
    """

    received_on: date
    received_time: time | None = None
    channel: str = Channel.SYSTEM
    digits: str = "thai"
    printed_date: str = ""
    register: str = RegisterName.RECEIVE
    paper_number: int | None = None


@dataclass(frozen=True)
class Registered:
    """The letter and the number that this desk gave it."""

    letter_uid: str
    entry_uid: str
    receipt_number: int
    be_year: int


@dataclass(frozen=True)
class Received:
    """A letter from outside with its fields checked, ready to be entered."""

    draft: LetterDraft
    printed: str
    number: LetterNumber | None
    issuer_text: str
    arrival: Arrival


@dataclass(frozen=True)
class Line:
    """A line of the book that was just written."""

    id: int
    uid: str


@dataclass(frozen=True)
class Entered:
    """The rows of a letter that was entered, and what its desk is told."""

    letter_id: int
    entry_id: int
    registered: Registered


def checked_received(
    draft: LetterDraft,
    *,
    printed_number: str,
    issuer_text: str,
    arrival: Arrival,
    today: date,
    has_files: bool,
) -> Received:
    """The letter as it may be entered, or the refusal of its first wrong field."""
    draft = checked(draft, today=today, has_files=has_files)
    if not clean_line(issuer_text):
        raise MissingField(field="issuer_text")
    refuse_longer(Letter.issuer_text, clean_line(issuer_text))
    check_arrival(arrival, draft.dated_on, today)
    printed = clean_line(printed_number)
    refuse_longer(Letter.printed_number, printed)
    number = parse_letter_number(printed) if printed else None
    return Received(draft, printed, number, clean_line(issuer_text), arrival)


def enter_received(
    ledger: Ledger,
    received: Received,
    *,
    kept: dict[str, NewFile],
    issuer_id: int | None = None,
    is_another_arrival: bool = False,
) -> Entered:
    """Number a checked letter and write its rows; the caller records what it did.

    Inside a write transaction. Raises AlreadyReceived.
    """
    actor, arrival, number = ledger.actor, received.arrival, received.number
    receipt_number = take_receipt_number(ledger, arrival)
    known = known_letter(actor, number.key if number else None, received.draft.dated_on)
    delivery = None
    if known is None:
        letter_id, uid = add_letter(
            ledger,
            received.draft,
            letter_number=number.key if number else None,
            printed_number=received.printed or None,
            printed_key=number.key if number else None,
            is_circular=bool(number and number.is_circular),
            issuer_id=issuer_id,
            issuer_text=received.issuer_text,
            registered_by=actor.unit_id,
            is_issued_here=False,
        )
    else:
        letter_id, uid = known
        delivery = locked_delivery(letter_id, actor.unit_id)
        if not is_another_arrival:
            refuse_second_receipt(letter_id, actor.unit_id)
    add_to_letter(ledger, letter_id=letter_id, unit_id=actor.unit_id, kept=kept)
    entry = write_receipt(ledger, letter_id, arrival, receipt_number, delivery)
    return Entered(
        letter_id,
        entry.id,
        Registered(uid, entry.uid, receipt_number, book_year_of(arrival.received_on)),
    )


def check_arrival(arrival: Arrival, dated_on: date | None, today: date) -> None:
    """FutureDate or DateBeforeLetter for a day on which the letter cannot have come."""
    check_arrival_day(arrival.received_on, dated_on, today, field="received_on")


def check_arrival_day(day: date, dated_on: date | None, today: date, *, field: str) -> None:
    """The same for a coming that is noted, beside the field of its day."""
    if day > today:
        raise FutureDate(field=field, date_text=format_medium(day))
    if dated_on is not None and day < dated_on:
        raise DateBeforeLetter(
            field=field,
            date_text=format_medium(day),
            letter_date_text=format_medium(dated_on),
        )


def void_line(ledger: Ledger, which: Any, reason: str) -> Any:
    """Strike through the line of this unit's books that the condition names; its row.

    Raises InvalidInput when there is none, NumberAlreadyVoid.
    """
    entry: Any = locked(
        RegisterEntry.select().where(which, RegisterEntry.unit == ledger.unit_id)
    ).first()
    if entry is None:
        raise InvalidInput(field="entry")
    if entry.voided_at is not None:
        raise NumberAlreadyVoid(register=entry.register, be_year=entry.be_year, number=entry.number)
    ledger.update(
        RegisterEntry,
        entry.id,
        voided_at=ledger.at,
        void_reason=reason,
        voided_by=ledger.actor.name,
    )
    return entry


def refuse_known(actor: Actor, received: Received) -> None:
    """AlreadyReceived when this desk has a standing number for the letter, by number and date.

    To be told before anything is written; the act itself asks again inside its transaction.
    """
    key = received.number.key if received.number else None
    known = known_letter(actor, key, received.draft.dated_on)
    if known is not None:
        refuse_second_receipt(known[0], actor.unit_id)


def refuse_second_receipt(letter_id: int, unit_id: int) -> None:
    """AlreadyReceived when the unit has given the letter a number that stands."""
    earlier = standing_number(letter_id, unit_id)
    if earlier is not None:
        raise AlreadyReceived(field="printed_number", number=earlier)


def take_receipt_number(ledger: Ledger, arrival: Arrival) -> int:
    """The next number of this unit's receive book, or its paper one, before anything is looked up.

    The counter's row is what desks of one unit queue at: whoever comes second sees, once it is
    their turn, what the first one registered, and is told that the letter has a number. Raises
    YearClosed, BookNotFound, and the refusals of a number given on paper.
    """
    unit_id = ledger.unit_id
    year = open_year_of(unit_id, arrival.received_on, today=day_of(ledger.at), field="received_on")
    book = receipts_book(unit_id=unit_id, chosen=arrival.register)
    place = YearBook(unit_id, book, year)
    if arrival.paper_number is None:
        return _numbering.take_number(ledger, place)
    _numbering.take_paper_number(ledger, place, arrival.paper_number)
    return arrival.paper_number


def write_receipt(
    ledger: Ledger, letter_id: int, arrival: Arrival, number: int, delivery: Any
) -> Line:
    """Entry and receipt in this unit's receive book, the delivery marked."""
    unit_id = ledger.unit_id
    entry_uid = new_uid()
    entry_id = ledger.insert(
        RegisterEntry,
        uid=entry_uid,
        unit=unit_id,
        register=str(arrival.register),
        be_year=book_year_of(arrival.received_on),
        number=number,
        letter=letter_id,
        is_from_paper=arrival.paper_number is not None,
        entered_on=arrival.received_on,
        entered_at=ledger.at,
        entered_by=ledger.actor.name,
    )
    is_thai = arrival.digits == "thai"
    receipt_id = ledger.insert(
        Receipt,
        entry=entry_id,
        letter=letter_id,
        unit=unit_id,
        received_on=arrival.received_on,
        received_time=arrival.received_time and arrival.received_time.strftime("%H:%M"),
        printed_number=to_thai(str(number)) if is_thai else str(number),
        printed_date=arrival.printed_date
        or format_medium(arrival.received_on, thai_digits=is_thai),
        channel=arrival.channel,
        received_at=ledger.at,
    )
    await_notes(ledger, letter_id=letter_id, receipt_id=receipt_id)
    # Paper that comes after it was recalled is in the book all the same: it lies on the desk.
    if delivery is not None and not is_over(delivery.status):
        mark(ledger, delivery, Step.DELIVERED, ledger.at)
        mark(ledger, delivery, Step.RECEIVED, ledger.at)
    came = {"letter_id": letter_id, "delivery": delivery, "began_on": arrival.received_on}
    begin_relay(ledger, **came)
    begin_due_days(ledger, **came)
    return Line(entry_id, entry_uid)
