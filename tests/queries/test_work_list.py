"""A unit's work list: each thing owed in its own part, with why, and nothing that is over."""

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.drafts import DutyDraft
from saraban.desk.duty_ends import end_duty, take_unit_out
from saraban.errors import Refused
from saraban.queries.kept_duties import kept_waiting
from saraban.queries.work_list import LEFT, NOBODY, Wanted, due_soon, work_list
from saraban.records import ExtensionAsk, rows
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import FixedDay, OnEvent
from saraban.rules.work_list import Section, WorkKind
from tests.make import DAY, at, register, send
from tests.reminded import change, expected_of, owe, return_answer


def sections(found):
    return {row.name: row.section for row in found.rows}


def days(number):
    return DAY.replace(day=number)


def test_each_report_stands_where_its_day_and_state_put_it(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    owe(keeper, [unit], due_on=days(15), name="เลยกำหนด")
    owe(keeper, [unit], due_on=days(16), name="วันนี้")
    owe(keeper, [unit], due_on=days(22), name="ในเจ็ดวัน")
    owe(keeper, [unit], due_on=days(23), name="หลังจากนั้น")
    owe(keeper, [unit], due_on=None, name="ไม่มีวัน")
    return_answer(owe(keeper, [unit], due_on=days(10), name="ส่งคืน"), cast.district_a, "ภาพไม่ชัด")

    found = work_list(cast.district_a.clerk, today=DAY)

    assert sections(found) == {
        "ส่งคืน": Section.RETURNED,
        "เลยกำหนด": Section.OVERDUE,
        "วันนี้": Section.NEAR,
        "ในเจ็ดวัน": Section.NEAR,
        "ไม่มีวัน": Section.NO_DAY,
        "หลังจากนั้น": Section.LATER,
    }
    assert [row.due_in for row in found.of(Section.NEAR)] == [0, 6]
    assert found.counts[Section.OVERDUE] == 1


def test_what_was_answered_is_gone_and_what_waits_for_review_is_told_apart(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    for name, state, needs_review in (
        ("รอตรวจ", ExpectedState.SUBMITTED, True),
        ("จบแล้ว", ExpectedState.SUBMITTED, False),
        ("รับแล้ว", ExpectedState.ACCEPTED, True),
        ("ไม่มี", ExpectedState.NIL, True),
        ("ยกเว้น", ExpectedState.WAIVED, False),
    ):
        duty = owe(keeper, [unit], name=name, needs_review=needs_review)
        change(expected_of(duty, unit), state=state.value)

    assert sections(work_list(cast.district_a.clerk, today=DAY)) == {"รอตรวจ": Section.IN_REVIEW}
    assert [(one.name, one.review_count) for one in kept_waiting(keeper)] == [("รอตรวจ", 1)]


def test_an_ended_duty_is_asked_for_no_more_but_for_what_was_due_before(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    for day, name in ((10, "ก่อนสิ้นสุด"), (20, "หลังสิ้นสุด")):
        duty = owe(keeper, [unit], due_on=days(day), name=name)
        # Two in the morning here, the day before by the clock of the database.
        end_duty(actor=keeper, at=at(6, 16, 2), duty_uid=duty.uid, reason="พอแล้ว")
    owe(keeper, [unit], name="งวดปิดแล้ว", closed_at=at(6, 12))

    assert sections(work_list(cast.district_a.clerk, today=DAY)) == {"ก่อนสิ้นสุด": Section.OVERDUE}


def test_what_was_due_on_the_day_a_duty_ended_is_still_asked_for(cast):
    duty = owe(cast.province.clerk, [cast.district_a.unit], due_on=days(15), name="วันสุดท้าย")

    end_duty(actor=cast.province.clerk, at=at(6, 15, 2), duty_uid=duty.uid, reason="พอแล้ว")

    assert sections(work_list(cast.district_a.clerk, today=DAY)) == {"วันสุดท้าย": Section.OVERDUE}


def test_what_can_be_answered_no_more_is_not_asked_for(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    owe(keeper, [unit], due_on=days(10), name="รับช้าได้ห้าวัน", closes_after=5)
    owe(keeper, [unit], due_on=days(10), name="รับช้าได้หกวัน", closes_after=6)
    left = owe(keeper, [unit, cast.district_b.unit], due_on=days(10), name="ออกจากภารกิจแล้ว")
    take_unit_out(actor=keeper, at=at(), duty_uid=left.uid, unit_uid=unit.uid, reason="ไม่อยู่ในพื้นที่")

    assert sections(work_list(cast.district_a.clerk, today=DAY)) == {"รับช้าได้หกวัน": Section.OVERDUE}


def test_a_later_day_that_was_asked_for_is_told_until_it_is_decided(cast):
    duty = owe(cast.province.clerk, [cast.district_a.unit], due_on=days(17))
    expected = expected_of(duty, cast.district_a.unit)
    ask = {
        "duty": duty.id, "expected": expected.id, "asked_for": days(24), "reason": "น้ำท่วม",
        "asked_at": at(), "asked_by": "ผู้ขอ",
    }  # fmt: skip
    with write_transaction():
        key, _ = rows.insert(ExtensionAsk, ask)

    [row] = work_list(cast.district_a.clerk, today=DAY).rows
    assert row.asked_until == days(24)
    assert [one.ask_count for one in kept_waiting(cast.province.clerk)] == [1]

    with write_transaction():
        rows.update(ExtensionAsk, key, {"decided_at": at()})
    [row] = work_list(cast.district_a.clerk, today=DAY).rows
    assert row.asked_until is None
    assert kept_waiting(cast.province.clerk) == ()


def test_a_letter_to_pass_on_and_a_bare_point_stand_beside_the_reports(cast):
    sent = send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        subject="ขอให้สำรวจ",
        duties=(DutyDraft("๑", "รายงานผลการสำรวจ", due_on=days(25)),),
        relay_phrase="แจ้งเทศบาลตำบลทุกแห่งในพื้นที่",
    )
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)

    found = work_list(cast.district_a.clerk, today=DAY)

    kinds = {row.name: row.kind for row in found.rows}
    assert kinds["รายงานผลการสำรวจ"] is WorkKind.POINT
    assert kinds["ขอให้สำรวจ"] is WorkKind.RELAY
    # Once somebody made a duty of the letter for the unit, the point stands for itself no more.
    owe(cast.province.clerk, [cast.district_a.unit], letter_uid=sent.letter_uid, name="ภารกิจ")
    names = sections(work_list(cast.district_a.clerk, today=DAY))
    assert "รายงานผลการสำรวจ" not in names
    assert {"ภารกิจ", "ขอให้สำรวจ"} <= names.keys()


def test_the_list_is_narrowed_down_and_its_counts_are_of_all(cast):
    unit = cast.district_a.unit
    owe(cast.province.clerk, [unit], due_on=days(15), name="ของจังหวัด")
    owe(
        cast.local_office.clerk, [unit], due_on=days(16), name="ของท้องถิ่น",
        letter_uid=register(cast.local_office.clerk).letter_uid,
    )  # fmt: skip
    clerk = cast.district_a.clerk

    of_keeper = work_list(clerk, today=DAY, wanted=Wanted(keeper=cast.local_office.unit.uid))
    overdue = work_list(clerk, today=DAY, wanted=Wanted(section=Section.OVERDUE))

    assert list(sections(of_keeper)) == ["ของท้องถิ่น"]
    assert list(sections(overdue)) == ["ของจังหวัด"]
    assert overdue.counts[Section.NEAR] == 1
    assert len(work_list(clerk, today=DAY, wanted=Wanted(held_by=NOBODY)).rows) == 2
    assert work_list(clerk, today=DAY, wanted=Wanted(held_by=LEFT)).rows == ()


def test_another_units_list_has_nothing_of_it_and_an_administrator_has_none(cast):
    owe(cast.province.clerk, [cast.district_a.unit])

    assert work_list(cast.district_b.clerk, today=DAY).rows == ()
    with pytest.raises(Refused):
        work_list(cast.administrator, today=DAY)


def test_the_desk_is_told_of_what_is_overdue_returned_or_due_in_a_few_days(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    owe(keeper, [unit], due_on=days(15), name="เลยกำหนด")
    owe(keeper, [unit], due_on=days(22), name="ในเจ็ดวัน")
    owe(keeper, [unit], due_on=days(23), name="หลังจากนั้น")
    in_review = owe(keeper, [unit], due_on=days(17), name="รอตรวจ", needs_review=True)
    change(expected_of(in_review, unit), state=ExpectedState.SUBMITTED.value)

    assert [row.name for row in due_soon(cast.district_a.clerk, today=DAY)] == [
        "เลยกำหนด",
        "ในเจ็ดวัน",
    ]


def test_duties_to_report_on_events_are_offered_until_they_end(cast):
    keeper, unit = cast.province.clerk, cast.district_a.unit
    owe(keeper, [unit], due_on=None, name="เมื่อจัดกิจกรรม", when_text=when_as_text(OnEvent()))
    owe(
        keeper, [unit], due_on=None, name="เลิกแล้ว", when_text=when_as_text(OnEvent()),
        ended_at=at(6, 12),
    )  # fmt: skip
    owe(keeper, [unit], name="มีวัน", when_text=when_as_text(FixedDay(days(30))))

    assert [one.name for one in work_list(cast.district_a.clerk, today=DAY).events] == [
        "เมื่อจัดกิจกรรม"
    ]
    assert work_list(cast.district_b.clerk, today=DAY).events == ()
