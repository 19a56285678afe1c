"""The lines of a book, with the columns of Forms 13 and 14 and what the screen adds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.arrival_remarks import arrival_remarks
from saraban.queries.books import book_of_unit
from saraban.records import Letter, Receipt, RegisterEntry, Reservation
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor
from saraban.rules.registers import NumberState, state_of_number


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
class LineOfBook:
    """One line of the actor's own books, and the book it stands in."""

    register: str
    register_name: str
    be_year: int
    line: BookLine


def line_of_book(actor: Actor, entry_uid: str, *, today: date) -> LineOfBook:
    """The line of this uid in the actor's own books. Raises LetterNotFound when there is none."""
    chosen = (RegisterEntry.uid == entry_uid) & (RegisterEntry.unit == actor.unit_id)
    lines = book_lines(chosen, today, None, 1)
    if not lines:
        raise LetterNotFound(uid=entry_uid)
    entry = RegisterEntry.get(RegisterEntry.uid == entry_uid)
    name = book_of_unit(actor.unit_id, entry.register).name_th
    return LineOfBook(entry.register, name, entry.be_year, lines[0])


def book_lines(chosen: Any, today: date, before: int | None, most: int) -> list[BookLine]:
    """The chosen entries with a number below `before`, newest first, `most` at the most."""
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
