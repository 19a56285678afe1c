"""The office behind ส่วนราชการ of a memo, and the place that may stand behind or under it."""

import pytest

from tests.rules.letter_reading.letters import BODY, the_letter


def memo_from(office):
    """The memo whose heading names this office, on one line or more."""
    return the_letter(
        f"บันทึกข้อความ\nส่วนราชการ {office}\nที่ ทส ๙๙๐๑/๔๐๒ วันที่ ๓ มิถุนายน ๒๕๖๕\n"
        f"เรื่อง ขออนุญาตสำรวจป้าย\nเรียน หัวหน้าฝ่ายทดสอบ\n{BODY}(นายทดลอง น้ำใส)\nครูชำนาญการ\n"
    )


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        (
            "โรงเรียนบ้านน้ำใส (ทดสอบอุทิศ) อำเภอทดลอง จังหวัดสมมุติ",
            "โรงเรียนบ้านน้ำใส (ทดสอบอุทิศ)",
        ),
        ("โรงเรียนทดสอบวิทยา ๑๒ ตำบลน้ำใส อำเภอทดลอง จังหวัดสมมุติ", "โรงเรียนทดสอบวิทยา ๑๒"),
        ("งานวิชาการ โรงเรียนบ้านน้ำใส อ.ทดลอง จ.สมมุติ", "งานวิชาการ โรงเรียนบ้านน้ำใส"),
        ("กองช่าง เทศบาลตำบลน้ำใส อำเภอทดลอง จังหวัดสมมุติ โทร. ๑๒", "กองช่าง เทศบาลตำบลน้ำใส"),
    ],
)
def test_district_and_province_behind_a_school_or_a_local_body_are_its_address(printed, office):
    letter = memo_from(printed)

    assert (letter.issuer, letter.contact.section) == (office, office)


@pytest.mark.parametrize(
    "office",
    [
        "โรงพยาบาลทดสอบ จังหวัดสมมุติ",
        "ที่ทำการปกครอง อำเภอทดลอง จังหวัดสมมุติ",
        "สำนักงานเกษตรอำเภอทดลอง จังหวัดสมมุติ",
        "โรงเรียนบ้านน้ำใส (ทดสอบอุทิศ) กลุ่มบริหารวิชาการ",
    ],
)
def test_a_place_that_tells_which_office_it_is_stays(office):
    assert memo_from(office).issuer == office


@pytest.mark.parametrize("lead", ["สภ.น้ำใส จว.", "สำนักงานทดสอบน้ำ จังหวัด", "สำนักงานคลังจังหวัด"])
def test_a_place_that_a_narrow_column_broke_off_beside_the_telephone_is_whole(lead):
    letter = memo_from(f"{lead} โทร. ๐ ๒๐๐๐ ๑๑๑๑\nสมมุติ")

    assert (letter.issuer, letter.contact.section) == (f"{lead}สมมุติ", f"{lead}สมมุติ")
    assert letter.contact.phone == "๐ ๒๐๐๐ ๑๑๑๑"


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("สภ.น้ำใส โทร. ๐ ๒๐๐๐ ๑๑๑๑\nสมมุติ", "สภ.น้ำใส"),
        ("สำนักงานทดสอบน้ำ จังหวัด โทร. ๑๑๑\nด่วนที่สุด", "สำนักงานทดสอบน้ำ จังหวัด"),
    ],
)
def test_a_word_under_a_whole_office_or_an_urgency_is_no_place(printed, office):
    assert memo_from(printed).issuer == office
