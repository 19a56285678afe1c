"""Six answers and a declaration; lateness; two at once; what is asked of the day; the review."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.extensions import ask_extension, decide_extension, waive
from saraban.desk.filled_in_answers import Declared, DutyAnswer
from saraban.desk.report_reviews import accept_reports, return_report
from saraban.errors import (
    AnswerAccepted,
    AnsweredMeanwhile,
    AnswerNotAskedFor,
    DutyNotFound,
    ExtensionNotLater,
    ExtensionSettled,
    ExtensionWaits,
    MissingField,
    NotToBeReviewed,
    PassedToItself,
    PeriodClosed,
    PeriodNotFound,
    Refused,
    ReturnNeedsReason,
)
from saraban.queries.connection import connected
from saraban.records import (
    DeclaredEntry,
    Delivery,
    DueChange,
    ExpectedReport,
    ExtensionAsk,
    Report,
    ReportAnswer,
    ReportPeriod,
    ReportReview,
)
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from tests.make import at, picture, send
from tests.owed import DUE, owe

AFTER = at(7, 4)


@pytest.fixture
def letter(cast):
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


@pytest.fixture
def duty(cast, letter):
    return owe(cast.province.clerk, [cast.district_a.clerk, cast.district_b.clerk], letter)


def answer(actor, duty, *, on=None, seen=0, **said):
    said.setdefault("answer", "report")
    said.setdefault("text", "จัดกิจกรรมแล้ว")
    return answer_duty(
        actor=actor, at=on or at(6, 28), duty_uid=duty, number=1, said=DutyAnswer(**said),
        seen_version=seen,
    )  # fmt: skip


def expected(actor):
    return ExpectedReport.get(ExpectedReport.to_unit == actor.unit_id)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"answer": "report", "files": [picture()]}, ExpectedState.SUBMITTED),
        ({"answer": "nil", "text": ""}, ExpectedState.NIL),
        ({"answer": "not_concerned", "text": "ไม่มีพื้นที่ป่า"}, ExpectedState.NOT_CONCERNED),
    ],
)
def test_each_answer_is_a_state_of_its_own(cast, duty, said, state):
    answer(cast.district_a.officer, duty, **said)

    row = expected(cast.district_a.clerk)
    assert (row.state, row.is_late) == (state, False)
    assert expected(cast.district_b.clerk).state == ExpectedState.WAITING


def test_passing_on_names_the_unit_that_will_answer(cast, duty):
    answer(
        cast.district_a.clerk, duty, answer="passed_on", text="", passed_to_uid=cast.tao.unit.uid
    )

    assert expected(cast.district_a.clerk).state == ExpectedState.PASSED_ON
    assert ReportAnswer.get().passed_to_id == cast.tao.unit.id


def test_what_another_letter_answered_names_that_letter(cast, duty, letter):
    answer(cast.district_a.clerk, duty, answer="covered", text="", covered_by_uid=letter)

    assert expected(cast.district_a.clerk).state == ExpectedState.COVERED
    assert ReportAnswer.get().covered_by.uid == letter


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": "  "}, "text"),
        ({"answer": "not_concerned", "text": ""}, "text"),
        ({"answer": "passed_on"}, "passed_to"),
        ({"answer": "covered"}, "covered_by"),
        ({"answer": "elsewhere"}, "system"),
        ({"answer": "elsewhere", "declared": Declared("ระบบ", " ", None, "")}, "entry_number"),
    ],
)
def test_what_an_answer_needs_is_told_beside_its_field(cast, duty, said, field):
    with pytest.raises(MissingField) as refusal:
        answer(cast.district_a.clerk, duty, **said)

    assert refusal.value.field == field
    assert not Report.select().exists()


def test_a_unit_does_not_pass_on_to_itself(cast, duty):
    with pytest.raises(PassedToItself):
        answer(
            cast.district_a.clerk, duty, answer="passed_on",
            passed_to_uid=cast.district_a.unit.uid,
        )  # fmt: skip


def test_the_delivery_of_the_letter_is_answered_with_it(cast, duty):
    answer(cast.district_a.clerk, duty)

    assert Delivery.get(Delivery.to_unit == cast.district_a.unit).reported_at == at(6, 28)


def test_late_answers_are_taken_and_marked(cast, duty):
    answer(cast.district_a.clerk, duty, on=AFTER)

    assert expected(cast.district_a.clerk).is_late
    assert ReportAnswer.get().days_late == 4


def test_a_correction_after_the_day_leaves_an_answer_in_time(cast, duty):
    answer(cast.district_a.clerk, duty)
    answer(cast.district_a.clerk, duty, on=AFTER, seen=1, text="แก้จำนวนคน")

    assert not expected(cast.district_a.clerk).is_late
    assert [row.days_late for row in ReportAnswer.select().order_by(ReportAnswer.version)] == [0, 4]


def test_a_closed_period_takes_no_report(cast, duty):
    with write_transaction():
        ReportPeriod.update(closed_at=at(7, 1)).execute()

    with pytest.raises(PeriodClosed):
        answer(cast.district_a.clerk, duty, on=AFTER)
    assert not Report.select().exists()


def test_late_answers_are_taken_for_as_long_as_the_duty_says(cast, letter):
    duty = owe(cast.province.clerk, [cast.district_a.clerk], letter, closes_after=2)

    with pytest.raises(PeriodClosed):
        answer(cast.district_a.clerk, duty, on=AFTER)


def test_who_has_no_part_in_a_duty_does_not_answer_it(cast, duty):
    with pytest.raises(DutyNotFound):
        answer(cast.tao.clerk, duty)
    with pytest.raises(AnswerNotAskedFor):
        answer(cast.province.clerk, duty)
    with pytest.raises(Refused):
        answer(cast.district_a.executive, duty)
    with pytest.raises(PeriodNotFound):
        answer_duty(
            actor=cast.district_a.clerk, at=at(), duty_uid=duty, number=9,
            said=DutyAnswer(answer="nil"),
        )  # fmt: skip


def test_of_two_officers_at_once_one_answers_and_the_other_is_told(cast, duty):
    def one_of_two(actor):
        with connected():
            try:
                return answer(actor, duty)
            except AnsweredMeanwhile as refusal:
                return refusal

    with ThreadPoolExecutor(2) as both:
        got = list(both.map(one_of_two, [cast.district_a.clerk, cast.district_a.officer]))

    refusals = [one for one in got if isinstance(one, AnsweredMeanwhile)]
    assert len(refusals) == 1
    assert Report.select().count() == 1
    assert Report.get().submitted_by in refusals[0].text_th

    answer(cast.district_a.officer, duty, seen=1, text="ฉบับของอีกคน")
    assert [row.version for row in ReportAnswer.select().order_by(ReportAnswer.version)] == [1, 2]


def test_the_keeper_declares_what_it_keyed_elsewhere_for_a_unit(cast, duty):
    answer_duty(
        actor=cast.province.clerk, at=at(6, 28), duty_uid=duty, number=1,
        said=DutyAnswer(
            answer="elsewhere", declared=Declared("E-Report", "ER-๑๒๓", date(2022, 6, 27), ""),
            files=[picture("หน้าจอ.png")],
        ),
        for_unit_uid=cast.district_a.unit.uid,
    )  # fmt: skip

    entry = DeclaredEntry.get()
    assert expected(cast.district_a.clerk).state == ExpectedState.DECLARED
    assert (entry.unit_id, entry.entered_by) == (
        cast.province.unit.id,
        cast.province.clerk.name,
    )
    assert Report.get().unit_id == cast.district_a.unit.id


def test_an_extension_is_asked_granted_and_kept(cast, duty):
    ask = ask_extension(
        actor=cast.district_a.officer, at=at(6, 29), duty_uid=duty, number=1,
        asked_for=date(2022, 7, 8), reason="น้ำท่วม",
    )  # fmt: skip
    assert expected(cast.district_a.clerk).state == ExpectedState.WAITING
    with pytest.raises(ExtensionWaits):
        ask_extension(
            actor=cast.district_a.officer, at=at(6, 29), duty_uid=duty, number=1,
            asked_for=date(2022, 7, 9), reason="อีกครั้ง",
        )  # fmt: skip

    decide_extension(
        actor=cast.province.executive, at=at(6, 30), duty_uid=duty, ask_uid=ask,
        granted_until=date(2022, 7, 5),
    )  # fmt: skip

    answer(cast.district_a.clerk, duty, on=at(7, 5))
    change = DueChange.get()
    assert (change.before_on, change.after_on) == (DUE, date(2022, 7, 5))
    assert not expected(cast.district_a.clerk).is_late
    assert expected(cast.district_b.clerk).due_on == DUE
    with pytest.raises(ExtensionSettled):
        decide_extension(
            actor=cast.province.executive, at=at(6, 30), duty_uid=duty, ask_uid=ask,
            granted_until=None, words="ไม่ได้",
        )  # fmt: skip


def test_a_refusal_has_words_and_an_earlier_day_is_no_extension(cast, duty):
    with pytest.raises(ExtensionNotLater):
        ask_extension(
            actor=cast.district_a.clerk, at=at(6, 29), duty_uid=duty, number=1, asked_for=DUE,
            reason="ช้า",
        )  # fmt: skip
    ask = ask_extension(
        actor=cast.district_a.clerk, at=at(6, 29), duty_uid=duty, number=1,
        asked_for=date(2022, 7, 8), reason="น้ำท่วม",
    )  # fmt: skip
    with pytest.raises(MissingField):
        decide_extension(
            actor=cast.province.clerk, at=at(6, 30), duty_uid=duty, ask_uid=ask,
            granted_until=None,
        )  # fmt: skip
    decide_extension(
        actor=cast.province.clerk, at=at(6, 30), duty_uid=duty, ask_uid=ask, granted_until=None,
        words="ต้องรวมส่งกรม",
    )  # fmt: skip

    assert ExtensionAsk.get().words == "ต้องรวมส่งกรม"
    assert expected(cast.district_a.clerk).due_on == DUE


def test_a_waived_unit_is_not_asked_any_more(cast, duty):
    both = [cast.district_a.unit.uid, cast.district_b.unit.uid]
    answer(cast.district_b.clerk, duty)

    count = waive(
        actor=cast.province.clerk, at=at(6, 29), duty_uid=duty, number=1, unit_uids=both,
        reason="พื้นที่ประสบภัย",
    )  # fmt: skip

    assert count == 1
    assert expected(cast.district_a.clerk).state == ExpectedState.WAIVED
    assert expected(cast.district_b.clerk).state == ExpectedState.SUBMITTED
    with pytest.raises(AnswerNotAskedFor):
        answer(cast.district_a.clerk, duty)


def test_returned_resubmitted_accepted_and_every_version_stays(cast, duty):
    answer(cast.district_a.clerk, duty)
    back = {"actor": cast.province.officer, "duty_uid": duty, "number": 1}
    unit = cast.district_a.unit.uid

    with pytest.raises(ReturnNeedsReason):
        return_report(at=at(6, 29), unit_uid=unit, seen_version=1, field_words={"a": " "}, **back)
    return_report(
        at=at(6, 29), unit_uid=unit, seen_version=1, field_words={"photos": "ภาพไม่ชัด"}, **back
    )
    assert expected(cast.district_a.clerk).state == ExpectedState.RETURNED
    with pytest.raises(NotToBeReviewed):
        accept_reports(at=at(6, 29), seen={unit: 1}, **back)

    answer(cast.district_a.clerk, duty, seen=1, text="ส่งภาพใหม่")
    with pytest.raises(NotToBeReviewed):
        return_report(at=at(6, 29), unit_uid=unit, seen_version=1, words="ช้าไป", **back)
    assert accept_reports(at=at(6, 30), seen={unit: 2}, **back) == 1

    assert [row.verdict for row in ReportReview.select().order_by(ReportReview.id)] == [
        "returned",
        "accepted",
    ]
    assert Report.select().count() == 2
    with pytest.raises(AnswerAccepted):
        answer(cast.district_a.clerk, duty, seen=2)


@pytest.mark.parametrize(
    ("closed_at", "closes_after"), [(at(7, 1), None), (None, 2)], ids=["by hand", "by itself"]
)
def test_nothing_is_given_back_that_could_not_be_sent_again(cast, letter, closed_at, closes_after):
    duty = owe(cast.province.clerk, [cast.district_a.clerk], letter, closes_after=closes_after)
    answer(cast.district_a.clerk, duty)
    with write_transaction():
        ReportPeriod.update(closed_at=closed_at).execute()

    with pytest.raises(PeriodClosed):
        return_report(
            actor=cast.province.officer, at=AFTER, duty_uid=duty, number=1, seen_version=1,
            unit_uid=cast.district_a.unit.uid, words="ภาพไม่ชัด",
        )  # fmt: skip

    assert expected(cast.district_a.clerk).state == ExpectedState.SUBMITTED


def test_only_the_keeper_reviews_and_decides(cast, duty):
    answer(cast.district_a.clerk, duty)

    with pytest.raises(DutyNotFound):
        accept_reports(
            actor=cast.district_b.clerk, at=at(), duty_uid=duty, number=1,
            seen={cast.district_a.unit.uid: 1},
        )  # fmt: skip
