"""People and their posts. An administrator acts in the branch below their own unit only."""

import re
from datetime import date, datetime
from typing import Any

from saraban.desk import _access, _passwords
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark
from saraban.errors import (
    InvalidInput,
    MissingField,
    PersonNotFound,
    PostAlreadyHeld,
    PostNotFound,
    SignInTaken,
    TextTooLong,
    UnreadableSignIn,
)
from saraban.records import Delivery, Person, Post, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step
from saraban.rules.permissions import Act, Actor, Role, may, require
from saraban.rules.registers import Channel
from saraban.thai.text import clean_line

LONGEST_NAME = 160
_SIGN_IN = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


def add_person(*, actor: Actor, at: datetime, sign_in: str, name_th: str, password: str) -> str:
    """Somebody who may sign in once they are appointed; their uid.

    Raises Refused, UnreadableSignIn, SignInTaken, MissingField, TextTooLong, PasswordTooWeak.
    """
    require(actor, Act.MANAGE_PEOPLE)
    password_hash = _passwords.hash_password(password)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _, uid = insert_person(
            ledger, sign_in=sign_in, name_th=name_th, password_hash=password_hash
        )
        ledger.record("add_person", subject=uid, sign_in=sign_in.strip().lower())
    return uid


def insert_person(
    ledger: Ledger, *, sign_in: str, name_th: str, password_hash: str
) -> tuple[int, str]:
    """The checked row of a new person; (id, uid). Inside a write transaction."""
    sign_in = sign_in.strip().lower()
    name = clean_line(name_th)
    if not _SIGN_IN.fullmatch(sign_in):
        raise UnreadableSignIn(field="sign_in")
    if not name:
        raise MissingField(field="name_th")
    if len(name) > LONGEST_NAME:
        raise TextTooLong(field="name_th", most=LONGEST_NAME)
    if Person.select().where(Person.sign_in == sign_in).exists():
        raise SignInTaken(field="sign_in", sign_in=sign_in)
    uid = new_uid()
    person_id = ledger.insert(
        Person, uid=uid, sign_in=sign_in, name_th=name, password_hash=password_hash
    )
    return int(person_id), uid


def appoint(
    *,
    actor: Actor,
    at: datetime,
    person_uid: str,
    unit_uid: str,
    role: str,
    title_th: str = "",
    valid_from: date,
    valid_to: date | None = None,
) -> int:
    """Give a person a role in a unit, from a day until before another; the post's id.

    With its first appointment a unit works in this installation: what was sent to it earlier
    is delivered at that moment.
    Raises Refused, UnitNotFound, UnitClosed, PersonNotFound, InvalidInput, PostAlreadyHeld.
    """
    unit = _access.unit(actor, Act.MANAGE_PEOPLE, uid=unit_uid)
    _access.open_unit(unit.id, on=valid_from)
    person = _manageable_person(actor, person_uid, on=day_of(at))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        post_id = insert_post(
            ledger,
            person=person,
            unit=unit,
            role=role,
            title_th=title_th,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        ledger.record("appoint", subject=person.uid, unit=unit.name_th, role=role)
    return post_id


def insert_post(
    ledger: Ledger,
    *,
    person: Any,
    unit: Any,
    role: str,
    title_th: str,
    valid_from: date,
    valid_to: date | None,
) -> int:
    """The checked row of a post, the unit joined if it is its first. Inside a write transaction."""
    title = clean_line(title_th)
    if role not in set(Role):
        raise InvalidInput(field="role")
    if len(title) > LONGEST_NAME:
        raise TextTooLong(field="title_th", most=LONGEST_NAME)
    if valid_to is not None and valid_to <= valid_from:
        raise InvalidInput(field="valid_to")
    held = Post.select().where(
        Post.person == person.id,
        Post.unit == unit.id,
        Post.role == role,
        Post.valid_to.is_null() | (Post.valid_to > valid_from),
    )
    if valid_to is not None:
        held = held.where(Post.valid_from < valid_to)
    if held.exists():
        raise PostAlreadyHeld(field="role", person=person.name_th, unit=unit.name_th)
    post_id = ledger.insert(
        Post,
        person=person.id,
        unit=unit.id,
        role=role,
        title_th=title,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    _join(ledger, unit.id)
    return int(post_id)


def end_post(*, actor: Actor, at: datetime, post_id: int, valid_to: date | None = None) -> None:
    """End a post: valid_to, today when not said, is the first day without it.

    Raises PostNotFound, Refused, InvalidInput for a day before the post began.
    """
    post = Post.get_or_none(Post.id == post_id)
    if post is None or not may(actor, Act.MANAGE_PEOPLE, subject_path=post.unit.path):
        require(actor, Act.MANAGE_PEOPLE)
        raise PostNotFound()
    last = valid_to or day_of(at)
    if last < post.valid_from:
        raise InvalidInput(field="valid_to")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Post, post.id, valid_to=last)
        ledger.record("end_post", subject=post.person.uid, unit=post.unit.name_th, role=post.role)


def deactivate_person(*, actor: Actor, at: datetime, person_uid: str) -> None:
    """End a person's sign-in for good; their name stays on what they did.

    Raises PersonNotFound, also for one who holds a post outside the administrator's branch.
    """
    person = _wholly_own_person(actor, person_uid, on=day_of(at))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Person, person.id, deactivated_at=at, session_mark=new_uid())
        ledger.record("deactivate_person", subject=person.uid)


def reset_password(*, actor: Actor, at: datetime, person_uid: str, password: str) -> None:
    """Give a person a new password and end their sessions and any lock.

    Raises PasswordTooWeak, and PersonNotFound also for one who holds a post outside the
    administrator's branch: their account would open more than the administrator may.
    """
    person = _wholly_own_person(actor, person_uid, on=day_of(at))
    password_hash = _passwords.hash_password(password)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            Person,
            person.id,
            password_hash=password_hash,
            session_mark=new_uid(),
            failed_count=0,
            locked_until=None,
        )
        ledger.record("reset_password", subject=person.uid)


def _join(ledger: Ledger, unit_id: int) -> None:
    """Note that the unit works here from now on, and deliver what waited for it.

    What was sent by post or otherwise arrives with its own receipt.
    """
    unit = locked(Unit.select().where(Unit.id == unit_id)).get()
    if unit.joined_at is not None:
        return
    ledger.update(Unit, unit_id, joined_at=ledger.at)
    waiting = Delivery.select().where(
        Delivery.to_unit == unit_id,
        Delivery.delivered_at.is_null(),
        Delivery.status < Status.REFUSED,
        Delivery.channel == Channel.SYSTEM,
    )
    for delivery in locked(waiting.order_by(Delivery.id)):
        mark(ledger, delivery, Step.DELIVERED, ledger.at)


def _manageable_person(actor: Actor, uid: str, *, on: date) -> Any:
    """A person of the branch, or one whom nobody has appointed anywhere today."""
    require(actor, Act.MANAGE_PEOPLE)
    person = Person.get_or_none(Person.uid == uid)
    if person is None or person.deactivated_at is not None:
        raise PersonNotFound(uid=uid)
    paths = _paths_of_posts(person, on)
    if paths and not any(may(actor, Act.MANAGE_PEOPLE, subject_path=path) for path in paths):
        raise PersonNotFound(uid=uid)
    return person


def _wholly_own_person(actor: Actor, uid: str, *, on: date) -> Any:
    """A person all of whose posts of today lie in the administrator's branch."""
    person = _manageable_person(actor, uid, on=on)
    paths = _paths_of_posts(person, on)
    if not all(may(actor, Act.MANAGE_PEOPLE, subject_path=path) for path in paths):
        raise PersonNotFound(uid=uid)
    return person


def _paths_of_posts(person: Any, on: date) -> list[str]:
    """Where the person holds posts that have not ended, those still to begin included."""
    query: Any = (
        Post.select(Unit.path)
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.person == person.id, Post.valid_to.is_null() | (Post.valid_to > on))
    )
    return [path for (path,) in query.tuples()]
