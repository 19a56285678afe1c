from datetime import date

import pytest

from saraban.rules.letter_reading.lines.dates_in_text import dates_in, month_and_year_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("๑๖ มิถุนายน ๒๕๖๕", date(2022, 6, 16)),
        ("12พฤศจิกายน2556", date(2013, 11, 12)),
        ("๙ กรกฏาคม ๒๕๖๓", date(2020, 7, 9)),
        ("๓๐ มิถนายน ๒๕๕๗", date(2014, 6, 30)),
        ("๒๐ พฤษภา คม ๒๕๖๓", date(2020, 5, 20)),
        ("๗ กุมภาพันธุ์ ๒๕๖๓", date(2020, 2, 7)),
        ("๘ เมษยน ๒๕๖๓", date(2020, 4, 8)),
        ("10 มิ.ย. 65", date(2022, 6, 10)),
        ("31/๕/๖๕", date(2022, 5, 31)),
        ("วันที่ ๔ เดือน เมษายน พ.ศ. ๒๕๕๙", date(2016, 4, 4)),
        ("30 มิถุนายน พ.ศ. 2564 (2021)", date(2021, 6, 30)),
        ("25 มิถุนายน 2021", date(2021, 6, 25)),
        ("12 June 2018", date(2018, 6, 12)),
        ("the 12th June 2018", date(2018, 6, 12)),
        ("Tuesday, June 12, 2018 3:41 PM", date(2018, 6, 12)),
        ("วันที่ 9 / ส.ค. / 60", date(2017, 8, 9)),
        ("๙/ส.ค./๒๕๖๐", date(2017, 8, 9)),
        ("วันที่....9/8/60....", date(2017, 8, 9)),
        ("ลงวันที่....๑๐....เดือน....มีนาคม....พ.ศ. ....๒๕๓๒....", date(1989, 3, 10)),
        ("วันพฤหัสบดีที่สิบเอ็ด เดือนมกราคม พุทธศักราชสองพันห้าร้อยหกสิบหก", date(2023, 1, 11)),
        ("วันที่สามสิบ กันยายน ๒๕๖๑", date(2018, 9, 30)),
        ("วันที่ ๕ เดือนตุลาคม พุทธศักราชสองพันห้าร้อยหกสิบ", date(2017, 10, 5)),
    ],
)
def test_a_day_is_read_in_every_spelling(text, day):
    assert [found.day for found in dates_in(text)] == [day]


def test_a_misspelt_month_is_not_plain():
    assert [found.is_plain for found in dates_in("๓๐ มิถนายน ๒๕๕๗")] == [False]


def test_a_range_ends_on_its_last_day():
    assert dates_in("๑ - ๑๐ สิงหาคม ๒๕๖๔")[0].last_on == date(2021, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "๓๑ กุมภาพันธ์ ๒๕๖๕",
        "จำนวน ๓ รายการ",
        "ข้อ 12.30 น.",
        "31 / ก.พ. / 60",
        "โทร. 02-241-9014",
        "๗ วัน",
    ],
)
def test_what_is_no_day_is_not_read_as_one(text):
    assert dates_in(text) == []


def test_a_month_without_a_day_is_told_apart():
    assert month_and_year_in("นบ ๑๑๐๐๐ กุมภาพันธ์2563")[2] == "กุมภาพันธ์2563"


def test_a_vowel_seen_at_a_full_stop_is_doubtful():
    (found,) = dates_in("๓๑ ก.ุค. ๖๐")

    assert (found.day, found.is_plain) == (date(2017, 7, 31), False)


@pytest.mark.parametrize(
    "printed",
    ["วันที่….…๑๙…..กรกฎาคม……๒๕๖๒……", "วันที่ ....๑๙.....กรกฎาคม.....๒๕๖๒", "๑๙___ก.ค.___๒๕๖๒"],
)
def test_a_day_on_a_dotted_line_is_a_day(printed):
    (found,) = dates_in(printed)

    assert found.day == date(2019, 7, 19)


@pytest.mark.parametrize(
    "text", ["ประชุมครั้งที่สอง มกราคม ๒๕๖๗", "วันที่สี่สิบ มกราคม ๒๕๖๗", "วันที่สองสาม มกราคม ๒๕๖๗"]
)
def test_other_numbers_in_words_are_no_days(text):
    assert dates_in(text) == []


@pytest.mark.parametrize("printed", ["๓ มิถุนายน ๒๔๖๕", "๓ มิ.ย. ๒๔๖๕"])
def test_a_year_before_living_memory_is_a_misread_one(printed):
    (found,) = dates_in(printed)

    assert (found.day, found.is_plain) == (date(2022, 6, 3), False)


def test_a_year_that_somebody_remembers_stays():
    (found,) = dates_in("๓ มิถุนายน ๒๔๙๙")

    assert (found.day, found.is_plain) == (date(1956, 6, 3), True)


def test_a_stroke_for_a_one_is_taken_for_it_and_doubted():
    (found,) = dates_in("l๒ มิถุนายน ๒๕๖l")

    assert (found.day, found.is_plain) == (date(2018, 6, 12), False)


@pytest.mark.parametrize("printed", ["๒๐ พฤศจิกายน ๒๕ ๕ง", "๑๕ มีนาคม ๒๕xx", "๓ มิ.ย. ๒๕ ๖"])
def test_the_first_half_of_a_year_is_no_year(printed):
    assert dates_in(printed) == []


def test_a_year_of_two_figures_may_be_twenty_five():
    (found,) = dates_in("๓ มิ.ย. ๒๕")

    assert found.day == date(1982, 6, 3)


@pytest.mark.parametrize("printed", ["๑๕ มีนาคม ๒๕bb", "๑๕ มีนาคม ๒๕๖b"])
def test_letters_in_the_second_half_of_a_year_are_figures(printed):
    (found,) = dates_in(printed)

    assert (found.day, found.is_plain) == (date(2023, 3, 15), False)


def test_a_day_that_a_blank_parts_is_whole_behind_its_word_and_doubted():
    (found,) = dates_in("วันที่ ๑ ๓ กรกฎาคม ๒๕๖๖")

    assert (found.day, found.start, found.is_plain) == (date(2023, 7, 13), 7, False)


def test_a_figure_before_a_day_elsewhere_makes_it_doubtful():
    (found,) = dates_in("๑ ๓ กรกฎาคม ๒๕๖๖")

    assert (found.day, found.is_plain) == (date(2023, 7, 3), False)


@pytest.mark.parametrize(
    "printed", ["วันที่ ๑๓ กรกฎาคม ๒๕๖๖", "๑. ๑๓ กรกฎาคม ๒๕๖๖", "๓๔ ๑๓ กรกฎาคม ๒๕๖๖"]
)
def test_a_whole_day_stays_as_it_is(printed):
    (found,) = dates_in(printed)

    assert (found.day, found.is_plain) == (date(2023, 7, 13), True)
