from datetime import date

import pytest

from tests.rules.letter_reading.letters import the_letter


@pytest.mark.parametrize(
    "seal",
    [
        "กรมทดสอบน้ำ\n๑๒ กรกฎาคม ๒๕๔๗",
        "กรมทดสอบน้ำ\n(ประทับตรา)\n๑๒ กรกฎาคม ๒๕๔๗",
        "กรมทดสอบน้ำ  ๑๒ ก.ค. ๒๕๔๗",
        "(ตรากรมทดสอบน้ำ)\n๑๒ ก.ค. ๒๕๔๗",
        "[ตราประทับ: กรมทดสอบน้ำ ๑๒ ก.ค. ๒๕๔๗]",
    ],
)
def test_a_sealed_letter_has_its_office_and_its_day_from_the_seal(seal):
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๔๕๖\nถึง สำนักงานจังหวัดทดสอบ\nพร้อมหนังสือนี้ กรมทดสอบน้ำขอส่งคู่มือ "
        f"มาเพื่อใช้ในราชการ\n{seal}\nสำนักงานเลขานุการกรม\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.kind == "หนังสือประทับตรา"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on == date(2004, 7, 12)
    assert letter.contact.section == "สำนักงานเลขานุการกรม"
