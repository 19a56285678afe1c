"""Every number of a book that is no plain letter, explained: reserved, void, paper, or missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.books import book_of_unit
from saraban.queries.number_counts import NumberCounts, missing_count, number_counts
from saraban.queries.register_book import book_unit
from saraban.records import BookYear
from saraban.records.bare_rows import stored_day
from saraban.records.database import database, is_postgres
from saraban.records.registers import UNUSUAL_ENTRY
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import NumberState, state_of_number
from saraban.thai.dates import be_year as be_year_of

PAGE_SIZE = 100


@dataclass(frozen=True)
class HoleLine:
    """A number, or a run of missing ones from number to last, and what explains it.

    text is why it was reserved or voided, or the subject of the letter that was numbered on paper;
    who is for whom it is kept, who voided it, or who entered it.
    """

    number: int
    last: int
    state: NumberState
    entry_uid: str | None
    reservation_uid: str | None
    letter_uid: str | None
    letter_number: str
    who: str
    text: str
    reserved_on: date | None
    expires_on: date | None

    @property
    def count(self) -> int:
        """How many numbers the line stands for."""
        return self.last - self.number + 1


@dataclass(frozen=True)
class NumberHoles:
    """One book's numbers from after `after` on; next_after leads to the rest, or is null."""

    unit_uid: str
    unit_name: str
    register: str
    register_name: str
    be_year: int
    years: tuple[int, ...]
    is_receipts: bool
    first_number: int
    last_number: int
    counts: NumberCounts
    missing_count: int
    lines: tuple[HoleLine, ...]
    next_after: int | None
    may_explain: bool
    may_reserve: bool


def number_holes(
    actor: Actor,
    *,
    register: str,
    be_year: int,
    today: date,
    after: int = 0,
    unit_uid: str | None = None,
) -> NumberHoles:
    """The holes of the actor's own book, or for an auditor of one in their branch.

    Raises Refused, UnitNotFound, BookNotFound.
    """
    unit = book_unit(actor, unit_uid)
    book = book_of_unit(unit.id, register)
    years = {
        year.be_year: year
        for year in BookYear.select()
        .where(BookYear.unit == unit.id, BookYear.register == register)
        .order_by(BookYear.be_year.desc())
    }
    chosen = years.get(be_year)
    first, last = (chosen.first_number, chosen.last_number) if chosen else (1, 0)
    place = (unit.id, register, be_year)
    missing = missing_count(*place)
    lines = list(_unusual(place, today, after))
    if missing:
        lines += _missing(place, max(after + 1, first), last)
    lines.sort(key=lambda line: line.number)
    shown = lines[:PAGE_SIZE]
    is_own = unit.id == actor.unit_id
    return NumberHoles(
        unit_uid=unit.uid,
        unit_name=unit.registry_name or unit.name_th,
        register=register,
        register_name=book.name_th,
        be_year=be_year,
        years=tuple(years),
        is_receipts=book.is_receipts,
        first_number=first,
        last_number=last,
        counts=number_counts(*place, today=today),
        missing_count=missing,
        lines=tuple(shown),
        next_after=shown[-1].last if len(lines) > PAGE_SIZE else None,
        may_explain=is_own and may(actor, Act.VOID_ENTRY),
        may_reserve=(
            is_own
            and not book.is_receipts
            and not book.is_closed
            and be_year == be_year_of(today)
            and may(actor, Act.RESERVE_NUMBERS)
        ),
    )


def _unusual(place: tuple[int, str, int], today: date, after: int) -> Iterator[HoleLine]:
    hint = "" if is_postgres() else "INDEXED BY register_entry_unusual"
    for row in _rows(_UNUSUAL.format(hint=hint), (*place, after, PAGE_SIZE + 1)):
        (
            number, entry_uid, letter_uid, letter_number, printed, subject, voided_at, void_reason,
            voided_by, is_from_paper, entered_by, reservation_uid, owner, reason, reserved_on,
            expires_on,
        ) = row  # fmt: skip
        state = state_of_number(
            has_letter=letter_uid is not None,
            is_void=voided_at is not None,
            is_from_paper=bool(is_from_paper),
            expires_on=stored_day(expires_on),
            today=today,
        )
        who, text = {
            NumberState.VOID: (voided_by, void_reason),
            NumberState.PAPER: (entered_by, subject),
        }.get(state, (owner, reason))
        yield HoleLine(
            number=number,
            last=number,
            state=state,
            entry_uid=entry_uid,
            reservation_uid=reservation_uid,
            letter_uid=letter_uid,
            letter_number=printed or letter_number or "",
            who=who or "",
            text=text or "",
            reserved_on=stored_day(reserved_on),
            expires_on=stored_day(expires_on),
        )


def _missing(place: tuple[int, str, int], start: int, last: int) -> list[HoleLine]:
    """Runs of numbers without a line, from start to the book's last."""
    found = _rows(_MISSING, (start - 1, *place, start, last, PAGE_SIZE + 1))
    runs = [(int(low) + 1, int(high) - 1) for low, high in found]
    if len(runs) <= PAGE_SIZE:
        ((top,),) = _rows(_TOP, (*place, last))
        low = max(start, int(top or 0) + 1)
        if low <= last:
            runs.append((low, last))
    return [
        HoleLine(low, high, NumberState.MISSING, None, None, None, "", "", "", None, None)
        for low, high in runs
    ]


def _rows(sql: str, values: tuple[Any, ...]) -> list[Any]:
    cursor = database.execute_sql(sql.replace("?", "%s") if is_postgres() else sql, values)
    found = list(cursor.fetchall())
    cursor.close()
    return found


_UNUSUAL = f"""
SELECT e.number, e.uid, l.uid, l.letter_number, l.printed_number, l.subject, e.voided_at,
       e.void_reason, e.voided_by, e.is_from_paper, e.entered_by, r.uid, r.owner_text, r.reason,
       r.reserved_on, r.expires_on
FROM (SELECT * FROM register_entry {{hint}}
      WHERE unit_id = ? AND register = ? AND be_year = ? AND {UNUSUAL_ENTRY} AND number > ?
      ORDER BY number LIMIT ?) AS e
LEFT JOIN letter l ON l.id = e.letter_id
LEFT JOIN reservation r ON r.id = e.reservation_id
ORDER BY e.number
"""  # noqa: S608 - the condition is ours
_MISSING = """
SELECT low, number FROM (
    SELECT number, LAG(number, 1, CAST(? AS INTEGER)) OVER (ORDER BY number) AS low
    FROM register_entry
    WHERE unit_id = ? AND register = ? AND be_year = ? AND number >= ? AND number <= ?
) AS neighbours
WHERE number > low + 1
ORDER BY number LIMIT ?
"""
_TOP = """
SELECT MAX(number) FROM register_entry
WHERE unit_id = ? AND register = ? AND be_year = ? AND number <= ?
"""
