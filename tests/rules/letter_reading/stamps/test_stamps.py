import pytest

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter

LETTER = f"""ที่ ทส ๙๙๐๑/ว ๘๑
กรมทดสอบน้ำ
ถนนทดลอง กทม. ๑๐๔๐๐
๓ สิงหาคม ๒๕๖๐
เรื่อง การสำรวจป้ายเตือนภัย
เรียน อธิการบดี
{BODY}{SIGNED}{FOOT}"""

STAMPS = [
    ("กองกลาง\nเลขที่ 231/2560\nวันที่ 7 ส.ค. 2560\nเวลา 10.30 น.", "กองกลาง", "231/2560", "10:30"),
    ("สำนักทดสอบ ลงรับวันที่ 7 ส.ค. 2560 เลขที่ 456 เวลา 9.30 น.", "สำนักทดสอบ", "456", "09:30"),
    ("รับที่ 445 ลว. 7 ส.ค. 60", None, "445", None),
    (
        "คณะทดสอบ\nเลขรับที่......1123.....\nวันที่....7 ส.ค. 60....\nเวลา....13.45....",
        "คณะทดสอบ",
        "1123",
        "13:45",
    ),
    ("กองกลาง\nเลขที่รับ ล. ๑๒\nวันที่ ๗ ส.ค. ๒๕๖๐", "กองกลาง", "ล. 12", None),
    ("หนังสือรับ เลขที่ 3344\nวันที่ 7/8/2560\nเวลา 08.40", None, "3344", "08:40"),
    ("เลขทะเบียนรับที่ ๕๕๖\nวันที่ ๗ สิงหาคม ๒๕๖๐\nเวลา ๑๔.๐๐ น.", None, "556", "14:00"),
    ("สำนักวิชา\nรับที่ E0 5234\nวันที่ 7 ส.ค. 2560", "สำนักวิชา", "EO 5234", None),
    ("สำนักวิชา\nรับที่ E 2345\nวันที่ 7 ส.ค. 2560", "สำนักวิชา", "E 2345", None),
    ("กองกลาง\nเลขรับ : 00789\nวันที่รับ : 07/08/2560 เวลา : 15:20 น.", "กองกลาง", "00789", "15:20"),
    ("สำนักงานคณบดี เลขที่ ๑๒๓๔\nวันที่ ๗ ส.ค. ๖๐ เวลา ๑๐.๑๕ น.", "สำนักงานคณบดี", "1234", "10:15"),
    ("ศูนย์ทดสอบ\nรับ 3321\n7 ส.ค. 60\n10.20 น.", "ศูนย์ทดสอบ", "3321", "10:20"),
    ("[ตรารับ] กองกลาง เลขรับ ๗๗ วันที่ ๗ ส.ค. ๒๕๖๐ เวลา ๑๑.๑๑ น.", "กองกลาง", "77", "11:11"),
    ("กองกลาง\nเลขรับ 776\nวันที่รับ 7 ส.ค. 60\nเวลารับ 10.30 น.", "กองกลาง", "776", "10:30"),
    ("งานน้ำ กองกลาง\nเลขที่ 231 วันที่ 7 ส.ค. 60 เวลา 9.30 น.", "งานน้ำ กองกลาง", "231", "09:30"),
    (
        "เทศบาลตำบลทดลอง\nอำเภอน้ำใส จังหวัดทดสอบ\nเลขรับ 231\nวันที่ 7 ส.ค. 2560",
        "เทศบาลตำบลทดลอง",
        "231",
        None,
    ),
    ("สำนักงานน้ำ\nจังหวัดทดลอง\nเลขรับ 231\nวันที่ 7 ส.ค. 60", "สำนักงานน้ำจังหวัดทดลอง", "231", None),
    ("กองกลาง\nเลขรับ 75ป23\nวันที่ 7 ส.ค. 2560\nเวลา 10.30 น.", "กองกลาง", None, "10:30"),
    ("กองกลาง\nเลขที่รับ 20119\n- 7 ส.ค. 2560\nเวลา 10.30 น.", "กองกลาง", "20119", "10:30"),
]


def told(letter):
    return [(stamp.unit, stamp.number, str(stamp.dated_on), stamp.time) for stamp in letter.stamps]


@pytest.mark.parametrize("after", [0, 1, 4, 6, 13])
@pytest.mark.parametrize(("stamp", "unit", "number", "time"), STAMPS)
def test_a_stamp_is_read_wherever_it_was_pressed(after, stamp, unit, number, time):
    lines = LETTER.split("\n")
    letter = the_letter("\n".join([*lines[:after], stamp, *lines[after:]]))

    assert told(letter) == [(unit, number, "2017-08-07", time)]
    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert str(letter.dated_on) == "2017-08-03"


def test_stamps_side_by_side_keep_their_own_parts():
    letter = the_letter(
        "สพม.เขต 99    กลุ่มอำนวยการ\nเลขรับ 8812    เลขรับ 905\n"
        f"วันที่ 7 ส.ค. 2560    วันที่ 8 ส.ค. 2560\nเวลา 10.00    เวลา 09.15\n{LETTER}"
    )

    assert told(letter) == [
        ("สพม.เขต 99", "8812", "2017-08-07", "10:00"),
        ("กลุ่มอำนวยการ", "905", "2017-08-08", "09:15"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "จะเปิดรับวันที่ 3 สิงหาคม 2560 ผู้สนใจติดต่อบ้านเลขที่ 12",
        "ผู้มีสิทธิรับที่ดินต้องแจ้งเลขที่ 5 ตามบัญชี",
    ],
)
def test_a_sentence_that_speaks_of_receiving_is_no_stamp(sentence):
    assert the_letter(LETTER.replace(BODY, f"ด้วย{sentence}\n{BODY}")).stamps == []


def test_a_nought_read_as_a_letter_is_one_and_is_looked_at():
    stamp = "กรมทดสอบน้ำ\nเลขที่รับ 1O73\nวันที่ ๔ มิ.ย. ๒๕๖๕\nเวลา ๐๙๓o\n"

    letter = the_letter(f"{stamp}{HEAD}{BODY}{SIGNED}")

    assert [(one.number, one.time) for one in letter.stamps] == [("1073", "09:30")]
    assert [one.confirm for one in letter.evidence["stamps"].items] == [True]


def test_a_label_far_before_its_hour_is_of_the_same_stamp():
    stamp = "     กรมทดสอบน้ำ\n     เลขรับ  ๐๑๙๘\n     วันที่  ๔ มิ.ย. ๒๕๖๕\n     เวลา   ๑๔.๑๐\n"

    letter = the_letter(f"{HEAD}{BODY}{SIGNED}\n{stamp}")

    assert [(one.number, one.time) for one in letter.stamps] == [("0198", "14:10")]


def test_an_hour_that_lost_its_stop_is_read():
    stamp = "กองกลาง\nรับที่ 1073\nวันที่ 7 ส.ค. 2560\nเวลา 14 20 น.\n"

    letter = the_letter(f"{stamp}{HEAD}{BODY}{SIGNED}{FOOT}")

    assert [(one.number, one.time) for one in letter.stamps] == [("1073", "14:20")]


def test_a_day_in_the_letter_right_below_two_stamps_is_none_of_theirs():
    stamps = (
        "กองกลาง     กองป้าย\nเลขรับ 16     เลขรับ 94\n"
        "วันที่ 4 มิ.ย. 65     วันที่ 5 มิ.ย. 65\nเวลา 08.45 น.     เวลา 13.20 น.\n"
    )
    reference = "อ้างถึง หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๔๒ ลงวันที่ ๑ มิถุนายน ๒๕๖๕\n"

    letter = the_letter(f"{HEAD}{stamps}{reference}{BODY}{SIGNED}{FOOT}")

    assert [(one.number, str(one.dated_on), one.time) for one in letter.stamps] == [
        ("16", "2022-06-04", "08:45"),
        ("94", "2022-06-05", "13:20"),
    ]
    assert [one.number for one in letter.references] == ["ทส 9901/ว 42"]


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("เลขที่รับ  ๒ ๔๙ o", "2490"),
        ("รับที ๒๑ ๔/๖๐", "214/60"),
        ("เลขรบ 1 0 3 7", "1037"),
        ("รับเลขที ๒๒๐๙ l ๖๖", "2209/66"),
        ("รับที่ ๒o๓ | ๒๕๖๕", "203/2565"),
    ],
)
def test_figures_apart_behind_the_label_of_a_receipt_are_one_number(row, number):
    # Two marks of a scan in the letter beneath.
    text = f"{HEAD}{BODY}".replace("เรื่อง", "เรือง").replace("เรียน", "เรียน ทีได้")

    letter = the_letter(f"กองกลาง\n{row}\nวันที 4 มิ.ย. 2565\n{text}{SIGNED}")

    assert [one.number for one in letter.stamps] == [number]
    assert letter.evidence["stamps"].items[0].confirm


def test_a_number_that_may_go_on_behind_a_blank_is_looked_at():
    letter = the_letter(f"กองกลาง\nเลขรับ 16 2\nวันที่ 4 มิ.ย. 2565\n{HEAD}{BODY}{SIGNED}")

    assert letter.evidence["stamps"].items[0].confirm


def test_a_stamp_may_have_its_office_under_its_hour():
    pressed = "เลขรับ ๑๕๕๘\nวันที่ ๑๐ ก.ย. ๒๕๖๕\nเวลา ๐๙.๑๒ น.\nที่ว่าการอำเภอทดสอบ\n"
    text = f"{HEAD}{BODY}{SIGNED}สำเนาส่ง : ทุกอำเภอ\n{pressed}"

    (stamp,) = the_letter(text).stamps

    assert (stamp.unit, stamp.number, stamp.time) == ("ที่ว่าการอำเภอทดสอบ", "1558", "09:12")
