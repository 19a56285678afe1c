"""Two who touch a duty's periods at the same moment: nothing made twice, nothing moved twice."""

from datetime import date
from typing import Any

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.holidays import add_holiday
from saraban.desk.period_keeping import keep_periods
from saraban.desk.periods import move_period, strike_period
from saraban.queries.ledger_check import check_ledger
from saraban.records import DueChange, ExpectedReport, ReportPeriod
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.whens import Every, Recurring, Roll
from tests.cast import Cast
from tests.dated import due_days, owe, own_day, periods
from tests.desk.test_merging_at_once import in_turn
from tests.desk.test_numbering_at_once import AT_ONCE, all_at_once
from tests.ledgers import tell_cast
from tests.make import at, send

FRIDAYS = Recurring(Every.WEEK, date(2022, 6, 17), weekdays=(4,))
JUNE_24, JUNE_28 = date(2022, 6, 24), date(2022, 6, 28)


@pytest.fixture
def duty(cast: Cast) -> Any:
    """A weekly duty of both districts."""
    tell_cast(cast)
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    units = [cast.district_a.unit, cast.district_b.unit]
    return owe(cast.province.clerk, letter, FRIDAYS, units, roll=Roll.BACK)


def test_workers_that_make_periods_at_once_make_each_one_once(cast: Cast, duty: Any) -> None:
    made = len(periods(duty))

    answers = all_at_once(lambda: keep_periods(at=at(7, 9)))

    numbers = [period.number for period in periods(duty)]
    spans = {(period.covers_from, period.covers_until) for period in periods(duty)}
    assert answers == ["done"] * AT_ONCE
    # Fridays from 19 August to 9 September, the last within 62 days.
    assert len(numbers) == made + 4
    assert (numbers, len(spans)) == (list(range(1, made + 5)), made + 4)
    assert check_ledger().is_whole


def test_a_holiday_and_a_hand_at_one_day_leave_one_of_both(cast: Cast, duty: Any) -> None:
    answers = all_at_once(
        in_turn(
            lambda: add_holiday(
                actor=cast.administrator, at=at(6, 20), day=JUNE_24, name_th="วันหยุดพิเศษ"
            ),
            lambda: move_period(
                actor=cast.province.officer,
                at=at(6, 20),
                duty_uid=duty.uid,
                number=2,
                due_on=JUNE_28,
                reason="ประชุมเลื่อน",
            ),
        )
    )

    # Whichever came first, the day that a person set stands, and the units have it.
    second = ReportPeriod.get(ReportPeriod.duty == duty.id, ReportPeriod.number == 2)
    assert (second.due_on, second.is_by_hand) == (JUNE_28, True)
    assert own_day(duty, cast.district_a.unit, 2) == JUNE_28
    assert due_days(duty)[1] == JUNE_28
    assert set(answers) == {"day_unchanged", "done"}
    assert DueChange.select().where(DueChange.after_on == JUNE_28).count() == 1
    assert check_ledger().is_whole


def test_a_period_is_struck_or_answered_and_never_both(cast: Cast, duty: Any) -> None:
    answers = all_at_once(
        in_turn(
            lambda: strike_period(
                actor=cast.province.officer, at=at(6, 20), duty_uid=duty.uid, number=2, reason="ซ้ำ"
            ),
            lambda: answer_duty(
                actor=cast.district_a.officer, at=at(6, 20), duty_uid=duty.uid, number=2,
                said=DutyAnswer(answer="report", text="จัดกิจกรรมแล้ว"),
            ),
        )
    )  # fmt: skip

    second = ReportPeriod.get(ReportPeriod.duty == duty.id, ReportPeriod.number == 2)
    answered = ExpectedReport.select().where(
        ExpectedReport.period == second.id, ExpectedReport.state == int(ExpectedState.SUBMITTED)
    )
    assert (second.struck_at is None, answered.count()) in ((True, 1), (False, 0))
    assert answers.count("done") == 1
    assert check_ledger().is_whole
