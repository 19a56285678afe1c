"""One book of one registry in one BE year, line by line, as Forms 13 and 14 have it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnitNotFound
from saraban.queries.book_lines import BookLine, book_lines
from saraban.queries.books import BookOfUnit, book_of_unit, books_of_unit
from saraban.queries.number_counts import NumberCounts, number_counts
from saraban.records import BookYear, RegisterEntry, Unit
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.registers import RegisterName

PAGE_SIZE = 50


@dataclass(frozen=True)
class BookPage:
    """Newest number first. next_number is shown as what comes next, never promised.

    count is how many numbers were given, holes and all; missing_here how many of those between
    the lines shown have no line. older_before and newer_before are the
    `before` of the neighbouring pages, null where there is none; newer_before 0 is the first page.
    """

    unit_uid: str
    unit_name: str
    register: str
    register_name: str
    is_receipts: bool
    is_closed: bool
    books: tuple[BookOfUnit, ...]
    be_year: int
    years: tuple[int, ...]
    lines: tuple[BookLine, ...]
    next_number: int
    count: int
    counts: NumberCounts
    missing_here: int
    before: int | None
    older_before: int | None
    newer_before: int | None
    may_void: bool
    may_open: bool
    may_reserve: bool
    may_enter_paper: bool


def register_book(
    actor: Actor,
    *,
    register: str,
    be_year: int,
    today: date,
    before: int | None = None,
    unit_uid: str | None = None,
) -> BookPage:
    """A page of the actor's own book, or for an auditor of a book in their branch.

    The page holds the numbers below `before`, or the newest. Pages are found by number, so that
    the thousandth costs no more than the first. Raises Refused, UnitNotFound, BookNotFound.
    """
    unit = book_unit(actor, unit_uid)
    book = book_of_unit(unit.id, register)
    chosen = (
        (RegisterEntry.unit == unit.id)
        & (RegisterEntry.register == register)
        & (RegisterEntry.be_year == be_year)
    )
    opened: Any = (
        BookYear.select(BookYear.be_year, BookYear.first_number, BookYear.last_number)
        .where(BookYear.unit == unit.id, BookYear.register == register)
        .order_by(BookYear.be_year.desc())
        .tuples()
    )
    years = {year: (first, last) for year, first, last in opened}
    first, last = years.get(be_year, (1, 0))
    lines = book_lines(chosen, today, before, PAGE_SIZE + 1)
    shown = lines[:PAGE_SIZE]
    is_own = unit.id == actor.unit_id
    keeps = is_own and not book.is_closed
    return BookPage(
        unit_uid=unit.uid,
        unit_name=unit.registry_name or unit.name_th,
        register=register,
        register_name=book.name_th,
        is_receipts=book.is_receipts,
        is_closed=book.is_closed,
        books=books_of_unit(unit.id),
        be_year=be_year,
        years=tuple(years),
        lines=tuple(shown),
        next_number=last + 1,
        count=max(0, last - first + 1),
        counts=number_counts(unit.id, register, be_year, today=today),
        missing_here=shown[0].number - shown[-1].number + 1 - len(shown) if shown else 0,
        before=before,
        older_before=shown[-1].number if len(lines) > PAGE_SIZE else None,
        newer_before=_newer_before(chosen, before),
        may_void=is_own and may(actor, Act.VOID_ENTRY),
        may_open=keeps and may(actor, Act.OPEN_BOOK) and be_year not in years,
        may_reserve=keeps and not book.is_receipts and may(actor, Act.RESERVE_NUMBERS),
        may_enter_paper=keeps and may(actor, Act.REGISTER_RECEIVED),
    )


def next_number(actor: Actor, *, register: str = RegisterName.RECEIVE, be_year: int) -> int:
    """The number that the actor's book would give now; another desk may take it first."""
    last = (
        BookYear.select(BookYear.last_number)
        .where(
            BookYear.unit == actor.unit_id,
            BookYear.register == register,
            BookYear.be_year == be_year,
        )
        .scalar()
    )
    return int(last or 0) + 1


def book_unit(actor: Actor, unit_uid: str | None) -> Any:
    """The unit whose books the actor may read: their own, or one of an auditor's branch.

    Raises Refused, UnitNotFound.
    """
    unit = Unit.get_or_none(Unit.uid == unit_uid) if unit_uid else Unit.get_by_id(actor.unit_id)
    if unit is None:
        raise UnitNotFound(uid=unit_uid)
    require(actor, Act.SEE_REGISTER, subject_path=unit.path)
    return unit


def _newer_before(chosen: Any, before: int | None) -> int | None:
    """Where the page above begins: just over its highest number, or 0 for the newest page."""
    if before is None:
        return None
    above: Any = list(
        RegisterEntry.select(RegisterEntry.number)
        .where(chosen, RegisterEntry.number >= before)
        .order_by(RegisterEntry.number)
        .limit(PAGE_SIZE + 1)
        .tuples()
    )
    if not above:
        return None
    return above[-2][0] + 1 if len(above) > PAGE_SIZE else 0
