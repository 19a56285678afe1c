"""What a unit owes of passing letters on, by when, and how it was done or excused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.queries.one_letter import rows_of_one
from saraban.queries.visibility import touched_among
from saraban.records import Letter, RegisterEntry, RelayDuty, RelaySetting
from saraban.rules.permissions import Actor
from saraban.rules.relay_duties import OWED, Excuse, RelayDays, RelayState

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
        days_left=days_left(duty.state, duty.due_on, today),
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


def days_left(state: str, due_on: date, today: date) -> int | None:
    """Calendar days until the duty is due, negative when overdue; None once it is settled."""
    return (due_on - today).days if state in OWED_STATES else None


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
            days_left(state, due_on, today),
            None if excuse is None else Excuse(excuse),
            reason,
        )
        for delivery_id, state, due_on, excuse, reason in query
    }


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


def _refs(actor: Actor, letter_ids: Sequence[int | None]) -> dict[int | None, LetterRef]:
    wanted = [one for one in letter_ids if one is not None]
    if not wanted:
        return {}
    seen = touched_among(actor, wanted)
    return {one: letter_refs(Letter.id == one)[0][0] for one in wanted if one in seen}
