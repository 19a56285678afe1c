"""The letters of an office before its number are ours where Tesseract made a word of them."""

import pytest

from tests.paper.two_readings import words_together as merged


@pytest.mark.parametrize(
    "read",
    [
        ["ที่", "สธิ", "๐๕๑๕.๓/๒๒๕"],
        ["ที่", "สธธ", "๐๕๑๕.๓/๒๒๕"],
        ["ที", "NAY", "๐๕๑๕.๓/๒๒๕"],
        ["ที่", "ส", "๐๕๑๕.๓/๒๒๕"],
    ],
)
def test_a_code_that_is_none_becomes_the_one_that_our_reader_saw(read):
    assert merged(read, "ที่ สธ ๐๔๑๙.๓/๒๒๘") == "ที่ สธ ๐๔๑๙.๓/๒๒๘"


def test_a_line_may_begin_with_a_code():
    assert merged(["สธิ", "๐๕๑๕/๒", "ลง"], "สธ ๐๔๑๙/๒ ลง") == "สธ ๐๔๑๙/๒ ลง"


def test_the_dots_of_a_form_may_stand_before_a_code():
    assert merged(["...สีอี", "๐๕๑๕/๒..."], "...สธ ๐๔๑๙/๒...") == "... สธ ๐๔๑๙/๒..."


def test_a_code_that_annex_1_does_not_know_loses_what_no_code_has():
    assert merged(["ที่", "ครู", "๐๐๑๕/๒"], "ที่ คร ๐๐๑๘/๒") == "ที่ คร ๐๐๑๘/๒"
    assert merged(["ที่", "AS", "๐๐๑๕/๒"], "ที่ คร ๐๐๑๘/๒") == "ที่ คร ๐๐๑๘/๒"
    assert merged(["ที่", "ค)", "๐๐๑๕/๒"], "ที่ คร ๐๐๑๘/๒") == "ที่ คร ๐๐๑๘/๒"
    assert merged(["ที่", "ครก", "๐๐๑๕/๒"], "ที่ คร ๐๐๑๘/๒") == "ที่ ครก ๐๐๑๘/๒"


def test_a_code_that_tesseract_read_stays():
    assert merged(["ที่", "มท", "๐๕๐๕/๒"], "ที่ มห ๐๘๐๘/๒") == "ที่ มท ๐๘๐๘/๒"


def test_letters_our_reader_is_not_sure_of_change_nothing():
    read = merged(["ที่", "สธิ", "๐๕๑๕/๒"], "ที่ สธ ๐๔๑๙/๒", confidence=0.7)

    assert read == "ที่ สธิ ๐๔๑๙/๒"


def test_where_no_number_follows_a_word_stays_a_word():
    assert merged(["ที่", "สิธิ", "๕", "คน"], "ที่ สธ ๕ คน") == "ที่ สิธิ ๕ คน"


def test_a_month_between_a_day_and_a_year_is_ours_where_tesseract_spelt_none():
    assert merged(["๑", "จงั้นวาคม", "๒๕๕๓"], "๑ ธันวาคม ๒๕๕๗") == "๑ ธันวาคม ๒๕๕๗"
    assert merged(["๑", "มีนาคม", "๒๕๕๓"], "๑ ธันวาคม ๒๕๕๗") == "๑ มีนาคม ๒๕๕๗"
    assert merged(["ข้อ", "จงั้นวาคม", "๒๕๕๓"], "ข้อ ธันวาคม ๒๕๕๗") == "ข้อ จงั้นวาคม ๒๕๕๗"


def test_a_word_that_is_none_takes_our_letters_where_they_make_it_one():
    assert merged(["ฏากสถิติ"], "จากสถิติ") == "จากสถิติ"
    assert merged(["บฏิบัติงาน"], "ปฏิบัติงาน") == "ปฏิบัติงาน"


def test_a_word_that_is_one_keeps_its_letters():
    assert merged(["จากสถิติ"], "ฏากสถิติ") == "จากสถิติ"
    assert merged(["นายฏกร"], "นายฎกข") == "นายฏกร"
    assert merged(["ฏากสถิติ"], "จากสถิติ", confidence=0.5) == "ฏากสถิติ"
