"""The number of a letter we send: the next one, one that was reserved, or one given on paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.desk import _numbering
from saraban.desk._audit import Ledger
from saraban.desk._books import letters_book, open_year_of
from saraban.desk._numbering import YearBook
from saraban.errors import (
    BackDated,
    LetterNumberTaken,
    NotReserved,
    ReservedInOtherBook,
    ReservedInOtherYear,
)
from saraban.records import Letter, RegisterEntry, Reservation
from saraban.records.database import locked
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.thai.dates import format_medium


@dataclass(frozen=True)
class NumberChoice:
    """Which number a letter shall get; with nothing chosen the next of its usual book.

    register is the code of a free book. reserved_uid names the line of a reserved number.
    paper_number was given on paper while this system could not be used.
    """

    register: str | None = None
    reserved_uid: str | None = None
    paper_number: int | None = None


THE_NEXT = NumberChoice()


@dataclass(frozen=True)
class Taken:
    """A number that was taken; entry_id when its line is in the book already."""

    register: str
    be_year: int
    number: int
    entry_id: int | None
    is_from_paper: bool


def take_letter_number(
    ledger: Ledger, choice: NumberChoice, *, dated_on: date, is_circular: bool
) -> Taken:
    """The number for a letter of this date, taken for good if the caller's act commits.

    The counter's row is held from here on, whichever way the number came. Raises BookNotFound,
    YearClosed, BackDated, NotReserved, ReservedInOtherBook, ReservedInOtherYear, and the refusals
    of a number given on paper.
    """
    today = day_of(ledger.at)
    year = open_year_of(ledger.unit_id, dated_on, today=today, field="dated_on")
    if choice.reserved_uid:
        return _reserved(ledger, choice, dated_on, year, is_circular=is_circular)
    book = letters_book(
        unit_id=ledger.unit_id, chosen=choice.register, is_circular=is_circular, be_year=year
    )
    place = YearBook(ledger.unit_id, book, year)
    if choice.paper_number is not None:
        line = _numbering.take_paper_number(ledger, place, choice.paper_number)
        return Taken(book, year, choice.paper_number, line and line.id, is_from_paper=True)
    require_dated_today(dated_on, today)
    return Taken(book, year, _numbering.take_number(ledger, place), None, is_from_paper=False)


def require_dated_today(dated_on: date, today: date) -> None:
    """BackDated for a letter of an earlier day: the next number is for today's letters.

    Source: unconfirmed; inspectors object to numbers that are out of the order of the dates.
    """
    if dated_on < today:
        raise BackDated(field="dated_on", date_text=format_medium(dated_on))


def write_line(ledger: Ledger, taken: Taken, *, letter_id: int, dated_on: date) -> None:
    """The letter's line in its book: a new one, or the one that kept the number for it."""
    used = {
        "letter": letter_id,
        "entered_on": dated_on,
        "entered_at": ledger.at,
        "entered_by": ledger.actor.name,
        "is_from_paper": taken.is_from_paper,
    }
    if taken.entry_id is not None:
        ledger.update(RegisterEntry, taken.entry_id, **used)
        return
    ledger.insert(
        RegisterEntry,
        uid=new_uid(),
        unit=ledger.unit_id,
        register=taken.register,
        be_year=taken.be_year,
        number=taken.number,
        **used,
    )


def refuse_second_letter(ledger: Ledger, *, letter_number: str, be_year: int) -> None:
    """LetterNumberTaken when the unit has a letter of this number and year, from another book."""
    earlier = (
        Letter.select(Letter.printed_number)
        .where(
            Letter.letter_number == letter_number,
            Letter.issuer == ledger.unit_id,
            Letter.is_issued_here,
            Letter.be_year == be_year,
        )
        .first()
    )
    if earlier is not None:
        raise LetterNumberTaken(number=earlier.printed_number)


def _reserved(
    ledger: Ledger, choice: NumberChoice, dated_on: date, year: int, *, is_circular: bool
) -> Taken:
    """A number that was reserved, its line held; it fits its own day, or today."""
    found = RegisterEntry.get_or_none(
        RegisterEntry.uid == choice.reserved_uid, RegisterEntry.unit == ledger.unit_id
    )
    if found is None or found.reservation_id is None:
        raise NotReserved(field="reserved")
    if found.be_year != year:
        raise ReservedInOtherYear(field="dated_on", number=found.number, be_year=found.be_year)
    book = letters_book(
        unit_id=ledger.unit_id,
        chosen=choice.register or (found.register if "-" in found.register else None),
        is_circular=is_circular,
        be_year=year,
    )
    if book != found.register:
        raise ReservedInOtherBook(field="reserved", number=found.number)
    _numbering.lock_counter(YearBook(ledger.unit_id, book, year))
    line: Any = locked(RegisterEntry.select().where(RegisterEntry.id == found.id)).get()
    if line.letter_id is not None or line.voided_at is not None:
        raise NotReserved(field="reserved")
    if dated_on != Reservation.get_by_id(line.reservation_id).reserved_on:
        require_dated_today(dated_on, day_of(ledger.at))
    return Taken(book, year, line.number, line.id, is_from_paper=False)
