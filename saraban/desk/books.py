"""The books of a registry: opened, closed, and the choices that hold for all of them."""

from datetime import datetime

from saraban.desk._audit import Ledger
from saraban.desk.registration import open_book
from saraban.errors import (
    BookHasReservations,
    BookNotFound,
    InvalidInput,
    MissingField,
    TextTooLong,
)
from saraban.queries.books import books_of_unit, circular_series
from saraban.records import Book, BookYear, CircularChoice, RegisterEntry, RegistrySetting, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import (
    MOST_OLD_YEAR_OPEN_DAYS,
    OLD_YEAR_OPEN_DAYS,
    Channel,
    CircularSeries,
    Numbers,
    RegisterName,
    book_year_of,
    free_code,
)
from saraban.thai.text import clean_line

__all__ = ["add_book", "choose_circular_series", "close_book", "keep_old_year_open", "open_book"]

MOST_NAME = 120


def add_book(*, actor: Actor, at: datetime, name_th: str, numbers: str) -> str:
    """Begin a free book beside the standard ones; its code.

    Raises Refused, MissingField, TextTooLong, InvalidInput for what no book numbers, or for a
    name that another open book has.
    """
    require(actor, Act.KEEP_BOOKS)
    name = clean_line(name_th)
    if not name:
        raise MissingField(field="name_th")
    if len(name) > MOST_NAME:
        raise TextTooLong(field="name_th", most=MOST_NAME)
    if numbers not in set(Numbers):
        raise InvalidInput(field="numbers")
    with write_transaction():
        _lock_unit(actor)
        books = books_of_unit(actor.unit_id)
        if any(book.name_th == name and not book.is_closed for book in books):
            raise InvalidInput(field="name_th")
        place = 2 + sum(book.uid is not None for book in books)
        code = free_code(Numbers(numbers), place)
        ledger = Ledger(actor=actor, at=at)
        uid = new_uid()
        ledger.insert(
            Book,
            uid=uid,
            unit=actor.unit_id,
            code=code,
            name_th=name,
            opened_at=at,
            opened_by=actor.name,
        )
        ledger.record("add_book", subject=uid, code=code, name=name)
    return code


def close_book(*, actor: Actor, at: datetime, uid: str) -> None:
    """Let a free book give no more numbers; its lines stay and are read as before.

    Raises Refused, BookNotFound, BookHasReservations while reserved numbers are unused.
    """
    require(actor, Act.KEEP_BOOKS)
    with write_transaction():
        _lock_unit(actor)
        book = Book.get_or_none(
            Book.uid == uid, Book.unit == actor.unit_id, Book.closed_at.is_null()
        )
        if book is None:
            raise BookNotFound()
        left = (
            RegisterEntry.select()
            .where(
                RegisterEntry.unit == actor.unit_id,
                RegisterEntry.register == book.code,
                RegisterEntry.letter.is_null(),
                RegisterEntry.voided_at.is_null(),
            )
            .count()
        )
        if left:
            raise BookHasReservations(count=left)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Book, book.id, closed_at=at, closed_by=actor.name)
        ledger.record("close_book", subject=uid, code=book.code)


def choose_circular_series(*, actor: Actor, at: datetime, series: str) -> int:
    """Number circulars in a sequence of their own, or in that of the send book; from which BE year.

    It holds for this year only while neither book has given a number in it, and otherwise from
    next year on: a change in the middle would let `1658` and `ว 1658`, or one `ว` number twice,
    exist in one year. Raises Refused, InvalidInput. Source: Rule of 2526, clause 32.
    """
    require(actor, Act.KEEP_BOOKS)
    if series not in set(CircularSeries):
        raise InvalidInput(field="series")
    with write_transaction():
        _lock_unit(actor)
        this_year = book_year_of(day_of(at))
        is_begun = (
            BookYear.select()
            .where(
                BookYear.unit == actor.unit_id,
                BookYear.register.in_([RegisterName.SEND.value, RegisterName.CIRCULAR.value]),
                BookYear.be_year >= this_year,
            )
            .exists()
        )
        year = this_year + 1 if is_begun else this_year
        if circular_series(actor.unit_id, year) == series:
            return year
        ledger = Ledger(actor=actor, at=at)
        found = CircularChoice.get_or_none(
            CircularChoice.unit == actor.unit_id, CircularChoice.from_be_year == year
        )
        if found is None:
            ledger.insert(CircularChoice, unit=actor.unit_id, from_be_year=year, series=series)
        else:
            ledger.update(CircularChoice, found.id, series=series)
        ledger.record("choose_circular_series", subject=str(year), series=series)
    return year


def keep_old_year_open(*, actor: Actor, at: datetime, days: int) -> None:
    """For how many days of a new year the books of the old one still give numbers.

    Raises Refused, InvalidInput outside of 0 to 365.
    """
    require(actor, Act.KEEP_BOOKS)
    if not 0 <= days <= MOST_OLD_YEAR_OPEN_DAYS:
        raise InvalidInput(field="days")
    with write_transaction():
        _lock_unit(actor)
        ledger = Ledger(actor=actor, at=at)
        made = ledger.insert_new(RegistrySetting, unit=actor.unit_id, old_year_open_days=days)
        if made is None:
            ledger.update(RegistrySetting, actor.unit_id, old_year_open_days=days)
        ledger.record("keep_old_year_open", subject=str(actor.unit_id), days=days)


def choose_usual_channel(*, actor: Actor, at: datetime, channel: str) -> None:
    """How most letters come to the registry: what its forms begin with.

    Raises Refused, InvalidInput for what is no way that a letter takes outside of the system.
    """
    require(actor, Act.KEEP_BOOKS)
    if channel not in set(Channel) - {Channel.SYSTEM}:
        raise InvalidInput(field="channel")
    with write_transaction():
        _lock_unit(actor)
        ledger = Ledger(actor=actor, at=at)
        made = ledger.insert_new(
            RegistrySetting,
            unit=actor.unit_id,
            old_year_open_days=OLD_YEAR_OPEN_DAYS,
            usual_channel=str(channel),
        )
        if made is None:
            ledger.update(RegistrySetting, actor.unit_id, usual_channel=str(channel))
        ledger.record("choose_usual_channel", subject=str(actor.unit_id), channel=str(channel))


def _lock_unit(actor: Actor) -> None:
    """Let one person at a time choose for a registry, while nobody numbers by the old choice.

    `_books.held_series` holds the same row lightly for the length of an act that numbers.
    """
    locked(Unit.select(Unit.id).where(Unit.id == actor.unit_id)).get()
