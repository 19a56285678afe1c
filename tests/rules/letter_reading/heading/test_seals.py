"""Sealed letters: their office and day from the seal."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import the_letter

SEALED = """ที่ ทส ๙๙๐๑/๘๑
ถึง สำนักงานจังหวัดทดสอบ
ด้วยกรมทดสอบน้ำขอทราบจำนวนป้ายเตือนภัย จึงขอให้ส่งข้อมูลภายใน ๑๕ วัน
นับแต่วันที่ได้รับหนังสือนี้
"""


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


def test_a_seal_may_name_a_long_office_on_two_lines():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๔๕๖\nถึง สำนักงานจังหวัดทดสอบ\nพร้อมหนังสือนี้ ขอส่งคู่มือมาเพื่อใช้ในราชการ\n\n"
        "สำนักงานคณะกรรมการ\nการป้ายเตือนภัย\n๑๒ กรกฎาคม ๒๕๔๗\n\nกองกลาง\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.issuer == "สำนักงานคณะกรรมการการป้ายเตือนภัย"
    assert letter.dated_on == date(2004, 7, 12)
    assert letter.contact.section == "กองกลาง"


@pytest.mark.parametrize(
    "foot",
    [
        "กรมทดสอบน้ำ\n(ประทับตรากรมทดสอบน้ำ) ๑๘ กรกฎาคม ๒๕๖๖\nกองป้าย\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n",
        "กรมทดสอบน้ำ\nกองป้าย\nงานสำรวจ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\nโทรสาร ๐ ๒๐๐๐ ๐๐๐๑\n"
        "(ตราประทับ) ท.น.\n๑๘ กรกฎาคม ๒๕๖๖\n",
    ],
)
def test_the_day_of_a_sealed_letter_stands_beside_the_seal_or_under_it(foot):
    letter = the_letter(f"{SEALED}{foot}")

    assert (letter.kind, letter.dated_on) == ("หนังสือประทับตรา", date(2023, 7, 18))
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert [one.anchor for one in letter.deadlines] == ["ได้รับหนังสือนี้"]
    assert letter.contact.section.startswith("กองป้าย")


def test_an_office_counted_as_a_day_is_seals_a_letter_all_the_same():
    foot = "สำนักงานเขตป้ายที่ ๕\n๗ พฤศจิกายน ๒๕๖๒\nกลุ่มงานสำรวจ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"

    letter = the_letter(f"{SEALED}{foot}")

    assert (letter.issuer, letter.dated_on) == ("สำนักงานเขตป้ายที่ ๕", date(2019, 11, 7))
