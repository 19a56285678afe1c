"""Gapless numbers: one counter per unit, register and BE year, moved inside the caller's act.

A database sequence would leave a gap after every rollback; this row rolls back with it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import InvalidInput, NumberBeforeBook, NumberTaken, NumberTooFarAhead
from saraban.records import BookYear, RegisterEntry, rows
from saraban.records.database import locked

_TAKE = (
    "INSERT INTO book_year (unit_id, register, be_year, first_number, last_number) "
    "VALUES (?, ?, ?, 1, ?) ON CONFLICT (unit_id, register, be_year) "
    "DO UPDATE SET last_number = book_year.last_number + excluded.last_number "
    "RETURNING id, first_number, last_number"
)
_REACH = (
    "INSERT INTO book_year (unit_id, register, be_year, first_number, last_number) "
    "VALUES (?, ?, ?, 1, ?) ON CONFLICT (unit_id, register, be_year) "
    "DO UPDATE SET last_number = CASE WHEN book_year.last_number < excluded.last_number "
    "THEN excluded.last_number ELSE book_year.last_number END "
    "RETURNING id, first_number, last_number"
)
# A slip of the pen (11490 for 1149) would burn all numbers between: nobody works on paper so long.
MOST_AHEAD = 1000


@dataclass(frozen=True)
class YearBook:
    """One register of one unit in one BE year: what has a counter of its own."""

    unit_id: int
    register: str
    be_year: int


def take_number(ledger: Ledger, book: YearBook) -> int:
    """The next number of the book, taken for good if the caller's transaction commits.

    Source: Rule of 2526, clauses 37 and 43: numbers run through the calendar year.
    """
    return take_numbers(ledger, book, 1)[0]


def take_numbers(ledger: Ledger, book: YearBook, count: int) -> range:
    """The next count numbers of the book, one after the other without a gap."""
    last = _moved(ledger, _TAKE, book, count)[1]
    return range(last - count + 1, last + 1)


def take_paper_number(ledger: Ledger, book: YearBook, number: int) -> Any:
    """Enter a number that was given on paper; the line that reserved it, or None.

    One that lies ahead takes the counter along, and the numbers between are holes until somebody
    explains them. Raises InvalidInput below 1, NumberTaken, NumberBeforeBook, NumberTooFarAhead.
    """
    if number < 1:
        raise InvalidInput(field="paper_number")
    before = lock_counter(book)
    ahead = 0 if before is None else before.last_number
    if number > ahead + MOST_AHEAD:
        raise NumberTooFarAhead(field="paper_number", number=number, next=ahead + 1)
    first, _ = _moved(ledger, _REACH, book, number)
    if number < first:
        raise NumberBeforeBook(field="paper_number", number=number, first=first)
    line: Any = RegisterEntry.get_or_none(
        RegisterEntry.unit == book.unit_id,
        RegisterEntry.register == book.register,
        RegisterEntry.be_year == book.be_year,
        RegisterEntry.number == number,
    )
    if line is not None and (line.letter_id is not None or line.voided_at is not None):
        raise NumberTaken(field="paper_number", number=number)
    return line


def lock_counter(book: YearBook) -> Any:
    """The book's counter, held until the transaction ends; None for a book not begun."""
    return locked(
        BookYear.select().where(
            BookYear.unit == book.unit_id,
            BookYear.register == book.register,
            BookYear.be_year == book.be_year,
        )
    ).first()


def _moved(ledger: Ledger, statement: str, book: YearBook, by: int) -> tuple[int, int]:
    """(first_number, last_number) of the book once the statement has moved its counter."""
    moved = rows.first(statement, book.unit_id, book.register, book.be_year, by)
    assert moved is not None
    key, first, last = moved
    ledger.note(BookYear, key, {**asdict(book), "first_number": first, "last_number": last})
    return int(first), int(last)
