"""Letters by one reader, digits by the other: neither spoils the other's part."""

import pytest

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.scan_digits import with_digits
from tests.paper.two_readings import WIDTH, strip, tesseract


def merged(theirs: str, ours: str, *, confidence: float = 0.97) -> str:
    line = with_digits(tesseract(theirs), strip(ours, confidence=confidence), 40)
    assert line is not None
    return line.text


@pytest.mark.parametrize(
    ("theirs", "ours", "meant"),
    [
        ("ทส ๕๕๐๑.๕/ว ๑๐๕๕", "ทส ๙๙๐๑.๔/ว ๑๖๕๘", "ทส ๙๙๐๑.๔/ว ๑๖๕๘"),
        ("ทส ๐ส๕๐๑.๕/ว ๑", "ทส ๐๘๐๑.๔/ว ๑", "ทส ๐๘๐๑.๔/ว ๑"),
        ("วน ๒๕๒๐๕", "วน ๒๕๖๕", "วน ๒๕๖๕"),
        ("โทร. o ๒๓๔๕", "โทร. 0 ๒๓๔๕", "โทร. ๐ ๒๓๔๕"),
        ("เขต 3", "เขต 3", "เขต 3"),
        ("(ก) “ขคง” ๒", '(ก) 5ขคง" ๒', "(ก) “ขคง” ๒"),
    ],
)
def test_digits_are_ours_and_letters_are_theirs(theirs, ours, meant):
    assert merged(theirs, ours) == meant


def test_no_blank_stands_at_the_full_stop_of_a_number():
    line = with_digits(tesseract("๐๐๑๕ .๑/๒"), strip("๐๐๑๘ .๑/๒".replace(" ", "")), 40)

    assert line is not None
    assert line.text == "๐๐๑๘.๑/๒"
    assert merged("โทร. ๐ ๒", "โทร. ๐ ๒") == "โทร. ๐ ๒"


@pytest.mark.parametrize(
    ("ours", "meant"),
    [
        ("ชม ๐๐๑๗,๓/ว ๔", "ชม ๐๐๑๗.๓/ว ๔"),
        ("ชม ๐๐๑๗,๓.๑/๔", "ชม ๐๐๑๗.๓.๑/๔"),
        ("๑,๕๐๐/ปี", "๑,๕๐๐/ปี"),
        ("๑๐๐๑๗, ๓/๔", "๑๐๐๑๗, ๓/๔"),
    ],
)
def test_a_comma_in_the_number_of_an_office_is_a_stop(ours, meant):
    assert merged(ours, ours) == meant


def test_a_word_of_letters_is_not_torn_by_a_doubtful_digit():
    assert merged("ดวน", "ด๑น", confidence=0.6) == "ดวน"


def test_a_latin_word_takes_no_digits_for_its_letters():
    assert merged("(Somchai", "(S๐1mch๐i") == "(Somchai"


def test_a_digit_that_is_a_letter_to_us_is_none():
    assert merged("๑ ตก ๕", "ท ตก ๖") == "ท ตก ๖"


def test_what_else_a_digit_may_be_goes_with_it_in_the_script_of_its_number():
    rivals = ((), (("3", 0.2), ("ว", 0.1), ("๓", 0.05)), ())
    ours = tuple(
        StripCharacter(text, 0.8, place * WIDTH, (place + 1) * WIDTH, told)
        for place, (text, told) in enumerate(zip("๖๑๕", rivals, strict=True))
    )

    line = with_digits(tesseract("๕๕๕"), Strip("๖๑๕", ours, 0.8), 40)

    assert line is not None
    assert [glyphs.rivals for glyphs in line.glyphs] == [(), (("๓", 0.25),), ()]


def test_what_came_from_our_reader_is_marked():
    line = with_digits(tesseract("ตก ๕"), strip("ตก ๖", confidence=0.81), 40)

    assert line is not None
    assert [(g.text, g.source) for g in line.glyphs] == [
        ("ต", "ocr"),
        ("ก", "ocr"),
        ("๖", "digits"),
    ]
    assert line.glyphs[-1].confidence == 0.81
    assert line.glyphs[-1].box[0] == 3 * WIDTH


def test_digits_alone_are_read_where_tesseract_saw_nothing():
    line = with_digits(None, strip("๓๐๔๐๐"), 40)

    assert line is not None
    assert line.text == "๓๐๔๐๐"


@pytest.mark.parametrize(("theirs", "ours"), [("ก", "๑๒๓๔๕๖๗"), ("กขคงจฉช", "๑"), ("ก๑", "")])
def test_readings_of_very_different_lengths_are_laid_side_by_side(theirs, ours):
    line = with_digits(tesseract(theirs), strip(ours), 40)

    assert line is None or set(line.text) <= set(theirs + ours)


def test_a_line_without_digits_stays():
    line = tesseract("เรียน นายอำเภอ")

    assert with_digits(line, strip("เรยน นายอาเภอ"), 40) is line
