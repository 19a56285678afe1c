"""A number that our reader saw whole is as it saw it, without what Tesseract spelt into it."""

import pytest

from saraban.paper.scans.scan_digits import with_digits
from tests.paper.two_readings import strip_of_signs, tesseract_words, words_together


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("ที่ ทส ๕๕๐๑/ว ฒ_๒๐๐", "ที่ ทส ๙๙๐๑/ว ๗๖๐"),
        ("ที่ ทส ๕๕๐๑.๓/๒๐๓๕_๕", "ที่ ทส ๙๙๐๑.๓/๒๐๓๔๘"),
        ("ที่ ทส ๕๕๐๑/ ส๕๓๕", "ที่ ทส ๙๙๐๑/ ๘๙๘"),
        ("ที่ ทส ๕๕๐๑/วิต๓๑", "ที่ ทส ๙๙๐๑/ว๓๑"),
        ("ที่ ทส ๕๕๐๑/ว) ๓๑", "ที่ ทส ๙๙๐๑/ว ๓๑"),
        ("ที่ อว ๕_๕.๑.๒/ว ๓๑", "ที่ อว ๗๙.๑.๒/ว ๓๑"),
        ("ที่ มท ๕๓๐๒๐.๒/อร์. ๓๐", "ที่ มท ๕๓๐๖.๒/อร. ๓๐๗"),
        ("ที่ ทส ๕๕๐๑/วิ๕๕๒....", "ที่ ทส ๙๙๐๑/ว๙๙๒...."),
        ("ที่ ตช ๐๐๑๕(กุพ).๕/๓๓", "ที่ ตช ๐๐๑๙(กพ).๔/๓๓"),
    ],
)
def test_nothing_stands_among_its_figures_but_what_our_reader_saw(theirs, ours):
    assert words_together(theirs.split(" "), ours) == ours


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("ที่ ทส ฒ_๕๕๐๑/๕๕", "ที่ ทส ๙๙๐๑/๔๔"),
        ("ที่ ทส“ ๕๐๑/๕๕", "ที่ ทส ๙๙๐๑/๔๔"),
        ("ที่ ทส (คุกก.) ๕๕๐๑/ว ๓๑", "ที่ ทส (คกก.) ๙๙๐๑/ว ๓๑"),
        ("ที่ ทส (บกปก) ๕๕๐๑/ว ๓๑", "ที่ ทส (บกปภ) ๙๙๐๑/ว ๓๑"),
        ("ท่ ทสุ ๕๕๐๑/๕๕", "ที่ ทส ๙๙๐๑/๔๔"),
        ("ที ทส ๕๕๐๑/๕๕", "ที่ ทส ๙๙๐๑/๔๔"),
    ],
)
def test_its_letters_lose_marks_and_specks_and_get_the_word_before_them(theirs, ours):
    assert words_together(theirs.split(" "), ours) == ours


def test_a_mark_that_only_our_reader_saw_is_a_speck_and_one_that_both_saw_is_printed():
    assert words_together(["ที่", "คร", "๕๕๐๑/๕๕"], "ที่ คร่ ๙๙๐๑/๔๔") == "ที่ คร ๙๙๐๑/๔๔"
    assert words_together(["ชุด", "๑๐๐/๕"], "ชุด ๑๐๐/๔") == "ชุด ๑๐๐/๔"


def test_so_it_is_in_the_number_of_a_letter_that_is_cited():
    theirs = "หนังสือ ที่ ทส ๕๕๐๑/ว ฒ_๒๐๐ ลงวันที่ ๑"

    read = words_together(theirs.split(" "), "หนังสือ ที่ ทส ๙๙๐๑/ว ๗๖๐ ลงวันที่ ๑")

    assert read == "หนังสือ ที่ ทส ๙๙๐๑/ว ๗๖๐ ลงวันที่ ๑"


def test_a_circular_that_tesseract_alone_read_stays_one():
    read = words_together(["ที่", "ทส", "๕๕๐๑/ว", "๕๕"], "ที่ ทส ๙๙๐๑/ ๔๔")

    assert read == "ที่ ทส ๙๙๐๑/ว ๔๔"


def test_where_the_two_saw_other_letters_tesseracts_stay():
    assert words_together(["ที่", "ครก", "๕๕๐๑/๕๕"], "ที่ คร ๙๙๐๑/๔๔") == "ที่ ครก ๙๙๐๑/๔๔"


def test_a_number_that_goes_on_behind_a_stop_is_none():
    theirs, ours = ["ที่", "ทส", "๕๕๐๑/ว)", "๓๑.๕"], "ที่ ทส ๙๙๐๑/ว ๓๑.๔"

    assert words_together(theirs, ours) == "ที่ ทส ๙๙๐๑/ว) ๓๑.๔"


def test_letters_in_a_bracket_that_are_more_or_fewer_stay_tesseracts():
    read = words_together(["ที่", "ทส", "(กปภจ)", "๕๕๐๑/๕๕"], "ที่ ทส (กปภ) ๙๙๐๑/๔๔")

    assert read == "ที่ ทส (กปภจ) ๙๙๐๑/๔๔"


def test_a_number_that_our_reader_is_not_sure_of_is_made_of_both():
    theirs, ours = ["ที่", "ทส", "๕๕๐๑/ว)", "๓๑"], "ที่ ทส ๙๙๐๑/ว ๓๑"

    assert words_together(theirs, ours, confidence=0.7) == "ที่ ทส ๙๙๐๑/ว) ๓๑"


def test_figures_that_are_no_number_of_a_letter_stay_as_both_have_them():
    assert words_together(["พ.ศ.", "๒๕_๒๐"], "พ.ศ. ๒๕๖๐") == "พ.ศ. ๒๕ ๖๐"


def test_letters_that_both_saw_are_as_sure_as_the_surer_of_the_two_makes_them():
    ours = "ที่ ชร ๙๙๐๑/๔๔"
    doubted = tesseract_words(["ที่", "ชร", "๕๕๐๑/๕๕"], ours, confidence=0.48)

    line = with_digits(doubted, strip_of_signs(ours), 40)

    assert line is not None
    assert [(one.text, one.confidence, one.source) for one in line.glyphs[:3]] == [
        ("ที่", 0.97, "ocr"),
        ("ช", 0.97, "ocr"),
        ("ร", 0.97, "ocr"),
    ]
