"""The office beside a letter's number."""

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
