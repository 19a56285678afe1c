"""The lines that a registry's books got on one day, as a closing signs them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.records import BookYear, Letter, RegisterEntry
from saraban.rules.closings import DayLine


@dataclass(frozen=True)
class DayBook:
    """One book's part of a day, its lines by number.

    elsewhere are numbers between the day's first and last that stand under another day; missing
    those up to the last that have no line at all: reserved for nobody, never used.
    """

    register: str
    be_year: int
    lines: tuple[DayLine, ...]
    elsewhere: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def first(self) -> int:
        """The lowest number of the day."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """The highest number of the day."""
        return self.lines[-1].number

    @property
    def void_count(self) -> int:
        """How many of its numbers are void."""
        return sum(line.void_reason is not None for line in self.lines)


def day_lines(unit_id: int, day: date) -> list[DayLine]:
    """All lines entered on that day in the unit's books, by book and number."""
    rows: Any = (
        RegisterEntry.select(
            RegisterEntry.register,
            RegisterEntry.be_year,
            RegisterEntry.number,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.addressee_text,
            Letter.subject,
            RegisterEntry.voided_at,
            RegisterEntry.void_reason,
            RegisterEntry.letter,
        )
        .join(Letter, "LEFT OUTER JOIN", on=(RegisterEntry.letter == Letter.id))
        .where(RegisterEntry.unit == unit_id, RegisterEntry.entered_on == day)
        .order_by(RegisterEntry.register, RegisterEntry.be_year, RegisterEntry.number)
        .tuples()
    )
    return [_line(row) for row in rows]


def day_books(unit_id: int, day: date) -> tuple[DayBook, ...]:
    """The day book by book, with the numbers that are not where one would look for them."""
    books: dict[tuple[str, int], list[DayLine]] = {}
    for line in day_lines(unit_id, day):
        books.setdefault((line.register, line.be_year), []).append(line)
    return tuple(_book(unit_id, *key, lines) for key, lines in books.items())


def _book(unit_id: int, register: str, be_year: int, lines: list[DayLine]) -> DayBook:
    chosen = (
        (RegisterEntry.unit == unit_id)
        & (RegisterEntry.register == register)
        & (RegisterEntry.be_year == be_year)
    )
    first, last = lines[0].number, lines[-1].number
    before = (
        RegisterEntry.select(peewee.fn.MAX(RegisterEntry.number))
        .where(chosen, RegisterEntry.number < first)
        .scalar()
    )
    if before is None:
        opened = (
            BookYear.select(BookYear.first_number)
            .where(
                BookYear.unit == unit_id,
                BookYear.register == register,
                BookYear.be_year == be_year,
            )
            .scalar()
        )
        before = (opened or first) - 1
    numbers: Any = (
        RegisterEntry.select(RegisterEntry.number)
        .where(chosen, RegisterEntry.number.between(first, last))
        .tuples()
    )
    there, today = {number for (number,) in numbers}, {line.number for line in lines}
    return DayBook(
        register,
        be_year,
        tuple(lines),
        elsewhere=tuple(sorted(there - today)),
        missing=tuple(number for number in range(before + 1, last) if number not in there),
    )


def _line(row: tuple[Any, ...]) -> DayLine:
    (
        register, be_year, number, printed, dated_on, from_text, to_text, subject, voided, why,
        letter_id,
    ) = row  # fmt: skip
    return DayLine(
        register=register,
        be_year=be_year,
        number=number,
        letter_number=printed or "",
        dated_on=dated_on,
        from_text=from_text or "",
        to_text=to_text or "",
        subject=subject or "",
        void_reason=None if voided is None else why or "",
        is_reserved=letter_id is None and voided is None,
    )
