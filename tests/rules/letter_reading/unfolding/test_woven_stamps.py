"""Stamps whose parts stand on one line with the letter's own, without a gap between."""

from datetime import date

import pytest

from saraban.rules.letter_reading.draft import ReceiptStamp
from tests.rules.letter_reading.letters import BODY, FOOT, SIGNED, the_letter

WOVEN = """ด่วนที่สุด
เทศบาลเมืองทดลอง
ที่ ทล ๐๐๓๑/๑๔ เลขรับ ๕๘๗๑ สำนักงานทดสอบจังหวัดทดลอง
วันที่ ๑๙ ต.ค. ๒๕๖๕ ศาลากลางจังหวัดทดลอง
เวลา ๐๙.๔๐ น. ถนนทดลอง ทล ๔๖๐๐๐
๑๘ ตุลาคม ๒๕๖๕
กองสวัสดิการสังคม
เลขที่รับ ๙๑๒
เรื่อง การสำรวจป้าย
วันที่ ๒๐ ต.ค. ๖๕
เรียน นายกเทศมนตรีเมืองทดลอง เวลา ๑๓.๑๕
"""
ALONE = """โรงเรียนบ้านทดลอง
เลขที่รับ ๔๕๖
วันที่ ๑๒/๐๖/๖๕
เวลา ๐๙.๐๐ น.
ที่ ทล ๐๔๙๙๙/ว ๒๒ สำนักงานเขตพื้นที่การศึกษาทดลอง เขต ๑
ถนนทดลอง อำเภอเมือง ทล ๕๐๐๐๐
๘ มิถุนายน ๒๕๖๕
เรื่อง ขอเชิญประชุม วันที่ ๒๐ มิ.ย. ๖๕ เวลา ๑๓.๓๐ น.
เรียน ผู้อำนวยการโรงเรียนทุกโรง
"""


def test_woven_stamps_are_read_and_leave_the_letters_own_lines_whole():
    letter = the_letter(f"{WOVEN}{BODY}{SIGNED}{FOOT}")

    assert letter.stamps == [
        ReceiptStamp("เทศบาลเมืองทดลอง", "5871", date(2022, 10, 19), "09:40"),
        ReceiptStamp("กองสวัสดิการสังคม", "912", date(2022, 10, 20), "13:15"),
    ]
    assert letter.number.normalized == "ทล 0031/14"
    assert letter.issuer == "สำนักงานทดสอบจังหวัดทดลอง"
    assert letter.dated_on == date(2022, 10, 18)
    assert letter.subject == "การสำรวจป้าย"
    assert letter.addressees == ["นายกเทศมนตรีเมืองทดลอง"]


def test_a_meetings_day_and_hour_in_a_subject_are_no_stamps():
    letter = the_letter(f"{ALONE}{BODY}{SIGNED}{FOOT}")

    assert letter.stamps == [ReceiptStamp("โรงเรียนบ้านทดลอง", "456", date(2022, 6, 12), "09:00")]
    assert letter.subject.startswith("ขอเชิญประชุม วันที่ ๒๐ มิ.ย. ๖๕ เวลา ๑๓.๓๐")


@pytest.mark.parametrize("note", [" ๒๐ ต.ค. ๖๕", ""])
def test_a_day_written_behind_the_section_is_no_part_of_its_name(note):
    foot = FOOT.replace("กองป้ายเตือนภัย", f"กองป้ายเตือนภัย{note}")

    assert the_letter(f"{ALONE}{BODY}{SIGNED}{foot}").contact.section == "กองป้ายเตือนภัย"


def test_a_stamps_day_may_stand_behind_the_address():
    woven = WOVEN.replace(
        "วันที่ ๑๙ ต.ค. ๒๕๖๕ ศาลากลางจังหวัดทดลอง", "ถนนริมน้ำ ทล ๔๖๐๐๐ วันที่ ๑๙ ต.ค. ๒๕๖๕"
    )

    letter = the_letter(f"{woven}{BODY}{SIGNED}{FOOT}")

    assert letter.stamps[0] == ReceiptStamp("เทศบาลเมืองทดลอง", "5871", date(2022, 10, 19), "09:40")
    assert letter.dated_on == date(2022, 10, 18)


def test_a_stamp_keeps_its_office_over_another_that_is_all_on_one_line():
    over = "โรงเรียนบ้านทดลอง\nฝ่ายวิชาการ รับที่ ๒๑ วันที่ ๑๓ มิ.ย. ๖๕ เวลา ๐๘.๓๐\n"

    letter = the_letter(f"{ALONE.replace('โรงเรียนบ้านทดลอง' + chr(10), over)}{BODY}{SIGNED}{FOOT}")

    assert {one.unit: one.number for one in letter.stamps} == {
        "ฝ่ายวิชาการ": "21",
        "โรงเรียนบ้านทดลอง": "456",
    }
