"""Signing in: let in, kept out, locked out, and all of it recorded."""

import time
from datetime import timedelta

import pytest

from saraban.desk import _passwords, directory, signing_in
from saraban.errors import PasswordTooWeak, SignInFailed, TooManySignIns
from saraban.records import AuditEvent, Person
from saraban.records.installation import fact
from tests.cast import Cast
from tests.make import at

PASSWORD = "ต้นไม้ริมน้ำ"
COST = 1024


@pytest.fixture(autouse=True)
def cheap_hashes():
    signing_in.use_memory_cost(COST)
    yield
    signing_in.use_memory_cost(19 * 1024)


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """The local unit's clerk, with a password that verifies."""
    Person.update(password_hash=_passwords.hash_password(PASSWORD)).where(
        Person.id == cast.tao.clerk.person_id
    ).execute()
    return Person.get_by_id(cast.tao.clerk.person_id)


def enter(password: str = PASSWORD, sign_in: str = "clerk.tao", when=None):
    return signing_in.sign_in(sign_in=sign_in, password=password, at=when or at())


def fail(times: int, when=None) -> None:
    for _ in range(times):
        with pytest.raises(SignInFailed):
            enter("ผิด", when=when)


def events_of(cast: Cast) -> list[str]:
    events = AuditEvent.select().where(AuditEvent.unit == cast.tao.unit.id)
    return [event.act for event in events.order_by(AuditEvent.seq)]


def test_the_right_password_lets_in_and_is_recorded_in_the_units_ledger(cast, clerk) -> None:
    entered = enter(sign_in=" Clerk.TAO ")

    assert entered == signing_in.SignedIn(clerk.id, clerk.session_mark)
    assert events_of(cast) == ["sign_in"]


def test_a_wrong_password_is_counted_and_recorded(cast, clerk) -> None:
    fail(2)

    assert Person.get_by_id(clerk.id).failed_count == 2
    assert events_of(cast) == ["sign_in_failed"] * 2


def test_an_unknown_name_gets_the_same_words_and_no_event(cast, clerk) -> None:
    with pytest.raises(SignInFailed) as unknown:
        enter(sign_in="nobody")
    with pytest.raises(SignInFailed) as wrong:
        enter("ผิด")

    assert type(unknown.value) is type(wrong.value)
    assert unknown.value.text_th == wrong.value.text_th
    assert AuditEvent.select().where(AuditEvent.act == "sign_in_failed").count() == 1
    assert fact(signing_in.UNKNOWN_NAMES) == "1"


def test_an_unknown_name_takes_as_much_work_as_a_wrong_password(cast, clerk) -> None:
    signing_in.use_memory_cost(64 * 1024)
    Person.update(password_hash=_passwords.hash_password(PASSWORD)).where(
        Person.id == clerk.id
    ).execute()
    _passwords.is_right(None, "warm")

    def seconds(name: str) -> float:
        started = time.process_time()  # work, not waiting: the machine may be busy with others
        with pytest.raises(SignInFailed):
            enter("ผิด", sign_in=name)
        return time.process_time() - started

    known = min(seconds("clerk.tao") for _ in range(4))
    unknown = min(seconds("nobody") for _ in range(4))

    assert 0.5 < known / unknown < 2


def test_a_person_without_a_usable_hash_stays_out(cast: Cast) -> None:
    fail(1)  # the cast's hash is "!"


def test_ten_failures_lock_for_a_quarter_of_an_hour(cast, clerk) -> None:
    fail(9)
    with pytest.raises(TooManySignIns) as tenth:
        enter("ผิด")
    with pytest.raises(TooManySignIns) as right:
        enter(when=at() + timedelta(minutes=14))

    assert (tenth.value.facts["minutes"], right.value.facts["minutes"]) == (15, 1)
    assert enter(when=at() + timedelta(minutes=15)).person_id == clerk.id
    assert events_of(cast) == ["sign_in_failed"] * 9 + ["sign_in_locked", "sign_in"]


def test_success_starts_the_count_anew(cast, clerk) -> None:
    fail(9)
    enter()
    fail(9)

    assert enter().person_id == clerk.id


def test_a_hash_of_other_parameters_is_renewed_on_the_way_in(cast, clerk) -> None:
    signing_in.use_memory_cost(2 * COST)

    enter()

    assert f"m={2 * COST}" in Person.get_by_id(clerk.id).password_hash
    assert enter().person_id == clerk.id


def test_a_person_whose_posts_have_ended_may_enter_and_is_recorded_there(cast, clerk) -> None:
    directory.end_post(
        actor=cast.administrator, at=at(), post_id=clerk.posts.get().id, valid_to=at().date()
    )

    enter()

    assert events_of(cast) == ["sign_in"]


def test_signing_out_is_recorded(cast, clerk) -> None:
    enter()
    signing_in.sign_out(person_id=clerk.id, at=at())

    assert events_of(cast) == ["sign_in", "sign_out"]


def test_a_new_password_ends_other_sessions(cast, clerk) -> None:
    entered = enter()

    mark = signing_in.change_password(
        person_id=clerk.id, current=PASSWORD, new="รหัสใหม่ที่ยาวพอ", at=at()
    )

    assert mark != entered.session_mark
    assert enter("รหัสใหม่ที่ยาวพอ").session_mark == mark
    fail(1)


def test_a_new_password_needs_the_old_one_and_ten_characters(cast, clerk) -> None:
    common = {"person_id": clerk.id, "at": at()}
    with pytest.raises(PasswordTooWeak):
        signing_in.change_password(**common, current=PASSWORD, new="123456789")
    with pytest.raises(SignInFailed) as refused:
        signing_in.change_password(**common, current="ผิด", new="รหัสใหม่ที่ยาวพอ")

    assert refused.value.field == "current"
    assert Person.get_by_id(clerk.id).failed_count == 1
    assert enter().session_mark == clerk.session_mark
