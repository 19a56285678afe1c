"""Received letters by what they wait for inside a unit: a proposal, an order, being done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.queries.endorsements import author_in
from saraban.queries.holders import is_person_of_order
from saraban.records import (
    Endorsement,
    EndorsingHabit,
    Letter,
    NoteStanding,
    OrderedDesk,
    Receipt,
    RegisterEntry,
)
from saraban.rules.days import day_of
from saraban.rules.endorsements import EndorsementKind, Standing
from saraban.rules.letters import Urgency
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


_TakenBack = Endorsement.alias()


def note_stacks(actor: Actor, *, today: date) -> NoteStacks:
    """What the actor's desk has before it; a stack that is nobody's business here is empty."""
    since = _proposed_since(actor)
    to_propose = _to_propose(actor, since) if since is not None else None
    waiting = waiting_for_order(actor, today=today) if may(actor, Act.COMMENT) else ()
    ordered = _ordered(actor)
    return NoteStacks(
        to_propose=() if to_propose is None else _waiting(to_propose.limit(STACK_SIZE), today),
        to_propose_count=0 if to_propose is None else to_propose.count(),
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
    rows = _standing_at(actor, Standing.TO_ORDER).limit(MOST_WAITING)
    waiting = _waiting(rows, today)
    return tuple(sorted(waiting, key=lambda note: -Urgency(note.urgency).rank))


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


def _proposed_since(actor: Actor) -> date | None:
    """The first day whose receipts wait for a proposal of the actor's unit, None when none do."""
    if not may(actor, Act.PROPOSE):
        return None
    habit: Any = EndorsingHabit.get_or_none(EndorsingHabit.unit == actor.unit_id)
    return None if habit is None else habit.awaits_from


def _to_propose(actor: Actor, since: date) -> Any:
    """What was received from that day on and nobody proposed or decided yet."""
    return _standing_at(actor, Standing.TO_PROPOSE).where(Receipt.received_on >= since)


def _standing_at(actor: Actor, standing: Standing) -> Any:
    """The letters of the actor's unit that wait for this, on receipts that stand."""
    return (
        NoteStanding.select(*_columns(), NoteStanding.since)
        .join(Receipt, on=(NoteStanding.receipt == Receipt.id))
        .join_from(NoteStanding, Letter, on=(NoteStanding.letter == Letter.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            NoteStanding.unit == actor.unit_id,
            NoteStanding.standing == standing.value,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(NoteStanding.since, NoteStanding.id)
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
            is_person_of_order(actor.person_id),
            Endorsement.kind == EndorsementKind.ORDER.value,
            ~peewee.fn.EXISTS(
                _TakenBack.select(_TakenBack.id).where(_TakenBack.withdraws == Endorsement.id)
            ),
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
