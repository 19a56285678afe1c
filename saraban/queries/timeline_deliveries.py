"""For the timeline: what became of a letter's deliveries, and who was reminded of it."""

from dataclasses import replace
from typing import Any

from saraban.queries.chasing import reminders_of
from saraban.queries.delivery_ends import ends_of, recalls_of
from saraban.queries.timeline_line import TimelineLine
from saraban.queries.visibility import in_own_line
from saraban.records import Delivery, Unit
from saraban.rules.days import day_of
from saraban.rules.deliveries import THAI_WEAK_PROOF
from saraban.rules.delivery_ends import Settled
from saraban.rules.permissions import Actor

_DELIVERY_EVENTS = (
    ("delivered_at", "delivered"),
    ("opened_at", "opened"),
    ("acknowledged_at", "acknowledged"),
)
MOST_DELIVERIES = 30


def delivery_lines(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """Instants of deliveries: every unit's while they are few, else those of the actor's line.

    To that belong the desks inside to which the letter was handed on.
    """
    query: Any = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(Delivery.letter == letter.id)
    )
    inside = Delivery.is_inner & in_own_line(actor)
    own = query.where((Delivery.to_unit == actor.unit_id) | inside)
    shown = query if sees_all and query.count() <= MOST_DELIVERIES else own
    lines = []
    for delivery in shown:
        if delivery.is_inner:
            lines.append(
                TimelineLine(
                    on=day_of(delivery.dispatched_at),
                    at=delivery.dispatched_at,
                    what="passed_inside",
                    who=delivery.to_unit.name_th,
                    number=None,
                    words="",
                    is_ours=actor.unit_id in {delivery.to_unit_id, delivery.from_unit_id},
                )
            )
        for column, what in _DELIVERY_EVENTS:
            moment = getattr(delivery, column)
            if moment is None or (delivery.is_inner and what == "delivered"):
                continue
            lines.append(
                TimelineLine(
                    on=day_of(moment),
                    at=moment,
                    what=what,
                    who=delivery.to_unit.name_th,
                    number=None,
                    words=_acknowledged_by(delivery) if what == "acknowledged" else "",
                    is_ours=delivery.to_unit_id == actor.unit_id,
                )
            )
    return lines


def _acknowledged_by(delivery: Any) -> str:
    """Who, and whether nobody had to sign in for it."""
    by = delivery.acknowledged_by or ""
    return f"{by} ({THAI_WEAK_PROOF})" if delivery.is_weak_proof else by


def end_lines(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """What was sent back or recalled, why, and whether it went elsewhere or on."""
    lines = []
    for end in ends_of(letter.id, to_unit_id=None if sees_all else actor.unit_id):
        told = TimelineLine(
            on=day_of(end.at),
            at=end.at,
            what=end.state.value,
            who=end.unit_name,
            number=None,
            words=end.words,
            reason=end.reason,
            is_ours=end.unit_id == actor.unit_id,
        )
        lines.append(told)
        if end.settled_at is not None and end.settled in {Settled.LIFTED, Settled.RESENT}:
            lines.append(
                replace(
                    told,
                    on=day_of(end.settled_at),
                    at=end.settled_at,
                    what=end.settled.value,
                    number=end.resent_to,
                    words=end.settled_by or "",
                    reason="",
                )
            )
    for recall in recalls_of(letter.id) if sees_all else ():
        lines.append(
            TimelineLine(
                on=day_of(recall.at),
                at=recall.at,
                what="recalled_from",
                who=letter.issuer_text,
                number=str(recall.unit_count),
                words=recall.words,
                is_ours=letter.issuer_id == actor.unit_id,
            )
        )
    return lines


def reminder_lines(actor: Actor, letter: Any) -> list[TimelineLine]:
    """Reminders that the actor's own unit gave of the letter's branch, and those it got itself."""
    return [
        TimelineLine(
            on=day_of(at),
            at=at,
            what="reminded" if is_ours else "was_reminded",
            who=unit,
            number=str(count) if is_ours else None,
            words=by if is_ours else "",
            is_ours=is_ours,
        )
        for at, unit, count, by, is_ours in reminders_of(actor, letter.id)
    ]
