"""What an executive may press: the unit's usual orders, and the desks an order may name."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saraban.errors import OrderNotFound
from saraban.queries.actors import held_on
from saraban.queries.visibility import desks_below
from saraban.records import EndorsingHabit, Person, Post, Unit, UsualOrder
from saraban.rules.endorsements import MOST_USUAL_ORDERS
from saraban.rules.permissions import Act, Actor, require

KNOWN = "ทราบ"
# Until a unit keeps its own list: to know, or to hand to one of its desks.
SUGGESTED_KNOWN, SUGGESTED_DESK = "known", "desk:"


@dataclass(frozen=True)
class DeskChoice:
    """A desk to name; key is unit:UID or person:UID."""

    key: str
    name: str


@dataclass(frozen=True)
class UsualOrderLine:
    """An order under one key. due_on is the day it would be due if given today.

    key names it in a form: the uid of a kept order, or what a suggestion is made of.
    """

    key: str
    place: int
    text: str
    desk_uid: str | None
    desk_name: str | None
    days: int | None
    due_on: date | None


@dataclass(frozen=True)
class Habits:
    """How a unit endorses, with its kept orders; is_suggested: it keeps none of its own yet."""

    orders: tuple[UsualOrderLine, ...]
    is_suggested: bool
    awaits_from: date | None
    prints_order_stamp: bool
    stamp_title: str
    desks: tuple[DeskChoice, ...]


def habits(actor: Actor, *, today: date) -> Habits:
    """The unit's habits for who keeps them. Raises Refused."""
    require(actor, Act.KEEP_USUAL_ORDERS)
    kept = _kept_orders(actor.unit_id, today)
    habit: Any = EndorsingHabit.get_or_none(EndorsingHabit.unit == actor.unit_id)
    return Habits(
        orders=kept or _suggested(actor.unit_id, today),
        is_suggested=not kept,
        awaits_from=habit.awaits_from if habit else None,
        prints_order_stamp=bool(habit and habit.prints_order_stamp),
        stamp_title=habit.stamp_title if habit else "",
        desks=unit_desks(actor.unit_id, today),
    )


def usual_orders(actor: Actor, *, today: date) -> tuple[UsualOrderLine, ...]:
    """The unit's own list in the order of its keys, or a suggestion where it keeps none."""
    return _kept_orders(actor.unit_id, today) or _suggested(actor.unit_id, today)


def usual_order(actor: Actor, key: str, *, today: date) -> UsualOrderLine:
    """The order of that key. Raises OrderNotFound when it is offered no more."""
    for line in usual_orders(actor, today=today):
        if line.key == key:
            return line
    raise OrderNotFound()


def _kept_orders(unit_id: int, today: date) -> tuple[UsualOrderLine, ...]:
    query: Any = (
        UsualOrder.select(UsualOrder, Unit)
        .join(Unit, "LEFT OUTER JOIN", on=(UsualOrder.desk == Unit.id))
        .where(UsualOrder.unit == unit_id, UsualOrder.removed_at.is_null())
        .order_by(UsualOrder.place)
    )
    return tuple(
        UsualOrderLine(
            key=row.uid,
            place=row.place,
            text=row.text,
            desk_uid=row.desk.uid if row.desk_id else None,
            desk_name=row.desk.name_th if row.desk_id else None,
            days=row.days,
            due_on=None if row.days is None else today + timedelta(days=row.days),
        )
        for row in query
    )


def _suggested(unit_id: int, today: date) -> tuple[UsualOrderLine, ...]:
    known = UsualOrderLine(SUGGESTED_KNOWN, 1, KNOWN, None, None, None, None)
    desks = [desk for desk in unit_desks(unit_id, today) if desk.key.startswith("unit:")]
    return (
        known,
        *(
            UsualOrderLine(
                f"{SUGGESTED_DESK}{desk.key.removeprefix('unit:')}",
                place,
                f"มอบ{desk.name} ดำเนินการ",
                desk.key.removeprefix("unit:"),
                desk.name,
                None,
                None,
            )
            for place, desk in enumerate(desks[: MOST_USUAL_ORDERS - 1], start=2)
        ),
    )


def unit_desks(unit_id: int, on: date) -> tuple[DeskChoice, ...]:
    """The open desks inside a unit, in the order of the tree."""
    query: Any = (
        Unit.select(Unit.uid, Unit.name_th)
        .where(Unit.id.in_(desks_below(unit_id)), Unit.valid_to.is_null() | (Unit.valid_to > on))
        .order_by(Unit.path)
        .tuples()
    )
    return tuple(DeskChoice(f"unit:{uid}", name) for uid, name in query)


def desk_choices(actor: Actor, *, on: date) -> tuple[DeskChoice, ...]:
    """Whom the actor's unit may name: its desks, then the people who work in it itself."""
    query: Any = (
        Post.select(Person.uid, Person.name_th, Post.title_th)
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(Post, Person, on=(Post.person == Person.id))
        .where(Post.unit == actor.unit_id, held_on(on), Person.deactivated_at.is_null())
        .order_by(Post.id)
        .tuples()
    )
    people: dict[str, DeskChoice] = {}
    for uid, name, title in query:
        people.setdefault(uid, DeskChoice(f"person:{uid}", f"{name} {title}".strip()))
    return (*unit_desks(actor.unit_id, on), *people.values())
