"""A letter's year that other days in it show to be misread."""

from datetime import date

import pytest

from saraban.rules.letter_reading.misreadings.year_check import year_meant
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter

DAY = date(2012, 6, 4)


@pytest.mark.parametrize(
    ("cited", "received", "meant"),
    [
        ([], [date(2016, 6, 7)], date(2016, 6, 4)),
        ([date(2015, 5, 2)], [date(2015, 6, 7)], date(2015, 6, 4)),
        ([date(2016, 5, 2), date(2013, 1, 9)], [], date(2016, 6, 4)),
    ],
)
def test_a_year_is_told_by_stamps_and_by_the_letters_referred_to(cited, received, meant):
    assert year_meant(DAY, cited, received) == meant


@pytest.mark.parametrize(
    ("cited", "received"),
    [
        ([], []),
        ([date(2011, 5, 2)], [date(2012, 6, 7)]),
        ([], [date(2013, 1, 7)]),
        ([], [date(2014, 6, 7)]),
        ([date(2019, 5, 2)], []),
    ],
)
def test_a_year_that_fits_or_that_no_figure_explains_stays(cited, received):
    assert year_meant(DAY, cited, received) is None


def test_a_year_put_right_has_to_be_looked_at():
    stamp = "กองกลาง\nเลขรับ ๓๑๒\nวันที่ ๗ มิ.ย. ๒๕๕๙\nเวลา ๑๐.๐๐ น.\n"
    letter = the_letter(f"{stamp}{HEAD.replace('๒๕๖๕', '๒๕๕๕')}{BODY}{SIGNED}")

    assert letter.dated_on == date(2016, 6, 3)
    assert letter.evidence["date_iso"].confirm
    assert "๒๕๕๕" in letter.evidence["date_iso"].raw


def test_a_year_whose_last_figure_became_a_letter_is_told_by_the_stamp_and_looked_at():
    stamp = "กองกลาง\nเลขรับ ๓๑๒\nวันที่ ๗ มิ.ย. ๒๕๖๘\nเวลา ๑๐.๐๐ น.\n"
    torn = HEAD.replace("๒๕๖๕", "๒๕๖ธ")

    letter = the_letter(f"{stamp}{torn}{BODY}{SIGNED}")

    assert letter.dated_on == date(2025, 6, 3)
    assert letter.evidence["date_iso"].confirm
    assert the_letter(f"{torn}{BODY}{SIGNED}").dated_on is None
