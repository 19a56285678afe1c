"""Holidays known beforehand, and what people say of them; the people's word is the last."""

from datetime import date

import pytest

from saraban.desk.holidays import add_holiday, remove_holiday
from saraban.errors import InvalidInput
from saraban.queries.holidays import holiday_on, holidays_of_year, office_days
from tests.cast import Cast
from tests.make import at

QUEENS_BIRTHDAY = date(2022, 6, 3)
WEDNESDAY = date(2022, 6, 15)


def test_the_civil_holidays_are_there_without_anybody_entering_them(cast: Cast) -> None:
    [line] = [line for line in holidays_of_year(2022) if line.day == QUEENS_BIRTHDAY]

    assert line.added_by == ""
    assert line.name_th == holiday_on(QUEENS_BIRTHDAY)
    assert holiday_on(date(2022, 5, 2)) == ""  # Labour Day's substitute


def test_a_day_the_cabinet_adds_closes_the_offices(cast: Cast) -> None:
    add_holiday(actor=cast.administrator, at=at(), day=WEDNESDAY, name_th="วันหยุดพิเศษ")

    days = office_days(date(2022, 6, 1), date(2022, 6, 30))

    assert days.after(date(2022, 6, 14), 1) == date(2022, 6, 16)
    assert days.why_closed(WEDNESDAY) == "วันหยุดพิเศษ"


def test_a_day_that_is_worked_after_all_is_taken_out_and_can_come_back(cast: Cast) -> None:
    remove_holiday(actor=cast.administrator, at=at(), day=QUEENS_BIRTHDAY)

    assert holiday_on(QUEENS_BIRTHDAY) == ""
    with pytest.raises(InvalidInput):
        remove_holiday(actor=cast.administrator, at=at(), day=QUEENS_BIRTHDAY)

    add_holiday(actor=cast.administrator, at=at(), day=QUEENS_BIRTHDAY, name_th="วันหยุดราชการ")

    assert holiday_on(QUEENS_BIRTHDAY) == "วันหยุดราชการ"
