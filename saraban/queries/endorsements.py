"""The notes on a letter: who proposed, who ordered whom to do what by when, what was taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.holders import order_persons
from saraban.queries.visibility import sees_letter, units_in_reach, units_of_own_agency
from saraban.records import (
    Endorsement,
    Letter,
    OrderedDesk,
    Person,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.rules.endorsements import Author, EndorsementKind, Standing, may_withdraw, standing
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class OrderedDeskLine:
    """A desk that a note names, and whether it said that it is done.

    unit_uid and person_uid name it, the second null for a whole unit; is_ours: asks the actor.
    """

    id: int
    unit_uid: str
    person_uid: str | None
    name: str
    is_responsible: bool
    due_on: date | None
    done_at: datetime | None
    done_by: str | None
    done_words: str
    is_ours: bool


@dataclass(frozen=True)
class Withdrawal:
    """The note that took another one back."""

    author: Author
    at: datetime
    reason: str


@dataclass(frozen=True)
class EndorsementLine:
    """One note. receipt_number is its desk's number for the letter, as its stamp prints it.

    A withdrawn note keeps its words and tells who took it back and why.
    """

    uid: str
    kind: EndorsementKind
    is_decision: bool
    text: str
    author: Author
    at: datetime
    unit_id: int
    unit_name: str
    receipt_number: str
    desks: tuple[OrderedDeskLine, ...]
    withdrawal: Withdrawal | None
    is_ours: bool
    may_withdraw: bool

    @property
    def due_on(self) -> date | None:
        """The day by which the desks shall be done, where one was set."""
        return next((desk.due_on for desk in self.desks if desk.due_on), None)


@dataclass(frozen=True)
class LetterNotes:
    """Everything written on one letter that the actor may read, the oldest first.

    note_count counts what the actor's own unit wrote, withdrawals included; standing is what the
    letter waits for there, null without a receipt that stands. The may_… flags say what may be
    written.
    """

    lines: tuple[EndorsementLine, ...]
    note_count: int
    standing: Standing | None
    may_propose: bool
    may_comment: bool
    may_order: bool


def letter_notes(actor: Actor, uid: str) -> LetterNotes:
    """The notes on a letter by its uid. Raises LetterNotFound."""
    letter = Letter.get_or_none(Letter.uid == uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=uid)
    return notes_on(actor, letter)


def notes_on(actor: Actor, letter: Any) -> LetterNotes:
    """The notes on a letter that the actor sees already.

    Read by the agency that wrote them, its desks included, and by an auditor of it.
    """
    lines = _lines(actor, letter.id)
    own = [line for line in lines if line.is_ours]
    has_it = _has_standing_receipt(letter.id, actor.unit_id)
    is_open = has_it and letter.secrecy == "normal"
    return LetterNotes(
        lines=lines,
        note_count=len(own) + sum(line.withdrawal is not None for line in own),
        standing=standing_of(own) if has_it else None,
        may_propose=is_open and may(actor, Act.PROPOSE),
        may_comment=is_open and may(actor, Act.COMMENT),
        may_order=is_open and may(actor, Act.ORDER),
    )


def standing_of(lines: Iterable[EndorsementLine]) -> Standing:
    """What a letter waits for in the unit that wrote these notes."""
    live = [(line.kind, line.is_decision) for line in lines if line.withdrawal is None]
    return standing(live)[0]


def last_proposal(notes: LetterNotes) -> EndorsementLine | None:
    """The last proposal of the actor's unit that stands."""
    return next(
        (
            line
            for line in reversed(notes.lines)
            if line.is_ours and line.kind is EndorsementKind.PROPOSE and line.withdrawal is None
        ),
        None,
    )


def _has_standing_receipt(letter_id: int, unit_id: int) -> bool:
    return bool(
        Receipt.select()
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter == letter_id,
            Receipt.unit == unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .exists()
    )


def _lines(actor: Actor, letter_id: int) -> tuple[EndorsementLine, ...]:
    rows = list(
        Endorsement.select(Endorsement, Unit, Receipt)
        .join(Unit, on=(Endorsement.unit == Unit.id))
        .join_from(Endorsement, Receipt, on=(Endorsement.receipt == Receipt.id))
        .where(Endorsement.letter == letter_id)
        .order_by(Endorsement.at, Endorsement.id)
    )
    if not rows:
        return ()
    readable = readable_units(actor)
    rows = [row for row in rows if row.unit_id in readable]
    taken_back = {row.withdraws_id: row for row in rows if row.withdraws_id is not None}
    desks = desks_of(actor, [row.id for row in rows])
    return tuple(
        _line(actor, row, desks.get(row.id, ()), taken_back.get(row.id))
        for row in rows
        if row.withdraws_id is None
    )


def readable_units(actor: Actor) -> set[int]:
    """The ids of the units whose notes the actor may read, on letters that they see."""
    if may(actor, Act.SEE_AUDIT):
        return {unit_id for (unit_id,) in units_in_reach(actor).tuples()}
    return units_of_own_agency(actor)


def _line(
    actor: Actor, row: Any, desks: tuple[OrderedDeskLine, ...], taken_back: Any
) -> EndorsementLine:
    is_ours = row.unit_id == actor.unit_id
    return EndorsementLine(
        uid=row.uid,
        kind=EndorsementKind(row.kind),
        is_decision=row.is_decision,
        text=row.text,
        author=author_in(row),
        at=row.at,
        unit_id=row.unit_id,
        unit_name=row.unit.registry_name or row.unit.name_th,
        receipt_number=row.receipt.printed_number,
        desks=desks,
        withdrawal=None
        if taken_back is None
        else Withdrawal(author_in(taken_back), taken_back.at, taken_back.text),
        is_ours=is_ours,
        may_withdraw=is_ours and taken_back is None and may_withdraw(actor, row.author_id),
    )


def author_in(row: Any) -> Author:
    """The writer that a row of Endorsement tells of."""
    return Author(row.author_name, row.author_post, row.acting_manner, row.acting_post)


def desks_of(actor: Actor, endorsement_ids: list[int]) -> dict[int, tuple[OrderedDeskLine, ...]]:
    """The desks that notes name, the responsible one first, by the note's id."""
    query: Any = (
        OrderedDesk.select(OrderedDesk, Unit, Person)
        .join(Unit, on=(OrderedDesk.unit == Unit.id))
        .join_from(OrderedDesk, Person, "LEFT OUTER JOIN", on=(OrderedDesk.person == Person.id))
        .where(OrderedDesk.endorsement.in_(endorsement_ids))
        .order_by(OrderedDesk.id)
    )
    named = list(query)
    handed = order_persons([row.id for row in named if row.person_id is not None])
    found: dict[int, tuple[OrderedDeskLine, ...]] = {}
    for row in named:
        person = (
            None if row.person_id is None else (row.person_id, row.person.uid, row.person.name_th)
        )
        person = handed.get(row.id, person)
        is_mine = row.unit_id == actor.unit_id and (person is None or person[0] == actor.person_id)
        line = OrderedDeskLine(
            id=row.id,
            unit_uid=row.unit.uid,
            person_uid=None if person is None else person[1],
            name=row.unit.name_th if person is None else person[2],
            is_responsible=row.is_responsible,
            due_on=row.due_on,
            done_at=row.done_at,
            done_by=row.done_by,
            done_words=row.done_words,
            is_ours=is_mine,
        )
        found[row.endorsement_id] = (*found.get(row.endorsement_id, ()), line)
    return found
