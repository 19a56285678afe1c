"""Received letters by what they wait for inside a unit: a proposal, an order, being done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.queries.endorsements import author_in
from saraban.records import (
    Endorsement,
    EndorsingHabit,
    Letter,
    OrderedDesk,
    Receipt,
    RegisterEntry,
)
from saraban.rules.days import day_of
from saraban.rules.endorsements import EndorsementKind
from saraban.rules.letters import Secrecy, Urgency
from saraban.rules.permissions import Act, Actor, may

STACK_SIZE = 50
# As many as one executive is shown the number of.
MOST_WAITING = 1000


@dataclass(frozen=True)
class WaitingNote:
    """A received letter that waits for a proposal or an order. waiting_days runs from its
    receipt, or from the proposal."""

    receipt_id: int
    letter_uid: str
    printed_number: str | None
    subject: str
    from_text: str
    urgency: str
    receipt_number: str
    waiting_days: int


@dataclass(frozen=True)
class OrderToUs:
    """What was ordered to the actor's desk and is not done. due_in counts days from today."""

    ordered_id: int
    letter_uid: str
    printed_number: str | None
    subject: str
    urgency: str
    text: str
    ordered_by: str
    ordered_days: int
    is_responsible: bool
    due_on: date | None
    due_in: int | None


@dataclass(frozen=True)
class NoteStacks:
    """The three stacks of a desk, each with how many there are in all."""

    to_propose: tuple[WaitingNote, ...]
    to_propose_count: int
    to_order: tuple[WaitingNote, ...]
    to_order_count: int
    ordered: tuple[OrderToUs, ...]
    ordered_count: int


_Later = Endorsement.alias()
_TakenBack = Endorsement.alias()
_LaterTakenBack = Endorsement.alias()


def note_stacks(actor: Actor, *, today: date) -> NoteStacks:
    """What the actor's desk has before it; a stack that is nobody's business here is empty."""
    to_propose = _to_propose(actor)
    waiting = waiting_for_order(actor, today=today) if may(actor, Act.COMMENT) else ()
    ordered = _ordered(actor)
    return NoteStacks(
        to_propose=_waiting(to_propose.limit(STACK_SIZE), today),
        to_propose_count=to_propose.count(),
        to_order=waiting[:STACK_SIZE],
        to_order_count=len(waiting),
        ordered=tuple(_order(row, today) for row in ordered.limit(STACK_SIZE)),
        ordered_count=ordered.count(),
    )


def waiting_for_order(actor: Actor, *, today: date) -> tuple[WaitingNote, ...]:
    """Letters with a proposal that nobody decided on, the most urgent first, then the oldest.

    A proposal counts until it is withdrawn, a decision until that is; what follows a decision
    waits again.
    """
    proposals: Any = (
        Endorsement.select(*_columns(), Endorsement.at, Letter.id)
        .join(Receipt, on=(Endorsement.receipt == Receipt.id))
        .join_from(Endorsement, Letter, on=(Endorsement.letter == Letter.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Endorsement.unit == actor.unit_id,
            Endorsement.kind == EndorsementKind.PROPOSE.value,
            RegisterEntry.voided_at.is_null(),
            _is_not_withdrawn(),
            _no_decision(Endorsement.letter, after=Endorsement.id),
        )
        .order_by(Endorsement.id)
        .limit(MOST_WAITING)
        .tuples()
    )
    found: dict[int, WaitingNote] = {}
    for row in proposals:
        *columns, since, letter_id = row
        found.setdefault(letter_id, _waiting_note(columns, since, today))
    return tuple(sorted(found.values(), key=lambda note: -Urgency(note.urgency).rank))


def _columns() -> tuple[Any, ...]:
    return (
        Receipt.id,
        Letter.uid,
        Letter.printed_number,
        Letter.subject,
        Letter.issuer_text,
        Letter.urgency,
        Receipt.printed_number,
    )


def _is_not_withdrawn() -> Any:
    return Endorsement.id.not_in(
        _TakenBack.select(_TakenBack.withdraws).where(_TakenBack.withdraws.is_null(False))
    )


def _no_decision(letter: Any, *, after: Any = 0) -> Any:
    """No decision of the unit on the letter that stands, later than the note `after`."""
    withdrawn = _LaterTakenBack.select(_LaterTakenBack.withdraws).where(
        _LaterTakenBack.withdraws == _Later.id
    )
    decision = _Later.select(_Later.id).where(
        _Later.letter == letter,
        _Later.unit == Receipt.unit,
        _Later.is_decision == True,  # noqa: E712 - SQL
        _Later.id > after,
        ~_exists(withdrawn),
    )
    return ~_exists(decision)


def _exists(query: Any) -> Any:
    return peewee.fn.EXISTS(query)


def _to_propose(actor: Actor) -> Any:
    """Receipts since the unit wants each proposed, on which nobody proposed or decided yet."""
    habit: Any = EndorsingHabit.get_or_none(EndorsingHabit.unit == actor.unit_id)
    since = habit.awaits_from if habit is not None and may(actor, Act.PROPOSE) else None
    live = _Later.select(_Later.id).where(
        _Later.letter == Receipt.letter,
        _Later.unit == Receipt.unit,
        (_Later.kind == EndorsementKind.PROPOSE.value) | (_Later.is_decision == True),  # noqa: E712
        ~_exists(
            _LaterTakenBack.select(_LaterTakenBack.id).where(_LaterTakenBack.withdraws == _Later.id)
        ),
    )
    return (
        Receipt.select(*_columns(), Receipt.received_at)
        .join(Letter, on=(Receipt.letter == Letter.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.unit == actor.unit_id,
            Receipt.received_on >= (since or date.max),
            RegisterEntry.voided_at.is_null(),
            Letter.secrecy == Secrecy.NORMAL.value,
            ~_exists(live),
        )
        .order_by(Receipt.id)
    )


def _waiting(query: Any, today: date) -> tuple[WaitingNote, ...]:
    return tuple(_waiting_note(row[:-1], row[-1], today) for row in query.tuples())


def _waiting_note(columns: Sequence[Any], since: datetime, today: date) -> WaitingNote:
    return WaitingNote(*(*columns, max(0, (today - day_of(since)).days)))


def _ordered(actor: Actor) -> Any:
    return (
        OrderedDesk.select(OrderedDesk, Endorsement, Letter)
        .join(Endorsement, on=(OrderedDesk.endorsement == Endorsement.id))
        .join(Letter, on=(Endorsement.letter == Letter.id))
        .where(
            OrderedDesk.unit == actor.unit_id,
            OrderedDesk.done_at.is_null(),
            OrderedDesk.person.is_null() | (OrderedDesk.person == actor.person_id),
            Endorsement.kind == EndorsementKind.ORDER.value,
            _is_not_withdrawn(),
        )
        .order_by(OrderedDesk.due_on.is_null(), OrderedDesk.due_on, OrderedDesk.id)
    )


def _order(row: Any, today: date) -> OrderToUs:
    order, letter = row.endorsement, row.endorsement.letter
    return OrderToUs(
        ordered_id=row.id,
        letter_uid=letter.uid,
        printed_number=letter.printed_number,
        subject=letter.subject,
        urgency=letter.urgency,
        text=order.text,
        ordered_by=author_in(order).words,
        ordered_days=max(0, (today - day_of(order.at)).days),
        is_responsible=row.is_responsible,
        due_on=row.due_on,
        due_in=None if row.due_on is None else (row.due_on - today).days,
    )
