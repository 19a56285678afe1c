"""The address for the envelope is no part of whom a letter is addressed to."""

import pytest

from saraban.rules.letter_reading.heading.postal_address import without_postal_address
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


@pytest.mark.parametrize(
    "address",
    [
        "๑๗/๒๕ อาคารทดสอบ ชั้น ๙ ถนนริมน้ำ แขวงทดลอง เขตทดลอง กรุงเทพฯ ๑๐๙๐๐",
        "๒๘๘ หมู่ที่ ๑๒ ถนนริมน้ำ ตำบลทดลอง อำเภอเมืองทดสอบ จังหวัดทดสอบ ๔๐๙๖๐",
        "บ้านเลขที่ ๘๘/๑๔ หมู่ที่ ๗ ตำบลทดลอง อำเภอเมืองทดสอบ",
        "(เลขที่ 201 หมู่ที่ 3 ตำบลทดลอง จังหวัดทดสอบ 50990)",
        "ถนนริมน้ำ อำเภอเมือง จังหวัดทดสอบ",
        "ตำบลทดลอง อำเภอเมืองทดสอบ จังหวัดทดสอบ ๔๐๙๖๐",
        "ตู้ ปณ. ๑๑ จังหวัดทดสอบ ๔๐๙๐๐",
    ],
)
def test_an_address_is_cut_off(address):
    assert without_postal_address(f"ผู้จัดการ บริษัท ป้ายดี จำกัด {address}") == ("ผู้จัดการ บริษัท ป้ายดี จำกัด")


@pytest.mark.parametrize(
    "whom",
    [
        "ผู้ใหญ่บ้านหมู่ที่ ๓ ตำบลทดลอง",
        "ผู้ใหญ่บ้าน หมู่ที่ ๑ - ๙ ตำบลทดลอง",
        "นายอำเภอ ทุกอำเภอ",
        "ผู้อำนวยการแขวงทางหลวงทดสอบที่ ๑ อำเภอทดสอบ",
        "ผู้กำกับการสถานีตำรวจภูธรทดสอบ จังหวัดทดสอบ",
    ],
)
def test_places_that_tell_which_one_is_meant_stay(whom):
    assert without_postal_address(whom) == whom


def test_an_address_on_lines_of_its_own_is_not_addressed():
    head = HEAD.replace(
        "ผู้ว่าราชการจังหวัด ทุกจังหวัด",
        "นางสาวทดลอง น้ำใส\nบ้านเลขที่ ๘๘/๑๔ หมู่ที่ ๗\nตำบลทดลอง อำเภอทดสอบ\nจังหวัดทดสอบ ๗๔๙๐๐",
    )

    assert the_letter(f"{head}{BODY}{SIGNED}").addressees == ["นางสาวทดลอง น้ำใส"]
