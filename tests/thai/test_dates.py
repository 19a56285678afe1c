"""Buddhist-era dates and times, read and written."""

from datetime import date, time

import pytest
from hypothesis import given, strategies as st

from saraban.errors import ImpossibleDate, SarabanError, UnreadableDate, UnreadableTime
from saraban.thai import dates

THE_DAY = date(2022, 6, 16)
typed = st.text(st.one_of(st.characters(), st.sampled_from("0123456789๑๒/.-: มิยพศน")))
days_of_the_era = st.dates(date(1857, 1, 1), date(2157, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "๑๖ มิถุนายน ๒๕๖๕",
        "16 มิถุนายน 2565",
        "16 มิ.ย. 65",
        "๑๖ มิ.ย.๖๕",
        "16 มิย 2565",
        "16 มิถุนา 65",
        "16/6/2565",
        "16/๖/๖๕",
        "16-06-65",
        "16.6.65",
        "16 / 6 / 2565",
        "16-มิ.ย.-65",
        "16/6/2022",
        "2022-06-16",
        "2565-06-16",
        "วันที่ ๑๖ มิถุนายน พ.ศ. ๒๕๖๕",
        "ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕",
        "วันพฤหัสบดีที่ 16 เดือนมิถุนายน พ.ศ. 2565",
        "16 มิถุนายน ค.ศ. 2022",
        "  16\u00a0มิถุนายน\t2565 ",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert dates.parse_date(text) == THE_DAY


def test_the_stamp_with_mixed_digits_is_read():
    assert dates.parse_date("31/๕/๖๕") == date(2022, 5, 31)


@pytest.mark.parametrize("text", ["3 กรกฎาคม 2565", "3 กรกฏาคม 2565", "3 ก.ค. 65"])
def test_july_is_read_in_its_common_misspelling_too(text):
    assert dates.parse_date(text) == date(2022, 7, 3)


@pytest.mark.parametrize(
    "text", ["31 มิ.ย. 2565", "29 ก.พ. 2566", "0/1/65", "16/13/2565", "32/1/65"]
)
def test_a_day_the_calendar_lacks_is_refused_as_such(text):
    with pytest.raises(ImpossibleDate) as refused:
        dates.parse_date(text)

    assert refused.value.facts["text"] == text


@pytest.mark.parametrize(
    "text",
    [
        "", "วันนี้", "16", "มิถุนายน 2565", "16 มิถุนายน", "16/6", "16 มินา 65", "16/6/565",
        "16/6/2300", "16/6/1800", "1 6/6/65", "16 มิถุนายน พ.ศ. 2022", "16 มิถุนายน ค.ศ. 2565",
        "16 มิถุนายน 2565 น.", "16/6-65", "๑๖๖๖๕",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_its_text(text):
    with pytest.raises(UnreadableDate) as refused:
        dates.parse_date(text)

    assert refused.value.facts["text"] == text


@pytest.mark.parametrize("text", ["16 มิ.ย.", "๑๖/๖", "วันที่ 16 มิถุนายน"])
def test_a_date_without_a_year_is_in_the_year_of_today(text):
    assert dates.parse_date(text, today=date(2022, 1, 2)) == THE_DAY


@given(typed)
def test_any_text_is_a_day_or_refused(text):
    try:
        dates.parse_date(text, today=THE_DAY)
    except SarabanError as refused:
        assert isinstance(refused, UnreadableDate | ImpossibleDate)


@given(days_of_the_era, st.booleans())
def test_a_long_or_medium_date_is_read_back(day, thai_digits):
    assert dates.parse_date(dates.format_long(day, thai_digits=thai_digits)) == day
    assert dates.parse_date(dates.format_medium(day, thai_digits=thai_digits)) == day


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_a_short_date_of_the_25_hundreds_is_read_back(day):
    assert dates.parse_date(dates.format_short(day)) == day


def test_a_date_is_written_in_three_lengths():
    assert dates.format_long(THE_DAY) == "๑๖ มิถุนายน ๒๕๖๕"
    assert dates.format_medium(THE_DAY) == "๑๖ มิ.ย. ๒๕๖๕"
    assert dates.format_short(THE_DAY) == "๑๖ มิ.ย. ๖๕"


def test_a_date_may_be_written_in_arabic_digits():
    assert dates.format_long(THE_DAY, thai_digits=False) == "16 มิถุนายน 2565"


def test_the_turn_of_the_century_keeps_two_digits():
    assert dates.format_short(date(1957, 1, 5), thai_digits=False) == "5 ม.ค. 00"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("๑๓.๓๐ น.", time(13, 30)),
        ("13:30", time(13, 30)),
        ("13:30:59", time(13, 30)),
        ("เวลา 8.05 น", time(8, 5)),
        ("๙ น.", time(9)),
        ("00.00", time(0)),
    ],
)
def test_a_time_is_read_however_it_is_written(text, moment):
    assert dates.parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "9", "24.00 น.", "13.60", "13.3", "บ่ายโมง", "1330"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(UnreadableTime):
        dates.parse_time(text)


@given(typed)
def test_any_text_is_a_time_or_refused(text):
    try:
        dates.parse_time(text)
    except SarabanError as refused:
        assert isinstance(refused, UnreadableTime)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)), st.booleans())
def test_a_written_time_is_read_back(moment, thai_digits):
    assert dates.parse_time(dates.format_time(moment, thai_digits=thai_digits)) == moment


def test_the_year_turns_on_new_years_day():
    assert dates.be_year(date(2022, 12, 31)) == 2565
    assert dates.first_day_of_be_year(2566) == date(2023, 1, 1)


@pytest.mark.parametrize("be_year", [0, 543, 10543])
def test_a_year_the_calendar_lacks_is_refused(be_year):
    with pytest.raises(ImpossibleDate):
        dates.first_day_of_be_year(be_year)


@pytest.mark.parametrize("text", ["24 Nov 2569", "24 November 2569", "24 NOV 69", "24-Nov-2026"])
def test_a_date_that_an_english_page_shows_is_read_back(text: str) -> None:
    assert dates.parse_date(text) == date(2026, 11, 24)
