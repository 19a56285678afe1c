"""Signing in, out, and a new password: everything else asks who did."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from saraban.desk import _passwords
from saraban.desk._audit import Ledger
from saraban.errors import PersonNotFound, SignInFailed, TooManySignIns
from saraban.queries.actors import posts_of
from saraban.records import Person, Post, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.records.installation import fact, set_fact
from saraban.rules.days import day_of
from saraban.rules.permissions import Actor
from saraban.rules.units import UnitKind

MOST_FAILURES = 10
LOCKED_FOR = timedelta(minutes=15)
UNKNOWN_NAMES = "sign_ins_by_unknown_names"


@dataclass(frozen=True)
class SignedIn:
    """Who it is. session_mark changes with the password: a session with the old one ends."""

    person_id: int
    session_mark: str


def use_memory_cost(kib: int) -> None:
    """Hash passwords with this much memory from now on, in this process."""
    _passwords.use_memory_cost(kib)


def sign_in(*, sign_in: str, password: str, at: datetime) -> SignedIn:
    """Let a person in by name and password; counted and recorded either way.

    A name that does not exist takes as long, and is answered in the same words, as a wrong
    password. Ten failures lock the name for a quarter of an hour.
    Raises SignInFailed, TooManySignIns.
    """
    person = Person.get_or_none(Person.sign_in == sign_in.strip().lower())
    if person is None:
        _passwords.is_right(None, password)
        _count_unknown_name()
        raise SignInFailed()
    _refuse_while_locked(person, at)
    fits = _passwords.is_right(person.password_hash, password) and person.deactivated_at is None
    renewed = _passwords.renewed(person.password_hash, password) if fits else None
    with write_transaction():
        fresh = _locked_person(person.id)
        outcome = _note_attempt(fresh, fits=fits, at=at)
        if outcome is None:
            ledger = Ledger(actor=_as_themselves(fresh, at), at=at)
            _reset_failures(ledger, fresh)
            if renewed is not None:
                ledger.update(Person, fresh.id, password_hash=renewed)
            ledger.record("sign_in", subject=fresh.uid)
    # Raised after the transaction, or the count would be rolled back with it.
    if outcome is not None:
        raise outcome
    return SignedIn(fresh.id, fresh.session_mark)


def sign_out(*, person_id: int, at: datetime) -> None:
    """Record that a person left. The session itself ends at the door."""
    with write_transaction():
        person = _locked_person(person_id)
        Ledger(actor=_as_themselves(person, at), at=at).record("sign_out", subject=person.uid)


def change_password(*, person_id: int, current: str, new: str, at: datetime) -> str:
    """Replace one's own password; the new session mark, which ends all other sessions.

    Raises PasswordTooWeak, SignInFailed when `current` is wrong (it counts), TooManySignIns.
    """
    person = Person.get_or_none(Person.id == person_id)
    if person is None:
        raise PersonNotFound()
    _refuse_while_locked(person, at)
    new_hash = _passwords.hash_password(new)
    fits = _passwords.is_right(person.password_hash, current)
    with write_transaction():
        fresh = _locked_person(person_id)
        fits = fits and fresh.password_hash == person.password_hash
        outcome = _note_attempt(fresh, fits=fits, at=at)
        if outcome is None:
            mark = new_uid()
            ledger = Ledger(actor=_as_themselves(fresh, at), at=at)
            _reset_failures(ledger, fresh)
            ledger.update(Person, person_id, password_hash=new_hash, session_mark=mark)
            ledger.record("change_password", subject=fresh.uid)
    if outcome is not None:
        outcome.field = "current"
        raise outcome
    return mark


def _refuse_while_locked(person: Any, at: datetime) -> None:
    if person.locked_until is not None and person.locked_until > at:
        raise _locked_out(person.locked_until - at)


def _locked_out(left: timedelta) -> TooManySignIns:
    return TooManySignIns(minutes=max(1, -(-int(left.total_seconds()) // 60)))


def _note_attempt(fresh: Any, *, fits: bool, at: datetime) -> SignInFailed | None:
    """Count and record a failure; what to answer, or None when the person may come in.

    The person's row is locked by the caller: several guesses at once are counted one by one.
    """
    if fresh.locked_until is not None and fresh.locked_until > at:
        return _locked_out(fresh.locked_until - at)
    if fits:
        return None
    ledger = Ledger(actor=_as_themselves(fresh, at), at=at)
    failures = fresh.failed_count + 1
    if failures < MOST_FAILURES:
        ledger.update(Person, fresh.id, failed_count=failures)
        ledger.record("sign_in_failed", subject=fresh.uid)
        return SignInFailed()
    ledger.update(Person, fresh.id, failed_count=0, locked_until=at + LOCKED_FOR)
    ledger.record("sign_in_locked", subject=fresh.uid, failures=failures)
    return _locked_out(LOCKED_FOR)


def _reset_failures(ledger: Ledger, fresh: Any) -> None:
    if fresh.failed_count or fresh.locked_until is not None:
        ledger.update(Person, fresh.id, failed_count=0, locked_until=None)


def _locked_person(person_id: int) -> Any:
    found = locked(Person.select().where(Person.id == person_id)).first()
    if found is None:
        raise PersonNotFound()
    return found


def _as_themselves(person: Any, at: datetime) -> Actor:
    """The person as the actor of their own coming and going, in their unit's ledger.

    Without a post today it is the unit of their last one, or the country.
    """
    posts = posts_of(person.id, day_of(at))
    unit = (
        Unit.get_by_id(posts[0].unit_id)
        if posts
        else Unit.select()
        .join(Post, on=(Post.unit == Unit.id))
        .where(Post.person == person.id)
        .order_by(Post.id.desc())
        .first()
        or Unit.get(Unit.kind == UnitKind.COUNTRY)
    )
    return Actor(person.id, person.name_th, unit.id, unit.path, frozenset())


def _count_unknown_name() -> None:
    """Count it as an installation fact: an attempt on a known name writes a row as well, and
    the difference could be measured."""
    with write_transaction():
        set_fact(UNKNOWN_NAMES, str(int(fact(UNKNOWN_NAMES) or 0) + 1))
