"""The day and the hour of a stamp are told by what can stand there, or not told at all."""

import pytest

from saraban.rules.letter_reading.stamps.stamp_days import (
    day_of_stamp,
    hour_of_stamp,
    month_of_stamp,
    where_day_begins,
)


@pytest.mark.parametrize(
    ("read", "day"),
    [
        ("วันที่ 16 ยีนาคุม 2560", "16 มี.ค. 2560"),
        ("วันที่ 3รกค. 56", "3 ก.ค. 2556"),
        ("วันที่ 14 1พ.2555", "14 ก.พ. 2555"),
        ("ที่ ไ22 ธิ.6:. 2567", "22 ธ.ค. 2567"),
        ("วันที่ 21 กค 2 65", "21 ก.ค. 2565"),
        ("๑๕/๑๑/ /๖๗/", "15 พ.ย. 2567"),
        ("วันที่ 15 ธ.ค. 2 558", "15 ธ.ค. 2558"),
        ("วันที่ 7 พ.ุค. 2454", "7 พ.ค. 2554"),
        ("๑๑ มิถกนายน ๕๖", "11 มิ.ย. 2556"),
        ("1 ก.ค. 2 57", "1 ก.ค. 2557"),
        ("17 ธ.ค. 7558", "17 ธ.ค. 2558"),
        ("วันเท 5 5.ค. 2559", "5 ธ.ค. 2559"),  # ธ has the shape of a 5
    ],
)
def test_a_badly_read_day_is_told(read, day):
    assert day_of_stamp(read) == day


@pytest.mark.parametrize(
    "read",
    [
        "งันท์ ๑๑ พิ.ย. ๖๕",  # พ.ย. or มิ.ย.
        "วันที่ ๑๖ ๓.ค. ๕๕",
        "วันที่ 12 ค. 2566",
        "๒๒/ ๐/๖๖",
        "31 ก.พ. 2565",
        "5 ก.ค. 255",
        "5 ก.ค. 1999",
        "เลขรับ 80854",
        "โทร. 0 2345 6789",
        "",
    ],
)
def test_what_could_be_another_day_or_none_is_not_told(read):
    assert day_of_stamp(read) is None
    assert where_day_begins(read) is None


def test_the_place_of_the_day_is_that_of_its_first_figure():
    assert where_day_begins("เลขรับ 11282 วันที่ 15 ธ.ค. 2 558") == 20


@pytest.mark.parametrize(
    ("read", "hour"),
    [
        ("เวลา 10.5 7", "10.57"),
        ("เวลา 1112 น.", "11.12"),
        ("เวลา 14:46 น. ๓", "14.46"),
        ("เวลา 9:05", "09.05"),
        ("เวลา 1312 2 น", None),
        ("เวลา 25.10", None),
        ("เวลา", None),
    ],
)
def test_the_hour_is_told_by_its_figures(read, hour):
    assert hour_of_stamp(read) == hour


def test_a_month_as_like_another_is_none():
    assert month_of_stamp("พ") is None
    assert month_of_stamp("สิงหตาม") == 8


@pytest.mark.parametrize(
    ("row", "hour"),
    [
        ("เวอา๑๔.๐อ น.", "14.00"),
        ("เวลา ๑๔.๑ น.", None),
        ("เวลา 9.อ5 น.", "09.05"),
        ("เวลา ๑๑๐ น.", "01.10"),
    ],
)
def test_a_letter_like_a_nought_is_one_and_a_torn_hour_is_none(row, hour):
    assert hour_of_stamp(row) == hour


def test_of_june_the_vowel_and_the_stop_may_be_read_as_one():
    assert day_of_stamp("วันที่ ๒๖ มุย. ๔๙") == "26 มิ.ย. 2549"


@pytest.mark.parametrize(
    ("read", "day"),
    [
        ("วันที่ 14 ด. 57", "14 ต.ค. 2557"),
        ("วันที่ 14 ส. 57", "14 ส.ค. 2557"),
        ("วันที่ 14 ก. 57", None),
        ("วันที่ 14 ค. 57", None),
    ],
)
def test_a_month_is_told_by_its_first_letter_where_no_other_has_it(read, day):
    assert day_of_stamp(read) == day
