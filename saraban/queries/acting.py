"""Who acts in whose post on a day, and whom an executive or an administrator may let act."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.queries.actors import held_on
from saraban.records import ActingPost, Person, Post, Unit, rows
from saraban.rules.permissions import Act, Acting, Actor, Manner, Role, require


@dataclass(frozen=True)
class ActingHeld:
    """Another's post in which a person acts on a day, with the unit it is in."""

    uid: str
    unit_id: int
    unit_uid: str
    unit_name: str
    unit_kind: str
    unit_path: str
    role: Role
    acting: Acting

    def actor(self, person_id: int) -> Actor:
        """The person in that post: its role alone, both names on what they do."""
        return Actor(
            person_id,
            self.acting.words,
            self.unit_id,
            self.unit_path,
            frozenset({self.role}),
            self.acting,
        )


@dataclass(frozen=True)
class ActingLine:
    """One acting in a post, as it is kept. is_over: its last day is past."""

    uid: str
    person_name: str
    manner: Manner
    post_title: str
    holder_name: str
    unit_name: str
    valid_from: date
    valid_to: date
    by_order: str
    is_over: bool


@dataclass(frozen=True)
class Choice:
    """A post or a person to choose; key is the post's id or the person's uid."""

    key: str
    words: str


@dataclass(frozen=True)
class ActingPage:
    """What is kept, the newest first, and what a new one may be made of."""

    lines: tuple[ActingLine, ...]
    posts: tuple[Choice, ...]
    people: tuple[Choice, ...]


MOST_LINES = 200
MOST_PEOPLE = 500

_ANY_ACTING = "SELECT 1 FROM acting_post WHERE person_id = ?"
_Holder = Person.alias()
_Own = Post.alias()


def actings_of(person_id: int, on: date) -> tuple[ActingHeld, ...]:
    """The posts in which the person acts that day, in units that exist then.

    A holder's own delegation (ON_BEHALF) lasts no longer than they hold the post; acting for a
    missing holder does not ask for one.
    """
    # Asked with every page, of people who mostly act for nobody: building the query costs more.
    if rows.first(_ANY_ACTING, person_id) is None:
        return ()
    found: list[Any] = list(
        _select()
        .where(
            ActingPost.person == person_id,
            ActingPost.valid_from <= on,
            ActingPost.valid_to > on,
            Unit.valid_to.is_null() | (Unit.valid_to > on),
        )
        .order_by(ActingPost.id)
    )
    return tuple(
        _held(row, on)
        for row in found
        if row.manner != Manner.ON_BEHALF
        or (row.post.valid_from <= on and (row.post.valid_to is None or row.post.valid_to > on))
    )


def _select() -> Any:
    return (
        ActingPost.select(ActingPost, Post, Unit, Person, _Holder)
        .join(Post, on=(ActingPost.post == Post.id))
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(ActingPost, Person, on=(ActingPost.person == Person.id))
        .join_from(Post, _Holder, on=(Post.person == _Holder.id))
    )


def _held(row: Any, on: date) -> ActingHeld:
    unit = row.post.unit
    return ActingHeld(
        row.uid,
        unit.id,
        unit.uid,
        unit.name_th,
        unit.kind,
        unit.path,
        Role(row.post.role),
        Acting(
            own_name=row.person.name_th,
            own_post=_own_title(row.person_id, unit.path, on),
            manner=Manner(row.manner),
            post_title=row.post.title_th or unit.name_th,
            principal_id=row.post.person_id,
            principal_name=row.post.person.name_th,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        ),
    )


def _own_title(person_id: int, path: str, on: date) -> str:
    """What the person is by their own oldest post in the unit or below it; "" without."""
    found = (
        _Own.select(_Own.title_th)
        .join(Unit, on=(_Own.unit == Unit.id))
        .where(
            _Own.person == person_id,
            _Own.title_th != "",
            _Own.valid_from <= on,
            _Own.valid_to.is_null() | (_Own.valid_to > on),
            Unit.path.startswith(path),
        )
        .order_by(peewee.fn.LENGTH(Unit.path), _Own.id)
        .scalar()
    )
    return str(found or "")


def acting_page(actor: Actor, *, on: date) -> ActingPage:
    """What the actor keeps: of their own posts, or of the branch. Raises Refused."""
    require(actor, Act.KEEP_ACTING)
    posts = _kept_posts(actor, on)
    lines: list[Any] = list(
        _select()
        .where(_kept(actor))
        .order_by(ActingPost.valid_to.desc(), ActingPost.id.desc())
        .limit(MOST_LINES)
    )
    paths = [post.unit.path for post in posts]
    return ActingPage(
        lines=tuple(_line(row, on) for row in lines),
        posts=tuple(
            Choice(str(post.id), f"{post.title_th or post.unit.name_th} ({post.person.name_th})")
            for post in posts
        ),
        people=_people(paths, on, but=None if _is_keeper(actor) else actor.person_id)
        if paths
        else (),
    )


def _is_keeper(actor: Actor) -> bool:
    return Role.ADMINISTRATOR in actor.roles


def _kept(actor: Actor) -> Any:
    """The condition on a post that its actings are the actor's to keep."""
    if _is_keeper(actor):
        return Unit.path.startswith(actor.unit_path)
    own = None if actor.acting is not None else actor.person_id
    return (Post.person == own) & (Post.role == Role.EXECUTIVE.value)


def _kept_posts(actor: Actor, on: date) -> list[Any]:
    query = (
        Post.select(Post, Unit, Person)
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(Post, Person, on=(Post.person == Person.id))
        .where(_kept(actor), Post.role == Role.EXECUTIVE.value, held_on(on))
        .order_by(Unit.path, Post.id)
        .limit(MOST_PEOPLE)
    )
    return list(query)


def _people(paths: list[str], on: date, *, but: int | None) -> tuple[Choice, ...]:
    """Everybody but one who works in one of the branches that day, each once."""
    inside: Any = None
    for path in paths:
        one = Unit.path.startswith(path)
        inside = one if inside is None else inside | one
    query: Any = (
        Post.select(Person.uid, Person.name_th, Post.title_th, Unit.short_name_th)
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(Post, Person, on=(Post.person == Person.id))
        .where(held_on(on), Person.deactivated_at.is_null(), inside, Person.id != (but or -1))
        .order_by(Unit.path, Post.id)
        .limit(MOST_PEOPLE)
        .tuples()
    )
    found: dict[str, Choice] = {}
    for uid, name, title, unit_name in query:
        found.setdefault(uid, Choice(uid, " · ".join(filter(None, (name, title, unit_name)))))
    return tuple(found.values())


def _line(row: Any, on: date) -> ActingLine:
    return ActingLine(
        uid=row.uid,
        person_name=row.person.name_th,
        manner=Manner(row.manner),
        post_title=row.post.title_th or row.post.unit.name_th,
        holder_name=row.post.person.name_th,
        unit_name=row.post.unit.name_th,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        by_order=row.by_order,
        is_over=row.valid_to <= on,
    )
