"""Receiving: a letter gets a number in the book of each desk that takes it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from saraban.desk import _access, _numbering
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery, mark
from saraban.desk._letters import add_letter, checked
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import NewFile, add_to_letter, keep_bytes
from saraban.errors import (
    AlreadyDispatched,
    AlreadyReceived,
    BookAlreadyOpen,
    DateBeforeLetter,
    FutureDate,
    InvalidInput,
    MissingField,
    NumberAlreadyVoid,
    Refused,
    UnitNotFound,
)
from saraban.queries.visibility import sees_letter
from saraban.records import BookYear, Delivery, Letter, Receipt, RegisterEntry, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.permissions import Act, Actor, who_may
from saraban.rules.registers import Channel, RegisterName, book_year_of
from saraban.rules.units import INNER_KINDS
from saraban.thai.dates import format_medium
from saraban.thai.digits import to_thai
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class Arrival:
    """When and how a letter came to a desk, and how its stamp writes digits.

    received_time is null when the stamp leaves it blank; printed_date overrides the stamp's
    date text where paper shows another form ("31/๕/๖๕").
    """

    received_on: date
    received_time: time | None = None
    channel: str = Channel.SYSTEM
    digits: str = "thai"
    printed_date: str = ""


@dataclass(frozen=True)
class Registered:
    """The letter and the number that this desk gave it."""

    letter_uid: str
    entry_uid: str
    receipt_number: int
    be_year: int


def open_book(
    *, actor: Actor, at: datetime, register: str, be_year: int, first_number: int
) -> None:
    """Start a book at a number other than 1: the office comes from paper in mid-year.

    Raises Refused, BookAlreadyOpen, InvalidInput for a number below 1.
    """
    _access.require(actor, Act.OPEN_BOOK)
    if first_number < 1:
        raise InvalidInput(field="first_number")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        opened = ledger.insert_new(
            BookYear,
            unit=actor.unit_id,
            register=register,
            be_year=be_year,
            first_number=first_number,
            last_number=first_number - 1,
        )
        if opened is None:
            raise BookAlreadyOpen(field="be_year")
        ledger.record("open_book", subject=f"{register}/{be_year}", first_number=first_number)


def register_received(
    *,
    actor: Actor,
    at: datetime,
    draft: LetterDraft,
    printed_number: str,
    issuer_text: str,
    arrival: Arrival,
    issuer_id: int | None = None,
    files: Sequence[NewFile] = (),
    is_another_arrival: bool = False,
) -> Registered:
    """Enter a letter that came from outside, and give it the next receipt number.

    A letter already known by the same number and date gets one more receipt instead of a second
    row. Raises AlreadyReceived when this very desk has it, unless is_another_arrival says that
    it came again by another way; and the refusals of a letter's own fields.
    Source: Rule of 2526, clauses 35 to 38.
    """
    _access.require(actor, Act.REGISTER_RECEIVED)
    today = day_of(at)
    draft = checked(draft, today=today, has_files=bool(files))
    if not clean_line(issuer_text):
        raise MissingField(field="issuer_text")
    _check_arrival(arrival, draft.dated_on, today)
    printed = clean_line(printed_number)
    number = parse_letter_number(printed) if printed else None
    kept = keep_bytes(files)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        receipt_number = _take_receipt_number(ledger, arrival)
        known = _known_letter(actor, number.key if number else None, draft.dated_on)
        delivery = None
        if known is None:
            letter_id, uid = add_letter(
                ledger,
                draft,
                letter_number=number.key if number else None,
                printed_number=printed or None,
                printed_key=number.key if number else None,
                is_circular=bool(number and number.is_circular),
                issuer_id=issuer_id,
                issuer_text=clean_line(issuer_text),
                registered_by=actor.unit_id,
                is_issued_here=False,
            )
        else:
            letter_id, uid = known
            delivery = locked_delivery(letter_id, actor.unit_id)
            if not is_another_arrival:
                _refuse_second_receipt(letter_id, actor.unit_id)
        add_to_letter(ledger, letter_id=letter_id, unit_id=actor.unit_id, kept=kept)
        entry_uid = _receive(ledger, letter_id, arrival, receipt_number, delivery)
        ledger.record(
            "register_received",
            subject=uid,
            number=receipt_number,
            letter_number=printed,
            is_another_arrival=is_another_arrival,
        )
    return Registered(uid, entry_uid, receipt_number, book_year_of(arrival.received_on))


def receive_delivery(
    *, actor: Actor, at: datetime, letter_uid: str, arrival: Arrival
) -> Registered:
    """Give a letter that was delivered in the system a number in this desk's own book.

    Raises LetterNotFound, Refused, AlreadyReceived.
    """
    delivery = _access.delivery(actor, Act.REGISTER_RECEIVED, letter_uid=letter_uid)
    _check_arrival(arrival, delivery.letter.dated_on, day_of(at))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        number = _take_receipt_number(ledger, arrival)
        # Held as well: books of two years have counters of their own.
        fresh = locked_delivery(delivery.letter_id, actor.unit_id)
        _refuse_second_receipt(delivery.letter_id, actor.unit_id)
        entry_uid = _receive(ledger, delivery.letter_id, arrival, number, fresh)
        ledger.record("register_received", subject=letter_uid, number=number)
    return Registered(letter_uid, entry_uid, number, book_year_of(arrival.received_on))


def pass_inside(*, actor: Actor, at: datetime, letter_uid: str, to_unit_uid: str) -> None:
    """Hand a received letter to a desk inside, which will number it again in its own book.

    Raises LetterNotFound, UnitNotFound, Refused (another unit's desk), AlreadyDispatched.
    Source: Rule of 2526, clause 40.
    """
    letter = _access.letter(actor, Act.PASS_INSIDE, uid=letter_uid)
    desk = Unit.get_or_none(Unit.uid == to_unit_uid)
    if desk is None or not desk.path.startswith(actor.unit_path) or desk.id == actor.unit_id:
        raise UnitNotFound(field="to_unit", uid=to_unit_uid)
    if desk.kind not in INNER_KINDS and desk.kind != "provincial_office":
        raise Refused(field="to_unit", act=Act.PASS_INSIDE, who_may=who_may(Act.DISPATCH))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        passed = ledger.insert_new(
            Delivery,
            letter=letter.id,
            root=letter.root_id or letter.id,
            from_unit=actor.unit_id,
            to_unit=desk.id,
            province=desk.province_id,
            is_inner=True,
            status=Status.DELIVERED if desk.joined_at else Status.SENT,
            dispatched_at=at,
            delivered_at=at if desk.joined_at else None,
        )
        if passed is None:
            raise AlreadyDispatched(field="to_unit")
        ledger.record("pass_inside", subject=letter.uid, to_unit=desk.name_th)


def void_entry(*, actor: Actor, at: datetime, entry_uid: str, reason: str) -> None:
    """Strike a register line through: the number stays burned, the reason stays readable.

    Raises MissingField without a reason, NumberAlreadyVoid, Refused, LetterNotFound.
    """
    _access.require(actor, Act.VOID_ENTRY)
    if not clean_line(reason):
        raise MissingField(field="reason")
    with write_transaction():
        entry = locked(
            RegisterEntry.select().where(
                RegisterEntry.uid == entry_uid, RegisterEntry.unit == actor.unit_id
            )
        ).first()
        if entry is None:
            raise InvalidInput(field="entry")
        if entry.voided_at is not None:
            raise NumberAlreadyVoid(
                register=entry.register, be_year=entry.be_year, number=entry.number
            )
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            RegisterEntry,
            entry.id,
            voided_at=at,
            void_reason=clean_line(reason),
            voided_by=actor.name,
        )
        ledger.record(
            "void_entry", subject=entry.uid, number=entry.number, reason=clean_line(reason)
        )


def _check_arrival(arrival: Arrival, dated_on: date | None, today: date) -> None:
    if arrival.received_on > today:
        raise FutureDate(field="received_on", date_text=format_medium(arrival.received_on))
    if dated_on is not None and arrival.received_on < dated_on:
        raise DateBeforeLetter(
            field="received_on",
            date_text=format_medium(arrival.received_on),
            letter_date_text=format_medium(dated_on),
        )


def _known_letter(actor: Actor, key: str | None, dated_on: date | None) -> tuple[int, str] | None:
    """(id, uid) of the letter of this number and date that the actor already sees, or None."""
    if key is None or dated_on is None:
        return None
    found: Any = (
        Letter.select(Letter.id, Letter.uid)
        .where(Letter.printed_key == key, Letter.dated_on == dated_on)
        .tuples()
    )
    return next((letter for letter in found if sees_letter(actor, letter[0])), None)


def _refuse_second_receipt(letter_id: int, unit_id: int) -> None:
    earlier = (
        RegisterEntry.select(RegisterEntry.number)
        .join(Receipt, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter == letter_id,
            Receipt.unit == unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .first()
    )
    if earlier is not None:
        raise AlreadyReceived(field="printed_number", number=earlier.number)


def _take_receipt_number(ledger: Ledger, arrival: Arrival) -> int:
    """The next number of this unit's receive book, before anything is looked up.

    The counter's row is what desks of one unit queue at: whoever comes second sees, once it is
    their turn, what the first one registered, and is told that the letter has a number.
    """
    return _numbering.take_number(
        ledger,
        unit_id=ledger.unit_id,
        register=RegisterName.RECEIVE,
        be_year=book_year_of(arrival.received_on),
    )


def _receive(ledger: Ledger, letter_id: int, arrival: Arrival, number: int, delivery: Any) -> str:
    """Entry and receipt in this unit's receive book, the delivery marked; the entry's uid."""
    unit_id = ledger.unit_id
    entry_uid = new_uid()
    entry_id = ledger.insert(
        RegisterEntry,
        uid=entry_uid,
        unit=unit_id,
        register=RegisterName.RECEIVE.value,
        be_year=book_year_of(arrival.received_on),
        number=number,
        letter=letter_id,
        entered_on=arrival.received_on,
        entered_at=ledger.at,
        entered_by=ledger.actor.name,
    )
    is_thai = arrival.digits == "thai"
    ledger.insert(
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
    if delivery is not None:
        mark(ledger, delivery, Step.DELIVERED, ledger.at)
        mark(ledger, delivery, Step.RECEIVED, ledger.at)
    return entry_uid
