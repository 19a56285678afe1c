"""How many numbers of a book are reserved, void, from paper, or have no line at all."""

from dataclasses import dataclass
from datetime import date

from saraban.records import BookYear, RegisterEntry, rows
from saraban.records.database import is_postgres
from saraban.records.registers import UNUSUAL_ENTRY


@dataclass(frozen=True)
class NumberCounts:
    """Of one book in one BE year; each number counts once, and as void before anything else."""

    reserved: int
    expired: int
    void: int
    paper: int


def number_counts(unit_id: int, register: str, be_year: int, *, today: date) -> NumberCounts:
    """Counted by the index of unusual lines: a million plain ones cost nothing."""
    found = rows.first(
        _COUNTS.format(hint="" if is_postgres() else "INDEXED BY register_entry_unusual"),
        today,
        unit_id,
        register,
        be_year,
    )
    assert found is not None
    all_count, void, paper, expired = (int(value or 0) for value in found)
    return NumberCounts(all_count - void - paper - expired, expired, void, paper)


def missing_count(unit_id: int, register: str, be_year: int) -> int:
    """How many numbers between the book's first and last have no line."""
    book = BookYear.get_or_none(
        BookYear.unit == unit_id, BookYear.register == register, BookYear.be_year == be_year
    )
    if book is None:
        return 0
    lines = (
        RegisterEntry.select()
        .where(
            RegisterEntry.unit == unit_id,
            RegisterEntry.register == register,
            RegisterEntry.be_year == be_year,
            RegisterEntry.number.between(book.first_number, book.last_number),
        )
        .count()
    )
    return max(0, int(book.last_number) - int(book.first_number) + 1 - lines)


_COUNTS = f"""
SELECT COUNT(*),
       SUM(CASE WHEN voided_at IS NOT NULL THEN 1 ELSE 0 END),
       SUM(CASE WHEN voided_at IS NULL AND is_from_paper THEN 1 ELSE 0 END),
       SUM(CASE WHEN voided_at IS NULL AND NOT is_from_paper
                 AND (SELECT r.expires_on FROM reservation r WHERE r.id = e.reservation_id) < ?
           THEN 1 ELSE 0 END)
FROM register_entry AS e {{hint}}
WHERE unit_id = ? AND register = ? AND be_year = ? AND {UNUSUAL_ENTRY}
"""  # noqa: S608 - the condition is ours
