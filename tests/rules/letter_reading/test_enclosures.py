import pytest

from saraban.rules.letter_reading.enclosures import enclosures_in_text, enclosures_of


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("๑. แบบตอบรับ ๑ ฉบับ ๒. รายชื่อ ๑ ฉบับ", ["แบบตอบรับ ๑ ฉบับ", "รายชื่อ ๑ ฉบับ"]),
        ("- แผนที่ - กำหนดการ", ["แผนที่", "กำหนดการ"]),
        ("แบบรายงาน ฟน.๑ - ฟน.๓", ["แบบรายงาน ฟน.๑ - ฟน.๓"]),
        ("คู่มือ จำนวน ๕ เล่ม และแผ่นพับ จำนวน ๙ แผ่น", ["คู่มือ จำนวน ๕ เล่ม", "แผ่นพับ จำนวน ๙ แผ่น"]),
        (
            "สำเนาหนังสือกรม ที่ กค ๐๔๐๖.๔/ว ๖๗ และ ที่ กค ๐๔๐๖.๔/ว ๓๓๗ จำนวน ๒ ฉบับ",
            ["สำเนาหนังสือกรม ที่ กค ๐๔๐๖.๔/ว ๖๗ และ ที่ กค ๐๔๐๖.๔/ว ๓๓๗ จำนวน ๒ ฉบับ"],
        ),
    ],
)
def test_a_list_is_taken_apart_where_a_new_thing_begins(text, items):
    assert enclosures_of(text) == items


def test_what_a_sealed_letter_sends_stands_at_its_place():
    text = "กรมขอส่งคู่มือการเฝ้าระวัง จำนวน ๕ เล่ม และแผ่นพับความรู้ จำนวน ๑๐๐ แผ่น มาเพื่อทราบ"

    found = enclosures_in_text(text)

    assert [what for what, *_ in found] == ["คู่มือการเฝ้าระวัง จำนวน ๕ เล่ม", "แผ่นพับความรู้ จำนวน ๑๐๐ แผ่น"]
    assert [text[start:end].strip() for _, start, end in found][1].startswith("แผ่นพับ")
