"""Letters saved with a line for each block of their layout."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import SIGNED, the_letter

BODY = "ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง\nจึงเรียนมาเพื่อโปรดทราบ\n"


@pytest.mark.parametrize(
    "first",
    [
        "ด่วนที่สุด ที่ ทส ๙๙๐๑/ว๘๑ กรมทดสอบน้ำ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิถุนายน ๒๕๖๕",
        "ลับ ด่วนที่สุด ที่ ทส ๙๙๐๑/ว๘๑ กรมทดสอบน้ำ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิ.ย. ๖๕",
        "ด่วนที่สุด กรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว๘๑ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิถุนายน ๒๕๖๕ (2022)",
    ],
)
def test_a_heading_of_blocks_is_read_part_by_part(first):
    letter = the_letter(
        f"{first}\n"
        "เรื่อง การสำรวจป้ายเตือนภัย เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด\n"
        "อ้างถึง หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๒ ลงวันที่ ๙ พฤษภาคม ๒๕๖๕ "
        "สิ่งที่ส่งมาด้วย แบบสำรวจ จำนวน ๑ ชุด\n"
        f"{BODY}{SIGNED}"
    )

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.urgency == "ด่วนที่สุด"
    assert letter.secrecy == ("ลับ" if first.startswith("ลับ") else None)
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on == date(2022, 6, 3)
    assert letter.subject == "การสำรวจป้ายเตือนภัย"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัดทุกจังหวัด"]
    assert [one.number for one in letter.references] == ["ทส 9901/ว 12"]
    assert letter.enclosures == ["แบบสำรวจ จำนวน ๑ ชุด"]


def test_so_is_a_memo_of_blocks():
    letter = the_letter(
        "บันทึกข้อความ ส่วนราชการ กองป้าย กรมทดสอบน้ำ โทร. ๑๒๓๔ ที่ ทส ๙๙๐๑.๒/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\n"
        f"เรื่อง การสำรวจป้าย เรียน ผู้อำนวยการกองทุกกอง\n{BODY}{SIGNED}"
    )

    assert (letter.kind, letter.number.normalized) == ("หนังสือภายใน", "ทส 9901.2/81")
    assert (letter.subject, letter.addressees) == ("การสำรวจป้าย", ["ผู้อำนวยการกองทุกกอง"])


def test_the_police_write_to_a_post_right_behind_the_subject():
    letter = the_letter(
        "บันทึกข้อความ ส่วนราชการ ภ.จว.ทดลอง (ฝอ.๓) โทร. ๐ ๒๐๐๐ ๐๐๐๐ ที่ ๐๐๑๙(ทล)/๘๑ วันที่ ๓ มิ.ย. ๖๕\n"
        "เรื่อง การตรวจป้าย ผกก.สภ.ทุกแห่ง\n"
        "ด้วย ภ.จว.ทดลอง จะตรวจป้ายทุกแห่ง จึงแจ้งมาเพื่อทราบ\nพ.ต.อ.\n(ทดลอง น้ำใส)\nรอง ผบก.ภ.จว.ทดลอง\n"
    )

    assert (letter.subject, letter.addressees) == ("การตรวจป้าย", ["ผกก.สภ.ทุกแห่ง"])


@pytest.mark.parametrize(
    "second",
    [
        "๒. โทรสารเร่งด่วนกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๕ ลว. ๑๒ พ.ค. ๖๕",
        "โทรสารเร่งด่วนกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๕ ลว. ๑๒ พ.ค. ๖๕",
        "๒. วิทยุสื่อสารกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๕ ลว. ๑๒ พ.ค. ๖๕",
    ],
)
def test_what_a_letter_refers_to_is_no_heading_whatever_it_is(second):
    head = "ที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ มิถุนายน ๒๕๖๕\nเรื่อง การสำรวจป้าย\nเรียน อธิบดีกรมป้าย\n"

    letter = the_letter(
        f"{head}อ้างถึง ๑. หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๒ ลงวันที่ ๙ พฤษภาคม ๒๕๖๕\n{second}\n"
        f"สิ่งที่ส่งมาด้วย ๑. บัญชีป้าย จำนวน ๑ ชุด\n๒. แบบ ปน. ๔ จำนวน ๑ ฉบับ\n{BODY}{SIGNED}"
    )

    assert [one.number for one in letter.references] == ["ทส 9901/ว 12", "ทส 9901/ว 15"]
    assert letter.enclosures == ["บัญชีป้าย จำนวน ๑ ชุด", "แบบ ปน. ๔ จำนวน ๑ ฉบับ"]
