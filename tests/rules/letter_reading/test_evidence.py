"""Each element of a list remembers where it was read."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.lines.page_lines import Line, Page, Word, pages_of_text
from saraban.rules.letter_reading.reading import read_letters

LETTER = """ที่ ชม ๐๐๑๗.๒/ว ๑๒                         ศาลากลางจังหวัดเชียงใหม่จำลอง
๓ มีนาคม ๒๕๖๖
เรื่อง การรายงานผลการใช้น้ำ
เรียน นายอำเภอทุกอำเภอ และนายกเทศมนตรีนครดอยจำลอง
อ้างถึง ๑. หนังสือกรมน้ำจำลอง ที่ ทส ๐๖๐๑/ว ๔ ลงวันที่ ๒ มกราคม ๒๕๖๖
๒. หนังสือจังหวัด ที่ ชม ๐๐๑๗.๒/ว ๙ ลงวันที่ ๙ มกราคม ๒๕๖๖
สิ่งที่ส่งมาด้วย ๑. แบบรายงาน จำนวน ๑ ชุด
๒. คู่มือ จำนวน ๑ เล่ม
     ด้วยกรมน้ำจำลองขอให้ติดตามการใช้น้ำ จึงขอให้อำเภอรายงานผลให้จังหวัดทราบภายในวันที่ ๒๐ มีนาคม ๒๕๖๖
และภายในวันที่ ๕ ของทุกเดือน
     จึงเรียนมาเพื่อโปรดทราบและแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบ
ขอแสดงความนับถือ
(นายสมศักดิ์ ทดลอง)
ผู้ว่าราชการจังหวัดเชียงใหม่จำลอง
"""


def evidence():
    (draft,) = read_letters(pages_of_text(LETTER))
    return letter_json(draft), letter_json(draft)["evidence"]


def test_every_list_has_the_place_of_each_element():
    letter, told = evidence()

    fields = ("addressees", "references", "enclosures", "asks", "deadlines", "onward", "duties")
    assert {f: len(told[f]["items"]) for f in fields} == {f: len(letter[f]) for f in fields}
    assert all(letter[field] for field in fields)


def test_an_element_shows_its_own_words():
    _, told = evidence()

    assert [one["raw"] for one in told["deadlines"]["items"]] == [
        "ภายในวันที่ ๒๐ มีนาคม ๒๕๖๖",
        "ภายในวันที่ ๕ ของทุกเดือน",
    ]
    assert told["addressees"]["items"][1]["raw"] == "นายกเทศมนตรีนครดอยจำลอง"
    assert "ว ๙" in told["references"]["items"][1]["raw"]


def test_a_single_value_has_no_elements():
    _, told = evidence()

    assert "items" not in told["number"]


TABLE = """สรุปมติข้อหารือในที่ประชุมติดตามงานของศูนย์จำลอง
เมื่อวันที่ ๑๒ พฤษภาคม ๒๕๖๕
ลำดับ\tมติ\tหน่วยงานรับผิดชอบ
๑\tรายงานผลการฝึกอบรมพร้อมภาพถ่าย\tปก.
๒\tแจ้งองค์กรปกครองส่วนท้องถิ่นทราบและรายงานผลการดำเนินการดังกล่าว\tสธ.
๓\tกำชับหน่วยงานในระดับพื้นที่ รายงานผลการดำเนินกิจกรรม\tกรมและรัฐวิสาหกิจในสังกัด
"""


def test_each_row_of_a_table_has_its_own_duty_and_unit():
    (draft,) = read_letters(pages_of_text(TABLE))

    assert [(ask, unit) for ask, _, unit in draft.duties] == [
        ("รายงาน", "ปก."),
        ("รายงาน", "สธ."),
        ("แจ้งเวียน", "สธ."),
        ("รายงาน", "กรมและรัฐวิสาหกิจในสังกัด"),
    ]


def test_a_short_name_in_a_row_is_offered_and_kept_as_printed():
    (draft,) = read_letters(pages_of_text(TABLE))
    told = letter_json(draft)

    assert told["duties"][1]["unit"] == "สธ."
    offered = next(one for one in told["abbreviations"] if one["place"] == "duties[1]")
    assert [one["name"] for one in offered["candidates"]] == [
        "กระทรวงสาธารณสุข",
        "กรมส่งเสริมการปกครองท้องถิ่น",
    ]


def test_a_day_in_a_footnote_of_two_lines_is_a_deadline():
    note = """ผู้ว่าราชการจังหวัดเชียงใหม่จำลอง
หมายเหตุ ขอให้ส่งสรุปผลการดำเนินงานครั้งแรกภายในวันที่ ๓๑
มีนาคม ๒๕๖๖
"""
    (draft,) = read_letters(pages_of_text(LETTER.replace("ผู้ว่าราชการจังหวัดเชียงใหม่จำลอง\n", note)))

    assert draft.deadlines[-1].due_on == date(2023, 3, 31)


@pytest.mark.parametrize("source", ["ocr", "digits"])
def test_every_figure_off_a_picture_is_to_be_looked_at_in_whatever_field(source):
    lines = [
        Line(page=1, text=text, cells=(text,), source=source)
        for text in (
            "ที่ ลย ๐๑๑๘/ว ๑๒๐๔",
            "๑๖ มิถุนายน ๒๕๖๕",
            "เรื่อง การประชุม ครั้งที่ ๓/๒๕๖๕",
            "เรียน กำนันทุกตำบล",
            "สิ่งที่ส่งมาด้วย แบบสำรวจ จำนวน ๒ ชุด",
            "จึงเรียนมาเพื่อทราบ",
            "ขอแสดงความนับถือ",
            "(นายทดลอง ตัวอย่างดี)",
            "นายอำเภอทดลอง",
            "ที่ทำการปกครองอำเภอ",
            "โทร. ๐ ๔๒๙๙ ๙๑๒๓",
        )
    ]

    (letter,) = read_letters([Page(1, tuple(lines))])

    asked = {field for field, place in letter.evidence.items() if place.confirm}
    assert {"number", "date_iso", "subject", "enclosures", "contact"} <= asked
    assert not {"kind", "addressees", "signatory", "asks"} & asked


def test_only_what_holds_a_figure_of_the_digit_reader_tells_so():
    def line(*cells, figures=""):
        words = [
            Word(word, (0.0, 0.0, 9.0, 9.0), "digits" if word in figures.split() else "ocr")
            for word in " ".join(cells).split()
        ]
        source = "digits" if figures else "ocr"
        return Line(page=1, text=" ".join(cells), cells=cells, words=tuple(words), source=source)

    (letter,) = read_letters(
        [
            Page(
                1,
                (
                    line("ที่ ลย ๐๑๑๘/ว ๑๒๐๔", "ที่ว่าการอำเภอทดลอง", figures="๐๑๑๘/ว ๑๒๐๔"),
                    line("๑๖ มิถุนายน ๒๕๖๕", figures="๑๖ ๒๕๖๕"),
                    line("เรื่อง การประชุม ครั้งที่ ๓"),
                    line("เรียน กำนันทุกตำบล"),
                    line("ด้วยอำเภอจะประชุม จึงเรียนมาเพื่อทราบ"),
                    line("ขอแสดงความนับถือ"),
                ),
            )
        ]
    )

    fields = ("number", "date_iso", "issuer", "subject", "addressees")
    assert {field: letter.evidence[field].source for field in fields} == {
        "number": "digits",
        "date_iso": "digits",
        "issuer": "ocr",
        "subject": "ocr",
        "addressees": "ocr",
    }


@pytest.mark.parametrize(("word", "is_asked"), [("QR Code", False), ("(B - Report)", True)])
@pytest.mark.parametrize("source", ["ocr", "text"])
def test_latin_letters_off_a_picture_that_make_no_known_word_are_to_be_looked_at(
    word, is_asked, source
):
    (page,) = pages_of_text(LETTER.replace("การใช้น้ำ\nเรียน", f"ผ่าน {word}\nเรียน"))
    lines = tuple(replace(line, source=source, confidence=0.95) for line in page.lines)

    (draft,) = read_letters([replace(page, lines=lines)])

    assert letter_json(draft)["subject"] == f"การรายงานผลผ่าน {word}"
    assert letter_json(draft)["evidence"]["subject"]["confirm"] == (is_asked and source == "ocr")


@pytest.mark.parametrize(("word", "is_asked"), [("น้ำใช้", False), ("ฆลรจง", True)])
@pytest.mark.parametrize("source", ["ocr", "text"])
def test_letters_off_a_picture_that_make_no_word_are_to_be_looked_at(word, is_asked, source):
    (page,) = pages_of_text(LETTER.replace("การใช้น้ำ\nเรียน", f"ผ่าน{word}\nเรียน"))
    lines = tuple(replace(line, source=source, confidence=0.95) for line in page.lines)

    (draft,) = read_letters([replace(page, lines=lines)])

    assert letter_json(draft)["evidence"]["subject"]["confirm"] == (is_asked and source == "ocr")
