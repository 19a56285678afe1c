"""A unit's usual orders and how it endorses; what was on offer on a day stays known."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._awaiting import await_received_since
from saraban.desk._endorsing import inner_desk
from saraban.errors import (
    InvalidInput,
    MissingField,
    OrderNotFound,
    TextTooLong,
    TooManyUsualOrders,
)
from saraban.records import EndorsingHabit, Unit, UsualOrder
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.endorsements import MOST_DAYS, MOST_USUAL_ORDERS
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.text import clean_line

LONGEST_ORDER = 200
LONGEST_TITLE = 60


@dataclass(frozen=True)
class OrderOffered:
    """A usual order as it is typed: words, the desk that gets it, days until it is due."""

    text: str
    desk_uid: str = ""
    days: int | None = None


def add_usual_order(*, actor: Actor, at: datetime, offered: OrderOffered) -> str:
    """Put an order under the first free key; its uid.

    Raises Refused, MissingField, TextTooLong, InvalidInput, UnitNotFound, TooManyUsualOrders.
    """
    require(actor, Act.KEEP_USUAL_ORDERS)
    text = clean_line(offered.text)
    if not text:
        raise MissingField(field="text")
    if len(text) > LONGEST_ORDER:
        raise TextTooLong(field="text", most=LONGEST_ORDER)
    if offered.days is not None and not 0 <= offered.days <= MOST_DAYS:
        raise InvalidInput(field="days")
    if offered.days is not None and not offered.desk_uid:
        raise MissingField(field="desk")
    desk: Any = None
    if offered.desk_uid:
        desk = inner_desk(actor, offered.desk_uid, on=day_of(at), field="desk")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _hold_unit(actor.unit_id)
        taken = {row.place for row in _offered(actor.unit_id)}
        free = [place for place in range(1, MOST_USUAL_ORDERS + 1) if place not in taken]
        if not free:
            raise TooManyUsualOrders(most=MOST_USUAL_ORDERS)
        uid = new_uid()
        ledger.insert(
            UsualOrder,
            uid=uid,
            unit=actor.unit_id,
            place=free[0],
            text=text,
            desk=None if desk is None else desk.id,
            days=offered.days,
            added_at=at,
            added_by=actor.name,
        )
        ledger.record("add_usual_order", subject=uid, text=text, key=free[0])
    return uid


def remove_usual_order(*, actor: Actor, at: datetime, order_uid: str) -> None:
    """Take an order from its key. Raises Refused, OrderNotFound."""
    require(actor, Act.KEEP_USUAL_ORDERS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        found = locked(_offered(actor.unit_id).where(UsualOrder.uid == order_uid)).first()
        if found is None:
            raise OrderNotFound()
        ledger.update(UsualOrder, found.id, removed_at=at, removed_by=actor.name)
        ledger.record("remove_usual_order", subject=order_uid, text=found.text)


def choose_habits(
    *,
    actor: Actor,
    at: datetime,
    awaits_proposals: bool,
    prints_order_stamp: bool,
    stamp_title: str = "",
) -> None:
    """Keep whether receipts wait for a proposal from today on, and what copies show.

    Raises Refused, TextTooLong.
    """
    require(actor, Act.KEEP_USUAL_ORDERS)
    title = clean_line(stamp_title)
    if len(title) > LONGEST_TITLE:
        raise TextTooLong(field="stamp_title", most=LONGEST_TITLE)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _hold_unit(actor.unit_id)
        kept: Any = EndorsingHabit.get_or_none(EndorsingHabit.unit == actor.unit_id)
        since: date | None = kept.awaits_from if kept is not None else None
        if awaits_proposals and since is None:
            await_received_since(ledger, day_of(at))
        values = {
            "awaits_from": (since or day_of(at)) if awaits_proposals else None,
            "prints_order_stamp": prints_order_stamp,
            "stamp_title": title,
        }
        if kept is None:
            ledger.insert(EndorsingHabit, unit=actor.unit_id, **values)
        else:
            ledger.update(EndorsingHabit, kept.id, **values)
        ledger.record("choose_endorsing_habits", subject=Unit.get_by_id(actor.unit_id).uid)


def _offered(unit_id: int) -> Any:
    return UsualOrder.select().where(UsualOrder.unit == unit_id, UsualOrder.removed_at.is_null())


def _hold_unit(unit_id: int) -> None:
    """Two who change one unit's list are one after the other: no key is given twice."""
    locked(Unit.select().where(Unit.id == unit_id)).get()
