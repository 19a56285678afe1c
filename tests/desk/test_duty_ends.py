"""How a duty ends, and who comes to owe it or owes it no more: what is past always stays."""

from datetime import date

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.duty_ends import add_unit, end_duty, take_unit_out
from saraban.desk.extensions import ask_extension, decide_extension
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.periods import close_period, move_period
from saraban.desk.registration import Arrival, receive_delivery
from saraban.desk.report_duties import DutySaid, Owers, open_duty
from saraban.errors import (
    DutyIsOver,
    DutyNotFound,
    DutyNotKept,
    EndsInTheFuture,
    InvalidInput,
    MissingField,
    PeriodClosed,
    PeriodNotFound,
    UnitOwesAlready,
    UnitOwesNot,
)
from saraban.queries.ledger_check import check_ledger
from saraban.records import DueChange, DutyUnit, ExpectedReport, ReportDuty, ReportPeriod
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Anchor, Counted, Every, FixedDay, Recurring, Span
from tests.ledgers import tell_cast
from tests.make import at, send

WEEKLY = Recurring(Every.WEEK, date(2022, 6, 16), weekdays=(2,))
# Two Wednesdays of the round are past by then.
JULY = at(7, 1)


@pytest.fixture
def letter(cast):
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def opened(cast, letter, when=WEEKLY):
    return open_duty(
        actor=cast.province.officer, at=at(), letter_uid=letter, said=DutySaid(name="x", when=when),
        owers=Owers(everyone_sent=True),
    ).uid  # fmt: skip


@pytest.fixture
def duty(cast, letter):
    return opened(cast, letter)


def end(cast, duty, **named):
    return end_duty(
        actor=named.pop("actor", cast.province.officer), at=JULY, duty_uid=duty,
        **({"reason": "สิ้นสุดโครงการ"} | named),
    )  # fmt: skip


def waiting(unit=None):
    query = ExpectedReport.select().where(ExpectedReport.state == int(ExpectedState.WAITING))
    if unit is not None:
        query = query.where(ExpectedReport.to_unit == unit)
    return sorted({row.due_on for row in query})


def test_what_is_to_come_is_struck_with_the_reason_and_what_is_past_stays(cast, duty):
    struck = end(cast, duty)

    row = ReportDuty.get()
    assert (row.ended_reason, row.ended_by) == ("สิ้นสุดโครงการ", cast.province.officer.name)
    periods = ReportPeriod.select().order_by(ReportPeriod.number)
    assert [period.struck_at is None for period in periods] == [True] * 2 + [False] * 7
    assert {period.struck_reason for period in periods if period.struck_at} == {"สิ้นสุดโครงการ"}
    assert struck == 7
    assert DueChange.select().count() == 7
    assert waiting() == [date(2022, 6, 22), date(2022, 6, 29)]
    assert check_ledger().findings == ()


def test_an_answer_that_was_given_early_stays_with_its_period(cast, duty):
    first = ReportPeriod.get(ReportPeriod.due_on == date(2022, 7, 6))
    early = ExpectedReport.get(
        ExpectedReport.period == first, ExpectedReport.to_unit == cast.district_a.unit
    )
    ExpectedReport.update(state=int(ExpectedState.SUBMITTED)).where(
        ExpectedReport.id == early.id
    ).execute()

    struck = end(cast, duty)

    assert struck == 6
    assert ReportPeriod.get_by_id(first.id).struck_at is None
    assert ExpectedReport.get_by_id(early.id).state == int(ExpectedState.SUBMITTED)


def test_a_round_ends_by_a_day_ahead_and_is_owed_until_then(cast, duty):
    end(cast, duty, ends_on=date(2022, 7, 13))

    row = ReportDuty.get()
    assert row.ended_at is None
    assert when_from_text(row.when_text).until == date(2022, 7, 13)
    assert waiting()[-1] == date(2022, 7, 13)


def test_only_a_round_ends_by_a_day_ahead_and_none_by_a_day_that_is_past(cast, letter):
    fixed = opened(cast, letter, FixedDay(date(2022, 8, 1)))

    with pytest.raises(EndsInTheFuture):
        end(cast, fixed, ends_on=date(2022, 7, 13))
    with pytest.raises(InvalidInput):
        end(cast, fixed, ends_on=date(2022, 6, 30))


def test_a_later_letter_ends_it_and_is_named(cast, duty):
    later = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid

    end(cast, duty, by_letter_uid=later)

    assert ReportDuty.get().ended_letter.uid == later


def test_it_ends_once_with_a_reason_and_only_by_who_keeps_it(cast, duty):
    with pytest.raises(MissingField):
        end(cast, duty, reason=" ")
    with pytest.raises(DutyNotKept):
        end(cast, duty, actor=cast.district_a.officer)
    with pytest.raises(DutyNotFound):
        end(cast, duty, actor=cast.pao.officer)
    end(cast, duty)
    with pytest.raises(DutyIsOver):
        end(cast, duty)


def test_a_unit_that_is_taken_out_is_asked_nothing_more_and_its_past_stays(cast, duty):
    unit = cast.district_a.unit

    count = take_unit_out(
        actor=cast.province.officer, at=JULY, duty_uid=duty, unit_uid=unit.uid, reason="ไม่มีพื้นที่"
    )

    assert count == 7
    assert waiting(unit) == [date(2022, 6, 22), date(2022, 6, 29)]
    assert len(waiting(cast.district_b.unit)) == 9
    owing = DutyUnit.get(DutyUnit.to_unit == unit)
    assert owing.left_reason == "ไม่มีพื้นที่"
    assert ReportDuty.get().unit_count == 1
    assert check_ledger().findings == ()


def test_a_unit_that_is_added_owes_what_is_to_come(cast, duty):
    count = add_unit(
        actor=cast.province.officer, at=JULY, duty_uid=duty, unit_uid=cast.city.unit.uid,
        reason="เพิ่มพื้นที่",
    )  # fmt: skip

    assert count == 7
    assert waiting(cast.city.unit)[0] == date(2022, 7, 6)
    assert ReportDuty.get().unit_count == 3
    assert check_ledger().findings == ()


def test_a_unit_that_had_the_letter_before_it_was_added_has_its_own_day(cast, letter):
    receive_delivery(
        actor=cast.district_a.clerk, at=at(6, 20), letter_uid=letter,
        arrival=Arrival(date(2022, 6, 20)),
    )  # fmt: skip
    week = Counted(7, Span.DAYS, Anchor.RECEIPT)
    uid = open_duty(
        actor=cast.province.officer, at=at(6, 21), letter_uid=letter,
        said=DutySaid(name="x", when=week), owers=Owers(unit_ids=(cast.district_b.unit.id,)),
    ).uid  # fmt: skip

    add_unit(
        actor=cast.province.officer, at=at(6, 22), duty_uid=uid,
        unit_uid=cast.district_a.unit.uid, reason="ตกหล่น",
    )  # fmt: skip

    assert waiting(cast.district_a.unit) == [date(2022, 6, 27)]
    assert waiting(cast.district_b.unit) == [None]
    assert check_ledger().findings == ()


def test_a_unit_that_comes_back_has_the_days_that_were_moved_meanwhile(cast, duty):
    facts = {"actor": cast.province.officer, "duty_uid": duty}
    out = {"unit_uid": cast.district_a.unit.uid, "reason": "ไม่มีพื้นที่"}
    take_unit_out(at=JULY, **out, **facts)
    number = ReportPeriod.get(ReportPeriod.due_on == date(2022, 7, 13)).number
    move_period(at=JULY, number=number, due_on=date(2022, 7, 18), reason="ประชุมเลื่อน", **facts)

    add_unit(at=JULY, **out, **facts)

    assert date(2022, 7, 13) not in waiting(cast.district_a.unit)
    assert date(2022, 7, 18) in waiting(cast.district_a.unit)
    kinds = [row.change for row in DueChange.select().where(DueChange.expected.is_null(False))]
    assert (kinds.count("struck"), kinds.count("back")) == (7, 7)
    assert check_ledger().findings == ()


def test_a_unit_that_comes_back_keeps_the_day_that_it_was_granted(cast, duty):
    facts = {"actor": cast.province.officer, "at": JULY, "duty_uid": duty}
    out = {"unit_uid": cast.district_a.unit.uid, "reason": "ไม่มีพื้นที่"}
    number = ReportPeriod.get(ReportPeriod.due_on == date(2022, 7, 13)).number
    ask = ask_extension(
        actor=cast.district_a.officer, at=JULY, duty_uid=duty, number=number,
        asked_for=date(2022, 7, 15), reason="น้ำท่วม",
    )  # fmt: skip
    decide_extension(ask_uid=ask, granted_until=date(2022, 7, 15), **facts)
    take_unit_out(**out, **facts)

    add_unit(**out, **facts)

    assert date(2022, 7, 15) in waiting(cast.district_a.unit)


def test_what_was_due_before_the_end_is_answered_late_until_its_period_is_closed(cast, duty):
    end(cast, duty)
    past = ReportPeriod.get(ReportPeriod.due_on == date(2022, 6, 29)).number
    to_come = ReportPeriod.get(ReportPeriod.due_on == date(2022, 7, 6)).number
    said = DutyAnswer(answer="report", text="ส่งช้า")

    answer_duty(actor=cast.district_a.officer, at=JULY, duty_uid=duty, number=past, said=said)

    assert ExpectedReport.get(ExpectedReport.state == int(ExpectedState.SUBMITTED)).is_late
    with pytest.raises(PeriodNotFound):
        answer_duty(
            actor=cast.district_a.officer, at=JULY, duty_uid=duty, number=to_come, said=said
        )
    close_period(actor=cast.province.officer, at=JULY, duty_uid=duty, number=past)
    with pytest.raises(PeriodClosed):
        answer_duty(actor=cast.district_b.officer, at=JULY, duty_uid=duty, number=past, said=said)


def test_a_duty_set_by_mistake_is_owed_for_no_day_that_is_past_either(cast, duty):
    ExpectedReport.update(state=int(ExpectedState.SUBMITTED)).where(
        ExpectedReport.due_on == date(2022, 6, 22),
        ExpectedReport.to_unit == cast.district_a.unit,
    ).execute()

    struck = end(cast, duty, is_mistake=True)

    assert struck == 8
    assert waiting() == []
    [answered] = ReportPeriod.select().where(ReportPeriod.struck_at.is_null())
    assert answered.due_on == date(2022, 6, 22)


def test_a_unit_may_come_back(cast, duty):
    unit = cast.district_a.unit
    facts = {"actor": cast.province.officer, "duty_uid": duty, "unit_uid": unit.uid}
    with pytest.raises(UnitOwesAlready):
        add_unit(at=JULY, reason="ซ้ำ", **facts)
    take_unit_out(at=JULY, reason="ไม่มีพื้นที่", **facts)
    with pytest.raises(UnitOwesNot):
        take_unit_out(at=JULY, reason="อีกครั้ง", **facts)

    add_unit(at=at(7, 8), reason="มีพื้นที่แล้ว", **facts)

    # The week in which it was out is none of its own.
    assert waiting(unit) == [
        date(2022, 6, 22), date(2022, 6, 29), date(2022, 7, 13), date(2022, 7, 20),
        date(2022, 7, 27), date(2022, 8, 3), date(2022, 8, 10), date(2022, 8, 17),
    ]  # fmt: skip
    assert check_ledger().findings == ()
