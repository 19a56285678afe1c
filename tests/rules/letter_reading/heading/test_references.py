"""Under อ้างถึง whatever has a day is referred to, letter or not."""

from datetime import date

import pytest

from saraban.rules.letter_reading.draft import Citation
from saraban.rules.letter_reading.heading.references import references_in
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter

LETTER = "หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๗๗ ลงวันที่ ๑ มิถุนายน ๒๕๖๕"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "สัญญาซื้อขายเลขที่ ๑๑๒/๒๕๖๔ ลงวันที่ ๒๕ กุมภาพันธ์ ๒๕๖๔",
            Citation("112/2564", date(2021, 2, 25), None),
        ),
        (
            "ประกาศกรมทดสอบน้ำ เรื่อง แต่งตั้งคณะกรรมการตัดสินรางวัลป้าย ลงวันที่ 28 ม.ค. 2562",
            Citation(None, date(2019, 1, 28), "กรมทดสอบน้ำ"),
        ),
        ("อนุมัติ ผวก. ลว. ๒๐ ก.พ. ๒๕๖๐", Citation(None, date(2017, 2, 20), "ผวก.")),
    ],
)
def test_contracts_announcements_and_approvals_are_referred_to_by_their_day(text, told):
    assert [one.citation for one in references_in(text)] == [told]
    assert [one.citation.number for one in references_in(f"๑. {text} ๒. {LETTER}")] == [
        told.number,
        "ทส 9901/ว 77",
    ]


@pytest.mark.parametrize(
    "text", ["ระเบียบกระทรวงทดสอบ ว่าด้วยป้าย พ.ศ. ๒๕๖๐", "ประกาศกรมทดสอบน้ำ เรื่อง ป้าย", ""]
)
def test_what_has_no_day_is_none(text):
    assert references_in(text) == []


def test_a_day_wrapped_behind_a_long_subject_leaves_the_fields_below_in_place():
    text = HEAD + (
        "อ้างถึง ๑. คำสั่งกรมทดสอบน้ำ ที่ ๑๓๘๗/๒๕๖๕ เรื่อง แต่งตั้งคณะอนุกรรมการกลั่นกรองข้อเสนอ\n"
        "ลงวันที่ ๒ มิถุนายน ๒๕๖๕\n๒. " + LETTER + "\nสิ่งที่ส่งมาด้วย แบบสำรวจ จำนวน ๑ ชุด\n"
    )

    letter = the_letter(f"{text}{BODY}{SIGNED}")

    assert [(one.number, one.dated_on) for one in letter.references] == [
        ("1387/2565", date(2022, 6, 2)),
        ("ทส 9901/ว 77", date(2022, 6, 1)),
    ]
    assert letter.enclosures == ["แบบสำรวจ จำนวน ๑ ชุด"]


def test_a_day_under_its_word_goes_on_with_the_reference():
    told = (
        "อ้างถึง ๑. หนังสือกระทรวงทดสอบ ลับ ที่ ทส ๐๒๐๗/๑๘๐๙ ลง\n๑๕ กรกฎาคม ๒๕๖๔\n"
        "๒. หนังสือกรมทดลอง ลับ ที่ ทส ๐๔๘๔/๔๔๒๖ ลง\n๒ สิงหาคม ๒๕๖๔\nสิ่งที่ส่งมาด้วย แบบสำรวจ จำนวน ๒ ชุด\n"
    )

    letter = the_letter(f"{HEAD}{told}{BODY}{SIGNED}")

    assert [(one.number, str(one.dated_on)) for one in letter.references] == [
        ("ทส 0207/1809", "2021-07-15"),
        ("ทส 0484/4426", "2021-08-02"),
    ]
    assert letter.enclosures == ["แบบสำรวจ จำนวน ๒ ชุด"]


def test_the_day_of_what_is_referred_to_is_never_the_letters():
    head = HEAD.replace("๓ มิถุนายน ๒๕๖๕\n", "๒๕๖๕\n")
    told = "อ้างถึง หนังสือกระทรวงทดสอบ ที่ ทส ๐๒๐๗/๑๘๐๙\nลงวันที่ ๑๕ พฤษภาคม ๒๕๖๕\n"

    assert the_letter(f"{head}{told}{BODY}{SIGNED}").dated_on is None
