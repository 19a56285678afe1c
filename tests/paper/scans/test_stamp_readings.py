"""A piece of a stamp is read by whoever makes something of it."""

from dataclasses import replace

import pytest

from saraban.paper.digits.digit_reader import NOTHING, Strip
from saraban.paper.scans.scan_digits import with_digits
from saraban.paper.scans.stamp_readings import as_in_stamp
from tests.paper.two_readings import strip, tesseract

HEIGHT = 40


def in_stamp(theirs, ours):
    """What is believed of a piece that Tesseract and our reader saw."""
    return as_in_stamp(with_digits(theirs, ours, HEIGHT), ours, HEIGHT)


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
    assert in_stamp(tesseract(theirs), strip(ours)).text == told


def test_a_name_is_left_to_who_knows_words():
    assert in_stamp(tesseract("กองคลัง"), strip("กอบคลง")).text == "กองคลัง"


def test_a_day_is_told_by_what_a_doubted_sign_may_be_instead():
    signs = list(strip("12 ข.ย. 2558").characters)
    signs[2] = replace(signs[2], confidence=0.8, rivals=(("ช", 0.08), ("พ", 0.06), ("ก", 0.03)))
    signs[4] = replace(signs[4], confidence=0.9, rivals=(("ข", 0.05),))
    doubted = Strip("12 ข.ย. 2558", tuple(signs), 0.5)

    line = in_stamp(tesseract("วท ปี, 2558"), doubted)

    assert line.text == "12 พ.ย. 2558"
    assert [glyph.confidence for glyph in line.glyphs if glyph.text == "พ"] == [0.06]


def test_digits_that_are_guesses_do_not_stand_alone():
    assert in_stamp(tesseract("ผู้รับ"), strip("๑๒", confidence=0.2)).text != "๑๒"


def test_what_only_our_reader_saw_is_not_lost():
    assert in_stamp(None, strip("มี.ค.")).text == "มี.ค."
    assert in_stamp(None, NOTHING) is None
