"""Forms whose labels came out of the text apart from their values."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import the_letter

TEXT = """ด้วยจะสำรวจป้ายเตือนภัย ให้ทุกสถานีตรวจสอบป้าย
จึงแจ้งมาเพื่อทราบและดำเนินการ
(ทดลอง น้ำใส)
ผกก.ทดสอบ
"""
IN_A_ROW = """บันทึกข้อความ
ส่วนราชการ
โทร.
ที่
วันที่
เรื่อง
ตำรวจภูธรจังหวัดทดลอง ฝ่ายอำนวยการ
๐ ๒๐๐๐ ๑๑๑๑
ตช ๐๐๙๙(ทล).๑๕/๔๔
๑๗ พฤศจิกายน ๒๕๖๔
การตรวจสภาพป้าย
เรียน
สวญ.สภ. ในสังกัด
"""
ONE_BY_ONE = """บันทึกข้อความ
ส่วนราชการ
ตำรวจภูธรจังหวัดทดลอง ฝ่ายอำนวยการ
โทร.
๐ ๒๐๐๐ ๑๑๑๑
ที่
ตช ๐๐๙๙(ทล).๑๕/๔๔
วันที่
๑๗ พฤศจิกายน ๒๕๖๔
เรื่อง
การตรวจสภาพป้าย
เรียน
สวญ.สภ. ในสังกัด
"""


@pytest.mark.parametrize("head", [IN_A_ROW, ONE_BY_ONE])
def test_each_value_finds_its_label(head):
    letter = the_letter(head + TEXT)

    assert letter.issuer == "ตำรวจภูธรจังหวัดทดลอง ฝ่ายอำนวยการ"
    assert letter.contact.phone == "๐ ๒๐๐๐ ๑๑๑๑"
    assert letter.number.normalized == "ตช 0099(ทล).15/44"
    assert letter.dated_on == date(2021, 11, 17)
    assert letter.subject == "การตรวจสภาพป้าย"
    assert letter.addressees == ["สวญ.สภ. ในสังกัด"]


def test_a_label_left_blank_takes_no_other_ones_value():
    letter = the_letter(IN_A_ROW.replace("๐ ๒๐๐๐ ๑๑๑๑\n", "") + TEXT)

    assert letter.number.normalized == "ตช 0099(ทล).15/44"
    assert letter.subject == "การตรวจสภาพป้าย"
    assert letter.contact.phone is None


def test_a_number_and_a_day_may_share_the_row_under_their_labels():
    letter = the_letter(
        "บันทึกข้อความ\nส่วนราชการ ฝ่ายอำนวยการ ค่ายทดลอง\nที่ วันที่\n"
        "กห ๐๔๙๙.๙๙/๗๗๑ ๑๒ กรกฎาคม ๒๕๖๖\nเรื่อง การตรวจสภาพป้าย\nเรียน ผบ.ทดลอง\n" + TEXT
    )

    assert letter.number.normalized == "กห 0499.99/771"
    assert letter.dated_on == date(2023, 7, 12)


def test_a_number_may_stand_apart_from_the_code_printed_on_the_form():
    letter = the_letter(
        "บันทึกข้อความ\nส่วนราชการ กองทดสอบ\nที่ ทล ๐๘๙๙/ว\nวันที่\n๒๓๑\n๗ กันยายน ๒๕๖๓\n"
        "เรื่อง การตรวจสภาพป้าย\nเรียน ผู้อำนวยการกอง\n" + TEXT
    )

    assert letter.number.normalized == "ทล 0899/ว 231"
    assert letter.dated_on == date(2020, 9, 7)


def test_a_long_subject_ends_before_the_value_of_the_salutation():
    letter = the_letter(
        "บันทึกข้อความ\nส่วนราชการ\nที่\nวันที่\nเรื่อง\nเรียน\nสำนักปลัด เทศบาลตำบลทดลอง\n"
        "ทล ๘๘๑๐๑/๒๓\n๔ มกราคม ๒๕๖๗\nขอเชิญประชุมคณะทำงานสำรวจป้าย\nและทางหนีภัย\n"
        "ผู้อำนวยการกองทุกกอง\n" + TEXT
    )

    assert letter.subject == "ขอเชิญประชุมคณะทำงานสำรวจป้าย และทางหนีภัย"
    assert letter.addressees == ["ผู้อำนวยการกองทุกกอง"]
