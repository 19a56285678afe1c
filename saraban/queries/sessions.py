"""What a signed-in request needs to know of its person: their posts, and whose they act in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.queries.acting import ActingHeld, actings_of
from saraban.records import Person, Post, Unit
from saraban.rules.days import day_of
from saraban.rules.permissions import Actor, Role


@dataclass(frozen=True)
class PostLine:
    """A unit the person has a post in today, to choose whom to act for."""

    unit_id: int
    unit_name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class SessionPerson:
    """The person, and the actor they are for the chosen unit, or in the chosen other's post.

    acting_uid names the acting that was chosen, null in their own post.
    """

    person_id: int
    person_uid: str
    sign_in: str
    name_th: str
    session_mark: str
    language: str
    digits: str
    actor: Actor
    unit_uid: str
    unit_name: str
    unit_kind: str
    posts: tuple[PostLine, ...]
    actings: tuple[ActingHeld, ...] = ()
    acting_uid: str | None = None


def session_person(
    person_id: int, *, unit_id: int | None, at: datetime, acting_uid: str | None = None
) -> SessionPerson | None:
    """The person acting for unit_id, or for their first unit when that is null or lost.

    With acting_uid in that other's post, as long as its dates last. None when they were
    deactivated or hold no post of their own today.
    """
    on = day_of(at)
    rows: list[Any] = list(
        Person.select(
            Person.id,
            Person.uid,
            Person.sign_in,
            Person.name_th,
            Person.session_mark,
            Person.language,
            Person.digits,
            Post.role,
            Unit.id,
            Unit.path,
            Unit.uid,
            Unit.name_th,
            Unit.kind,
        )
        .join(Post, on=(Post.person == Person.id))
        .join(Unit, on=(Post.unit == Unit.id))
        .where(
            Person.id == person_id,
            Person.deactivated_at.is_null(),
            Post.valid_from <= on,
            Post.valid_to.is_null() | (Post.valid_to > on),
        )
        .order_by(Post.id)
        .tuples()
    )
    if not rows:
        return None
    by_unit: dict[int, list[Any]] = {}
    for row in rows:
        by_unit.setdefault(row[8], []).append(row)
    chosen = by_unit.get(unit_id or -1) or next(iter(by_unit.values()))
    first = chosen[0]
    actor = Actor(first[0], first[3], first[8], first[9], frozenset(Role(row[7]) for row in chosen))
    posts = tuple(
        PostLine(rows_of[0][8], rows_of[0][11], tuple(Role(row[7]) for row in rows_of))
        for rows_of in by_unit.values()
    )
    actings = actings_of(person_id, on)
    held = next((one for one in actings if one.uid == acting_uid), None)
    if held is None:
        return SessionPerson(*(*first[:7], actor, *first[10:13], posts, actings))
    unit = (held.unit_uid, held.unit_name, held.unit_kind)
    return SessionPerson(*(*first[:7], held.actor(person_id), *unit, posts, actings, held.uid))
