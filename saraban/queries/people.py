"""The people of a branch, each with the units they have posts in today."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.actors import held_on
from saraban.records import Person, Post, Unit
from saraban.rules.permissions import Act, Actor, Role, may


@dataclass(frozen=True)
class PersonLine:
    """A person in one unit; one who has posts in two units stands in two lines.

    unit_name and unit_uid are null, and roles empty, for a person without a post today.
    """

    uid: str
    sign_in: str
    name_th: str
    roles: tuple[Role, ...]
    unit_name: str | None
    unit_uid: str | None
    is_active: bool


def people_of(*, actor: Actor, on: date) -> tuple[PersonLine, ...]:
    """The people with posts in the actor's branch on that day, in the order of the tree.

    An actor at the top also gets those without a post, last. Empty for who may not see people.
    """
    if not may(actor, Act.SEE_PEOPLE):
        return ()
    query: Any = (
        Post.select(
            Person.uid,
            Person.sign_in,
            Person.name_th,
            Person.deactivated_at,
            Unit.name_th,
            Unit.uid,
            Post.role,
        )
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(Post, Person, on=(Post.person == Person.id))
        .where(held_on(on), Unit.path.startswith(actor.unit_path))
        .order_by(Unit.id, Person.id, Post.id)
        .tuples()
    )
    roles: dict[tuple[Any, ...], list[Role]] = {}
    for *key, role in query:
        roles.setdefault(tuple(key), []).append(Role(role))
    lines = [
        PersonLine(uid, sign_in, name, tuple(held), unit_name, unit_uid, ended_at is None)
        for (uid, sign_in, name, ended_at, unit_name, unit_uid), held in roles.items()
    ]
    if actor.unit_path.count("/") == 2:  # "/1/", the country
        lines += _without_post(on)
    return tuple(lines)


def _without_post(on: date) -> list[PersonLine]:
    holders = Post.select(Post.person).join(Unit, on=(Post.unit == Unit.id)).where(held_on(on))
    query: Any = (
        Person.select(Person.uid, Person.sign_in, Person.name_th, Person.deactivated_at)
        .where(Person.id.not_in(holders))
        .order_by(Person.id)
        .tuples()
    )
    return [
        PersonLine(uid, sign_in, name, (), None, None, ended_at is None)
        for uid, sign_in, name, ended_at in query
    ]
