"""Forms for faxes: their title, and the urgency ticked in a row of all three."""

import pytest

from tests.rules.letter_reading.letters import BODY, FOOT, SIGNED, the_letter

REST = f"เรื่อง การสำรวจป้าย\nเรียน อธิบดีกรมทดลอง\n{BODY}{SIGNED}{FOOT}"


@pytest.mark.parametrize("title", ["โทรสาร   FAX", "โทรสาร", "FAX"])
def test_a_fax_is_known_by_its_title(title):
    letter = the_letter(f"{title}\nกรมทดสอบน้ำ\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.kind == "โทรสารในราชการ"


@pytest.mark.parametrize(
    ("row", "urgency"),
    [
        ("ความเร่งด่วน    [  ] ด่วน     [ / ] ด่วนมาก     [  ] ด่วนที่สุด", "ด่วนมาก"),
        ("(  ) ด่วน   (  ) ด่วนมาก   ( ✓ ) ด่วนที่สุด", "ด่วนที่สุด"),
    ],
)
def test_the_ticked_urgency_counts(row, urgency):
    letter = the_letter(f"โทรสาร\nกรมทดสอบน้ำ\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ สิงหาคม ๒๕๖๐\n{row}\n{REST}")

    assert letter.urgency == urgency
