"""A telephone number off a picture is looked at, wherever on the memo it stands."""

from dataclasses import replace

import pytest

from saraban.rules.letter_reading.lines.page_lines import Page, pages_of_text
from saraban.rules.letter_reading.reading import read_letters

MEMO = """บันทึกข้อความ
ส่วนราชการ สำนักปลัด งานธุรการ{beside}
ที่ ชร ๕๒๐๐๔/๗๗ วันที่ ๓ มีนาคม ๒๕๖๕
เรื่อง การซ่อมสะพาน
เรียน นายกเทศมนตรี

ด้วยสะพานชำรุด
จึงเรียนมาเพื่อทราบ

(นายคำมูล อินต๊ะ)
ปลัดเทศบาล
{below}"""


@pytest.mark.parametrize(
    ("beside", "below"),
    [(" โทร. ๐ ๕๓๐๐ ๑๑๒๒", ""), ("", "งานธุรการ\nโทร. ๐ ๕๓๐๐ ๑๑๒๒"), ("\nโทร. ๐ ๕๓๐๐ ๑๑๒๒", "")],
    ids=["beside the unit", "at the foot", "under the unit"],
)
def test_a_telephone_off_a_picture_is_looked_at_wherever_it_stands(beside, below):
    text = MEMO.format(beside=beside, below=below)
    pages = [
        Page(page.number, tuple(replace(line, source="ocr") for line in page.lines))
        for page in pages_of_text(text)
    ]

    (letter,) = read_letters(pages)

    assert letter.contact.phone == "๐ ๕๓๐๐ ๑๑๒๒"
    assert letter.evidence["contact"].confirm


@pytest.mark.parametrize(
    "line",
    [
        "โทร. ๐ ๕๓๐๐ ๑๑๒๒          ๑๔ มี.ค. ๒๕๖๕",
        "โทร. ๐ ๕๓๐๐ ๑๑๒๒ 14/3/2565",
        "โทร. ๐ ๕๓๐๐ ๑๑๒๒  ๑๔ มีนาคม ๒๕๖๕",
    ],
)
def test_a_day_stamped_beside_a_telephone_is_no_part_of_its_number(line):
    text = MEMO.format(beside="", below=f"งานธุรการ\n{line}")

    (letter,) = read_letters(pages_of_text(text))

    assert letter.contact.phone == "๐ ๕๓๐๐ ๑๑๒๒"


@pytest.mark.parametrize(
    ("beside", "below", "phone"),
    [
        (" โทร.๑๗", "", "๑๗"),
        ("  โทร. ภายใน 24", "", "24"),
        # A whole number at the foot is worth more, and an area code alone is none.
        (" โทร.๑๗", "งานธุรการ\nโทร. ๐ ๕๓๐๐ ๑๑๒๒", "๐ ๕๓๐๐ ๑๑๒๒"),
        (" โทร. ๐๒", "", None),
        (" ชั้น ๑๗", "", None),
    ],
)
def test_two_figures_beside_the_office_of_a_memo_are_a_telephone_in_its_house(beside, below, phone):
    (letter,) = read_letters(pages_of_text(MEMO.format(beside=beside, below=below)))

    assert letter.contact.phone == phone
