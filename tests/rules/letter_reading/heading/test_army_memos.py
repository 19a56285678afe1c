"""Memos of the army: short names all through, เสนอ before those they go to."""

from datetime import date

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


def test_the_section_in_brackets_is_no_part_of_the_office_and_has_the_telephone():
    memo = the_letter(MEMO)

    assert memo.issuer == "กยก.สทส.ทบ."
    assert memo.contact.phone == "๙๙๐๐๑"
