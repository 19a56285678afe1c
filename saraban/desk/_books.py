"""Which book a number comes from, and whether the year of that book still gives any."""

from datetime import date

from saraban.errors import BookNotFound, YearClosed
from saraban.queries.books import circular_series, old_year_open_days
from saraban.records import Book, rows
from saraban.records.database import is_postgres
from saraban.rules.registers import (
    CircularSeries,
    Numbers,
    RegisterName,
    book_year_of,
    is_open_year,
    last_open_day,
    numbers_of,
    register_for,
)
from saraban.thai.dates import format_medium

_STANDARD = frozenset(RegisterName)
_HOLD_UNIT = "SELECT id FROM unit WHERE id = ? FOR KEY SHARE"


def letters_book(*, unit_id: int, chosen: str | None, is_circular: bool, be_year: int) -> str:
    """The book that numbers a letter we send: the free one chosen, or the send or circular one.

    Inside a write transaction: the unit's choice of a circular series stays as it is until the
    end. Raises BookNotFound for a book that does not number such letters.
    """
    usual = register_for(is_circular=is_circular, series=held_series(unit_id, be_year))
    if chosen in (None, "", usual):
        return usual
    if chosen in _STANDARD:
        raise BookNotFound(field="register")
    return free_book(unit_id, chosen, Numbers.LETTERS)


def receipts_book(*, unit_id: int, chosen: str) -> str:
    """The book that numbers what is received. Raises BookNotFound."""
    if chosen == RegisterName.RECEIVE:
        return chosen
    return free_book(unit_id, chosen, Numbers.RECEIPTS)


def free_book(unit_id: int, code: str | None, numbers: Numbers) -> str:
    """The code of a free book of the unit that is open. Raises BookNotFound."""
    found = Book.get_or_none(Book.unit == unit_id, Book.code == code, Book.closed_at.is_null())
    if found is None or numbers_of(found.code) != numbers:
        raise BookNotFound(field="register")
    return str(found.code)


def held_series(unit_id: int, be_year: int) -> CircularSeries:
    """How the unit numbers its circulars in a year; nobody changes it before this act ends.

    `books.choose_circular_series` locks the unit's row, which conflicts with this light hold.
    """
    if is_postgres():
        rows.first(_HOLD_UNIT, unit_id)
    return circular_series(unit_id, be_year)


def open_year_of(unit_id: int, day: date, *, today: date, field: str) -> int:
    """The BE year of the book that a day belongs to, if it still gives numbers.

    Raises YearClosed, which says since when. This year's books are always open.
    """
    year = book_year_of(day)
    if year == book_year_of(today):
        return year
    days = old_year_open_days(unit_id)
    if not is_open_year(year, today, days):
        raise YearClosed(
            field=field, be_year=year, last_day_text=format_medium(last_open_day(year, days))
        )
    return year
