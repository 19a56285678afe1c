"""Labels of stamps left over on a scan, beside the letter's lines and between them."""

import pytest

from saraban.rules.letter_reading.lines.page_lines import Line, Page, Word
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.stamps.stamp_scraps import (
    ends_in_scrap,
    scraps_in,
    with_scraps_apart,
)
from tests.rules.letter_reading.letters import BODY, FOOT, SIGNED

RIGHT = 420.0


def row(*cells, source="ocr", lefts=(60.0, RIGHT)):
    """A scanned row: its first cell at the left margin, the second where a stamp stands."""
    words = tuple(
        Word(word, (left + 20.0 * place, 0.0, left + 20.0 * place + 18, 9.0), source)
        for cell, left in zip(cells, lefts, strict=False)
        for place, word in enumerate(cell.split(" "))
    )
    return Line(
        page=1,
        text=" ".join(cells),
        cells=cells,
        words=words,
        indent=words[0].box[0] / 6,
        width=words[-1].box[2] / 6,
        source=source,
        confidence=0.94,
    )


def aside(text):
    """A row with nothing but what stands at the right."""
    return row(text, lefts=(RIGHT,))


def letter_of(*rows):
    """The letter with these rows between its number and its body."""
    rest = [row(text) for text in f"{BODY}{SIGNED}{FOOT}".strip().split("\n")]
    (letter,) = read_letters([Page(1, (row("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"), *rows, *rest))])
    return letter


DAY = row("๓ มิถุนายน ๒๕๖๕", lefts=(240.0,))


@pytest.mark.parametrize(
    "label", ["เวลา", "เลขรับ", "เลขที่รับ", "วันที่", "ผู้รับ", "เวลา น.", "ลขรับ", "“", "น."]
)
def test_a_label_apart_on_the_row_of_a_field_is_no_part_of_it(label):
    letter = letter_of(
        DAY,
        row("เรื่อง การสำรวจป้าย", label),
        row("เรียน อธิการบดี", label),
        row("สิ่งที่ส่งมาด้วย แบบสำรวจป้าย", label),
    )

    assert letter.subject == "การสำรวจป้าย"
    assert letter.addressees == ["อธิการบดี"]
    assert letter.enclosures == ["แบบสำรวจป้าย"]


def test_a_label_on_a_row_of_its_own_goes_on_with_no_field():
    letter = letter_of(
        aside("เลขรับ"),
        DAY,
        row("เรื่อง การสำรวจป้าย"),
        aside("เวลา"),
        row("เรียน อธิการบดี"),
        row("ผู้รับ", "จรวย", lefts=(RIGHT, RIGHT + 60)),
    )

    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.subject == "การสำรวจป้าย"
    assert letter.addressees == ["อธิการบดี"]


def test_a_stamps_day_and_hour_beside_the_fields_are_no_part_of_them():
    letter = letter_of(
        DAY,
        aside("เลขรับ"),
        row("เรื่อง การสำรวจป้าย", "วันที่ 7 มิ.ย. 65"),
        row("เรียน อธิการบดี", "เวลา 10.20 น."),
    )

    assert letter.subject == "การสำรวจป้าย"
    assert letter.addressees == ["อธิการบดี"]
    assert str(letter.dated_on) == "2022-06-03"


def test_a_day_in_the_subject_stays_where_no_stamp_stands_in_its_column():
    letter = letter_of(DAY, row("เรื่อง การประชุม", "วันที่ 7 มิ.ย. 65"), row("เรียน อธิการบดี"))

    assert letter.subject == "การประชุม วันที่ 7 มิ.ย. 65"


@pytest.mark.parametrize(
    "line",
    [
        row("เวลา", source="text"),
        row("ที่ ทส ๙๙๐๑/", "ว"),
        row("ปก."),
        row("ที่"),
        row("สิ่งที่ส่งมาด้วย แบบสำรวจ จำนวน", "๒ ชุด"),
        row("๗"),
    ],
)
def test_what_may_be_the_letters_own_is_no_scrap(line):
    assert scraps_in([line]) == set()
    assert with_scraps_apart([line]) == [line]


def test_a_row_ends_where_its_own_words_end_once_its_scraps_are_apart():
    scraps, own = with_scraps_apart([row("เรื่อง การสำรวจ ป้าย", "เวลา")])

    assert [word.text for word in own.words] == ["เรื่อง", "การสำรวจ", "ป้าย"]
    assert own.width == pytest.approx(own.words[-1].box[2] / 6)
    assert scraps.text == "เวลา"


@pytest.mark.parametrize("end", ["เวลา", "วันที", "น", "ab", "“"])
def test_a_scanned_field_that_ends_in_a_scrap_asks_for_a_look(end):
    letter = letter_of(DAY, row(f"เรื่อง การสำรวจป้าย {end}"), row("เรียน อธิการบดี"))

    assert ends_in_scrap(letter.subject)
    assert letter.evidence["subject"].confirm
    assert letter.evidence["subject"].confidence < 0.9
    assert not letter.evidence["addressees"].confirm


@pytest.mark.parametrize(
    "text", ["การสำรวจป้าย", "การประชุม ครั้งที่ ๓", "สำนักงาน ก.พ.", "กรมทดสอบ กค.", "แจ้งกำหนดเวลา", ""]
)
def test_a_field_that_ends_in_a_word_or_a_figure_is_whole(text):
    assert not ends_in_scrap(text)


def test_the_code_of_a_number_that_goes_on_below_is_no_scrap():
    for before in ("ที่", "ด่วนมาก"):
        line = row("กรมทดสอบได้มีหนังสือ", before, "นร")

        assert with_scraps_apart([line]) == [line]
    assert len(with_scraps_apart([row("กรมทดสอบได้มีหนังสือ", "มา", "นร")])) == 2


def test_the_letter_s_own_day_beside_a_stamp_that_has_none_is_not_the_stamp_s():
    letter = letter_of(aside("ฝ่ายทะเบียน"), aside("เลขรับ ๖๕๕"), row("๒ มีนาคม ๒๕๖๕"))

    assert str(letter.dated_on) == "2022-03-02"
    assert [(one.number, one.dated_on) for one in letter.stamps] == [("655", None)]
