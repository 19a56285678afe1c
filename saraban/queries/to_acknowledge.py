"""The letters that a unit has not acknowledged: the pile to be read and ticked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import Delivery, Letter
from saraban.rules.days import day_of
from saraban.rules.deliveries import State, Status, state_of
from saraban.rules.permissions import Actor

MOST_SHOWN = 300


@dataclass(frozen=True)
class OpenLetter:
    """A letter of the pile; waiting_days runs from its arrival."""

    letter_uid: str
    printed_number: str | None
    subject: str
    secrecy: str
    from_text: str
    urgency: str
    dated_on: date | None
    state: State
    waiting_days: int


@dataclass(frozen=True)
class Pile:
    """The longest waiting of them, and how many there are."""

    letters: tuple[OpenLetter, ...]
    count: int


def to_acknowledge(actor: Actor, *, today: date) -> Pile:
    """What was sent to the actor's unit and is neither acknowledged, answered nor ended.

    By the index of (to_unit, status): what was dealt with is not read.
    """
    is_open = (
        (Delivery.to_unit == actor.unit_id)
        & (Delivery.status < Status.ACKNOWLEDGED)
        & Delivery.acknowledged_at.is_null()
    )
    query: Any = (
        Delivery.select(
            Letter.uid,
            Letter.printed_number,
            Letter.subject,
            Letter.secrecy,
            Letter.issuer_text,
            Letter.urgency,
            Letter.dated_on,
            Delivery.status,
            Delivery.passed_on_at,
            Delivery.delivered_at,
            Delivery.dispatched_at,
        )
        .join(Letter, on=(Delivery.letter == Letter.id))
        .where(is_open)
        .order_by(Delivery.dispatched_at, Delivery.id)
        .limit(MOST_SHOWN)
        .tuples()
    )
    letters = tuple(
        OpenLetter(
            letter_uid=uid,
            printed_number=number,
            subject=subject,
            secrecy=secrecy,
            from_text=issuer,
            urgency=urgency,
            dated_on=dated_on,
            state=state_of(status, passed_on=passed_on is not None),
            waiting_days=max(0, (today - day_of(delivered or dispatched)).days),
        )
        for (
            uid, number, subject, secrecy, issuer, urgency, dated_on, status, passed_on,
            delivered, dispatched,
        ) in query
    )  # fmt: skip
    count = len(letters) if len(letters) < MOST_SHOWN else Delivery.select().where(is_open).count()
    return Pile(letters, count)
