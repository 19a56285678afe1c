"""Memos of the army: short names all through, เสนอ before those they go to."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import the_letter

MEMO = """บันทึกข้อความ
ส่วนราชการ   กยก.สทส.ทบ. (กองแผน โทร. ทบ. ๙๙๐๐๑)
ที่ กห ๐๔๙๙.๓/๑๒   วันที่   ๒ ก.ค. ๖๓
เรื่อง  การเตรียมการรับตรวจ
เสนอ  กพ.สทส.ทบ., กกบ.สทส.ทบ. และ ฝกง.สทส.ทบ.
๑. อ้างถึง หนังสือ ยก.ทบ. ที่ กห ๐๔๙๘/๕๕ ลง ๒๕ มิ.ย. ๖๓
๒. ขอให้หน่วยเตรียมรับตรวจ
จึงเสนอมาเพื่อดำเนินการ
พ.อ.
( ทดลอง น้ำใส )
ผอ.กยก.สทส.ทบ.
"""


def test_an_army_memo_goes_to_whom_it_is_submitted():
    memo = the_letter(MEMO)

    assert memo.subject == "การเตรียมการรับตรวจ"
    assert memo.addressees == ["กพ.สทส.ทบ.", "กกบ.สทส.ทบ.", "ฝกง.สทส.ทบ."]
    assert memo.signatory.name == "พ.อ. ทดลอง น้ำใส"
    assert [one.dated_on for one in memo.cited] == [date(2020, 6, 25)]
    assert memo.asks == ["ดำเนินการ"]


def test_a_section_of_a_division_in_brackets_is_no_part_of_the_office_and_has_the_telephone():
    memo = the_letter(MEMO)

    assert memo.issuer == "กยก.สทส.ทบ."
    assert memo.contact.phone == "๙๙๐๐๑"


@pytest.mark.parametrize(
    ("printed", "office", "phone"),
    [
        ("ทด.ทบ. (กองป้าย โทร. ๙๙๐๐๒)", "ทด.ทบ. (กองป้าย)", "๙๙๐๐๒"),
        ("ทด.ทร. (ฝ่ายป้ายเตือนภัย โทร. ทร. ๙๙๐๐๒)", "ทด.ทร. (ฝ่ายป้ายเตือนภัย)", "๙๙๐๐๒"),
        ("ทด.ทบ. (โทร. ๙๙๐๐๒)", "ทด.ทบ.", "๙๙๐๐๒"),
        ("บก.มทบ.๙๙ (กกร.ฯ โทร.ทหาร ๒๙๙๑๔)", "บก.มทบ.๙๙", "๒๙๙๑๔"),
    ],
)
def test_a_department_is_named_with_its_division_in_brackets(printed, office, phone):
    memo = the_letter(MEMO.replace("กยก.สทส.ทบ. (กองแผน โทร. ทบ. ๙๙๐๐๑)", printed))

    assert (memo.issuer, memo.contact.section) == (office, office)
    assert memo.contact.phone == phone


def test_a_second_reference_with_its_day_leaves_the_enclosures_a_field_of_their_own():
    memo = (
        "บันทึกข้อความ\nส่วนราชการ กพ.ทบ. (กองแผน โทร. ๙๗๙๙๙)\nที่ กห ๐๔๐๑/๙๑๔๖ วันที่ ๒๗ ก.ค. ๔๑\n"
        "เรื่อง การรับสมัคร\nเรียน ผบ.หน่วยขึ้นตรง ทบ.\nอ้างถึง ๑. หนังสือ กพ.ทบ. ที่ กห ๐๔๐๑/๒๙๗๑ ลง ๔ ธ.ค. ๔๐\n"
        "๒. หนังสือ ดย.ทบ. ที่ กห ๐๔๖๖/๓๙๙ ลง ๖ ก.ค. ๔๑\nสิ่งที่ส่งมาด้วย ๑. ระเบียบการรับสมัคร จำนวน ๑ ฉบับ\n"
        "๒. แบบบัญชีรายชื่อ จำนวน ๑ แผ่น\nตามอ้างถึง ๑ กพ.ทบ. จะรับสมัครผู้มีอายุไม่เกิน ๑๗ ปีนับถึงวันที่ ๑ พ.ค. ๔๒\n"
        "จึงเรียนมาเพื่อกรุณาทราบ\nพล.ต.\n(ทดลอง น้ำใส)\nรอง จก.กพ.ทบ. รักษาราชการแทน\nจก.กพ.ทบ.\n"
        "ร้อย.บก. มทบ.๙๙\nเลขรับ ๗๑๕\n๓ ส.ค. ๔๑\n๐๙๔๕\n"
    )

    letter = the_letter(memo)

    assert letter.enclosures == ["ระเบียบการรับสมัคร จำนวน ๑ ฉบับ", "แบบบัญชีรายชื่อ จำนวน ๑ แผ่น"]
    assert len(letter.references) == 2
    assert letter.deadlines == []
    (stamp,) = letter.stamps
    assert (stamp.unit, stamp.number, stamp.time) == ("ร้อย.บก. มทบ.๙๙", "715", "09:45")
    assert letter.signatory.acting_for == "รักษาราชการแทน จก.กพ.ทบ."
