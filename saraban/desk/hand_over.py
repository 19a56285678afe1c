"""Handing a unit's open duties and orders on: they belong to posts, not to persons.

Everybody of the desk may do it for their unit: the officer who moves is often gone already.
Source: unconfirmed; the habit of a handing-over list at a transfer, most on 30 September.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from saraban.desk._audit import Ledger
from saraban.errors import (
    HandedToItself,
    HeldByAnother,
    MissingField,
    NothingToHandOver,
    OrderNeedsPerson,
    ReceiverComesLater,
    TextTooLong,
)
from saraban.queries.hand_over import HeldDuty, Source, Target, sources, targets
from saraban.records import DutyHolder, HandOver, OrderHolder, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.text import clean_line

LONGEST_TITLE = 160
LONGEST_WORDS = 1000


@dataclass(frozen=True)
class Receiver:
    """Who takes things over: a post in the unit by its id, or a title without a holder yet."""

    post_id: int | None = None
    title: str = ""


def hand_over(
    *,
    actor: Actor,
    at: datetime,
    from_key: str,
    duty_uids: Collection[str],
    ordered_ids: Collection[int],
    receiver: Receiver,
    words: str = "",
    handed_on: date | None = None,
) -> str:
    """Hand the ticked duties and orders of one holder to a post; the uid of the list of it.

    from_key is queries.hand_over.Source.key. handed_on is the day on it; when not said, today or
    the day on which the receiver's post begins. Raises Refused, NothingToHandOver, MissingField,
    TextTooLong, ReceiverComesLater, OrderNeedsPerson, HandedToItself, and HeldByAnother where one
    of them is not that holder's any more.
    """
    require(actor, Act.HAND_OVER)
    said = clean_line(words)
    if len(said) > LONGEST_WORDS:
        raise TextTooLong(field="words", most=LONGEST_WORDS)
    if not duty_uids and not ordered_ids:
        raise NothingToHandOver(field="items")
    today = day_of(at)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        # Two who hand over at once stand behind one another here, and the second reads anew.
        locked(Unit.select().where(Unit.id == actor.unit_id)).get()
        target = _target(actor, receiver, today)
        source = next((one for one in sources(actor, today=today) if one.key == from_key), None)
        duties = _chosen_duties(source, duty_uids)
        orders = {order.id for order in source.orders} if source else set()
        if not set(ordered_ids) <= orders:
            raise HeldByAnother()
        assert source is not None, "something of it was chosen"
        # Until then an order would be nobody's to finish; a duty all of the unit may answer.
        if ordered_ids and (target.person_id == 0 or target.begins_on is not None):
            raise OrderNeedsPerson(field="to_post")
        held_from = handed_on or target.begins_on or today
        if target.begins_on is not None and held_from < target.begins_on:
            raise ReceiverComesLater(field="handed_on")
        if (source.person_id or 0, source.post_title) == (target.person_id, target.title):
            raise HandedToItself(field="to_post")
        uid = new_uid()
        key = ledger.insert(
            HandOver,
            uid=uid,
            unit=actor.unit_id,
            from_person=source.person_id,
            from_name=source.name,
            from_title=source.post_title,
            to_person=target.person_id or None,
            to_name=target.name,
            to_title=target.title,
            words=said,
            handed_on=held_from,
            made_at=at,
            made_by=actor.name,
        )
        for duty in duties:
            ledger.insert(
                DutyHolder,
                unit=actor.unit_id,
                duty=duty.id,
                post_title=target.title,
                person=target.person_id or None,
                held_from=held_from,
                next_on=duty.next_on,
                hand_over=key,
            )
        for ordered_id in sorted(ordered_ids):
            ledger.insert(OrderHolder, ordered=ordered_id, person=target.person_id, hand_over=key)
        ledger.record(
            "hand_over",
            subject=uid,
            duty_count=len(duties),
            order_count=len(ordered_ids),
            post=target.title,
            holder=target.name,
        )
    return uid


def _target(actor: Actor, receiver: Receiver, today: date) -> Target:
    """The post, or a title that has no holder: person_id 0 and no name."""
    if receiver.post_id is None:
        title = clean_line(receiver.title)
        if not title:
            raise MissingField(field="to_post")
        if len(title) > LONGEST_TITLE:
            raise TextTooLong(field="to_title", most=LONGEST_TITLE)
        return Target(0, 0, "", title)
    found = [one for one in targets(actor, today=today) if one.post_id == receiver.post_id]
    if not found:
        raise MissingField(field="to_post")
    return found[0]


def _chosen_duties(source: Source | None, duty_uids: Collection[str]) -> list[HeldDuty]:
    held = {duty.uid: duty for duty in source.duties} if source else {}
    if not set(duty_uids) <= held.keys():
        raise HeldByAnother()
    return sorted((held[uid] for uid in set(duty_uids)), key=lambda duty: duty.id)
