"""Periods by hand: moved, struck, added, closed and opened again, always with a reason."""

from datetime import date
from typing import Any

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.duty_ends import add_unit, take_unit_out
from saraban.desk.duty_events import ask_of_event
from saraban.desk.holidays import add_holiday
from saraban.desk.periods import (
    PeriodSaid,
    add_period,
    bring_period_back,
    close_period,
    move_period,
    reopen_period,
    strike_period,
)
from saraban.errors import (
    DayUnchanged,
    DutyIsOver,
    DutyNotFound,
    DutyNotKept,
    MissingField,
    PeriodAnswered,
    PeriodClosed,
    PeriodNotClosed,
    PeriodNotFound,
    PeriodNotStruck,
    PeriodStruck,
    Refused,
)
from saraban.queries.due_days import explained
from saraban.queries.duties_in_sight import duty_in_sight
from saraban.queries.duty_periods import duty_periods
from saraban.queries.ledger_check import check_ledger
from saraban.records import ExpectedReport, ReportDuty, ReportPeriod
from saraban.rules.expected_reports import DueChangeKind, ExpectedState
from saraban.rules.whens import Anchor, Counted, Every, MonthDay, OnEvent, Recurring, Roll, Span
from tests.cast import Cast
from tests.dated import due_days, owe, own_day, periods
from tests.ledgers import tell_cast
from tests.make import at, send

FRIDAYS = Recurring(Every.WEEK, date(2022, 6, 17), until=date(2022, 7, 8), weekdays=(4,))
JUNE_24, JUNE_28 = date(2022, 6, 24), date(2022, 6, 28)
WHY = "ประชุมเลื่อน"


@pytest.fixture
def duty(cast: Cast) -> Any:
    """A weekly duty of both districts, kept by the province."""
    tell_cast(cast)
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    units = [cast.district_a.unit, cast.district_b.unit]
    return owe(cast.province.clerk, letter, FRIDAYS, units, roll=Roll.BACK)


def act(do: Any, cast: Cast, duty: Any, number: int = 2, **named: Any) -> Any:
    """An act of the province's officer on the second period."""
    filled = {"actor": cast.province.officer, "at": at(6, 20), "duty_uid": duty.uid}
    return do(**(filled | {"number": number} | named))


def state_of(duty: Any, unit: Any, number: int = 2) -> int:
    """A unit's state in a period."""
    row = (
        ExpectedReport.select()
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(ReportPeriod.number == number, ExpectedReport.to_unit == unit.id)
        .get()
    )
    return int(row.state)


def test_a_moved_day_takes_its_units_along_with_the_reason(cast: Cast, duty: Any) -> None:
    count = act(move_period, cast, duty, due_on=JUNE_28, reason=WHY)

    seen = duty_in_sight(cast.district_a.clerk, duty.uid)
    line = duty_periods(seen, unit_id=cast.district_a.unit.id, today=date(2022, 6, 20)).lines[1]
    assert (count, own_day(duty, cast.district_a.unit, 2)) == (2, JUNE_28)
    assert line.due is not None
    assert line.due.due.steps[-1].facts == {"day": JUNE_28, "why": WHY}
    assert line.due.due.steps[0].facts == {"day": JUNE_24}
    [move] = line.moves
    assert line.move_count == 1
    assert (move.change, move.before_on, move.after_on) == (
        DueChangeKind.BY_HAND,
        JUNE_24,
        JUNE_28,
    )
    assert check_ledger().is_whole


def test_a_unit_that_was_granted_a_day_or_has_answered_keeps_it(cast: Cast, duty: Any) -> None:
    second = ExpectedReport.period == periods(duty)[1].id
    of_a = ExpectedReport.to_unit == cast.district_a.unit.id
    of_b = ExpectedReport.to_unit == cast.district_b.unit.id
    ExpectedReport.update(due_on=date(2022, 7, 4)).where(second, of_a).execute()
    ExpectedReport.update(state=int(ExpectedState.SUBMITTED)).where(second, of_b).execute()

    assert act(move_period, cast, duty, due_on=JUNE_28, reason=WHY) == 0
    assert own_day(duty, cast.district_a.unit, 2) == date(2022, 7, 4)
    assert own_day(duty, cast.district_b.unit, 2) == JUNE_24


def test_no_holiday_moves_a_day_that_a_person_set(cast: Cast, duty: Any) -> None:
    act(move_period, cast, duty, due_on=JUNE_28, reason=WHY)

    add_holiday(actor=cast.administrator, at=at(6, 21), day=JUNE_28, name_th="วันหยุดพิเศษ")

    assert due_days(duty)[1] == JUNE_28
    assert own_day(duty, cast.district_a.unit, 2) == JUNE_28


def test_a_quarter_with_an_odd_first_day(cast: Cast, duty: Any) -> None:
    quarterly = Recurring(
        Every.QUARTER, date(2023, 1, 1), until=date(2023, 12, 31), days=(MonthDay(10),), after=1
    )
    of_2023 = owe(
        cast.province.clerk,
        duty.letter.uid,
        quarterly,
        [cast.district_a.unit],
        made_at=at(12, 20),
    )

    act(move_period, cast, of_2023, 1, due_on=date(2023, 2, 11), reason="ปีแรกเริ่มช้า")

    assert due_days(of_2023) == [date(2023, 2, 11)]


def test_a_struck_period_expects_nothing_and_says_why(cast: Cast, duty: Any) -> None:
    assert act(strike_period, cast, duty, reason="ตรงกับวันหยุดยาว") == 2

    seen = duty_in_sight(cast.province.clerk, duty.uid)
    line = duty_periods(seen, unit_id=cast.province.unit.id, today=date(2022, 6, 20)).lines[1]
    assert (line.stands, line.struck_reason) == (False, "ตรงกับวันหยุดยาว")
    assert (line.expected_count, line.answered_count) == (0, 0)
    assert state_of(duty, cast.district_a.unit) == ExpectedState.STRUCK
    with pytest.raises(PeriodStruck):
        act(move_period, cast, duty, due_on=JUNE_28, reason=WHY)
    assert check_ledger().is_whole


def test_a_struck_period_is_brought_back_and_the_history_tells_of_both(
    cast: Cast, duty: Any
) -> None:
    act(strike_period, cast, duty, reason="ตัดผิดงวด")

    count = act(bring_period_back, cast, duty, reason="ยังต้องรายงาน")

    period = periods(duty)[1]
    assert (count, period.struck_at, period.struck_by, period.struck_reason) == (2, None, None, "")
    assert state_of(duty, cast.district_a.unit) == ExpectedState.WAITING
    assert own_day(duty, cast.district_b.unit, 2) == JUNE_24
    seen = duty_in_sight(cast.province.clerk, duty.uid)
    line = duty_periods(seen, unit_id=cast.province.unit.id, today=date(2022, 6, 20)).lines[1]
    assert [(move.change, move.reason) for move in line.moves] == [
        (DueChangeKind.BROUGHT_BACK, "ยังต้องรายงาน"),
        (DueChangeKind.STRUCK, "ตัดผิดงวด"),
    ]
    assert line.move_count == 0
    assert check_ledger().is_whole


def test_a_period_comes_back_for_who_owes_the_duty_now(cast: Cast, duty: Any) -> None:
    act(strike_period, cast, duty, reason=WHY)
    by_keeper = {"actor": cast.province.officer, "at": at(6, 20), "duty_uid": duty.uid}
    take_unit_out(unit_uid=cast.district_a.unit.uid, reason="ไม่มีพื้นที่", **by_keeper)
    add_unit(unit_uid=cast.city.unit.uid, reason="เพิ่มพื้นที่", **by_keeper)

    assert act(bring_period_back, cast, duty, reason=WHY) == 2

    assert state_of(duty, cast.district_a.unit) == ExpectedState.STRUCK
    assert state_of(duty, cast.district_b.unit) == ExpectedState.WAITING
    assert state_of(duty, cast.city.unit) == ExpectedState.WAITING
    assert check_ledger().is_whole


def test_an_event_comes_back_for_whom_it_was_asked_of(cast: Cast, duty: Any) -> None:
    units = [cast.district_a.unit, cast.district_b.unit]
    on_events = owe(cast.province.clerk, duty.letter.uid, OnEvent(), units)
    ask_of_event(
        actor=cast.province.officer, at=at(6, 20), duty_uid=on_events.uid, event="น้ำท่วม",
        unit_ids=[cast.district_b.unit.id],
    )  # fmt: skip
    act(strike_period, cast, on_events, 1, reason=WHY)

    assert act(bring_period_back, cast, on_events, 1, reason=WHY) == 1
    assert [row.to_unit_id for row in ExpectedReport.select().where(
        ExpectedReport.duty == on_events.id
    )] == [cast.district_b.unit.id]  # fmt: skip


def test_a_period_comes_back_with_the_day_that_holidays_give_it_now(cast: Cast, duty: Any) -> None:
    act(strike_period, cast, duty, reason=WHY)
    add_holiday(actor=cast.administrator, at=at(6, 20), day=JUNE_24, name_th="วันหยุดพิเศษ")
    assert due_days(duty)[1] == JUNE_24

    act(bring_period_back, cast, duty, reason=WHY)

    assert due_days(duty)[1] == date(2022, 6, 23)
    assert own_day(duty, cast.district_a.unit, 2) == date(2022, 6, 23)
    assert check_ledger().is_whole


def test_units_count_from_their_receipt_in_a_period_that_came_back(cast: Cast, duty: Any) -> None:
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=duty.letter.uid)
    units = [cast.district_b.unit]
    by_receipt = Counted(7, Span.DAYS, Anchor.RECEIPT)
    week = owe(cast.province.clerk, duty.letter.uid, by_receipt, units)
    act(strike_period, cast, week, 1, reason=WHY)
    add_unit(
        actor=cast.province.officer, at=at(6, 20), duty_uid=week.uid,
        unit_uid=cast.district_a.unit.uid, reason="ตกหล่น",
    )  # fmt: skip

    act(bring_period_back, cast, week, 1, reason=WHY)

    assert own_day(week, cast.district_a.unit) == JUNE_24
    assert own_day(week, cast.district_b.unit) is None


def test_only_what_was_struck_is_brought_back_while_the_duty_goes_on(cast: Cast, duty: Any) -> None:
    with pytest.raises(PeriodNotStruck):
        act(bring_period_back, cast, duty, reason=WHY)
    act(strike_period, cast, duty, reason=WHY)
    with pytest.raises(MissingField):
        act(bring_period_back, cast, duty, reason=" ")
    with pytest.raises(DutyNotKept):
        act(bring_period_back, cast, duty, actor=cast.district_a.clerk, reason=WHY)
    ReportDuty.update(ended_at=at()).execute()

    with pytest.raises(DutyIsOver):
        act(bring_period_back, cast, duty, reason=WHY)
    assert state_of(duty, cast.district_a.unit) == ExpectedState.STRUCK


@pytest.mark.parametrize(
    "state", [ExpectedState.SUBMITTED, ExpectedState.NIL, ExpectedState.RETURNED]
)
def test_a_period_that_was_answered_is_not_struck(
    cast: Cast, duty: Any, state: ExpectedState
) -> None:
    ExpectedReport.update(state=int(state)).where(
        ExpectedReport.period == periods(duty)[1].id,
        ExpectedReport.to_unit == cast.district_a.unit.id,
    ).execute()

    with pytest.raises(PeriodAnswered, match="1 หน่วย"):
        act(strike_period, cast, duty, reason=WHY)


def test_an_added_period_is_owed_by_all_and_comes_last(cast: Cast, duty: Any) -> None:
    said = PeriodSaid(date(2022, 7, 4), "รอบพิเศษ", date(2022, 6, 1), date(2022, 6, 30))

    number = add_period(
        actor=cast.province.officer, at=at(6, 20), duty_uid=duty.uid, said=said, reason=WHY
    )

    added = periods(duty)[-1]
    found = explained(added.due_on, added.steps)
    assert (number, added.label, added.due_on) == (5, "รอบพิเศษ", date(2022, 7, 4))
    assert found is not None
    assert own_day(duty, cast.district_b.unit, 5) == date(2022, 7, 4)
    assert check_ledger().is_whole


def test_a_period_is_closed_and_opened_again(cast: Cast, duty: Any) -> None:
    act(close_period, cast, duty)
    assert periods(duty)[1].closed_by == cast.province.officer.name
    with pytest.raises(PeriodClosed):
        act(close_period, cast, duty)

    act(reopen_period, cast, duty)

    assert periods(duty)[1].closed_at is None
    with pytest.raises(PeriodNotClosed):
        act(reopen_period, cast, duty)
    assert check_ledger().is_whole


def test_only_the_unit_that_keeps_the_duty_touches_its_periods(cast: Cast, duty: Any) -> None:
    named = {"due_on": JUNE_28, "reason": WHY}

    with pytest.raises(DutyNotKept):
        act(move_period, cast, duty, actor=cast.district_a.clerk, **named)
    with pytest.raises(DutyNotFound):
        act(move_period, cast, duty, actor=cast.tao.clerk, **named)
    with pytest.raises(Refused):
        act(move_period, cast, duty, actor=cast.province.executive, **named)
    assert due_days(duty)[1] == JUNE_24


def test_what_makes_no_sense_is_refused(cast: Cast, duty: Any) -> None:
    with pytest.raises(MissingField):
        act(move_period, cast, duty, due_on=JUNE_28, reason=" ")
    with pytest.raises(DayUnchanged):
        act(move_period, cast, duty, due_on=JUNE_24, reason=WHY)
    with pytest.raises(PeriodNotFound):
        act(move_period, cast, duty, 9, due_on=JUNE_28, reason=WHY)
    ReportDuty.update(ended_at=at()).execute()
    with pytest.raises(DutyIsOver):
        act(strike_period, cast, duty, reason=WHY)
