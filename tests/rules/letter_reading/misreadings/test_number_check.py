"""A number with misread figures is put right where the letter tells it again."""

import pytest

from tests.rules.letter_reading.letters import BODY, SIGNED, the_letter

HEAD = """ที่ ทส ๐๕๐๕.๒/ว ๕๑๗
กรมทดสอบน้ำ
๓ สิงหาคม ๒๕๕๒
เรื่อง การสำรวจป้าย
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
"""


@pytest.mark.parametrize(
    "told",
    [
        "(แนบหนังสือกรมทดสอบน้ำ ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๓ สิงหาคม ๒๕๕๒)",
        "(ในการตอบโปรดอ้างที่ ทส 0809.2/ว 817)",
    ],
)
def test_the_number_told_again_is_the_one_meant_and_is_to_be_looked_at(told):
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}{told}\n")

    assert letter.number.normalized == "ทส 0809.2/ว 817"
    assert letter.number.raw == "ทส ๐๕๐๕.๒/ว ๕๑๗"
    assert letter.evidence["number"].confirm


@pytest.mark.parametrize(
    "told",
    [
        "ตามหนังสือกรมทดสอบน้ำ ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๓ สิงหาคม ๒๕๕๑",
        "(ในการตอบโปรดอ้างที่ ทส 0809.2/ว 818)",
        "(ในการตอบโปรดอ้างที่ ทส 0505.2/ว 511)",
        "ที่ ทส 0809.2/ว 817 และที่ ทส 0808.2/ว 817",
    ],
)
def test_another_letter_s_number_changes_nothing(told):
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}{told}\n")

    assert letter.number.normalized == "ทส 0505.2/ว 517"
