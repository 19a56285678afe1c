"""Who owes the passing on of which letter, by when; what is overdue at the units below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from saraban.errors import Refused
from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.queries.one_letter import rows_of_one
from saraban.queries.visibility import touched_among
from saraban.records import Letter, RegisterEntry, RelayDuty, RelaySetting, Unit
from saraban.rules.permissions import Act, Actor, may, who_may
from saraban.rules.relay_duties import OWED, Excuse, RelayDays, RelayState

PAGE_SIZE = 50

# Enum members are text, but the engines' drivers want plain text.
OWED_STATES = [state.value for state in RelayState if state in OWED]


@dataclass(frozen=True)
class RelayCard:
    """A unit's duty to pass one letter on, for that letter's page.

    days_left counts calendar days, negative when overdue, and is null once it is settled.
    told is the letter that an excuse names.
    """

    uid: str
    state: RelayState
    phrase: str
    began_on: date
    due_on: date
    due_because: str
    days_left: int | None
    taken_on_by: str | None
    done: LetterRef | None
    settled_at: datetime | None
    settled_by: str | None
    excuse: Excuse | None
    reason: str
    told: LetterRef | None
    reopened_at: datetime | None


@dataclass(frozen=True)
class RelayMark:
    """The same for a node of the tree."""

    state: RelayState
    due_on: date
    days_left: int | None
    excuse: Excuse | None
    reason: str


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
class OwedFromOutside:
    """A letter registered from paper or mail that the unit itself is to pass on."""

    letter_uid: str
    printed_number: str | None
    subject: str
    from_text: str
    urgency: str
    dated_on: date | None
    is_doubtful: bool
    waiting_days: int
    due_in: int


@dataclass(frozen=True)
class RelaysBelow:
    """What units below owe us, the most overdue first, a page of it; the counts are of all."""

    rows: tuple[RelayBelow, ...]
    counts: dict[Which, int]
    which: Which
    page: int
    page_count: int


def relay_days(unit_id: int) -> RelayDays:
    """The office days that a registry chose, or those that every one begins with."""
    kept = RelaySetting.get_or_none(RelaySetting.unit == unit_id)
    if kept is None:
        return RelayDays()
    return RelayDays(
        kept.normal,
        kept.urgent,
        kept.very_urgent,
        kept.most_urgent,
        kept.collect_days,
        kept.bottom_days,
    )


def relay_card(actor: Actor, letter_uid: str, *, today: date) -> RelayCard | None:
    """The duty of the actor's unit to pass this letter on, if there is or was one."""
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    duty: Any = None if letter is None else duty_row(letter.id, actor.unit_id)
    if duty is None:
        return None
    named = _refs(actor, [duty.done_letter_id, duty.told_letter_id])
    return RelayCard(
        uid=duty.uid,
        state=RelayState(duty.state),
        phrase=duty.phrase,
        began_on=duty.began_on,
        due_on=duty.due_on,
        due_because=duty.due_because,
        days_left=_days_left(duty.state, duty.due_on, today),
        taken_on_by=duty.taken_on_by,
        done=named.get(duty.done_letter_id),
        settled_at=duty.settled_at,
        settled_by=duty.settled_by,
        excuse=None if duty.excuse is None else Excuse(duty.excuse),
        reason=duty.reason,
        told=named.get(duty.told_letter_id),
        reopened_at=duty.reopened_at,
    )


def duty_row(letter_id: int, unit_id: int) -> Any:
    """The unit's duty for the letter, by whichever of its rows it came first, or None."""
    return (
        RelayDuty.select()
        .where(RelayDuty.letter.in_(rows_of_one(letter_id)), RelayDuty.unit == unit_id)
        .order_by(RelayDuty.id)
        .first()
    )


def relay_marks_of(delivery_ids: Sequence[int], *, today: date) -> dict[int, RelayMark]:
    """The duties that a page of deliveries brought, by delivery; those without one are left out."""
    query: Any = (
        RelayDuty.select(
            RelayDuty.delivery,
            RelayDuty.state,
            RelayDuty.due_on,
            RelayDuty.excuse,
            RelayDuty.reason,
        )
        .where(RelayDuty.delivery.in_(list(delivery_ids)))
        .tuples()
    )
    return {
        delivery_id: RelayMark(
            RelayState(state),
            due_on,
            _days_left(state, due_on, today),
            None if excuse is None else Excuse(excuse),
            reason,
        )
        for delivery_id, state, due_on, excuse, reason in query
    }


def relays_below(
    actor: Actor, *, today: date, which: Which = Which.OVERDUE, page: int = 1
) -> RelaysBelow:
    """Letters of the actor's unit that others took in, not passed on or excused. Raises Refused.

    Units that have not even taken the letter in owe nothing yet: the letter's cascade has them.
    """
    if not may(actor, Act.SEE_DESK):
        raise Refused(act=Act.SEE_DESK.value, who_may=who_may(Act.SEE_DESK))
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


def standing_reissue(letter_id: int, unit_id: int) -> LetterRef | None:
    """The unit's own letter that conveys this one and whose number was not voided."""
    mine = (
        Letter.select(Letter.id)
        .join(RegisterEntry, on=(RegisterEntry.letter == Letter.id))
        .where(
            Letter.conveys.in_(rows_of_one(letter_id)),
            Letter.issuer == unit_id,
            RegisterEntry.unit == unit_id,
            RegisterEntry.voided_at.is_null(),
        )
    )
    found = letter_refs(Letter.id.in_(mine))
    return found[0][0] if found else None


def owed_from_outside(actor: Actor, *, today: date) -> tuple[OwedFromOutside, ...]:
    """What the actor's unit owes for letters that no delivery brought, soonest first."""
    query: Any = (
        RelayDuty.select(
            Letter.uid,
            Letter.printed_number,
            Letter.subject,
            Letter.issuer_text,
            Letter.urgency,
            Letter.dated_on,
            RelayDuty.state,
            RelayDuty.began_on,
            RelayDuty.due_on,
        )
        .join(Letter, on=(RelayDuty.letter == Letter.id))
        .where(
            RelayDuty.unit == actor.unit_id,
            RelayDuty.state.in_(OWED_STATES),
            RelayDuty.delivery.is_null(),
        )
        .order_by(RelayDuty.due_on, RelayDuty.id)
        .tuples()
    )
    return tuple(_from_outside(row, today) for row in query)


def _from_outside(row: tuple[Any, ...], today: date) -> OwedFromOutside:
    uid, number, subject, issuer, urgency, dated_on, state, began_on, due_on = row
    return OwedFromOutside(
        letter_uid=uid,
        printed_number=number,
        subject=subject,
        from_text=issuer,
        urgency=urgency,
        dated_on=dated_on,
        is_doubtful=state == RelayState.PROPOSED,
        waiting_days=(today - began_on).days,
        due_in=(due_on - today).days,
    )


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
        days_left=_days_left(state, due, today),
        excuse=None if excuse is None else Excuse(excuse),
        reason=reason,
    )


def _owed_to(actor: Actor) -> Any:
    return (RelayDuty.asked_by == actor.unit_id) & RelayDuty.state.in_(OWED_STATES)


def _days_left(state: str, due_on: date, today: date) -> int | None:
    return (due_on - today).days if state in OWED_STATES else None


def _refs(actor: Actor, letter_ids: Sequence[int | None]) -> dict[int | None, LetterRef]:
    wanted = [one for one in letter_ids if one is not None]
    if not wanted:
        return {}
    seen = touched_among(actor, wanted)
    return {one: letter_refs(Letter.id == one)[0][0] for one in wanted if one in seen}
