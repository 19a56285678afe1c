"""The office beside a letter's number."""

import pytest

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter


def test_an_office_whose_name_broke_before_its_place_is_whole():
    beside = "ที่ทำการองค์การบริหารส่วน\nตำบลทดสอบ อำเภอทดลอง\nจังหวัดสมมุติ ๙๙๙๙๐"
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace("กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.issuer == "ที่ทำการองค์การบริหารส่วนตำบลทดสอบ"


def test_a_place_under_a_whole_office_is_its_address():
    beside = "สำนักงานทดสอบน้ำ\nตำบลทดสอบ อำเภอทดลอง\nจังหวัดสมมุติ ๙๙๙๙๐"
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace("กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.issuer == "สำนักงานทดสอบน้ำ"


def test_a_province_behind_a_short_name_is_whose_office_it_is():
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace(
            "กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", "สำนักงาน ทสน. จังหวัดสมมุติ\nศาลากลางจังหวัด"
        )
    )

    assert letter.issuer == "สำนักงาน ทสน. จังหวัดสมมุติ"


def test_a_state_enterprise_s_memo_comes_from_an_office_of_the_house():
    heading = (
        "การประปาทดสอบ\n"
        "TEST WATERWORKS          บันทึก\n"
        "จาก   กองสำรวจ\n"
        "เลขที่  ทส ๙๙๐๑/๔๐๒          วันที่   ๓ สิงหาคม ๒๕๖๐\n"
        "เรื่อง  การสำรวจป้าย\nเรียน  ผู้จัดการเขตทุกเขต\n"
    )
    foot = "แผนกป้าย\nโทร. ๑๒๓๔\n"

    letter = the_letter(f"{heading}{BODY}{SIGNED}{foot}")

    assert letter.kind == "หนังสือภายใน"
    assert letter.issuer == "กองสำรวจ การประปาทดสอบ"
    assert letter.contact.section == "แผนกป้าย"


def test_the_number_of_a_house_glued_to_the_office_is_of_the_address():
    text = HEAD.replace("กรมทดสอบน้ำ\nถนนทดลอง", "กรมทดสอบน้ำ๗๙ หมู่ที่ ๑ ตำบลทดลอง")

    assert the_letter(f"{text}{BODY}{SIGNED}").issuer == "กรมทดสอบน้ำ"


def test_the_number_of_an_office_is_none_of_a_house():
    for office in ("สำนักทดสอบที่ ๑๑ สมมุติ", "ศูนย์ทดสอบที่ 12 สมมุติ", "การไฟฟ้าทดสอบ เขต ๓ (ภาคกลาง)"):
        text = HEAD.replace("กรมทดสอบน้ำ\nถนนทดลอง", f"{office}\n๙๕ ถนนทดลอง")

        assert the_letter(f"{text}{BODY}{SIGNED}").issuer == office


@pytest.mark.parametrize(
    ("beside", "office"),
    [
        (
            "สำนักงานสวัสดิการแรงงาน\nจังหวัดสมมุติ\nศาลากลางจังหวัด ถนนทดลอง",
            "สำนักงานสวัสดิการแรงงานจังหวัดสมมุติ",
        ),
        (
            "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา\nสมมุติ เขต ๒\nถนนทดลอง",
            "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมุติ เขต ๒",
        ),
        (
            "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา\nเขต ๓๙\nถนนทดลอง",
            "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๓๙",
        ),
        ("สำนักงานทดสอบน้ำ\nจังหวัดสมมุติ ๙๙๙๙๐", "สำนักงานทดสอบน้ำ"),
        ("สำนักงานปลัดกระทรวงทดสอบ\nจังหวัดสมมุติ", "สำนักงานปลัดกระทรวงทดสอบ"),
    ],
)
def test_a_bureau_that_broke_before_its_province_or_area_is_whole(beside, office):
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace("กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.issuer == office


def test_the_stadium_where_an_office_sits_is_no_part_of_its_name():
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace(
            "ถนนทดลอง กทม. ๑๐๔๐๐", "สนามกีฬากลางจังหวัดสมมุติ ถนนทดลอง\nอำเภอเมือง จังหวัดสมมุติ ๙๙๙๙๐"
        )
    )

    assert letter.issuer == "กรมทดสอบน้ำ"


def test_the_hall_where_a_club_meets_is_its_address():
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace(
            "กรมทดสอบน้ำ\nถนนทดลอง", "ชมรมกำนันอำเภอทดสอบ\nที่ทำการ หอประชุมอำเภอทดสอบ ตำบลทดลอง"
        )
    )

    assert letter.issuer == "ชมรมกำนันอำเภอทดสอบ"


def test_a_branch_with_its_long_address_stands_over_the_number():
    address = "๒๑๓ ถนนทดลอง ต.น้ำใส อ.ทดสอบ จ.สมมุติ ๙๙๙๙๐ โทร. ๐ ๒๐๐๐ ๐๐๐๐ โทรสาร ๐ ๒๐๐๐ ๐๐๐๑"
    head = f"การไฟฟ้าสมมุติ\nการไฟฟ้าสมมุติอำเภอทดสอบ {address}\nที่ มท ๙๙๐๘.๒๒/๔๔๗ วันที่ ๓ เมษายน ๒๕๖๖\n"

    letter = the_letter(f"{head}เรื่อง แจ้งดับกระแสไฟฟ้า\nเรียน ผู้อำนวยการโรงพยาบาลทดสอบ\n{BODY}{SIGNED}")

    assert letter.issuer == "การไฟฟ้าสมมุติอำเภอทดสอบ"


def test_a_ministry_that_opens_an_address_is_no_part_of_the_department_over_it():
    beside = "กรมทดสอบน้ำ\nกระทรวงทดลอง\nกทม. ๑๐๓๐๐"
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace("กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.issuer == "กรมทดสอบน้ำ"


@pytest.mark.parametrize(
    ("beside", "office"),
    [
        ("กระทรวงทดสอบ\nวังสมมุติ กรุงเทพฯ ๑๐๒๐๐", "กระทรวงทดสอบ"),
        ("สำนักงานปลัดกระทรวงทดสอบ\nวังสมมุติ ถนนทดลอง กทม. ๑๐๓๐๐", "สำนักงานปลัดกระทรวงทดสอบ"),
        ("กรมทดสอบน้ำ\nพระราชวังสมมุติ กทม. ๑๐๖๐๐", "กรมทดสอบน้ำ"),
        # Of a school or a district it is the name that a line broke off.
        ("โรงเรียนบ้าน\nวังสมมุติ อำเภอทดลอง จังหวัดทดสอบ ๙๙๙๙๐", "โรงเรียนบ้านวังสมมุติ"),
        ("สำนักงานเขต\nวังสมมุติ กรุงเทพฯ ๑๐๓๑๐", "สำนักงานเขตวังสมมุติ"),
    ],
)
def test_a_palace_where_an_office_of_the_state_sits_is_its_address(beside, office):
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}{FOOT}".replace("กรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.issuer == office
