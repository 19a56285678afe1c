"""A piece of a stamp is read by whoever makes something of it."""

import pytest

from saraban.paper.digit_reader import NOTHING
from saraban.paper.stamp_readings import as_in_stamp
from tests.paper.two_readings import strip, tesseract

HEIGHT = 40


@pytest.mark.parametrize(
    ("theirs", "ours", "told"),
    [
        ("Mad", "๗๒๔๕๙", "๗๒๔๕๙"),
        ("ฒ ๕๑๕", "๗๔๙", "๗๔๙"),
        ("ยก.ข.๕ผ", "๔ ก.ย. ๔๙", "๔ ก.ย. ๔๙"),
        ("ริผิ", "วนที่", "วนที่"),
    ],
)
def test_our_reading_is_taken_whole_where_it_is_a_number_a_day_or_a_label(theirs, ours, told):
    assert as_in_stamp(tesseract(theirs), strip(ours), HEIGHT).text == told


def test_a_name_is_left_to_who_knows_words():
    assert as_in_stamp(tesseract("กองคลัง"), strip("กอบคลง"), HEIGHT).text == "กองคลัง"


def test_digits_that_are_guesses_do_not_stand_alone():
    assert as_in_stamp(tesseract("ผู้รับ"), strip("๑๒", confidence=0.2), HEIGHT).text != "๑๒"


def test_what_only_our_reader_saw_is_not_lost():
    assert as_in_stamp(None, strip("มี.ค."), HEIGHT).text == "มี.ค."
    assert as_in_stamp(None, NOTHING, HEIGHT) is None
