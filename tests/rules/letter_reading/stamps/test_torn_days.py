"""Days of stamps that a picture tore, told by the day of the letter that was received."""

from datetime import date

import pytest

from saraban.rules.letter_reading.stamps.torn_days import (
    day_by_letter,
    day_letter_came,
    is_torn_day,
)
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter_off_a_picture

LETTER_DAY = date(2022, 6, 3)


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("วันต 9 กน.", date(2022, 7, 9)),
        ("วันต 9 มย.", date(2022, 6, 9)),
        ("นที่ ๑๘ ท ค. ๖๕", date(2022, 7, 18)),
        ("วันที่ ๑๘ ก ค. ๖๕", date(2022, 7, 18)),
        ("วันที่ 24 มย ว25ก๓)", date(2022, 6, 24)),
        ("วันh ๑๔ ๕,๕๕๕", date(2022, 6, 14)),
        ("วันที่ ๒ ๕,๕๕๕", date(2022, 7, 2)),
    ],
)
def test_the_first_such_day_since_the_letter_is_meant(row, day):
    assert is_torn_day(row)
    assert day_by_letter(row, LETTER_DAY) == day


@pytest.mark.parametrize("row", ["เวลา 10.42 น.", "เลขที่รับ 2871", "ณิญีชัญให้กิจการ", "วันที่ วง ค. 67"])
def test_what_has_no_figures_of_a_day_is_none(row):
    assert not is_torn_day(row)


@pytest.mark.parametrize(
    ("received", "meant"),
    [
        (date(2022, 6, 9), date(2022, 6, 9)),
        (date(2023, 6, 2), date(2023, 6, 2)),
        (date(2012, 6, 9), date(2022, 6, 9)),
        (date(2046, 7, 1), date(2022, 7, 1)),
        (date(2012, 1, 9), date(2012, 1, 9)),
    ],
)
def test_a_year_in_which_no_letter_comes_is_the_letters(received, meant):
    assert day_letter_came(received, LETTER_DAY) == meant


def test_a_month_in_which_no_letter_comes_is_one_that_is_written_nearly_alike():
    letter_day = date(2016, 9, 30)
    assert day_letter_came(date(2016, 7, 5), letter_day) == date(2016, 10, 5)
    assert day_letter_came(date(2016, 2, 5), letter_day) == date(2016, 2, 5)


def test_over_new_year_the_next_year_is_meant():
    assert day_letter_came(date(2013, 1, 4), date(2022, 12, 28)) == date(2023, 1, 4)


@pytest.mark.parametrize("row", ["วันที่ 9 มย ว25ก๓)", "วันที่ ๙ มิ.ย. ๒๕๕๕"])
def test_the_stamp_of_a_picture_has_the_day_and_asks_for_a_look(row):
    letter = the_letter_off_a_picture(
        f"กองกลาง\nเลขรับ 162\n{row}\nเวลา 10.42 น.\n{HEAD}{BODY}{SIGNED}{FOOT}"
    )

    (stamp,) = letter.stamps
    assert (stamp.number, stamp.dated_on, stamp.time) == ("162", date(2022, 6, 9), "10:42")
    assert letter.evidence["stamps"].items[0].confirm
