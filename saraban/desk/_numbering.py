"""Gapless numbers: one counter per unit, register and BE year, moved inside the caller's act.

A database sequence would leave a gap after every rollback; this row rolls back with it.
"""

from saraban.desk._audit import Ledger
from saraban.records import BookYear, rows

_TAKE = (
    "INSERT INTO book_year (unit_id, register, be_year, first_number, last_number) "
    "VALUES (?, ?, ?, 1, 1) ON CONFLICT (unit_id, register, be_year) "
    "DO UPDATE SET last_number = book_year.last_number + 1 "
    "RETURNING id, first_number, last_number"
)


def take_number(ledger: Ledger, *, unit_id: int, register: str, be_year: int) -> int:
    """The next number of the book, taken for good if the caller's transaction commits.

    Source: Rule of 2526, clauses 37 and 43: numbers run through the calendar year.
    """
    taken = rows.first(_TAKE, unit_id, register, be_year)
    assert taken is not None
    key, first, number = taken
    ledger.note(
        BookYear,
        key,
        {
            "unit_id": unit_id,
            "register": register,
            "be_year": be_year,
            "first_number": first,
            "last_number": number,
        },
    )
    return int(number)
