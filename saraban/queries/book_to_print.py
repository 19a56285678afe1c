"""The lines of a book over some days or a whole year, as its printed form takes them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnitNotFound
from saraban.queries.arrival_remarks import arrival_remarks
from saraban.queries.books import book_of_unit
from saraban.queries.delivery_book import delivery_count, delivery_table
from saraban.records import Letter, RegisterEntry, Reservation, Unit
from saraban.rules.letters import Secrecy, Urgency
from saraban.rules.paper_forms import TITLES, PaperForm, PrintedTable
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.register_lines import RegisterLine, register_table
from saraban.rules.registers import Numbers, NumberState

# The delivery book (Form 16) gives no numbers and so is none of rules.registers: its name here.
DELIVERIES = "deliveries"


@dataclass(frozen=True)
class BookFacts:
    """Whose book it is, and which form it is printed on under which title."""

    unit_id: int
    unit_uid: str
    unit_name: str
    register: str
    form: PaperForm
    title: str


def book_facts(actor: Actor, *, register: str, unit_uid: str | None = None) -> BookFacts:
    """The actor's own book, or for an auditor one of the branch. Raises Refused, UnitNotFound,
    BookNotFound.
    """
    unit = Unit.get_or_none(Unit.uid == unit_uid) if unit_uid else Unit.get_by_id(actor.unit_id)
    if unit is None:
        raise UnitNotFound(uid=unit_uid)
    require(actor, Act.SEE_REGISTER, subject_path=unit.path)
    name = unit.registry_name or unit.name_th
    if register == DELIVERIES:
        form = PaperForm.DELIVERY_BOOK
        return BookFacts(unit.id, unit.uid, name, register, form, TITLES[form])
    book = book_of_unit(unit.id, register)
    is_receive = book.numbers == Numbers.RECEIPTS
    form = PaperForm.RECEIVE_REGISTER if is_receive else PaperForm.SEND_REGISTER
    return BookFacts(unit.id, unit.uid, name, register, form, book.name_th)


def line_count(book: BookFacts, *, from_on: date, to_on: date, be_year: int | None = None) -> int:
    """How many lines the printed book would have."""
    if book.form == PaperForm.DELIVERY_BOOK:
        return delivery_count(book.unit_id, from_on, to_on)
    return int(RegisterEntry.select().where(_chosen(book, from_on, to_on, be_year)).count())


def book_lines(
    book: BookFacts, *, from_on: date, to_on: date, be_year: int | None = None
) -> list[RegisterLine]:
    """The lines, by number: those entered on these days, or all of a year's book."""
    rows: Any = (
        RegisterEntry.select(
            RegisterEntry.number,
            RegisterEntry.entered_on,
            RegisterEntry.voided_at,
            RegisterEntry.void_reason,
            RegisterEntry.voided_by,
            RegisterEntry.handling,
            RegisterEntry.remark,
            RegisterEntry.is_from_paper,
            Reservation.owner_text,
            Reservation.reason,
            RegisterEntry.letter,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.addressee_text,
            Letter.subject,
            Letter.urgency,
            Letter.secrecy,
        )
        .join(Letter, "LEFT OUTER JOIN", on=(RegisterEntry.letter == Letter.id))
        .join_from(
            RegisterEntry,
            Reservation,
            "LEFT OUTER JOIN",
            on=(RegisterEntry.reservation == Reservation.id),
        )
        .where(_chosen(book, from_on, to_on, be_year))
        .order_by(RegisterEntry.be_year, RegisterEntry.number)
        .tuples()
    )
    found = list(rows)
    further = (
        arrival_remarks(book.unit_id, (row[_LETTER] for row in found))
        if book.form == PaperForm.RECEIVE_REGISTER
        else {}
    )
    return [_line(row, further.get(row[_LETTER], "")) for row in found]


def book_table(
    book: BookFacts, *, from_on: date, to_on: date, be_year: int | None = None
) -> PrintedTable:
    """The filled-in form."""
    if book.form == PaperForm.DELIVERY_BOOK:
        return delivery_table(book.unit_id, book.unit_name, from_on, to_on)
    return register_table(
        book_lines(book, from_on=from_on, to_on=to_on, be_year=be_year),
        form=book.form,
        unit_name=book.unit_name,
        from_on=from_on,
        to_on=to_on,
        title=book.title,
    )


def _chosen(book: BookFacts, from_on: date, to_on: date, be_year: int | None) -> Any:
    chosen = (RegisterEntry.unit == book.unit_id) & (RegisterEntry.register == book.register)
    if be_year is not None:
        return chosen & (RegisterEntry.be_year == be_year)
    return chosen & RegisterEntry.entered_on.between(from_on, to_on)


_LETTER = 10  # where the letter's id stands in a row of book_lines


def _line(row: tuple[Any, ...], further: str) -> RegisterLine:
    (
        number, entered_on, voided_at, void_reason, voided_by, handling, remark, is_from_paper,
        owner, reason, letter_id, letter_number, dated_on, from_text, to_text, subject, urgency,
        secrecy,
    ) = row  # fmt: skip
    state = NumberState.ISSUED
    note = ""
    if voided_at is not None:
        state, note = NumberState.VOID, f"{void_reason} ({voided_by})"
    elif letter_id is None:
        state, note = NumberState.RESERVED, f"{owner or ''} {reason or ''}".strip()
    elif is_from_paper:
        state = NumberState.PAPER
    return RegisterLine(
        number=number,
        entered_on=entered_on,
        state=state,
        letter_number=letter_number or "",
        dated_on=dated_on,
        from_text=from_text or "",
        to_text=to_text or "",
        subject=subject or "",
        handling=handling,
        remark=" ".join(filter(None, (remark, further))),
        urgency=urgency or Urgency.NORMAL,
        secrecy=secrecy or Secrecy.NORMAL,
        note=note,
    )
