"""Periods that are made ahead, and days that begin with a unit's own receipt."""

from datetime import date, timedelta
from typing import Any

import pytest

from saraban.desk._audit import Ledger
from saraban.desk.acknowledgement import acknowledge
from saraban.desk.holidays import add_holiday
from saraban.desk.period_keeping import keep_periods
from saraban.desk.period_making import Made, make_periods
from saraban.desk.periods import PeriodSaid, add_period, move_period, strike_period
from saraban.queries.due_days import explained, moved_days
from saraban.queries.ledger_check import check_ledger
from saraban.records import ExpectedReport, ReportDuty, ReportPeriod
from saraban.records.database import write_transaction
from saraban.rules.due_dates import Reason
from saraban.rules.expected_reports import DueChangeKind
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import (
    Anchor,
    Counted,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Roll,
    Soon,
    Span,
    Standing,
)
from tests.cast import Cast
from tests.dated import due_days, owe, own_day, periods
from tests.ledgers import tell_cast
from tests.make import at, register, send

WEEKLY = Recurring(Every.WEEK, date(2022, 6, 17), weekdays=(4,))
SEVEN_DAYS = Counted(7, Span.DAYS, Anchor.RECEIPT)


@pytest.fixture
def asked(cast: Cast) -> str:
    """A circular of the province to its districts."""
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def owed(cast: Cast, letter_uid: str, when: Any, **named: Any) -> Any:
    """The duty of both districts."""
    units = [cast.district_a.unit, cast.district_b.unit]
    return owe(cast.province.clerk, letter_uid, when, units, **named)


def make_again(cast: Cast, duty: Any, today: date) -> Made:
    """The worker's making, on a later day."""
    with write_transaction():
        ledger = Ledger(actor=cast.province.clerk, at=at())
        made = make_periods(ledger, duty_id=duty.id, today=today)
        if ledger.changes:
            ledger.record("make_periods", subject=duty.uid)
    return made


def test_a_fixed_day_is_one_period_of_every_unit(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, FixedDay(date(2022, 6, 30)))

    assert due_days(duty) == [date(2022, 6, 30)]
    assert own_day(duty, cast.district_a.unit) == date(2022, 6, 30)
    assert own_day(duty, cast.district_b.unit) == date(2022, 6, 30)
    assert check_ledger().is_whole


def test_a_weekly_duty_is_made_as_far_as_the_horizon_and_then_day_by_day(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, WEEKLY, roll=Roll.BACK)

    assert due_days(duty) == [
        date(2022, 6, 17), date(2022, 6, 24), date(2022, 7, 1), date(2022, 7, 8),
        # Lent and the Cabinet's Friday: Tuesday 12 July. Then the days around 28 July.
        date(2022, 7, 12), date(2022, 7, 22), date(2022, 7, 27), date(2022, 8, 5),
        date(2022, 8, 11),
    ]  # fmt: skip
    assert make_again(cast, duty, date(2022, 6, 16)) == Made(0, 0)
    assert make_again(cast, duty, date(2022, 6, 18)) == Made(1, 2)
    assert due_days(duty)[-1] == date(2022, 8, 19)
    assert check_ledger().is_whole


def test_a_yearly_duty_has_its_next_day_though_that_is_past_the_horizon(
    cast: Cast, asked: str
) -> None:
    yearly = Recurring(Every.YEAR, date(2022, 6, 16), days=(MonthDay(31),), after=1)

    duty = owed(cast, asked, yearly)

    assert due_days(duty) == [date(2023, 1, 31)]
    assert make_again(cast, duty, date(2023, 1, 31)) == Made(1, 2)
    assert due_days(duty)[-1] == date(2024, 1, 31)


def test_a_struck_period_is_not_made_again(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, WEEKLY)
    ReportPeriod.update(struck_at=at()).where(ReportPeriod.number == 2).execute()

    assert make_again(cast, duty, date(2022, 6, 16)) == Made(0, 0)


def test_a_holiday_that_moves_what_rounds_cover_makes_none_of_them_twice(
    cast: Cast, asked: str
) -> None:
    last = (MonthDay(-1, is_office_day=True),)
    duty = owed(
        cast, asked, Recurring(Every.MONTH, date(2022, 6, 16), days=last, is_since_last=True)
    )
    keeper = {"actor": cast.province.officer, "at": at(6, 20), "duty_uid": duty.uid}
    assert due_days(duty) == [date(2022, 6, 30), date(2022, 7, 27)]
    strike_period(number=2, reason="ตรงกับวันหยุดยาว", **keeper)
    add_period(said=PeriodSaid(date(2022, 8, 15)), reason="รอบพิเศษ", **keeper)

    for day in (date(2022, 6, 30), date(2022, 7, 27)):
        add_holiday(actor=cast.administrator, at=at(6, 21), day=day, name_th="วันหยุดพิเศษ")
    keep_periods(at=at(6, 22))
    keep_periods(at=at(7, 10))

    assert due_days(duty) == [
        date(2022, 6, 29), date(2022, 7, 27), date(2022, 8, 15), date(2022, 8, 31),
    ]  # fmt: skip
    assert check_ledger().is_whole


def test_a_round_that_a_person_moved_is_known_when_holidays_move_what_it_covers(
    cast: Cast, asked: str
) -> None:
    last = (MonthDay(-1, is_office_day=True),)
    duty = owed(
        cast, asked, Recurring(Every.MONTH, date(2022, 6, 16), days=last, is_since_last=True)
    )
    move_period(
        actor=cast.province.officer, at=at(6, 20), duty_uid=duty.uid, number=1,
        due_on=date(2022, 7, 4), reason="ประชุมเลื่อน",
    )  # fmt: skip

    add_holiday(actor=cast.administrator, at=at(6, 21), day=date(2022, 6, 30), name_th="วันหยุดพิเศษ")
    keep_periods(at=at(6, 22))

    assert due_days(duty) == [date(2022, 7, 4), date(2022, 7, 27)]


def test_a_daily_duty_goes_on_after_years(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, Recurring(Every.DAY, date(2022, 6, 16)))
    ReportDuty.update(when_text=when_as_text(Recurring(Every.DAY, date(2014, 6, 16)))).execute()
    made = len(due_days(duty))
    old = [(day, day) for day in (date(2014, 6, 16) + timedelta(days=n) for n in range(2922))]
    ReportPeriod.insert_many(
        [
            {
                "duty": duty.id, "number": 1000 + number, "covers_from": first,
                "covers_until": last, "due_on": first, "made_at": at(),
            }
            for number, (first, last) in enumerate(old)
        ]
    ).execute()  # fmt: skip

    assert make_again(cast, duty, date(2022, 6, 18)) == Made(2, 4)
    assert len(due_days(duty)) == made + len(old) + 2


@pytest.mark.parametrize("when", [OnEvent(), Standing(), Counted(3, Span.DAYS, Anchor.EVENT)])
def test_events_and_standing_duties_begin_without_a_period(
    cast: Cast, asked: str, when: Any
) -> None:
    assert due_days(owed(cast, asked, when)) == []


def test_at_once_is_one_period_without_a_day(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, Soon())

    assert due_days(duty) == [None]
    assert own_day(duty, cast.district_a.unit) is None


def test_a_count_from_the_letters_date_and_one_back_from_a_meeting(cast: Cast, asked: str) -> None:
    # The letter is dated Thursday 16 June 2565.
    from_letter = owed(cast, asked, Counted(15, Span.DAYS, Anchor.LETTER))
    before = Counted(-3, Span.WORKING_DAYS, Anchor.EVENT, date(2022, 7, 18), "วันประชุม")

    assert due_days(from_letter) == [date(2022, 7, 1)]
    assert due_days(owed(cast, asked, before)) == [date(2022, 7, 8)]


def test_each_units_own_receipt_begins_its_own_days(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, SEVEN_DAYS)
    assert (due_days(duty), own_day(duty, cast.district_a.unit)) == ([None], None)

    acknowledge(actor=cast.district_a.clerk, at=at(7, 6), letter_uid=asked)
    acknowledge(actor=cast.district_b.clerk, at=at(6, 20), letter_uid=asked)

    # 13 July 2565 is Asalha Bucha; offices open again on Monday 18.
    assert own_day(duty, cast.district_a.unit) == date(2022, 7, 18)
    assert own_day(duty, cast.district_b.unit) == date(2022, 6, 27)
    assert check_ledger().is_whole


def test_an_own_day_tells_why_and_when_it_began(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, SEVEN_DAYS)
    acknowledge(actor=cast.district_a.clerk, at=at(7, 6), letter_uid=asked)

    row = ExpectedReport.get(ExpectedReport.to_unit == cast.district_a.unit.id)
    found = explained(row.due_on, row.steps)
    [move] = moved_days([periods(duty)[0].id])

    assert found is not None
    assert found.is_own
    assert (found.counted_from, found.counted_until) == (date(2022, 7, 7), date(2022, 7, 13))
    assert found.due.steps[-1].reason is Reason.MOVED_FORWARD
    assert [name for _, name in found.due.closed][:2] == ["วันอาสาฬหบูชา", "วันเข้าพรรษา"]
    assert (move.change, move.unit_name) == (DueChangeKind.RECEIPT, "อำเภอเมืองตาก")
    assert (move.before_on, move.after_on) == (None, date(2022, 7, 18))


def test_units_that_had_the_letter_before_the_duty_have_their_day_at_once(
    cast: Cast, asked: str
) -> None:
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=asked)

    duty = owed(cast, asked, SEVEN_DAYS, made_at=at(6, 20))

    assert own_day(duty, cast.district_a.unit) == date(2022, 6, 24)
    assert own_day(duty, cast.district_b.unit) is None
    assert check_ledger().is_whole


def test_what_passes_the_letter_on_begins_the_days_of_those_below(cast: Cast, asked: str) -> None:
    acknowledge(actor=cast.district_b.clerk, at=at(6, 17), letter_uid=asked)
    passed_on = send(
        cast.district_b.clerk,
        at=at(6, 20),
        conveys_uid=asked,
        dated_on=date(2022, 6, 20),
        owner_number="0618",
        phrase="นายกองค์การบริหารส่วนตำบลทุกแห่ง",
    )
    duty = owe(cast.province.clerk, asked, SEVEN_DAYS, [cast.tao.unit])

    acknowledge(actor=cast.tao.clerk, at=at(6, 21), letter_uid=passed_on.letter_uid)

    assert own_day(duty, cast.tao.unit) == date(2022, 6, 28)


def test_another_letters_receipt_begins_nothing_and_a_second_coming_moves_nothing(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, SEVEN_DAYS)
    register(cast.district_a.clerk)
    assert own_day(duty, cast.district_a.unit) is None

    acknowledge(actor=cast.district_a.clerk, at=at(6, 20), letter_uid=asked)
    make_again(cast, duty, date(2022, 6, 25))

    assert own_day(duty, cast.district_a.unit) == date(2022, 6, 27)
