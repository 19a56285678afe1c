"""Holidays declared late move days to come, and nothing else."""

from datetime import date
from typing import Any

import pytest

from saraban.desk import _due_recount, period_keeping
from saraban.desk.acknowledgement import acknowledge
from saraban.desk.holidays import add_holiday, import_holidays, remove_holiday
from saraban.errors import InvalidInput, ProvinceUnknown
from saraban.queries.due_days import explained, moved_days
from saraban.queries.due_recount import due_moves
from saraban.queries.holidays import HolidayChange, office_days
from saraban.queries.ledger_check import check_ledger
from saraban.records import DueChange, ExpectedReport, ReportPeriod
from saraban.records.database import write_transaction
from saraban.rules.holidays import HolidayRow
from saraban.rules.whens import Anchor, Counted, Every, FixedDay, MonthDay, Recurring, Roll, Span
from tests.cast import Cast, make_unit
from tests.dated import due_days, owe, own_day, periods
from tests.ledgers import tell_cast
from tests.make import at, send

FRIDAYS = Recurring(Every.WEEK, date(2022, 6, 17), until=date(2022, 7, 8), weekdays=(4,))
JUNE_24, JULY_1 = date(2022, 6, 24), date(2022, 7, 1)
LATE_WORDS = "คณะรัฐมนตรีประกาศเพิ่ม"


@pytest.fixture
def asked(cast: Cast) -> str:
    """A circular of the province to its districts."""
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def owed(cast: Cast, letter_uid: str, when: Any, **named: Any) -> Any:
    """The duty of both districts."""
    units = [cast.district_a.unit, cast.district_b.unit]
    return owe(cast.province.clerk, letter_uid, when, units, **named)


def declare(cast: Cast, day: date, **named: Any) -> Any:
    """The administrator puts a holiday in, on 20 June 2565."""
    return add_holiday(actor=cast.administrator, at=at(6, 20), day=day, name_th=LATE_WORDS, **named)


def test_a_cabinet_day_declared_late_moves_the_days_to_come_and_says_which(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)

    kept = declare(cast, JUNE_24)

    assert due_days(duty) == [date(2022, 6, 17), date(2022, 6, 23), JULY_1, date(2022, 7, 8)]
    assert own_day(duty, cast.district_a.unit, 2) == date(2022, 6, 23)
    [move] = kept.moves
    assert (move.before_on, move.after_on, move.unit_count) == (JUNE_24, date(2022, 6, 23), 2)
    [told] = moved_days([period.id for period in periods(duty)])
    assert (told.before_on, told.after_on, told.reason) == (JUNE_24, date(2022, 6, 23), LATE_WORDS)
    assert check_ledger().is_whole


def test_looking_before_saving_tells_the_same_moves_and_changes_nothing(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)

    seen = due_moves(today=date(2022, 6, 20), changes=[HolidayChange(JUNE_24, LATE_WORDS)])

    assert due_days(duty)[1] == JUNE_24
    assert tuple(seen) == declare(cast, JUNE_24).moves


def test_a_holiday_taken_out_again_moves_the_day_back_to_where_it_was(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.FORWARD)
    declare(cast, JUNE_24)
    assert due_days(duty)[1] == date(2022, 6, 27)

    remove_holiday(actor=cast.administrator, at=at(6, 21), day=JUNE_24)

    assert due_days(duty)[1] == JUNE_24
    assert own_day(duty, cast.district_b.unit, 2) == JUNE_24
    assert [move.after_on for move in moved_days([periods(duty)[1].id])] == [
        JUNE_24,
        date(2022, 6, 27),
    ]
    assert check_ledger().is_whole


def test_a_day_that_is_past_never_moves(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)

    kept = declare(cast, date(2022, 6, 17))

    assert kept.moves == ()
    assert due_days(duty)[0] == date(2022, 6, 17)


def test_a_day_does_not_move_into_the_past(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)

    # On Friday itself, for that day: Thursday is over.
    add_holiday(actor=cast.administrator, at=at(6, 24), day=JUNE_24, name_th=LATE_WORDS)

    assert due_days(duty)[1] == JUNE_24


@pytest.mark.parametrize("column", ["closed_at", "struck_at"])
def test_a_closed_or_struck_period_keeps_its_day(cast: Cast, asked: str, column: str) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)
    ReportPeriod.update({column: at()}).where(ReportPeriod.number == 2).execute()

    assert declare(cast, JUNE_24).moves == ()
    assert due_days(duty)[1] == JUNE_24


def test_an_answer_that_is_in_and_a_day_that_was_granted_stay_while_others_move(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, FixedDay(JUNE_24), roll=Roll.FORWARD)
    of_a = ExpectedReport.to_unit == cast.district_a.unit.id
    of_b = ExpectedReport.to_unit == cast.district_b.unit.id
    ExpectedReport.update(state=2).where(of_a).execute()
    ExpectedReport.update(due_on=JULY_1).where(of_b).execute()

    declare(cast, JUNE_24)
    declare(cast, JULY_1)

    assert own_day(duty, cast.district_a.unit) == JUNE_24
    assert own_day(duty, cast.district_b.unit) == JULY_1
    assert due_days(duty) == [date(2022, 6, 27)]


def test_a_fixed_day_stays_on_the_new_holiday_and_says_so(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, FixedDay(JUNE_24))

    [move] = declare(cast, JUNE_24).moves

    [period] = periods(duty)
    found = explained(period.due_on, period.steps)
    assert not move.is_move
    assert (period.due_on, found and found.is_closed) == (JUNE_24, True)
    assert DueChange.select().count() == 0


def test_working_days_counted_from_a_receipt_follow_a_holiday_inside_them(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, Counted(7, Span.WORKING_DAYS, Anchor.RECEIPT))
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=asked)
    assert own_day(duty, cast.district_a.unit) == date(2022, 6, 28)

    declare(cast, JUNE_24)

    assert own_day(duty, cast.district_a.unit) == date(2022, 6, 29)
    assert own_day(duty, cast.district_b.unit) is None
    told = moved_days([periods(duty)[0].id])
    assert [(one.unit_name, one.after_on) for one in told] == [
        ("อำเภอเมืองตาก", date(2022, 6, 29)),
        ("อำเภอเมืองตาก", date(2022, 6, 28)),
    ]
    assert check_ledger().is_whole


def test_the_last_office_day_of_a_month_is_another_one(cast: Cast, asked: str) -> None:
    monthly = Recurring(
        Every.MONTH,
        date(2022, 6, 16),
        until=date(2022, 7, 31),
        days=(MonthDay(-1, is_office_day=True),),
    )
    duty = owed(cast, asked, monthly)
    assert due_days(duty) == [date(2022, 6, 30), date(2022, 7, 27)]

    declare(cast, date(2022, 6, 30))

    assert due_days(duty) == [date(2022, 6, 29), date(2022, 7, 27)]


def test_a_holiday_of_one_province_moves_only_its_own_units(cast: Cast, asked: str) -> None:
    other = make_unit(cast.ministry.unit, "province", "จังหวัดน่าน", code_letters="นน")
    units = [cast.district_a.unit, other]
    duty = owe(cast.department.clerk, _of_department(cast), FRIDAYS, units, roll=Roll.FORWARD)

    kept = declare(cast, JUNE_24, province_id=cast.province.unit.id)

    assert due_days(duty)[1] == JUNE_24
    assert own_day(duty, cast.district_a.unit, 2) == date(2022, 6, 27)
    assert own_day(duty, other, 2) == JUNE_24
    [move] = kept.moves
    assert (move.province_name, move.unit_count) == ("จังหวัดตาก", 1)
    [told] = moved_days([periods(duty)[1].id])
    assert told.unit_name == "อำเภอเมืองตาก"
    assert office_days(JUNE_24, JUNE_24).is_open(JUNE_24)
    assert not office_days(JUNE_24, JUNE_24, cast.province.unit.id).is_open(JUNE_24)


def test_when_the_country_closes_too_the_province_follows_its_period_again(
    cast: Cast, asked: str
) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.FORWARD)
    declare(cast, JUNE_24, province_id=cast.province.unit.id)

    declare(cast, JUNE_24)

    row = ExpectedReport.get(
        ExpectedReport.period == periods(duty)[1].id,
        ExpectedReport.to_unit == cast.district_a.unit.id,
    )
    assert due_days(duty)[1] == row.due_on == date(2022, 6, 27)
    assert row.steps == ""


def test_a_provinces_holiday_taken_out_moves_its_units_back(cast: Cast, asked: str) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.FORWARD)
    declare(cast, JUNE_24, province_id=cast.province.unit.id)

    remove_holiday(
        actor=cast.administrator, at=at(6, 21), day=JUNE_24, province_id=cast.province.unit.id
    )

    assert own_day(duty, cast.district_a.unit, 2) == JUNE_24
    assert check_ledger().is_whole


def test_rounds_made_after_a_provinces_holiday_know_of_it(cast: Cast, asked: str) -> None:
    declare(cast, JUNE_24, province_id=cast.province.unit.id)

    duty = owed(cast, asked, FRIDAYS, roll=Roll.FORWARD, made_at=at(6, 20))

    assert due_days(duty)[1] == JUNE_24
    assert own_day(duty, cast.district_a.unit, 2) == date(2022, 6, 27)


def test_only_a_province_has_holidays_of_its_own(cast: Cast) -> None:
    with pytest.raises(ProvinceUnknown):
        declare(cast, JUNE_24, province_id=cast.district_a.unit.id)
    with pytest.raises(InvalidInput):
        remove_holiday(
            actor=cast.administrator, at=at(), day=JUNE_24, province_id=cast.province.unit.id
        )


def test_what_is_too_much_for_the_act_is_moved_by_the_worker(
    cast: Cast, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    duty = owed(cast, asked, FRIDAYS, roll=Roll.BACK)
    period_keeping.keep_periods(at=at(6, 20))
    monkeypatch.setattr(_due_recount, "MOST_AT_ONCE", 1)

    kept = import_holidays(
        actor=cast.administrator, at=at(6, 20), rows=[HolidayRow(JUNE_24, LATE_WORDS)]
    )

    assert kept.is_later
    assert due_days(duty)[1] == JUNE_24
    assert period_keeping.is_due(date(2022, 6, 20))
    assert period_keeping.keep_periods(at=at(6, 20, 11)) == 1
    assert due_days(duty)[1] == date(2022, 6, 23)
    assert not period_keeping.is_due(date(2022, 6, 20))
    assert period_keeping.keep_periods(at=at(6, 20, 12)) == 0
    assert check_ledger().is_whole


def test_who_asks_while_the_worker_moves_days_is_not_forgotten(cast: Cast) -> None:
    period_keeping.keep_periods(at=at(6, 20))
    with write_transaction():
        _due_recount.ask_recount()
        first = _due_recount.recount_asked()
        _due_recount.ask_recount()

        _due_recount.settle_recount(str(first))
        still_asked = _due_recount.recount_asked()
        _due_recount.settle_recount(str(still_asked))

    assert still_asked not in (None, first)
    assert not period_keeping.is_due(date(2022, 6, 20))


def _of_department(cast: Cast) -> str:
    """A letter of the department to the province."""
    return send(
        cast.department.clerk,
        phrase="ผู้ว่าราชการจังหวัดทุกจังหวัด",
        code_letters="มท",
        owner_number="0801.4",
    ).letter_uid
