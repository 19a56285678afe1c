"""What units below have not passed on of a unit's letters, or were excused from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from saraban.queries.relay_duties import OWED_STATES, days_left
from saraban.records import Letter, RelayDuty, Unit
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.relay_duties import Excuse, RelayState

PAGE_SIZE = 50


class Which(StrEnum):
    """Which duties of units below are asked for."""

    OVERDUE = "overdue"
    OWED = "owed"
    EXCUSED = "excused"


@dataclass(frozen=True)
class RelayBelow:
    """A letter of ours that a unit has taken in and owes the passing on of, or excused.

    days_left is null for an excused one, excuse and reason only set there.
    """

    delivery_id: int | None
    letter_uid: str
    printed_number: str | None
    subject: str
    urgency: str
    unit_uid: str
    unit_name: str
    phrase: str
    is_doubtful: bool
    began_on: date
    due_on: date
    days_left: int | None
    excuse: Excuse | None
    reason: str


@dataclass(frozen=True)
class RelaysBelow:
    """What units below owe us, the most overdue first, a page of it; the counts are of all."""

    rows: tuple[RelayBelow, ...]
    counts: dict[Which, int]
    which: Which
    page: int
    page_count: int


def relays_below(
    actor: Actor, *, today: date, which: Which = Which.OVERDUE, page: int = 1
) -> RelaysBelow:
    """Letters of the actor's unit that others took in, not passed on or excused. Raises Refused.

    Units that have not even taken the letter in owe nothing yet: the letter's cascade has them.
    """
    require(actor, Act.SEE_DESK)
    excused = (RelayDuty.asked_by == actor.unit_id) & (RelayDuty.state == RelayState.EXCUSED.value)
    wanted = {
        Which.OVERDUE: _owed_to(actor) & (RelayDuty.due_on < today),
        Which.OWED: _owed_to(actor),
        Which.EXCUSED: excused,
    }
    counts = {one: RelayDuty.select().where(asked).count() for one, asked in wanted.items()}
    page_count = max(1, -(-counts[which] // PAGE_SIZE))
    page = min(max(1, page), page_count)
    query: Any = (
        RelayDuty.select(
            RelayDuty.delivery,
            Letter.uid,
            Letter.printed_number,
            Letter.subject,
            Letter.urgency,
            Unit.uid,
            Unit.name_th,
            RelayDuty.phrase,
            RelayDuty.state,
            RelayDuty.began_on,
            RelayDuty.due_on,
            RelayDuty.excuse,
            RelayDuty.reason,
        )
        .join(Letter, on=(RelayDuty.letter == Letter.id))
        .join(Unit, on=(RelayDuty.unit == Unit.id))
        .where(wanted[which])
        .order_by(RelayDuty.due_on, RelayDuty.id)
        .paginate(page, PAGE_SIZE)
        .tuples()
    )
    rows = tuple(_below(row, today) for row in query)
    return RelaysBelow(rows, counts, which, page, page_count)


def overdue_below_count(actor: Actor, *, today: date) -> int:
    """How many letters of the actor's unit others should have passed on before today."""
    count: int = RelayDuty.select().where(_owed_to(actor), RelayDuty.due_on < today).count()
    return count


def _below(row: tuple[Any, ...], today: date) -> RelayBelow:
    (
        delivery_id, uid, number, subject, urgency, unit_uid, unit, phrase, state, began, due,
        excuse, reason,
    ) = row  # fmt: skip
    return RelayBelow(
        delivery_id=delivery_id,
        letter_uid=uid,
        printed_number=number,
        subject=subject,
        urgency=urgency,
        unit_uid=unit_uid,
        unit_name=unit,
        phrase=phrase,
        is_doubtful=state == RelayState.PROPOSED,
        began_on=began,
        due_on=due,
        days_left=days_left(state, due, today),
        excuse=None if excuse is None else Excuse(excuse),
        reason=reason,
    )


def _owed_to(actor: Actor) -> Any:
    return (RelayDuty.asked_by == actor.unit_id) & RelayDuty.state.in_(OWED_STATES)
