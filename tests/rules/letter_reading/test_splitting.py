"""Which of the letters in one file brings along which."""

from datetime import date

import pytest

from saraban.rules.letter_reading.draft import Citation, Evidence, LetterDraft, NumberParts
from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.splitting import conveyed
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED

SUBJECT = "การรายงานผลการจัดกิจกรรมปลูกต้นไม้ประจำปีของหมู่บ้าน"


def draft(number, issuer, *, cited=(), source="text", subject=SUBJECT):
    parts = NumberParts(number, number, None, None, None, None) if number else None
    letter = LetterDraft(
        "หนังสือภายนอก",
        number=parts,
        dated_on=date(2022, 6, 3),
        issuer=issuer,
        subject=subject,
        cited=[Citation(*one) for one in cited],
    )
    letter.evidence = {"number": Evidence(1, None, number or "", source, 0.9, True)}
    return letter


def test_a_letter_conveys_the_one_it_cites_by_number_and_day():
    province = draft(
        "ตย 0023.3/ว 9", "จังหวัดตัวอย่าง", cited=[("มท 0890/ว 12", date(2022, 6, 3), None)]
    )
    department = draft("มท 0890/ว 12", "กรมจำลอง")

    assert conveyed([province, department]) == [[1], []]


def test_misread_figures_leave_the_sender_and_the_matter_to_tell():
    cited = [("มท 0590/ว 15", date(1962, 6, 3), "กรมส่งเสริมจำลอง")]
    province = draft("ตย 0023.3/ว 9", "จังหวัดตัวอย่าง", cited=cited, source="ocr")
    department = draft("มท 0890/ว 12", "กรมส่งเสริมจำลอง", source="ocr", subject=f"{SUBJECT} ๑")

    assert conveyed([province, department]) == [[1], []]


def test_of_figures_in_a_text_layer_the_number_alone_decides():
    cited = [("มท 0590/ว 15", date(2020, 1, 3), "กรมส่งเสริมจำลอง")]
    province = draft("ตย 0023.3/ว 9", "จังหวัดตัวอย่าง", cited=cited)
    department = draft("มท 0890/ว 12", "กรมส่งเสริมจำลอง")

    assert conveyed([province, department]) == [[], []]


def test_two_short_letters_on_one_page_are_two():
    text = """ที่ ตย ๐๐๑๗/๑๑
ศาลากลางจังหวัดตัวอย่าง
๑ มีนาคม ๒๕๖๖
เรื่อง ขอส่งรายงาน
เรียน นายอำเภอทดลอง
     ด้วยจังหวัดขอส่งรายงานประจำปี
     จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายหนึ่ง ทดลอง)
ผู้ว่าราชการจังหวัดตัวอย่าง
ด่วนที่สุด
ที่ ตย ๐๐๑๗/๑๒
ศาลากลางจังหวัดตัวอย่าง
๒ มีนาคม ๒๕๖๖
เรื่อง ขอเชิญประชุม
เรียน นายอำเภอทดลอง
     ด้วยจังหวัดกำหนดจัดประชุม
     จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม
ขอแสดงความนับถือ
(นายสอง ทดลอง)
ปลัดจังหวัดตัวอย่าง
"""

    first, second = read_letters(pages_of_text(text))

    assert (first.number.running, first.urgency) == ("11", None)
    assert (second.number.running, second.urgency) == ("12", "ด่วนที่สุด")


def test_a_figure_at_the_foot_is_no_heading_when_the_letters_own_number_is_lost():
    text = """ที่ จล วี
ถึง สถาบันการศึกษา
     ด้วยสำนักงานจำลองจะรับสมัครสอบ
     จึงเรียนมาเพื่อโปรดทราบ
สำนักงานจำลอง
๒๐ เมษายน ๒๕๕๓
ศูนย์สรรหา
โทร ๐ ๒๐๐๐ ๐๐๐๐
เลขที่ ทย ๖๑๐/๗
"""

    (draft,) = read_letters(pages_of_text(text))

    assert (draft.addressees, draft.asks) == (["สถาบันการศึกษา"], ["ทราบ"])


@pytest.mark.parametrize(
    "first",
    [
        "ที่ ทส ๙๙๐๑/๘๐\nถึง สำนักงานจังหวัดทดสอบ\nด้วยกรมทดสอบน้ำขอทราบจำนวนป้าย จึงขอให้ส่งข้อมูลด้วย\n"
        "กรมทดสอบน้ำ\n๑๘ กรกฎาคม ๒๕๖๖\nกองป้าย\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n",
        f"{HEAD}{BODY}ขอแสดงความนับถือ\nว่าที่ร้อยตรี\n(ทดลอง น้ำใส ณ ทดสอบ)\nผู้อำนวยการกองป้าย\n",
    ],
)
def test_a_letter_sealed_or_signed_by_a_rare_name_ends_before_the_next(first):
    second = HEAD.replace("ว ๘๑", "ว ๘๒")

    letters = read_letters(pages_of_text(f"{first}{second}{BODY}{SIGNED}"))

    assert len(letters) == 2
    assert letters[1].number.normalized == "ทส 9901/ว 82"


def test_the_telephone_of_a_memos_heading_ends_nothing():
    memo = (
        "บันทึกข้อความ\nส่วนราชการ กองป้าย\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\nที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\n"
        f"เรื่อง ขอวิทยากร\nเรียน ผู้อำนวยการกองแผน\n{BODY}(นายทดลอง น้ำใส)\nผู้อำนวยการกองป้าย\n"
    )

    assert len(read_letters(pages_of_text(memo))) == 1
