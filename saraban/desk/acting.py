"""Acting in another's post, from a day until before another; the power ends with the dates."""

from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import (
    ActingNotFound,
    ActingOverlaps,
    InvalidInput,
    PersonNotFound,
    PostNotFound,
    TextTooLong,
)
from saraban.queries.actors import held_on
from saraban.records import ActingPost, Person, Post, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, Manner, Role, acting_words, may, require
from saraban.thai.text import clean_line

LONGEST_ORDER = 255
# What somebody did bears both names in a column of this width.
LONGEST_WORDS = 160


def let_act(
    *,
    actor: Actor,
    at: datetime,
    post_id: int,
    person_uid: str,
    manner: str,
    valid_from: date,
    valid_to: date,
    by_order: str = "",
) -> str:
    """Let a person act in an executive's post, valid_to being the first day without it; the uid.

    The holder of the post may, and an administrator of the branch; who acts in it may not pass
    it on. The person works in the post's unit or below it on the first day.
    Raises PostNotFound, Refused, PersonNotFound, InvalidInput, TextTooLong, ActingOverlaps.
    Source: State Administration Act 2534, sections 38 and 41 to 50; unconfirmed for local bodies.
    """
    post = _own_or_managed(actor, post_id)
    if manner not in set(Manner):
        raise InvalidInput(field="manner")
    if valid_to <= valid_from or valid_to <= day_of(at):
        raise InvalidInput(field="valid_to")
    order = clean_line(by_order)
    if len(order) > LONGEST_ORDER:
        raise TextTooLong(field="by_order", most=LONGEST_ORDER)
    person = _colleague(post, person_uid, on=valid_from)
    if len(acting_words(person.name_th, Manner(manner), post_title(post))) > LONGEST_WORDS:
        raise TextTooLong(field="person", most=LONGEST_WORDS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        locked(Post.select().where(Post.id == post.id)).get()
        _refuse_overlap(post.id, person, manner, valid_from, valid_to)
        uid = new_uid()
        ledger.insert(
            ActingPost,
            uid=uid,
            post=post.id,
            person=person.id,
            manner=manner,
            valid_from=valid_from,
            valid_to=valid_to,
            by_order=order,
            added_at=at,
            added_by=actor.name,
        )
        ledger.record(
            "let_act",
            subject=person.uid,
            post=post_title(post),
            holder=post.person.name_th,
            manner=manner,
        )
    return uid


def end_acting(*, actor: Actor, at: datetime, acting_uid: str) -> None:
    """End it from today on; one that has not begun never begins. Raises ActingNotFound, Refused."""
    found: Any = ActingPost.get_or_none(ActingPost.uid == acting_uid)
    if found is None or found.valid_to <= day_of(at):
        require(actor, Act.KEEP_ACTING)
        raise ActingNotFound(uid=acting_uid)
    _own_or_managed(actor, found.post_id)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        last = max(day_of(at), found.valid_from)
        ledger.update(ActingPost, found.id, valid_to=last, ended_at=at, ended_by=actor.name)
        ledger.record("end_acting", subject=found.person.uid, post=post_title(found.post))


def post_title(post: Any) -> str:
    """What the post is called, or its unit where it has no title of its own."""
    return str(post.title_th or post.unit.name_th)


def _own_or_managed(actor: Actor, post_id: int) -> Any:
    """An executive's post that is the actor's own or lies in their branch as administrator.

    Raises PostNotFound; Refused for those who keep none at all.
    """
    require(actor, Act.KEEP_ACTING)
    post: Any = (
        Post.select(Post, Unit)
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.id == post_id, Post.role == Role.EXECUTIVE.value)
        .first()
    )
    if post is not None:
        is_own = actor.acting is None and post.person_id == actor.person_id
        keeps_it = Role.ADMINISTRATOR in actor.roles and may(
            actor, Act.KEEP_ACTING, subject_path=post.unit.path
        )
        if is_own or keeps_it:
            return post
    raise PostNotFound()


def _colleague(post: Any, person_uid: str, *, on: date) -> Any:
    """A person other than the holder who works in the post's unit or below it on that day."""
    person: Any = Person.get_or_none(Person.uid == person_uid)
    if person is None or person.deactivated_at is not None or person.id == post.person_id:
        raise PersonNotFound(field="person", uid=person_uid)
    works_there = (
        Post.select()
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.person == person.id, held_on(on), Unit.path.startswith(post.unit.path))
        .exists()
    )
    if not works_there:
        raise PersonNotFound(field="person", uid=person_uid)
    return person


def _refuse_overlap(
    post_id: int, person: Any, manner: str, valid_from: date, valid_to: date
) -> None:
    """One person once at a time; and only one at a time where the holder is away or missing."""
    others = (
        ActingPost.select(ActingPost, Person)
        .join(Person, on=(ActingPost.person == Person.id))
        .where(
            ActingPost.post == post_id,
            ActingPost.valid_from < valid_to,
            ActingPost.valid_to > valid_from,
        )
    )
    for other in others:
        is_same = other.person_id == person.id
        both_alone = Manner.ON_BEHALF not in (manner, other.manner)
        if is_same or both_alone:
            raise ActingOverlaps(field="valid_from", person=other.person.name_th)
