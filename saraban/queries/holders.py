"""Who in a unit holds its duties: the post, the person in it, and whether they have left it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.records import DutyHolder, OrderedDesk, OrderHolder, Person, Post
from saraban.records.id_sets import among
from saraban.rules.days import day_of


@dataclass(frozen=True)
class Holder:
    """The post that holds a duty, and the person who was last told to be in it.

    has_left: that person signs in no more, or has no post in the unit any more; whose post begins
    on a day to come has not left. name is blank, and person_id null, for a post without a holder.
    """

    post_title: str
    person_id: int | None
    name: str
    held_from: date
    has_left: bool


def holders_of(unit_id: int, duty_ids: Collection[int], *, today: date) -> dict[int, Holder]:
    """By duty, who holds it in the unit; duties that nobody was given are left out."""
    last: Any = (
        DutyHolder.select(peewee.fn.MAX(DutyHolder.id))
        .where(DutyHolder.unit == unit_id, among(DutyHolder.duty, duty_ids))
        .group_by(DutyHolder.duty)
    )
    query: Any = (
        DutyHolder.select(
            DutyHolder.duty,
            DutyHolder.post_title,
            DutyHolder.person,
            Person.name_th,
            DutyHolder.held_from,
        )
        .join(Person, peewee.JOIN.LEFT_OUTER, on=(DutyHolder.person == Person.id))
        .where(DutyHolder.id.in_(last))
        .tuples()
    )
    found = list(query)
    here = people_here(unit_id, [row[2] for row in found if row[2] is not None], today=today)
    return {
        duty: Holder(
            title, person, name or "", held_from, person is not None and person not in here
        )
        for duty, title, person, name, held_from in found
    }


def people_here(unit_id: int, person_ids: Collection[int], *, today: date) -> set[int]:
    """Those of these people who may sign in and hold a post in the unit today, or will hold one."""
    query: Any = (
        Post.select(Post.person, Person.deactivated_at)
        .join(Person, on=(Post.person == Person.id))
        .where(
            Post.unit == unit_id,
            among(Post.person, person_ids),
            Post.valid_to.is_null() | (Post.valid_to > today),
        )
        .tuples()
    )
    return {person for person, gone_at in query if gone_at is None or day_of(gone_at) > today}


def order_persons(ordered_ids: Collection[int]) -> dict[int, tuple[int, str, str]]:
    """(id, uid, name) of who does now what an order named somebody else for, by ordered desk."""
    query: Any = (
        OrderHolder.select(OrderHolder.ordered, Person.id, Person.uid, Person.name_th)
        .join(Person, on=(OrderHolder.person == Person.id))
        .where(among(OrderHolder.ordered, ordered_ids))
        .order_by(OrderHolder.id)
        .tuples()
    )
    return {ordered: (id_, uid, name) for ordered, id_, uid, name in query}


def is_person_of_order(person_id: int | None) -> Any:
    """A condition on OrderedDesk: it names no person, or this one, or was handed to this one."""
    later = OrderHolder.alias()
    last: Any = OrderHolder.select(OrderHolder.person).where(
        OrderHolder.ordered == OrderedDesk.id,
        ~peewee.fn.EXISTS(
            later.select(later.id).where(
                later.ordered == OrderHolder.ordered, later.id > OrderHolder.id
            )
        ),
    )
    now = peewee.fn.COALESCE(last, OrderedDesk.person)
    return now.is_null() | (now == person_id)
