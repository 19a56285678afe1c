"""People and posts: who may appoint whom, and what an appointment sets going."""

from datetime import date, timedelta

import pytest

from saraban.desk import directory, signing_in
from saraban.errors import (
    InvalidInput,
    MissingField,
    PasswordTooWeak,
    PersonNotFound,
    PostAlreadyHeld,
    PostNotFound,
    Refused,
    SignInFailed,
    SignInTaken,
    UnitClosed,
    UnreadableSignIn,
)
from saraban.queries.actors import actor_for, posts_of
from saraban.records import AuditEvent, Delivery, Person, Post, Unit
from saraban.rules.deliveries import Status
from saraban.rules.permissions import Actor, Role
from tests.cast import Cast, make_actor
from tests.make import at, send

PASSWORD = "ต้นไม้ริมน้ำ"


def added(actor: Actor, sign_in: str = "somchai", **named: object) -> Person:
    filled = {"sign_in": sign_in, "name_th": "นายสมชาย ตัวอย่าง", "password": PASSWORD}
    uid = directory.add_person(actor=actor, at=at(), **(filled | named))
    return Person.get(Person.uid == uid)


def appointed(actor: Actor, person: Person, unit: Unit, role: str = "clerk", **named) -> int:
    filled = {"valid_from": date(2022, 6, 1)}
    return directory.appoint(
        actor=actor,
        at=at(),
        person_uid=person.uid,
        unit_uid=unit.uid,
        role=role,
        **(filled | named),
    )


def administrator_of(unit: Unit) -> Actor:
    return make_actor(unit, Role.ADMINISTRATOR, "ผู้ดูแลสาขา", f"admin.{unit.id}")


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"sign_in": "ส ม"}, UnreadableSignIn),
        ({"sign_in": "ab"}, UnreadableSignIn),
        ({"sign_in": "Clerk.Tao"}, SignInTaken),
        ({"name_th": "  "}, MissingField),
        ({"password": "123456789"}, PasswordTooWeak),
        ({"password": "1" * 1001}, PasswordTooWeak),
    ],
)
def test_a_person_who_cannot_be_added_is_refused(cast: Cast, named, refusal) -> None:
    with pytest.raises(refusal):
        added(cast.administrator, **named)


def test_only_an_administrator_adds_people(cast: Cast) -> None:
    with pytest.raises(Refused):
        added(cast.province.executive)


def test_an_appointed_person_acts_for_the_unit_between_the_days(cast: Cast) -> None:
    person = added(cast.administrator)
    appointed(
        cast.administrator,
        person,
        cast.tao.unit,
        valid_from=date(2022, 6, 10),
        valid_to=date(2022, 6, 20),
    )

    def roles_on(day: int) -> frozenset[Role] | None:
        actor = actor_for(person_id=person.id, unit_id=cast.tao.unit.id, at=at(day=day))
        return None if actor is None else actor.roles

    assert [roles_on(day) for day in (9, 10, 19, 20)] == [None, {Role.CLERK}, {Role.CLERK}, None]


def test_a_person_with_posts_in_two_units_acts_for_one_at_a_time(cast: Cast) -> None:
    person = added(cast.administrator)
    appointed(cast.administrator, person, cast.tao.unit)
    appointed(cast.administrator, person, cast.tao.unit, "officer")
    appointed(cast.administrator, person, cast.city.unit, "executive")

    in_first = actor_for(person_id=person.id, unit_id=None, at=at())
    in_second = actor_for(person_id=person.id, unit_id=cast.city.unit.id, at=at())

    assert (in_first.unit_id, in_first.roles) == (cast.tao.unit.id, {Role.CLERK, Role.OFFICER})
    assert (in_second.unit_id, in_second.roles) == (cast.city.unit.id, {Role.EXECUTIVE})
    assert len(posts_of(person.id, at().date())) == 3
    assert actor_for(person_id=person.id, unit_id=cast.pao.unit.id, at=at()) is None


def test_what_was_sent_before_a_unit_joined_is_delivered_when_it_joins(cast: Cast) -> None:
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    person = added(cast.administrator)

    appointed(cast.administrator, person, cast.district_b.unit)

    delivery = Delivery.get(Delivery.to_unit == cast.district_b.unit)
    assert delivery.delivered_at == at()
    assert delivery.status == Status.DELIVERED
    assert Unit.get_by_id(cast.district_b.unit.id).joined_at == at()


def test_a_second_appointment_leaves_the_day_of_joining(cast: Cast) -> None:
    joined_at = cast.tao.unit.joined_at

    appointed(cast.administrator, added(cast.administrator), cast.tao.unit)

    assert Unit.get_by_id(cast.tao.unit.id).joined_at == joined_at


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"role": "king"}, InvalidInput),
        ({"valid_to": date(2022, 6, 1)}, InvalidInput),
        ({"valid_from": date(2022, 6, 15)}, PostAlreadyHeld),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(cast: Cast, named, refusal) -> None:
    person = added(cast.administrator)
    appointed(cast.administrator, person, cast.tao.unit)

    with pytest.raises(refusal):
        appointed(cast.administrator, person, cast.tao.unit, **named)


def test_nobody_is_appointed_to_a_closed_unit(cast: Cast) -> None:
    Unit.update(valid_to=date(2022, 5, 1)).where(Unit.id == cast.tao.unit.id).execute()

    with pytest.raises(UnitClosed):
        appointed(cast.administrator, added(cast.administrator), cast.tao.unit)


def test_a_branch_administrator_appoints_in_the_branch_only(cast: Cast) -> None:
    of_district_b = administrator_of(cast.district_b.unit)
    person = added(of_district_b)

    with pytest.raises(Refused):
        appointed(of_district_b, person, cast.district_a.unit)

    assert appointed(of_district_b, person, cast.tao.unit)


def test_a_branch_administrator_cannot_take_over_a_wider_account(cast: Cast) -> None:
    of_district_b = administrator_of(cast.district_b.unit)
    root = Person.get(Person.sign_in == "administrator")
    appointed(cast.administrator, root, cast.tao.unit)

    with pytest.raises(PersonNotFound):
        directory.reset_password(
            actor=of_district_b, at=at(), person_uid=root.uid, password=PASSWORD
        )
    with pytest.raises(PersonNotFound):
        directory.deactivate_person(actor=of_district_b, at=at(), person_uid=root.uid)


def test_an_ended_post_no_longer_acts(cast: Cast) -> None:
    person = added(cast.administrator)
    post_id = appointed(cast.administrator, person, cast.tao.unit)

    directory.end_post(actor=cast.administrator, at=at(), post_id=post_id)

    assert actor_for(person_id=person.id, unit_id=None, at=at()) is None
    assert Post.get_by_id(post_id).valid_to == at().date()


def test_a_post_of_another_branch_is_not_found(cast: Cast) -> None:
    post_id = appointed(cast.administrator, added(cast.administrator), cast.tao.unit)
    of_district_a = administrator_of(cast.district_a.unit)

    with pytest.raises(PostNotFound):
        directory.end_post(actor=of_district_a, at=at(), post_id=post_id)
    with pytest.raises(Refused):
        directory.end_post(actor=cast.tao.clerk, at=at(), post_id=post_id)


def test_a_deactivated_person_neither_acts_nor_signs_in(cast: Cast) -> None:
    person = added(cast.administrator)
    appointed(cast.administrator, person, cast.tao.unit)

    directory.deactivate_person(actor=cast.administrator, at=at(), person_uid=person.uid)

    assert actor_for(person_id=person.id, unit_id=None, at=at()) is None
    with pytest.raises(SignInFailed):
        signing_in.sign_in(sign_in="somchai", password=PASSWORD, at=at())
    assert Person.get_by_id(person.id).session_mark != person.session_mark


def test_a_reset_password_replaces_the_old_one_and_any_lock(cast: Cast) -> None:
    person = added(cast.administrator)
    appointed(cast.administrator, person, cast.tao.unit)
    Person.update(locked_until=at() + timedelta(minutes=9)).execute()

    directory.reset_password(
        actor=cast.administrator, at=at(), person_uid=person.uid, password="อีกรหัสหนึ่งที่ยาว"
    )

    entered = signing_in.sign_in(sign_in="somchai", password="อีกรหัสหนึ่งที่ยาว", at=at())
    assert entered.session_mark != person.session_mark


def test_what_is_done_to_people_stands_in_the_ledger(cast: Cast) -> None:
    person = added(cast.administrator)
    post_id = appointed(cast.administrator, person, cast.tao.unit)
    directory.end_post(actor=cast.administrator, at=at(), post_id=post_id)
    directory.deactivate_person(actor=cast.administrator, at=at(), person_uid=person.uid)

    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id)]
    assert acts == ["add_person", "appoint", "end_post", "deactivate_person"]
