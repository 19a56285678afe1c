"""Splitting, conveying, evidence, and input that is no letter at all."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, ORDER, SIGNED, the_letter

SAMPLES = Path(__file__).parent / "samples" / "letters"
UPPER = """ที่ ทส ๙๙๐๑/ว ๘๑
กรมทดสอบน้ำ
๓ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้ายเตือนภัยน้ำหลากริมตลิ่ง
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัย
จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
(นายทดลอง น้ำใส)
อธิบดีกรมทดสอบน้ำ
"""
LOWER = """ที่ นท ๐๐๒๓/ว ๙๐
ศาลากลางจังหวัดทดสอบ
๑๐ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้ายเตือนภัยน้ำหลากริมตลิ่ง
เรียน นายอำเภอทุกอำเภอ
สิ่งที่ส่งมาด้วย สำเนาหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๘ ลงวันที่ ๓ มิถุนายน ๒๕๖๕
ด้วยกรมทดสอบน้ำแจ้งว่าจะสำรวจป้ายเตือนภัย
/จึงเรียน...
\f- ๒ -
จึงเรียนมาเพื่อดำเนินการ
ขอแสดงความนับถือ
(นายจังหวัด ทดสอบดี)
ผู้ว่าราชการจังหวัดทดสอบ
"""
NOTHING_BUT_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ที่เรื่องเรียนอ้างถึงวันที่จึงด้วยขอแสดงนายก()/.ว๑๒๓4567 \n\t\f"),
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
    ),
    max_size=300,
)


def test_a_file_is_split_into_its_letters_and_says_which_conveys_which():
    letters = read_letters(pages_of_text(f"{LOWER}\f{UPPER}"))

    assert [letter.pages for letter in letters] == [(1, 2), (3,)]
    assert [letter.conveys for letter in letters] == [[1], []]


def test_two_letters_on_one_page_are_two():
    letters = read_letters(pages_of_text(f"{UPPER}\n{LOWER}"))

    assert [letter.number.running for letter in letters] == ["81", "90"]


def test_evidence_quotes_the_page_word_for_word():
    (letter,) = read_letters(pages_of_text(UPPER))

    assert letter.evidence["number"].raw == "ทส ๙๙๐๑/ว ๘๑"
    assert letter.evidence["date_iso"].raw == "๓ มิถุนายน ๒๕๖๕"
    assert letter.evidence["number"].page == 1


def test_a_misspelt_month_has_to_be_confirmed():
    (letter,) = read_letters(pages_of_text(UPPER.replace("มิถุนายน", "มิถนายน")))

    assert letter.evidence["date_iso"].confirm
    assert not letter.evidence["number"].confirm


def test_lost_line_ends_do_not_lose_the_letter():
    (letter,) = read_letters(pages_of_text(UPPER.replace("\n", " ")))

    assert letter.subject == "การสำรวจป้ายเตือนภัยน้ำหลากริมตลิ่ง"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]
    assert letter.signatory.name == "นายทดลอง น้ำใส"


@settings(max_examples=150, deadline=None)
@given(NOTHING_BUT_TEXT)
def test_whatever_the_text_reading_does_not_fail(text):
    read_letters(pages_of_text(text))


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_a_letter_with_lines_missing_is_still_read(seed):
    lines = (SAMPLES / "stamped-endorsed.txt").read_text("utf-8").split("\n")
    kept = [line for place, line in enumerate(lines) if (place * 7 + seed) % 5]

    assert read_letters(pages_of_text("\n".join(kept)))


def test_a_day_at_the_head_of_a_line_goes_on_with_the_sentence():
    order = ORDER.replace(
        "สั่ง ณ",
        "๑) ตรวจป้าย ระหว่างวันที่ ๑ มีนาคม ๒๕๖๐ ถึงวันที่\n๓๑ มีนาคม ๒๕๖๐\n"
        "๒) สรุปและรายงานผลให้โรงเรียนทราบ ภายในวันที่ ๕ เมษายน ๒๕๖๐\nสั่ง ณ",
    )

    letter = the_letter(order)

    assert [one.due_on for one in letter.deadlines] == [date(2017, 4, 5)]
    assert "รายงาน" in letter.asks


def test_a_letter_cited_again_with_another_year_is_one_letter():
    cited = "ตามหนังสือกรมจำลอง ที่ ทส ๙๙๐๒/ว ๓๗ ลงวันที่ ๒๒ กุมภาพันธ์ ๒๕๖๕ แจ้งแล้ว นั้น\n"
    again = "ขอให้ตรวจป้ายตามหนังสือกรมจำลอง ที่ ทส ๙๙๐๒/ว ๓๗ ลงวันที่ ๒๒ กุมภาพันธ์ ๒๕๖๑\n"

    letter = the_letter(f"{HEAD}{cited}{again}{BODY}{SIGNED}")

    assert [one.dated_on for one in letter.cited] == [date(2022, 2, 22)]


def test_a_count_at_the_head_of_a_line_is_no_number_of_an_item():
    text = BODY.replace("จึงเรียน", "ให้ทุกจังหวัดส่งแบบสำรวจภายใน\n๑๕ วันทำการนับแต่วันที่ติดตั้ง\nจึงเรียน")

    (deadline,) = the_letter(f"{HEAD}{text}{SIGNED}").deadlines

    assert deadline.working_days == 15


def test_a_blank_line_behind_every_line_parts_nothing():
    text = BODY.replace(
        "ทุกแห่ง", "ทุกแห่ง และขอให้ทุกจังหวัดรวบรวม\nแบบสำรวจส่งกองป้าย ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕"
    )
    letter = f"{HEAD}{text}{SIGNED}{FOOT}"

    spaced = the_letter(letter.replace("\n", "\n\n"))

    assert spaced.asks == the_letter(letter).asks == ["ทราบ", "ส่งข้อมูล"]
    assert spaced.addressees == the_letter(letter).addressees


def test_a_sentence_goes_on_over_the_end_of_a_page():
    text = BODY.replace(
        "ทุกแห่ง", "ทุกแห่ง ขอให้ทุกจังหวัดรวบรวมแบบ\n\fสำรวจส่งกองป้าย ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕"
    )

    assert the_letter(f"{HEAD}{text}{SIGNED}").asks == ["ทราบ", "ส่งข้อมูล"]


def test_a_month_at_the_head_of_a_line_is_no_seal():
    order = ORDER.replace(
        "สั่ง ณ",
        "ตามบันทึกข้อความ\nงานป้าย กองช่าง ที่ กช ๑๒/๕ ลงวันที่ ๔\nมีนาคม ๒๕๖๐ ให้รายงานผลให้โรงเรียนทราบ\nสั่ง ณ",
    ).replace("มีนาคม ๒๕๖๐ ให้", "กุมภาพันธ์ ๒๕๖๐\nให้")

    assert the_letter(order).asks == ["รายงาน"]


def test_a_day_in_the_table_of_a_notice_is_no_seal():
    notice = """ประกาศโรงเรียนทดสอบวิทยา
เรื่อง รับสมัครนักเรียน
ด้วยโรงเรียนจะรับสมัครนักเรียน ดังนี้
๑. ยื่นใบสมัครพร้อมค่าธรรมเนียม ๒๐๐ บาท ได้ที่อาคารทดสอบและทดลองหลังที่สาม ชั้นล่าง
ห้องธุรการ ของโรงเรียน ตั้งแต่วันที่ ๓ - ๒๘ เมษายน ๒๕๖๕

ประกาศผล ๒ พฤษภาคม ๒๕๖๕
ผู้ผ่านการคัดเลือกต้องชำระเงินภายในวันที่ ๑๐ พฤษภาคม ๒๕๖๕
ประกาศ ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๕
(นายทดลอง น้ำใส)
ผู้อำนวยการโรงเรียนทดสอบวิทยา
"""

    due = [one.due_on for one in the_letter(notice).deadlines]

    assert due == [date(2022, 4, 28), date(2022, 5, 10)]
