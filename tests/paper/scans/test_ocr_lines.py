"""Glyphs become words and lines, and what was doubtful about a digit stays at its place."""

import math

import numpy as np

from saraban.paper.scans.ocr_lines import SeenWord, line_of, lines_of_rows, words_of
from saraban.paper.scans.tesseract import Glyphs, OcrLine
from saraban.rules.letter_reading.lines.page_lines import Box, Rival


def as_it_is(box: Box) -> Box:
    return box


def test_a_rival_stands_at_its_digit_though_dirt_before_it_is_dropped():
    texts = ("|", "ศ", "ธ", " ", "~", "๐", "๑", "/", "๒")
    glyphs = tuple(
        Glyphs(
            text,
            (10 * place, 0, 10 * place + 9, 20),
            0.9,
            is_after_blank=texts[place - 1] == " ",
            source="digits",
            rivals=(("๓", 0.2),) if text == "๑" else (),
        )
        for place, text in enumerate(texts)
        if text != " "
    )

    words = words_of(OcrLine(glyphs), as_it_is)
    line = line_of(words, page=1, page_width=600, is_after_blank=False)

    assert line is not None
    assert line.text == "ศธ ๐๑/๒"
    assert line.rivals_in(0, len(line.text)) == [Rival(4, "๓", 0.2)]
    assert line.rivals_in(5, len(line.text)) == []


def spelt(text: str) -> str:
    words = tuple(
        SeenWord(word, (60.0 * place, 0, 60.0 * place + 50, 20), 0.9)
        for place, word in enumerate(text.split(" "))
    )
    line = line_of(words, page=1, page_width=600, is_after_blank=False)
    assert line is not None
    return line.text


def test_the_letters_of_an_office_are_not_spelt_as_a_word():
    assert "กท ๐๗๐๖/๑๒๓" in spelt("ที กท ๐๗๐๖/๑๒๓")
    assert "คร ๐๐๑๘.๑/ว ๕" in spelt("ที่ คร ๐๐๑๘.๑/ว ๕")
    assert spelt("ลต ๐๐๑๒/ว ๖๑๒") == "ลต ๐๐๑๒/ว ๖๑๒"


def test_what_stands_before_no_number_is_still_spelt():
    assert spelt("เมือวันที ๕") == "เมื่อวันที่ ๕"


def words_in(text: str) -> list[str]:
    glyphs, is_after_blank = [], False
    for place, character in enumerate(text):
        if character != " ":
            box = (10 * place, 0, 10 * place + 9, 20)
            glyphs.append(Glyphs(character, box, 0.9, is_after_blank))
        is_after_blank = character == " "
    return [word.text for word in words_of(OcrLine(tuple(glyphs)), as_it_is)]


def test_a_bracket_that_stands_apart_closes_what_is_open():
    assert words_in("( 1 ธันวาคม 2557 )")[-1] == ")"
    assert words_in("1 ธันวาคม 2557 )")[-1] == "2557"


def test_a_figure_behind_a_word_of_an_open_quotation_is_its_end():
    assert words_in("“งานจิตอาสา พระราชทาน7 กรม") == ["“งานจิตอาสา", "พระราชทาน”", "กรม"]
    assert words_in("งานจิตอาสา พระราชทาน7 กรม") == ["งานจิตอาสา", "พระราชทาน7", "กรม"]


def test_short_lines_of_a_sloping_page_are_not_after_a_blank():
    slope = math.tan(math.radians(1.2))

    def row(left: float, right: float, down: float) -> list[SeenWord]:
        """Words of 40 points, their boxes upright around what slopes down to the right."""
        starts = np.arange(left, right, 45.0)
        return [
            SeenWord("ทราบ", (x, down + slope * x, x + 40, down + slope * (x + 40) + 10), 0.95)
            for x in starts
        ]

    heading = [row(60, 540, 50), row(60, 100, 64), row(60, 540, 78), row(500, 540, 92)]
    text = [row(60, 540, 106 + 9 * place) for place in range(8)]

    lines = lines_of_rows([*heading, *text], page=1, page_width=595, skew=1.2)

    assert [line.is_after_blank for line in lines] == [True] + [False] * 11


def test_the_province_in_a_number_of_the_police_is_not_spelt_as_a_word():
    assert "๐๐๑๖(อย).๑๒/๕๖๗" in spelt("ที่ ตช ๐๐๑๖(อย).๑๒/๕๖๗")


def line_sure(text: str, confidence: float):
    words = [SeenWord(text, (0, 0, 200, 20), confidence)]
    return line_of(words, page=1, page_width=600, is_after_blank=False)


def test_a_faint_line_that_is_all_words_is_no_scribble():
    assert line_sure("เทศบาลนครทดสอบสาธารณสุข", 0.7) is not None
    assert line_sure("เทศขาลนคบทศสอช", 0.7) is None
    assert line_sure("น้ำ", 0.7) is None


def test_the_low_line_in_an_address_is_no_debris():
    assert words_in("_ ที่ plan_water@dd.go.th ____") == ["ที่", "plan_water@dd.go.th"]


def test_a_mark_behind_a_full_stop_or_a_figure_is_debris():
    assert words_in("๒๗ ก.ุค. ๔๑่") == ["๒๗", "ก.ค.", "๔๑"]
