import pytest

from saraban.rules.letter_reading.lines.endorsement import is_endorsement
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter

ENDORSED = """เรียน ผู้อำนวยการ
- เพื่อโปรดทราบ
- เห็นควรแจ้งผู้เกี่ยวข้อง
(นางสาวธุรการ งานดี)
20 ก.พ. 66
ทราบ
(นายหัวหน้า ใจซื่อ)
ผู้อำนวยการ
"""
SEALED = f"""ที่ ทส ๙๙๐๑/๔๕๖
ถึง สำนักงานจังหวัดทดสอบ
{BODY}กรมทดสอบน้ำ
๑๒ กรกฎาคม ๒๕๖๗
"""


def test_the_receivers_officers_are_not_who_signed():
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}{FOOT}{ENDORSED}")

    assert letter.signatory.name == "นายทดลอง น้ำใส"
    assert letter.contact.section == "กองป้ายเตือนภัย"


def test_a_sealed_letter_stays_sealed_under_the_receivers_names():
    letter = the_letter(f"{SEALED}{FOOT}{ENDORSED}")

    assert letter.kind == "หนังสือประทับตรา"
    assert letter.dated_on.isoformat() == "2024-07-12"
    assert letter.signatory is None


def test_a_letter_that_lost_its_signature_does_not_borrow_one():
    letter = the_letter(f"{HEAD}{BODY}ขอแสดงความนับถือ\n{FOOT}{ENDORSED}")

    assert letter.signatory is None


@pytest.mark.parametrize(
    "line",
    [
        "เรียน ผอ.สพป.",
        "(/) เพื่อโปรดทราบ",
        "[x] ทราบ",
        "- เห็นควรมอบกลุ่มแผน",
        "ทราบ/มอบงานวิชาการ",
        "อนุมัติ",
        "มอบนิติกร",
    ],
)
def test_notes_and_orders_of_receivers_are_known(line):
    assert is_endorsement(line)


@pytest.mark.parametrize(
    "line",
    ["ผู้อำนวยการกองป้าย", "กลุ่มงานมอบอำนาจ", "ทราบกันดีว่าป้ายชำรุด", "จึงเรียนมาเพื่อโปรดทราบ", "ดำเนินการแล้ว"],
)
def test_other_lines_are_none(line):
    assert not is_endorsement(line)


def test_a_head_written_to_in_a_frame_beside_the_text_does_not_end_the_letter():
    pressed_on = "เรียน ผู้อำนวยการ\nเพื่อโปรดทราบ พิจารณา\nลงชื่อ\n"
    letter = the_letter(f"{HEAD}ด้วยกรมทดสอบน้ำจะสำรวจป้าย\n{pressed_on}จึงเรียนมาเพื่อโปรดทราบ\n{SIGNED}")

    assert letter.signatory is not None and letter.signatory.name == "นายทดลอง น้ำใส"
