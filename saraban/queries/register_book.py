"""One book of one registry in one BE year, line by line, as Forms 13 and 14 have it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import Refused, UnitNotFound
from saraban.records import BookYear, Letter, Receipt, RegisterEntry, Unit
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may, who_may
from saraban.rules.registers import RegisterName

PAGE_SIZE = 50


@dataclass(frozen=True)
class BookLine:
    """One line; the columns of Form 13 or 14 in order, then what the screen adds.

    A secret letter's subject is empty; a voided line keeps everything and its reason.
    """

    entry_uid: str
    letter_uid: str
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


@dataclass(frozen=True)
class BookPage:
    """Newest number first. next_number is shown as what comes next, never promised."""

    unit_uid: str
    unit_name: str
    register: str
    be_year: int
    years: tuple[int, ...]
    lines: tuple[BookLine, ...]
    next_number: int
    count: int
    void_count: int
    page: int
    page_count: int
    may_void: bool
    may_open: bool


def register_book(
    actor: Actor, *, register: str, be_year: int, page: int = 1, unit_uid: str | None = None
) -> BookPage:
    """A page of the actor's own book, or for an auditor of a book in their branch.

    Raises Refused, UnitNotFound.
    """
    unit = _unit(actor, unit_uid)
    chosen = (
        (RegisterEntry.unit == unit.id)
        & (RegisterEntry.register == register)
        & (RegisterEntry.be_year == be_year)
    )
    count = RegisterEntry.select().where(chosen).count()
    void_count = (
        RegisterEntry.select().where(chosen, RegisterEntry.voided_at.is_null(False)).count()
    )
    books: list[Any] = list(
        BookYear.select(BookYear.be_year, BookYear.last_number)
        .where(BookYear.unit == unit.id, BookYear.register == register)
        .order_by(BookYear.be_year.desc())
        .tuples()
    )
    is_own = unit.id == actor.unit_id
    return BookPage(
        unit_uid=unit.uid,
        unit_name=unit.registry_name or unit.name_th,
        register=register,
        be_year=be_year,
        years=tuple(year for year, _ in books),
        lines=tuple(_line(row) for row in _rows(chosen, page)),
        next_number=dict(books).get(be_year, 0) + 1,
        count=count,
        void_count=void_count,
        page=page,
        page_count=max(1, -(-count // PAGE_SIZE)),
        may_void=is_own and may(actor, Act.VOID_ENTRY),
        may_open=is_own and may(actor, Act.OPEN_BOOK) and be_year not in dict(books),
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


def _unit(actor: Actor, unit_uid: str | None) -> Any:
    unit = Unit.get_or_none(Unit.uid == unit_uid) if unit_uid else Unit.get_by_id(actor.unit_id)
    if unit is None:
        raise UnitNotFound(uid=unit_uid)
    if not may(actor, Act.SEE_REGISTER, subject_path=unit.path):
        raise Refused(act=Act.SEE_REGISTER, who_may=who_may(Act.SEE_REGISTER))
    return unit


def _rows(chosen: Any, page: int) -> Any:
    return (
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
        )
        .join(Letter, on=(RegisterEntry.letter == Letter.id))
        .join_from(
            RegisterEntry, Receipt, "LEFT OUTER JOIN", on=(Receipt.entry == RegisterEntry.id)
        )
        .where(chosen)
        .order_by(RegisterEntry.number.desc())
        .paginate(page, PAGE_SIZE)
        .tuples()
    )


def _line(row: tuple[Any, ...]) -> BookLine:
    *head, secrecy, voided_at, reason, by = row
    is_secret = secrecy != Secrecy.NORMAL
    return BookLine(*(*head, is_secret, voided_at is not None, reason, by))
