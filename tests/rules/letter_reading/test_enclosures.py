import pytest

from saraban.rules.letter_reading.enclosures import enclosures_in_text, enclosures_of
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("๑. แบบตอบรับ ๑ ฉบับ ๒. รายชื่อ ๑ ฉบับ", ["แบบตอบรับ ๑ ฉบับ", "รายชื่อ ๑ ฉบับ"]),
        ("- แผนที่ - กำหนดการ", ["แผนที่", "กำหนดการ"]),
        ("แบบแจ้งป้าย (ภ.ป.ด. ๖) จำนวน ๑ ฉบับ", ["แบบแจ้งป้าย (ภ.ป.ด. ๖) จำนวน ๑ ฉบับ"]),
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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "พร้อมนี้ได้ส่งบัญชีรายชื่อผู้ที่ยังไม่อบรม จำนวน ๒ แผ่น มาด้วยแล้ว",
            ["บัญชีรายชื่อผู้ที่ยังไม่อบรม จำนวน ๒ แผ่น"],
        ),
        ("พรอมนี ไดสงสาเนาหนังสือกรมทดสอบน้า มาเพือทราบ", ["สาเนาหนังสือกรมทดสอบน้า"]),
    ],
)
def test_a_sealed_letter_sends_papers_of_many_names_also_without_tone_marks(text, items):
    assert [what for what, *_ in enclosures_in_text(text)] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("รายละเอียดตามโครงการและรายชื่อผู้เดินทางที่แนบมาพร้อมนี้", ["โครงการ", "รายชื่อผู้เดินทาง"]),
        ("รายละเอียดปรากฏตามสรุปรายการซ่อม จำนวน ๓ แผ่น ดังแนบ", ["สรุปรายการซ่อม จำนวน ๓ แผ่น"]),
        ("ข้าพเจ้าได้แนบสำเนาใบเสร็จ จำนวน ๒ ฉบับ มาพร้อมบันทึกนี้", ["สำเนาใบเสร็จ จำนวน ๒ ฉบับ"]),
        ("พร้อมหนังสือนี้ได้แนบแผนที่ตั้งป้าย จำนวน ๑ แผ่น", ["แผนที่ตั้งป้าย จำนวน ๑ แผ่น"]),
        ("พร้อมนี้ได้แนบร่างประกาศมาด้วยแล้ว จำนวน ๑ ชุด", ["ร่างประกาศ"]),
        ("โปรดส่งแบบสำรวจที่ลงนามแล้วมาพร้อมหนังสือนำส่ง", []),
        ("ตามที่กองได้ส่งรายงานการซ่อมมาด้วย นั้น กรมขอแจ้งผล", []),
        ("รายละเอียดตามเอกสารที่แนบ", []),
        ("กรมขอส่งคู่มือการซ่อมป้ายมาเพื่อทราบ", []),
    ],
)
def test_other_letters_say_that_papers_come_along(text, items):
    found = enclosures_in_text(text, is_sealed=False)

    assert [what for what, *_ in found] == items


def test_the_list_ends_where_the_text_counts_from_one_again():
    listed = "สิ่งที่ส่งมาด้วย ๑. แผนที่ตั้งป้าย\n๒. แบบสำรวจป้าย\n\n"
    text = "๑. ตามหนังสือที่อ้างถึง กรมได้สำรวจป้ายแล้ว\n๒. กรมขอรับการสนับสนุนเรือ จำนวน ๒ ลำ\n"

    letter = the_letter(f"{HEAD}{listed}{text}{BODY}{SIGNED}")

    assert letter.enclosures == ["แผนที่ตั้งป้าย", "แบบสำรวจป้าย"]


def test_a_letter_without_the_label_has_its_enclosures_from_its_text():
    letter = the_letter(f"{HEAD}ด้วยป้ายชำรุด รายละเอียดตามบัญชีป้ายชำรุดที่แนบมาพร้อมนี้\n{BODY}{SIGNED}")

    assert letter.enclosures == ["บัญชีป้ายชำรุด"]
