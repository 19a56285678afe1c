"""Handing over: what one holder had is another's, told once, and the list says what it was."""

from datetime import date

import pytest

from saraban.desk.endorsement import Assignment, DeskNamed, endorse, finish_order
from saraban.desk.hand_over import Receiver, hand_over
from saraban.desk.people import deactivate_person, end_post
from saraban.errors import (
    HandedToItself,
    HeldByAnother,
    MissingField,
    NothingToHandOver,
    OrderNeedsPerson,
    OrderNotFound,
    ReceiverComesLater,
    Refused,
)
from saraban.queries.endorsement_stacks import note_stacks
from saraban.queries.hand_over import NOBODY, sources, targets
from saraban.queries.handed_over import hand_overs, handed_over
from saraban.queries.work_list import LEFT, MINE, Wanted, work_list
from saraban.records import OrderedDesk, Person, Post
from saraban.rules.expected_reports import ExpectedState
from tests.ledgers import found, tell_cast
from tests.make import DAY, at, register
from tests.reminded import change, expected_of, owe


def post_of(actor):
    return Post.get(Post.person == actor.person_id).id


def uid_of(actor):
    return Person.get_by_id(actor.person_id).uid


def give(actor, duty, to, *, from_key=NOBODY, **named):
    return hand_over(
        actor=actor, at=at(), from_key=from_key, duty_uids=[duty.uid], ordered_ids=[],
        receiver=Receiver(post_of(to)), **named,
    )  # fmt: skip


@pytest.fixture
def duty(cast):
    return owe(cast.province.clerk, [cast.district_a.unit], name="รายงานรายสัปดาห์")


def order_to(cast, person):
    received = register(cast.district_a.clerk).letter_uid
    endorse(
        actor=cast.district_a.executive, at=at(), letter_uid=received, kind="order",
        text="ดำเนินการ",
        assignment=Assignment(DeskNamed(cast.district_a.unit.uid, uid_of(person))),
    )  # fmt: skip
    return OrderedDesk.get().id


def test_a_duty_that_nobody_had_is_given_to_a_post_and_stands_on_its_list(cast, duty):
    troupe = cast.district_a

    uid = give(troupe.clerk, duty, troupe.officer, words="ตามคำสั่งแบ่งงาน")

    [row] = work_list(troupe.officer, today=DAY, wanted=Wanted(held_by=MINE)).rows
    assert row.holder.name == troupe.officer.name
    assert not row.holder.has_left
    told = handed_over(troupe.clerk, uid=uid)
    assert [(line.kind, line.name) for line in told.lines] == [("duty", "รายงานรายสัปดาห์")]
    assert (told.from_name, told.to_name) == ("", troupe.officer.name)
    assert [one.uid for one in hand_overs(troupe.clerk)] == [uid]


def test_the_list_keeps_the_day_that_was_due_next_when_it_was_signed(cast, duty):
    troupe = cast.district_a
    uid = give(troupe.clerk, duty, troupe.officer)

    change(expected_of(duty, troupe.unit), state=ExpectedState.NIL.value)

    [line] = handed_over(troupe.clerk, uid=uid).lines
    assert line.due_on == date(2022, 6, 30)


def test_who_has_left_is_told_until_what_they_had_is_handed_on(cast, duty):
    troupe = cast.district_a
    give(troupe.clerk, duty, troupe.officer)
    end_post(
        actor=cast.administrator, at=at(6, 17), post_id=post_of(troupe.officer),
        valid_to=date(2022, 6, 18),
    )  # fmt: skip

    before = work_list(troupe.clerk, today=date(2022, 6, 17))
    after = work_list(troupe.clerk, today=date(2022, 6, 18), wanted=Wanted(held_by=LEFT))
    [source] = sources(troupe.clerk, today=date(2022, 6, 18))

    assert before.left_count == 0
    assert [row.name for row in after.rows] == ["รายงานรายสัปดาห์"]
    assert (source.has_left, source.name) == (True, troupe.officer.name)
    hand_over(
        actor=troupe.clerk, at=at(6, 18), from_key=source.key, duty_uids=[duty.uid],
        ordered_ids=[], receiver=Receiver(post_of(troupe.clerk)),
    )  # fmt: skip
    assert work_list(troupe.clerk, today=date(2022, 6, 18)).left_count == 0


def test_a_person_who_signs_in_no_more_has_left(cast, duty):
    troupe = cast.district_a
    give(troupe.clerk, duty, troupe.officer)

    deactivate_person(actor=cast.administrator, at=at(6, 17), person_uid=uid_of(troupe.officer))

    assert work_list(troupe.clerk, today=date(2022, 6, 18)).left_count == 1


def test_an_order_goes_along_and_only_who_took_it_over_may_finish_it(cast):
    troupe = cast.district_a
    ordered = order_to(cast, troupe.officer)
    assert note_stacks(troupe.officer, today=DAY).ordered_count == 1

    hand_over(
        actor=troupe.clerk, at=at(), from_key=uid_of(troupe.officer), duty_uids=[],
        ordered_ids=[ordered], receiver=Receiver(post_of(troupe.clerk)),
    )  # fmt: skip

    assert note_stacks(troupe.officer, today=DAY).ordered_count == 0
    assert note_stacks(troupe.clerk, today=DAY).ordered_count == 1
    with pytest.raises(OrderNotFound):
        finish_order(actor=troupe.officer, at=at(), ordered_id=ordered)
    finish_order(actor=troupe.clerk, at=at(), ordered_id=ordered)
    assert sources(troupe.clerk, today=DAY) == ()


def test_the_second_of_two_who_hand_over_is_told(cast, duty):
    troupe = cast.district_a
    give(troupe.clerk, duty, troupe.officer)

    with pytest.raises(HeldByAnother):
        give(troupe.executive, duty, troupe.clerk)


def test_a_post_without_a_holder_takes_a_duty_but_no_order(cast, duty):
    troupe = cast.district_a
    ordered = order_to(cast, troupe.officer)
    vacant = Receiver(title="ปลัดอำเภอ (ตำแหน่งว่าง)")

    hand_over(
        actor=troupe.clerk, at=at(), from_key=NOBODY, duty_uids=[duty.uid], ordered_ids=[],
        receiver=vacant,
    )  # fmt: skip

    [row] = work_list(troupe.clerk, today=DAY).rows
    assert (row.holder.post_title, row.holder.name) == ("ปลัดอำเภอ (ตำแหน่งว่าง)", "")
    with pytest.raises(OrderNeedsPerson):
        hand_over(
            actor=troupe.clerk, at=at(), from_key=uid_of(troupe.officer), duty_uids=[],
            ordered_ids=[ordered], receiver=vacant,
        )  # fmt: skip


@pytest.fixture
def comer(cast):
    """A post in the district, held from 1 July on by somebody who is elsewhere until then."""
    post = Post.create(
        person=cast.district_b.officer.person_id, unit=cast.district_a.unit, role="officer",
        title_th="ปลัดอำเภอ", valid_from=date(2022, 7, 1),
    )  # fmt: skip
    return Receiver(post.id)


def test_who_comes_later_takes_a_duty_from_that_day_on_and_has_not_left_before(cast, duty, comer):
    troupe = cast.district_a
    uid = hand_over(
        actor=troupe.clerk, at=at(), from_key=NOBODY, duty_uids=[duty.uid], ordered_ids=[],
        receiver=comer,
    )  # fmt: skip

    [target] = [one for one in targets(troupe.clerk, today=DAY) if one.post_id == comer.post_id]
    [row] = work_list(troupe.clerk, today=DAY).rows
    assert target.begins_on == date(2022, 7, 1)
    assert handed_over(troupe.clerk, uid=uid).handed_on == date(2022, 7, 1)
    assert (row.holder.name, row.holder.held_from, row.holder.has_left) == (
        cast.district_b.officer.name, date(2022, 7, 1), False,
    )  # fmt: skip


def test_who_comes_later_takes_nothing_before_their_day_and_no_order(cast, duty, comer):
    troupe = cast.district_a
    ordered = order_to(cast, troupe.officer)

    with pytest.raises(ReceiverComesLater):
        hand_over(
            actor=troupe.clerk, at=at(), from_key=NOBODY, duty_uids=[duty.uid], ordered_ids=[],
            receiver=comer, handed_on=date(2022, 6, 30),
        )  # fmt: skip
    with pytest.raises(OrderNeedsPerson):
        hand_over(
            actor=troupe.clerk, at=at(), from_key=uid_of(troupe.officer), duty_uids=[],
            ordered_ids=[ordered], receiver=comer,
        )  # fmt: skip


def test_what_is_asked_for_no_more_is_not_counted_as_owed(cast, duty):
    for named in ({"closed_at": at(6, 12)}, {"closes_after": 5}):
        owe(cast.province.clerk, [cast.district_a.unit], due_on=date(2022, 6, 10), **named)

    [source] = sources(cast.district_a.clerk, today=DAY)

    assert sorted((one.owed_count, one.next_on) for one in source.duties if one.owed_count) == [
        (1, date(2022, 6, 30))
    ]


def test_what_makes_no_sense_is_refused_in_words(cast, duty):
    troupe = cast.district_a
    give(troupe.clerk, duty, troupe.officer)
    key = uid_of(troupe.officer)

    with pytest.raises(HandedToItself):
        give(troupe.clerk, duty, troupe.officer, from_key=key)
    with pytest.raises(MissingField):
        hand_over(
            actor=troupe.clerk, at=at(), from_key=key, duty_uids=[duty.uid], ordered_ids=[],
            receiver=Receiver(post_of(cast.district_b.officer)),
        )  # fmt: skip
    with pytest.raises(NothingToHandOver):
        hand_over(
            actor=troupe.clerk, at=at(), from_key=key, duty_uids=[], ordered_ids=[],
            receiver=Receiver(post_of(troupe.clerk)),
        )  # fmt: skip
    with pytest.raises(Refused):
        give(cast.auditor, duty, troupe.officer)


def test_the_ledger_stays_whole(cast):
    tell_cast(cast)
    duty = owe(cast.province.clerk, [cast.district_a.unit])
    give(cast.district_a.clerk, duty, cast.district_a.officer)

    assert found() == []
