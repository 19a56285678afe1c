"""The books of a registry, and what it chose for them."""

from dataclasses import dataclass
from typing import Any

from saraban.errors import BookNotFound
from saraban.records import Book, CircularChoice, RegistrySetting
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import (
    OLD_YEAR_OPEN_DAYS,
    THAI_REGISTER,
    Channel,
    CircularSeries,
    Numbers,
    RegisterName,
    numbers_of,
)


@dataclass(frozen=True)
class BookOfUnit:
    """A book that a registry keeps. The three standard ones have no uid and are never closed."""

    code: str
    name_th: str
    numbers: Numbers
    uid: str | None
    is_closed: bool

    @property
    def is_receipts(self) -> bool:
        """Whether it numbers what is received."""
        return self.numbers == Numbers.RECEIPTS


@dataclass(frozen=True)
class BookSettings:
    """What a registry keeps and chose; next_series is what holds from next year, if it differs."""

    books: tuple[BookOfUnit, ...]
    series: CircularSeries
    next_series: CircularSeries | None
    old_year_open_days: int
    usual_channel: Channel
    may_keep: bool


STANDARD = tuple(
    BookOfUnit(code.value, THAI_REGISTER[code], numbers_of(code), None, is_closed=False)
    for code in RegisterName
)


def books_of_unit(unit_id: int) -> tuple[BookOfUnit, ...]:
    """The standard books, then the free ones in the order in which they were opened."""
    free: Any = Book.select().where(Book.unit == unit_id).order_by(Book.id)
    return (
        *STANDARD,
        *(
            BookOfUnit(
                book.code, book.name_th, numbers_of(book.code), book.uid, book.closed_at is not None
            )
            for book in free
        ),
    )


def book_of_unit(unit_id: int, code: str) -> BookOfUnit:
    """The book of this code, closed or not. Raises BookNotFound."""
    if (standard := next((book for book in STANDARD if book.code == code), None)) is not None:
        return standard
    found = next((book for book in books_of_unit(unit_id) if book.code == code), None)
    if found is None:
        raise BookNotFound()
    return found


def open_books(actor: Actor, numbers: Numbers) -> tuple[BookOfUnit, ...]:
    """The actor's own books that give numbers to such letters."""
    return tuple(
        book
        for book in books_of_unit(actor.unit_id)
        if book.numbers == numbers and not book.is_closed
    )


def book_settings(actor: Actor, be_year: int) -> BookSettings:
    """The books of the actor's own registry and its choices for this BE year and the next."""
    series = circular_series(actor.unit_id, be_year)
    after = circular_series(actor.unit_id, be_year + 1)
    return BookSettings(
        books=books_of_unit(actor.unit_id),
        series=series,
        next_series=after if after != series else None,
        old_year_open_days=old_year_open_days(actor.unit_id),
        usual_channel=usual_channel(actor.unit_id),
        may_keep=may(actor, Act.KEEP_BOOKS),
    )


def circular_series(unit_id: int, be_year: int) -> CircularSeries:
    """How the unit numbers its circulars in a BE year."""
    chosen = (
        CircularChoice.select(CircularChoice.series)
        .where(CircularChoice.unit == unit_id, CircularChoice.from_be_year <= be_year)
        .order_by(CircularChoice.from_be_year.desc())
        .limit(1)
        .scalar()
    )
    return CircularSeries(chosen or CircularSeries.OWN)


def old_year_open_days(unit_id: int) -> int:
    """For how many days of a new year the unit's books of the old one give numbers."""
    chosen = (
        RegistrySetting.select(RegistrySetting.old_year_open_days)
        .where(RegistrySetting.unit == unit_id)
        .scalar()
    )
    return OLD_YEAR_OPEN_DAYS if chosen is None else int(chosen)


def usual_channel(unit_id: int) -> Channel:
    """How most letters come to the unit: what a form begins with."""
    chosen = (
        RegistrySetting.select(RegistrySetting.usual_channel)
        .where(RegistrySetting.unit == unit_id)
        .scalar()
    )
    return Channel(chosen or Channel.PAPER)
