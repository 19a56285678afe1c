"""Numbers kept for later: reserved one by one or in a block, and holes struck through."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk import _numbering
from saraban.desk._audit import Ledger
from saraban.desk._books import free_book, held_series
from saraban.desk._numbering import YearBook
from saraban.errors import (
    BookNotFound,
    ExpiryInPast,
    MissingField,
    NotAHole,
    NotReserved,
    TextTooLong,
    TooManyNumbers,
)
from saraban.records import RegisterEntry, Reservation
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import CircularSeries, Numbers, RegisterName, book_year_of
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line

MOST_AT_ONCE = 200
MOST_STRUCK_AT_ONCE = 1000
MOST_OWNER, MOST_REASON = 160, 500


@dataclass(frozen=True)
class Reserved:
    """A block of numbers that is kept from now on; last is first where there is but one."""

    uid: str
    register: str
    be_year: int
    first: int
    last: int


def reserve_numbers(
    *,
    actor: Actor,
    at: datetime,
    register: str,
    owner_text: str,
    reason: str,
    expires_on: date,
    count: int = 1,
) -> Reserved:
    """Keep the next count numbers of today's book for somebody; the next letter gets a later one.

    Only books that number letters: a receipt's number is given when it comes. Raises Refused,
    TooManyNumbers, MissingField, TextTooLong, ExpiryInPast, BookNotFound.
    Source: Rule of 2526, clause 43, is silent on it; the practice of offices.
    """
    require(actor, Act.RESERVE_NUMBERS)
    today = day_of(at)
    if not 1 <= count <= MOST_AT_ONCE:
        raise TooManyNumbers(field="count", most=MOST_AT_ONCE)
    owner = _line(owner_text, "owner_text", MOST_OWNER)
    why = _line(reason, "reason", MOST_REASON)
    if expires_on < today:
        raise ExpiryInPast(field="expires_on", date_text=format_medium(expires_on))
    year = book_year_of(today)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        book = _letters_book(actor.unit_id, register, year)
        numbers = _numbering.take_numbers(ledger, YearBook(actor.unit_id, book, year), count)
        uid = new_uid()
        reservation_id = ledger.insert(
            Reservation,
            uid=uid,
            unit=actor.unit_id,
            register=book,
            be_year=year,
            first_number=numbers[0],
            last_number=numbers[-1],
            owner_text=owner,
            reason=why,
            reserved_on=today,
            expires_on=expires_on,
            reserved_at=at,
            reserved_by=actor.name,
        )
        for number in numbers:
            _enter(ledger, YearBook(actor.unit_id, book, year), number, reservation=reservation_id)
        ledger.record(
            "reserve_numbers",
            subject=uid,
            register=book,
            first=numbers[0],
            last=numbers[-1],
            owner=owner,
            reason=why,
        )
    return Reserved(uid, book, year, numbers[0], numbers[-1])


def void_reservation(*, actor: Actor, at: datetime, uid: str, reason: str) -> int:
    """Strike through what is left of a reserved block; how many numbers that were.

    Raises Refused, MissingField, NotReserved when the block is not this unit's or used up.
    """
    require(actor, Act.VOID_ENTRY)
    why = _line(reason, "reason", MOST_REASON)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        block = Reservation.get_or_none(Reservation.uid == uid, Reservation.unit == actor.unit_id)
        if block is None:
            raise NotReserved()
        _numbering.lock_counter(YearBook(actor.unit_id, block.register, block.be_year))
        left = list(
            RegisterEntry.select(RegisterEntry.id)
            .where(
                RegisterEntry.reservation == block.id,
                RegisterEntry.letter.is_null(),
                RegisterEntry.voided_at.is_null(),
            )
            .order_by(RegisterEntry.number)
        )
        if not left:
            raise NotReserved()
        for entry in left:
            ledger.update(
                RegisterEntry, entry.id, voided_at=at, void_reason=why, voided_by=actor.name
            )
        ledger.record("void_reservation", subject=uid, count=len(left), reason=why)
    return len(left)


def strike_missing(
    *,
    actor: Actor,
    at: datetime,
    register: str,
    be_year: int,
    first: int,
    last: int,
    reason: str,
) -> None:
    """Explain numbers that no line has by a voided line each: they were never given.

    Allowed in a closed year as well: explaining gives no number. Raises Refused, MissingField,
    TooManyNumbers, NotAHole when one of them has a line, or lies outside of the book.
    """
    require(actor, Act.VOID_ENTRY)
    why = _line(reason, "reason", MOST_REASON)
    if not 1 <= last - first + 1 <= MOST_STRUCK_AT_ONCE:
        raise TooManyNumbers(field="last", most=MOST_STRUCK_AT_ONCE)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        book = _numbering.lock_counter(YearBook(actor.unit_id, register, be_year))
        if book is None or not book.first_number <= first <= last <= book.last_number:
            raise NotAHole(field="first")
        there = (
            RegisterEntry.select()
            .where(
                RegisterEntry.unit == actor.unit_id,
                RegisterEntry.register == register,
                RegisterEntry.be_year == be_year,
                RegisterEntry.number.between(first, last),
            )
            .exists()
        )
        if there:
            raise NotAHole(field="first")
        for number in range(first, last + 1):
            _enter(
                ledger,
                YearBook(actor.unit_id, register, be_year),
                number,
                voided_at=at,
                void_reason=why,
                voided_by=actor.name,
            )
        ledger.record(
            "strike_missing",
            subject=f"{register}/{be_year}",
            first=first,
            last=last,
            reason=why,
        )


def _enter(ledger: Ledger, book: YearBook, number: int, **more: Any) -> None:
    """A line without a letter."""
    ledger.insert(
        RegisterEntry,
        uid=new_uid(),
        unit=book.unit_id,
        register=book.register,
        be_year=book.be_year,
        number=number,
        entered_on=day_of(ledger.at),
        entered_at=ledger.at,
        entered_by=ledger.actor.name,
        **more,
    )


def _letters_book(unit_id: int, register: str, year: int) -> str:
    """The book as its numbers run: a shared circular series is the send book."""
    if register == RegisterName.CIRCULAR:
        is_own = held_series(unit_id, year) == CircularSeries.OWN
        return RegisterName.CIRCULAR if is_own else RegisterName.SEND
    if register == RegisterName.SEND:
        return RegisterName.SEND
    if register == RegisterName.RECEIVE:
        raise BookNotFound(field="register")
    return free_book(unit_id, register, Numbers.LETTERS)


def _line(text: str, field: str, most: int) -> str:
    line = clean_line(text)
    if not line:
        raise MissingField(field=field)
    if len(line) > most:
        raise TextTooLong(field=field, most=most)
    return line
