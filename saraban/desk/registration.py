"""Receiving: a letter gets a number in the book of each desk that takes it in."""

from collections.abc import Sequence
from datetime import datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery, pass_to_desk, refuse_over
from saraban.desk._receiving import (
    Arrival,
    Registered,
    check_arrival,
    checked_received,
    enter_received,
    refuse_second_receipt,
    take_receipt_number,
    void_line,
    write_receipt,
)
from saraban.desk._relays import reopen_relays
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import NewFile, keep_bytes
from saraban.errors import (
    AlreadyDispatched,
    BookAlreadyOpen,
    BookNotFound,
    InvalidInput,
    MissingField,
    NumberIsCited,
    Refused,
    UnitNotFound,
)
from saraban.queries.books import book_of_unit
from saraban.queries.citing_letters import CitingLetters, letters_citing
from saraban.records import BookYear, RegisterEntry, Unit
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require, who_may
from saraban.rules.registers import book_year_of
from saraban.rules.units import DESK_KINDS
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line

__all__ = [
    "Arrival", "Registered", "open_book", "pass_inside", "receive_delivery", "register_received",
    "void_entry",
]  # fmt: skip


def open_book(
    *, actor: Actor, at: datetime, register: str, be_year: int, first_number: int
) -> None:
    """Start a book at a number other than 1: the office comes from paper in mid-year.

    Raises Refused, BookNotFound, BookAlreadyOpen, InvalidInput for a number below 1.
    """
    require(actor, Act.OPEN_BOOK)
    if first_number < 1:
        raise InvalidInput(field="first_number")
    if book_of_unit(actor.unit_id, register).is_closed:
        raise BookNotFound(field="register")
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
    it came again by another way and is to have one more number (arrivals.note_arrival notes it
    without); and the refusals of a letter's own fields.
    Source: Rule of 2526, clauses 35 to 38.
    """
    require(actor, Act.REGISTER_RECEIVED)
    received = checked_received(
        draft,
        printed_number=printed_number,
        issuer_text=issuer_text,
        arrival=arrival,
        today=day_of(at),
        has_files=bool(files),
    )
    kept = keep_bytes(files)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        done = enter_received(
            ledger,
            received,
            kept=kept,
            issuer_id=issuer_id,
            is_another_arrival=is_another_arrival,
        ).registered
        ledger.record(
            "register_received",
            subject=done.letter_uid,
            number=done.receipt_number,
            letter_number=received.printed,
            is_another_arrival=is_another_arrival,
        )
    return done


def receive_delivery(
    *, actor: Actor, at: datetime, letter_uid: str, arrival: Arrival
) -> Registered:
    """Give a letter that was delivered in the system a number in this desk's own book.

    Raises LetterNotFound, Refused, AlreadyReceived, DeliveryRecalled, DeliverySentBack.
    """
    delivery = _access.delivery(actor, Act.REGISTER_RECEIVED, letter_uid=letter_uid)
    check_arrival(arrival, delivery.letter.dated_on, day_of(at))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        number = take_receipt_number(ledger, arrival)
        # Held as well: books of two years have counters of their own.
        fresh = locked_delivery(delivery.letter_id, actor.unit_id)
        refuse_over(fresh)
        refuse_second_receipt(delivery.letter_id, actor.unit_id)
        line = write_receipt(ledger, delivery.letter_id, arrival, number, fresh)
        ledger.record("register_received", subject=letter_uid, number=number)
    return Registered(letter_uid, line.uid, number, book_year_of(arrival.received_on))


def pass_inside(*, actor: Actor, at: datetime, letter_uid: str, to_unit_uid: str) -> None:
    """Hand a received letter to a desk inside, which will number it again in its own book.

    Raises LetterNotFound, UnitNotFound, Refused (another unit's desk), AlreadyDispatched.
    Source: Rule of 2526, clause 40.
    """
    letter = _access.letter(actor, Act.PASS_INSIDE, uid=letter_uid)
    desk = Unit.get_or_none(Unit.uid == to_unit_uid)
    if desk is None or not desk.path.startswith(actor.unit_path) or desk.id == actor.unit_id:
        raise UnitNotFound(field="to_unit", uid=to_unit_uid)
    if desk.kind not in DESK_KINDS:
        raise Refused(field="to_unit", act=Act.PASS_INSIDE, who_may=who_may(Act.DISPATCH))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        if not pass_to_desk(ledger, letter, desk):
            raise AlreadyDispatched(field="to_unit")
        ledger.record("pass_inside", subject=letter.uid, to_unit=desk.name_th)


def void_entry(
    *, actor: Actor, at: datetime, entry_uid: str, reason: str, although_cited: bool = False
) -> None:
    """Strike a register line through: the number stays burned, the reason stays readable.

    A number that was only reserved may be struck through as well. Raises MissingField without a
    reason, NumberAlreadyVoid, Refused, InvalidInput for a line that is not this unit's, and
    NumberIsCited, which names the letters, until although_cited says that this was read.
    """
    require(actor, Act.VOID_ENTRY)
    if not clean_line(reason):
        raise MissingField(field="reason")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        entry = void_line(ledger, RegisterEntry.uid == entry_uid, clean_line(reason))
        citing = letters_citing(actor, entry)
        count = len(citing.seen) + citing.unseen_count
        if count and not although_cited:
            raise NumberIsCited(field="although_cited", letters=_named(citing))
        reopened_count = reopen_relays(ledger, voided_letter_id=entry.letter_id)
        ledger.record(
            "void_entry",
            subject=entry.uid,
            number=entry.number,
            reason=clean_line(reason),
            citing_count=count,
            reopened_count=reopened_count,
        )


def _named(citing: CitingLetters) -> str:
    """The citing letters by number and day; of those that may not be seen only how many."""
    names = [
        f"{letter.printed_number} ลงวันที่ {format_medium(letter.dated_on)}"
        if letter.dated_on
        else letter.printed_number
        for letter in citing.seen
    ]
    if citing.unseen_count:
        names.append(f"ของหน่วยอื่น {citing.unseen_count} ฉบับ")
    return ", ".join(names)
