from datetime import date

import pytest

from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


def test_a_number_a_web_page_broke_over_three_lines_is_one_number():
    letter = the_letter(
        "ที่\nทส\n  9901.2/ 1350        กรมทดสอบน้ำ\nถนนทดลอง กทม.10400\n17   มิถุนายน \n 2546\n"
        f"เรื่อง การสำรวจ\n\nเรียน\n ผู้ว่าราชการจังหวัด\n{BODY}{SIGNED}"
    )

    assert letter.number.normalized == "ทส 9901.2/1350"
    assert letter.dated_on == date(2003, 6, 17)
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัด"]


def test_a_notice_broken_at_every_phrase_keeps_its_day_and_borrows_no_number():
    letter = the_letter(
        "ประกาศ\nเรื่อง\nการให้คำสั่งที่ออกไว้ยังคงมีผล\nใช้บังคับ\nตามที่ได้มีคำสั่ง\n"
        "ที่ ๑/๒๕๕๐ เรื่อง การแต่งตั้งเจ้าหน้าที่\nลงวันที่ ๑๖ มกราคม พ.ศ. ๒๕๕๐ แล้ว นั้น\n"
        "จึงให้คำสั่งนั้นมีผลต่อไป\nประกาศ\nณ วันที่ ๑๗ มีนาคม พ.ศ. ๒๕๕๘\nพลเอก\nทดลอง น้ำใส\n"
    )

    assert letter.kind == "ประกาศ"
    assert letter.number is None
    assert letter.dated_on == date(2015, 3, 17)
    assert letter.subject == "การให้คำสั่งที่ออกไว้ยังคงมีผล ใช้บังคับ"


@pytest.mark.parametrize("broken", ["ลง\nวันที่ ๒ เมษายน ๒๕๖๕", "ลงวัน\nที่ ๒ เมษายน ๒๕๖๕"])
def test_the_day_of_a_letter_named_at_a_lines_end_is_not_the_letters_own(broken):
    head = HEAD.replace("๓ มิถุนายน ๒๕๖๕\n", "")
    letter = the_letter(
        f"{head}อ้างถึง หนังสือกรมทดสอบน้ำ ด่วนที่สุด ที่ ทส ๙๙๐๑/ว ๘ {broken}\n{BODY}{SIGNED}"
    )

    [reference] = letter.references
    assert (reference.number, reference.dated_on) == ("ทส 9901/ว 8", date(2022, 4, 2))
    assert letter.dated_on is None


@pytest.mark.parametrize("closed", ["", ")"])
@pytest.mark.parametrize(
    ("over", "under", "whole"),
    [
        ("(รองศาสตราจารย์ ดร.ทดลอง น้ำใส", "บางทดสอบ)", "รองศาสตราจารย์ ดร.ทดลอง น้ำใสบางทดสอบ"),
        ("(ผู้ช่วยศาสตราจารย์ ดร.ทดลอง", "น้ำใส)", "ผู้ช่วยศาสตราจารย์ ดร.ทดลอง น้ำใส"),
    ],
)
def test_a_name_in_brackets_on_two_lines_is_one(over, under, whole, closed):
    signed = f"ขอแสดงความนับถือ\n{over}{closed}\n{under}\nคณบดีคณะทดสอบ\n"

    letter = the_letter(f"{HEAD}{BODY}{signed}")

    assert (letter.signatory.name, letter.signatory.position) == (whole, "คณบดีคณะทดสอบ")
