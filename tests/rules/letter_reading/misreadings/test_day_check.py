"""The letter's day where figures of the heading were misread and the letter tells it again."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter_off_a_picture

AGAIN = "แนบหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๘๑ ลงวันที่ ๘ มิถุนายน ๒๕๖๕\n"


def letter_of(printed, again=AGAIN):
    return the_letter_off_a_picture(
        f"{HEAD}{BODY}{SIGNED}{again}".replace("๓ มิถุนายน ๒๕๖๕", printed, 1)
    )


def test_a_misread_day_is_the_one_told_again_and_the_heading_is_shown_beside_it():
    letter = letter_of("๕ มิถุนายน ๒๕๖๕")

    assert letter.dated_on == date(2022, 6, 8)
    assert letter.date_raw == "๕ มิถุนายน ๒๕๖๕"
    place = letter.evidence["date_iso"]
    assert (place.raw, place.confirm) == ("๕ มิถุนายน ๒๕๖๕", True)


def test_a_day_that_no_calendar_has_is_shown_where_it_is_told_again():
    letter = letter_of("๙๙ มิถุนายน ๒๕๖๕")

    assert letter.dated_on == date(2022, 6, 8)
    place = letter.evidence["date_iso"]
    assert (place.raw, place.confirm) == ("๘ มิถุนายน ๒๕๖๕", True)


@pytest.mark.parametrize(
    "again",
    [
        AGAIN.replace("๘ มิถุนายน", "๑๗ มีนาคม"),  # no misreading makes that of the heading's
        AGAIN.replace("ว ๘๑", "ว ๗๗"),  # another letter
    ],
)
def test_another_day_does_not_change_the_heading(again):
    letter = letter_of("๕ มิถุนายน ๒๕๖๕", again)

    assert letter.dated_on == date(2022, 6, 5)
