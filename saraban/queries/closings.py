"""Days that were closed: what stands on the page that is signed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import ClosingNotFound
from saraban.queries.day_lines import DayBook, day_books
from saraban.records import DayClosing, Unit
from saraban.rules.closings import lines_digest, read_code
from saraban.rules.permissions import Act, Actor, may, require


@dataclass(frozen=True)
class Closing:
    """One closing of a day; is_current while the day's lines are still those it signed."""

    code: str
    round: int
    closed_at: datetime
    closed_by: str
    is_current: bool


@dataclass(frozen=True)
class ClosingDay:
    """A day of a registry: its books as they stand now, and its closings, the last one first."""

    unit_uid: str
    unit_name: str
    day: date
    books: tuple[DayBook, ...]
    closings: tuple[Closing, ...]
    may_close: bool

    @property
    def line_count(self) -> int:
        """How many lines all books together got on the day."""
        return sum(len(book.lines) for book in self.books)

    @property
    def is_closed(self) -> bool:
        """Whether the last closing says what the books say."""
        return bool(self.closings) and self.closings[0].is_current


def closing_day(actor: Actor, *, day: date) -> ClosingDay:
    """A day of the actor's own registry. Raises Refused."""
    require(actor, Act.SEE_REGISTER)
    return _day(Unit.get_by_id(actor.unit_id), day, may_close=may(actor, Act.CLOSE_DAY))


def closed_day(actor: Actor, *, code: str) -> ClosingDay:
    """The day of a code, of the actor's registry or, for an auditor, one of the branch.

    Raises ClosingNotFound, also for a code that the actor may not see.
    """
    found: Any = (
        DayClosing.select(DayClosing, Unit)
        .join(Unit, on=(DayClosing.unit == Unit.id))
        .where(DayClosing.code == (read_code(code) or ""))
        .first()
    )
    if found is None or not may(actor, Act.SEE_REGISTER, subject_path=found.unit.path):
        raise ClosingNotFound(code=code)
    return _day(found.unit, found.day, may_close=False)


def _day(unit: Any, day: date, *, may_close: bool) -> ClosingDay:
    books = day_books(unit.id, day)
    digest = lines_digest([line for book in books for line in book.lines])
    rows: Any = (
        DayClosing.select()
        .where(DayClosing.unit == unit.id, DayClosing.day == day)
        .order_by(DayClosing.round.desc())
    )
    return ClosingDay(
        unit.uid,
        unit.registry_name or unit.name_th,
        day,
        books,
        tuple(
            Closing(row.code, row.round, row.closed_at, row.closed_by, row.lines_digest == digest)
            for row in rows
        ),
        may_close,
    )
