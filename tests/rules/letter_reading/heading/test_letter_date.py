"""The day of a letter among the other days on its page."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import (
    BODY,
    HEAD,
    SIGNED,
    the_letter,
    the_letter_off_a_picture,
)


def test_the_day_may_end_a_long_line_that_begins_with_the_number():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/ว๘๑ กรมทดสอบน้ำ ๑๒๐ ถนนทดลองริมตลิ่งฝั่งตะวันตก แขวงน้ำใสเหนือ เขตน้ำหลาก "
        "กรุงเทพมหานคร ๑๐๔๐๐ อาคารป้ายเตือนภัยน้ำหลาก ๓ มิถุนายน ๒๕๖๕\n"
        "เรื่อง การสำรวจป้าย เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
        f"{BODY}{SIGNED}"
    )

    assert letter.dated_on == date(2022, 6, 3)


@pytest.mark.parametrize("end", ["วันที่ ๓๐ กันยายน ๒๕๖๕", "ลงวันที่ ๓๐ เมษายน ๒๕๖๕"])
def test_a_day_that_ends_a_wrapped_subject_is_not_the_letter_s(end):
    subject = "เรื่อง การขยายเวลาสำรวจป้ายเตือนภัยน้ำหลากตามหนังสือกรม"
    head = HEAD.replace("เรื่อง การสำรวจป้ายเตือนภัยน้ำหลาก", f"{subject}\n{end}")

    assert the_letter(f"{head}{BODY}{SIGNED}").dated_on == date(2022, 6, 3)


def test_the_day_of_an_order_on_the_next_line_does_not_end_the_text():
    memo = (
        "บันทึกข้อความ\nส่วนราชการ กองป้าย\nที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\nเรื่อง ขอวิทยากร\n"
        "เรียน ผู้อำนวยการกองแผน\nด้วยกองป้ายจะจัดอบรม ตามคำสั่งกรมทดสอบน้ำ ที่ ๔๑๒/๒๕๖๕\n"
        "ลงวันที่ ๑ มิถุนายน ๒๕๖๕\nจึงขอให้ส่งรายชื่อวิทยากรให้กองป้าย\n"
        "จึงเรียนมาเพื่อโปรดพิจารณา\n(นายทดลอง น้ำใส)\nผู้อำนวยการกองป้าย\n"
    )

    letter = the_letter(memo)

    assert [(one.number, one.dated_on) for one in letter.cited] == [("412/2565", date(2022, 6, 1))]
    assert letter.asks == ["พิจารณา", "ส่งข้อมูล"]


def test_a_day_in_a_memos_table_does_not_end_its_text():
    memo = (
        "บันทึกข้อความ\nส่วนราชการ กองป้าย\nที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\nเรื่อง ขอโครงร่าง\n"
        "เรียน ผู้อำนวยการกองแผน\nด้วยกองป้ายจะรับโครงร่าง มีกำหนดดังนี้\nส่งโครงร่าง\tภายในวันที่ ๗ มิถุนายน ๒๕๖๕\n"
        "ประกาศผล\n๒๘ มิถุนายน ๒๕๖๕\nทั้งนี้ ให้ทุกกองรายงานผลภายใน ๑๐ วันทำการ\n"
        "จึงเรียนมาเพื่อโปรดทราบ\n(นายทดลอง น้ำใส)\nผู้อำนวยการกองป้าย\n"
    )

    letter = the_letter(memo)

    assert letter.asks == ["ทราบ", "รายงาน"]
    assert [one.working_days for one in letter.deadlines if one.kind == "relative"] == [10]


def test_the_year_of_an_announcement_may_stand_under_its_day():
    text = (
        "ประกาศเทศบาลทดสอบ\nเรื่อง การรับสมัคร\nเทศบาลทดสอบจะรับสมัครพนักงานเฝ้าป้าย\n"
        "ประกาศ ณ วันที่ ๘ สิงหาคม พ.ศ.\n๒๕๖๕\n(นายทดลอง น้ำใส)\nนายกเทศมนตรี\n"
    )

    assert the_letter(text).dated_on == date(2022, 8, 8)


def test_an_unreadable_number_of_a_fax_leaves_its_subject_a_field():
    text = (
        "โทรสารในราชการกรมทดสอบน้ำ\nจาก กรมทดสอบน้ำ\nถึง ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
        "ที่ ทส ๙๙๐๑/?)? ๔๔ วันที่ ๒๖ กรกฎาคม ๒๕๖๕\nเรื่อง มาตรการเร่งด่วนดูแลป้าย\n"
        "ตามที่ได้ตรวจพบป้ายชำรุด นั้น ให้ดูแลป้าย\nจึงแจ้งมาเพื่อทราบ\n(นายทดลอง น้ำใส)\nอธิบดีกรมทดสอบน้ำ\n"
    )

    letter = the_letter_off_a_picture(text)

    assert letter.subject == "มาตรการเร่งด่วนดูแลป้าย"
    assert letter.dated_on == date(2022, 7, 26)
