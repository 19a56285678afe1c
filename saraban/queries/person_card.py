"""One person: how they sign in, and every post they hold or held in the actor's branch."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import PersonNotFound
from saraban.records import Person, Post, Unit
from saraban.rules.permissions import Act, Actor, Role, may, require


@dataclass(frozen=True)
class PostOfPerson:
    """A post of the person. is_over: its last day is past."""

    post_id: int
    unit_uid: str
    unit_name: str
    role: Role
    title_th: str
    valid_from: date
    valid_to: date | None
    is_over: bool


@dataclass(frozen=True)
class PersonCard:
    """What an administrator sees of a person; posts outside their branch are only counted.

    may_change is false for who holds a post outside it: the desk would refuse.
    """

    uid: str
    sign_in: str
    name_th: str
    is_active: bool
    posts: tuple[PostOfPerson, ...]
    elsewhere_count: int
    may_change: bool


def person_card(actor: Actor, uid: str, *, on: date) -> PersonCard:
    """The person. Raises Refused, and PersonNotFound for who has posts elsewhere only."""
    require(actor, Act.SEE_PEOPLE)
    person = Person.get_or_none(Person.uid == uid)
    if person is None:
        raise PersonNotFound(uid=uid)
    query: Any = (
        Post.select(
            Post.id,
            Unit.uid,
            Unit.name_th,
            Post.role,
            Post.title_th,
            Post.valid_from,
            Post.valid_to,
            Unit.path,
        )
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.person == person.id)
        .order_by(Post.id)
        .tuples()
    )
    rows = list(query)
    own = [row for row in rows if may(actor, Act.SEE_PEOPLE, subject_path=row[7])]
    if rows and not own:
        raise PersonNotFound(uid=uid)
    elsewhere = sum(_is_open(row[6], on) for row in rows) - sum(_is_open(row[6], on) for row in own)
    is_active = person.deactivated_at is None
    return PersonCard(
        uid=person.uid,
        sign_in=person.sign_in,
        name_th=person.name_th,
        is_active=is_active,
        posts=tuple(
            PostOfPerson(
                post_id, unit_uid, unit, Role(role), title, starts, ends, not _is_open(ends, on)
            )
            for post_id, unit_uid, unit, role, title, starts, ends, _path in own
        ),
        elsewhere_count=elsewhere,
        may_change=is_active and not elsewhere and may(actor, Act.MANAGE_PEOPLE),
    )


def _is_open(ends: date | None, on: date) -> bool:
    return ends is None or ends > on
