"""What cannot be, or hardly, is told beside its field; nothing is changed."""

from datetime import date

import pytest

from saraban.rules.letter_number import LetterNumber, parse_letter_number
from saraban.rules.letter_reading.misreadings.plausibility import (
    Hint,
    KnownNumber,
    code_hints,
    date_hints,
    look_alikes,
    number_hints,
)

DAY = date(2022, 6, 16)
PROVINCES = {"ตก": "ตาก", "ลป": "ลำปาง", "ตร": "ตราด"}
CODES = frozenset({"มท", "ตก", "ตช"})
# The department's circulars of the year, as the register has them.
SERIES = (
    KnownNumber(1200, date(2022, 5, 2)),
    KnownNumber(1500, date(2022, 6, 1)),
    KnownNumber(1700, date(2022, 6, 30)),
)


def number(running: int, *, year: str = "") -> LetterNumber:
    return parse_letter_number(f"มท ๐๘๐๑.๔/ว {running}{year}")


def codes(hints: list[Hint]) -> list[str]:
    return [one.code for one in hints]


def code_doubts(printed: str, issuer: str) -> list[str]:
    return codes(code_hints(parse_letter_number(printed), issuer, codes=CODES, provinces=PROVINCES))


def test_an_ordinary_date_raises_no_doubt():
    assert date_hints(DAY, arrived_on=DAY) == []
    assert date_hints(DAY, arrived_on=date(2022, 9, 1)) == []


@pytest.mark.parametrize(
    ("arrived_on", "code"),
    [(date(2022, 6, 15), "date_after_arrival"), (date(2023, 6, 17), "date_long_ago")],
)
def test_a_date_that_cannot_be_wants_a_look(arrived_on, code):
    [hint] = date_hints(DAY, arrived_on=arrived_on)

    assert (hint.field, hint.code, hint.needs_look) == ("date_iso", code, True)
    assert "๑๖ มิ.ย. ๒๕๖๕" in hint.text_th


def test_a_missing_date_is_told_but_there_is_nothing_to_look_at():
    [hint] = date_hints(None, arrived_on=DAY)

    assert not hint.needs_look
    assert hint.text_th


def test_letters_of_the_right_province_raise_no_doubt():
    assert code_doubts("ตก ๐๐๒๓.๓/ว ๑", "ศาลากลางจังหวัดตาก") == []
    assert code_doubts("ตก ๗๑๒๐๔/๑", "องค์การบริหารส่วนตำบลแม่กุ") == []


def test_letters_of_another_province_want_a_look():
    assert code_doubts("ตก ๐๐๒๓.๓/ว ๑", "ศาลากลางจังหวัดลำปาง") == ["code_of_another"]


def test_the_police_write_the_letters_of_trat():
    assert code_doubts("ตร ๐๐๒๓.๓/๑", "ตำรวจภูธรจังหวัดลำปาง") == []


def test_unknown_letters_are_told_and_want_no_look():
    [hint] = code_hints(parse_letter_number("ฮฮ ๐๑/๑"), "โรงเรียน", codes=CODES, provinces=PROVINCES)

    assert (hint.code, hint.needs_look) == ("code_unknown", False)


@pytest.mark.parametrize(
    ("running", "found"),
    [
        (1600, []),
        (1490, []),  # a reserved number, sent late
        (1500, ["number_known"]),
        (160, ["number_too_low"]),
        (9600, ["number_too_high"]),
    ],
)
def test_a_number_stands_between_its_neighbours(running, found):
    assert codes(number_hints(number(running), DAY, known=SERIES)) == found


def test_a_number_of_the_same_day_may_be_the_letter_itself():
    known = (*SERIES, KnownNumber(1600, DAY))

    assert number_hints(number(1600), DAY, known=known) == []


def test_the_newest_number_may_be_higher_but_not_beyond_all_measure():
    latest = date(2022, 7, 5)

    assert number_hints(number(1900), latest, known=SERIES) == []
    assert codes(number_hints(number(79000), latest, known=SERIES)) == ["number_far_away"]


def test_too_few_known_letters_say_nothing_of_the_future():
    assert number_hints(number(79000), date(2022, 7, 5), known=SERIES[:2]) == []


def test_numbers_of_another_year_say_nothing():
    assert number_hints(number(3), date(2023, 1, 4), known=SERIES) == []


def test_another_reading_that_fits_is_offered():
    rivals = [number(9500), number(1600)]

    [hint] = number_hints(number(9600), DAY, known=SERIES, rivals=rivals)

    assert hint.choice == "มท ๐๘๐๑.๔/ว ๑๖๐๐"


def test_no_reading_is_offered_when_none_fits():
    [hint] = number_hints(number(9600), DAY, known=SERIES, rivals=[number(9500)])

    assert hint.choice == ""


def test_a_digit_taken_for_its_look_alike_is_offered_for_pictures_only():
    misread = number(7600)  # 3600 stands as far outside; 1600 fits

    [out_of_text] = number_hints(misread, DAY, known=SERIES)
    [out_of_picture] = number_hints(misread, DAY, known=SERIES, is_picture=True)

    assert out_of_text.choice == ""
    assert out_of_picture.choice == "มท ๐๘๐๑.๔/ว ๑๖๐๐"


def test_of_several_look_alikes_that_fit_none_is_offered():
    misread = number(1840)  # 1440 and 1540 both fit
    fits = [one for one in look_alikes(misread) if not number_hints(one, DAY, known=SERIES)]

    [hint] = number_hints(misread, DAY, known=SERIES, is_picture=True)

    assert len(fits) > 1
    assert hint.choice == ""


def test_look_alikes_differ_in_one_digit_and_begin_with_none():
    found = [one.running_number for one in look_alikes(number(69))]

    assert found == [29, 89, 64, 65, 68]


def test_every_doubt_has_its_words():
    hints = [
        *date_hints(DAY, arrived_on=date(2023, 7, 1)),
        *number_hints(number(160), DAY, known=SERIES),
        *number_hints(number(9600), DAY, known=SERIES),
        *number_hints(number(79000), date(2022, 7, 5), known=SERIES),
    ]

    assert len({one.text_th for one in hints}) == 4
    assert all("%" not in one.text_th for one in hints)
