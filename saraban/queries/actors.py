"""Who a person may act as: the posts they hold on a day, and the one unit they act for now."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from saraban.errors import PersonNotFound, UnitNotFound
from saraban.records import Person, Post, Unit
from saraban.rules.days import day_of
from saraban.rules.permissions import Actor, Role


@dataclass(frozen=True)
class PostHeld:
    """One role in one unit; a person with two roles in a unit holds two posts there."""

    post_id: int
    unit_id: int
    unit_uid: str
    unit_name_th: str
    unit_short_name_th: str
    unit_path: str
    role: Role
    title_th: str
    valid_from: date
    valid_to: date | None


def posts_of(person_id: int, on: date) -> tuple[PostHeld, ...]:
    """The posts a person holds on that day in units that exist then, the oldest first."""
    query: Any = (
        Post.select(
            Post.id,
            Unit.id,
            Unit.uid,
            Unit.name_th,
            Unit.short_name_th,
            Unit.path,
            Post.role,
            Post.title_th,
            Post.valid_from,
            Post.valid_to,
        )
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.person == person_id, held_on(on))
        .order_by(Post.valid_from, Post.id)
        .tuples()
    )
    return tuple(_post_held(row) for row in query)


def _post_held(row: Any) -> PostHeld:
    held = PostHeld(*row)
    return replace(held, role=Role(held.role))


def held_on(on: date) -> Any:
    """The condition that a post is held on that day, its unit not yet closed; joins Unit."""
    return (
        (Post.valid_from <= on)
        & (Post.valid_to.is_null() | (Post.valid_to > on))
        & (Unit.valid_to.is_null() | (Unit.valid_to > on))
    )


def actor_for(*, person_id: int, unit_id: int | None, at: datetime) -> Actor | None:
    """The person acting for that unit, or for that of their oldest post; None without a post.

    A person who was deactivated acts for nobody.
    """
    person = Person.get_or_none(Person.id == person_id)
    if person is None or person.deactivated_at is not None:
        return None
    return actor_of(person, posts_of(person_id, day_of(at)), unit_id)


def reader_of(person_id: int, unit_id: int, *, at: datetime) -> Actor:
    """The person acting for that unit now, for what they asked for earlier.

    Raises PersonNotFound when they hold no post there any more.
    """
    found = actor_for(person_id=person_id, unit_id=unit_id, at=at)
    if found is None:
        raise PersonNotFound(person_id=person_id)
    return found


def actor_called(sign_in: str, *, at: datetime, unit_name: str | None = None) -> Actor:
    """The person of that sign-in name, acting for the unit of that (short) name or their first.

    For the command line, where whoever has the machine says who they are. Raises PersonNotFound,
    UnitNotFound when they hold no post there.
    """
    person = Person.get_or_none(Person.sign_in == sign_in.strip().lower())
    if person is None or person.deactivated_at is not None:
        raise PersonNotFound(sign_in=sign_in)
    posts = posts_of(person.id, day_of(at))
    held = [
        post
        for post in posts
        if unit_name is None or unit_name in (post.unit_name_th, post.unit_short_name_th)
    ]
    actor = actor_of(person, posts, held[0].unit_id) if held else None
    if actor is None:
        raise UnitNotFound(name=unit_name)
    return actor


def actor_of(person: Any, posts: tuple[PostHeld, ...], unit_id: int | None) -> Actor | None:
    """The same from rows already read."""
    unit_id = posts[0].unit_id if unit_id is None and posts else unit_id
    held = [post for post in posts if post.unit_id == unit_id]
    if not held:
        return None
    return Actor(
        person_id=person.id,
        name=person.name_th,
        unit_id=held[0].unit_id,
        unit_path=held[0].unit_path,
        roles=frozenset(post.role for post in held),
    )
