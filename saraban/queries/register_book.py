"""One book of one registry in one BE year, line by line, as Forms 13 and 14 have it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound, UnitNotFound
from saraban.queries.arrival_remarks import arrival_remarks
from saraban.queries.books import BookOfUnit, book_of_unit, books_of_unit
from saraban.queries.number_counts import NumberCounts, number_counts
from saraban.records import BookYear, Letter, Receipt, RegisterEntry, Reservation, Unit
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.registers import NumberState, RegisterName, state_of_number

PAGE_SIZE = 50


@dataclass(frozen=True)
class BookLine:
    """One line; the columns of Form 13 or 14 in order, then what the screen adds.

    A secret letter's subject is empty; a voided line keeps everything and its reason. A number
    that is only reserved has no letter: the columns are empty, and owner_text says for whom it is
    kept and expires_on until when.
    """

    entry_uid: str
    letter_uid: str | None
    number: int
    letter_number: str | None
    dated_on: date | None
    from_text: str
    to_text: str
    subject: str
    handling: str
    remark: str
    entered_on: date
    received_time: str | None
    urgency: str
    is_secret: bool
    is_void: bool
    void_reason: str | None
    voided_by: str | None
    state: NumberState
    is_from_paper: bool
    owner_text: str
    reserved_for: str
    expires_on: date | None


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


@dataclass(frozen=True)
class LineOfBook:
    """One line of the actor's own books, and the book it stands in."""

    register: str
    register_name: str
    be_year: int
    line: BookLine


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
    lines = _lines(chosen, today, before, PAGE_SIZE + 1)
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


def line_of_book(actor: Actor, entry_uid: str, *, today: date) -> LineOfBook:
    """The line of this uid in the actor's own books. Raises LetterNotFound when there is none."""
    chosen = (RegisterEntry.uid == entry_uid) & (RegisterEntry.unit == actor.unit_id)
    lines = _lines(chosen, today, None, 1)
    if not lines:
        raise LetterNotFound(uid=entry_uid)
    entry = RegisterEntry.get(RegisterEntry.uid == entry_uid)
    name = book_of_unit(actor.unit_id, entry.register).name_th
    return LineOfBook(entry.register, name, entry.be_year, lines[0])


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


def _lines(chosen: Any, today: date, before: int | None, most: int) -> list[BookLine]:
    if before is not None:
        chosen &= RegisterEntry.number < before
    query: Any = (
        RegisterEntry.select(
            RegisterEntry.uid,
            Letter.uid,
            RegisterEntry.number,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.addressee_text,
            Letter.subject,
            RegisterEntry.handling,
            RegisterEntry.remark,
            RegisterEntry.entered_on,
            Receipt.received_time,
            Letter.urgency,
            Letter.secrecy,
            RegisterEntry.voided_at,
            RegisterEntry.void_reason,
            RegisterEntry.voided_by,
            RegisterEntry.is_from_paper,
            Reservation.owner_text,
            Reservation.reason,
            Reservation.expires_on,
            RegisterEntry.letter,
            RegisterEntry.unit,
        )
        .left_outer_join(Letter, on=(RegisterEntry.letter == Letter.id))
        .join_from(
            RegisterEntry, Receipt, "LEFT OUTER JOIN", on=(Receipt.entry == RegisterEntry.id)
        )
        .join_from(
            RegisterEntry,
            Reservation,
            "LEFT OUTER JOIN",
            on=(RegisterEntry.reservation == Reservation.id),
        )
        .where(chosen)
        .order_by(RegisterEntry.number.desc())
        .limit(most)
        .tuples()
    )
    found = list(query)
    units = {row[-1] for row in found}
    further = {
        letter_id: words
        for unit_id in units
        for letter_id, words in arrival_remarks(unit_id, (row[-2] for row in found)).items()
    }
    return [_line(row[:-2], today, further.get(row[-2], "")) for row in found]


def _line(row: tuple[Any, ...], today: date, further: str) -> BookLine:
    (
        entry_uid, letter_uid, number, letter_number, dated_on, from_text, to_text, subject,
        handling, remark, entered_on, received_time, urgency, secrecy, voided_at, void_reason,
        voided_by, is_from_paper, owner_text, reserved_for, expires_on,
    ) = row  # fmt: skip
    state = state_of_number(
        has_letter=letter_uid is not None,
        is_void=_is_set(voided_at),
        is_from_paper=bool(is_from_paper),
        expires_on=expires_on,
        today=today,
    )
    return BookLine(
        entry_uid=entry_uid,
        letter_uid=letter_uid,
        number=number,
        letter_number=letter_number,
        dated_on=dated_on,
        from_text=from_text or "",
        to_text=to_text or "",
        subject=subject or "",
        handling=handling,
        remark=" ".join(filter(None, (remark, further))),
        entered_on=entered_on,
        received_time=received_time,
        urgency=urgency or "normal",
        is_secret=secrecy not in (None, Secrecy.NORMAL),
        is_void=_is_set(voided_at),
        void_reason=void_reason,
        voided_by=voided_by,
        state=state,
        is_from_paper=bool(is_from_paper),
        owner_text=owner_text or "",
        reserved_for=reserved_for or "",
        expires_on=expires_on,
    )


def _is_set(moment: datetime | None) -> bool:
    return moment is not None
