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


PARAGRAPH = (
    "    ด้วยสำนักงานปลัดทบวงทดสอบขอทราบจำนวนป้ายเตือนภัยของทุกสถาบันที่ตั้งอยู่ริมน้ำ จึงขอให้ส่งรายงานไปยัง"
    "สำนักงานปลัดทบวงทดสอบ ภายในวันที่ ๓๐ กันยายน ๒๕๔๔ และขอขอบคุณมา ณ โอกาสนี้ด้วย\n\n"
)
DIVISION = "\nกองป้าย\nโทร. ๒๐๐-๐๐๐๐\n"


@pytest.mark.parametrize(
    ("office", "issuer"),
    [("ทบวงทดสอบน้ำ", "ทบวงทดสอบน้ำ"), ("พระที่นั่งทดสอบ", None)],
)
def test_an_office_and_its_day_far_at_the_right_are_the_seals_not_the_divisions(office, issuer):
    seal = f"{'':45}{office}\n{'':45}๕ กันยายน ๒๕๔๔\n"

    letter = the_letter(f"ที่ ทส ๙๙๐๑/๔๕๖\n\nถึง สถาบันทดสอบ\n\n{PARAGRAPH}{seal}{DIVISION}")

    assert (letter.kind, letter.dated_on) == ("หนังสือประทับตรา", date(2001, 9, 5))
    assert letter.issuer == issuer
    assert letter.contact.section == "กองป้าย"


def test_a_day_on_a_line_of_its_own_goes_on_with_a_full_line_of_the_text():
    text = f"{'':4}ด้วยกรมทดสอบน้ำได้ตรวจป้ายเตือนภัยริมตลิ่งของทุกสถาบันแล้ว พร้อมกันทั้งหมดเมื่อ\n๑ กันยายน ๒๕๔๔\n"
    seal = f"{'':45}กรมทดสอบน้ำ\n{'':45}๕ กันยายน ๒๕๔๔\n"

    letter = the_letter(f"ที่ ทส ๙๙๐๑/๔๕๖\nถึง สถาบันทดสอบ\n{text}จึงขอแจ้งให้ทราบ\n\n{seal}{DIVISION}")

    assert (letter.issuer, letter.dated_on) == ("กรมทดสอบน้ำ", date(2001, 9, 5))


def test_who_is_left_out_of_the_addressees_is_no_name_under_a_signature():
    letter = the_letter(
        SEALED.replace("จังหวัดทดสอบ", "ป้ายทุกแห่ง (ยกเว้นสาขาทดลอง และสาขาจำลอง)")
        + "กรมทดสอบน้ำ\n๑๒ กรกฎาคม ๒๕๔๗\n"
    )

    assert letter.kind == "หนังสือประทับตรา"
    assert letter.addressees == ["สำนักงานป้ายทุกแห่ง (ยกเว้นสาขาทดลอง และสาขาจำลอง)"]
    assert letter.issuer == "กรมทดสอบน้ำ"
