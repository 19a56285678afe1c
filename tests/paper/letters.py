"""A letter of our own wording for the paper tests, with every mark that printing may lose."""

from dataclasses import replace
from datetime import date

from saraban.paper.house_style import FACES, FONTS
from saraban.paper.printed_letter import PrintedLetter

HAS_FONTS = all((FONTS / face).is_file() for face in FACES)
NO_FONTS = "scripts/fetch_assets has not been run: no fonts to print with"

CIRCULAR = PrintedLetter(
    kind="external",
    uid="0197a000-0000-7000-8000-000000000001",
    urgency_words="ด่วนที่สุด",
    printed_number="ทส ๙๙๐๑.๔/ว ๑๖๕๘",
    issuer_lines=("กรมทดสอบน้ำ", "ถนนตัวอย่าง เขตทดลอง", "กรุงเทพฯ ๑๐๙๙๙"),
    dated_on=date(2026, 6, 16),
    subject="การสำรวจป้ายเตือนภัยน้ำหลาก",
    addressee_text="นายอำเภอ ทุกอำเภอ",
    references=("หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑.๔/ว ๑๒๓๔ ลงวันที่ ๑๐ พฤษภาคม ๒๕๖๙",),
    enclosures=("แบบสำรวจ จำนวน ๑ ชุด", "ตัวอย่างรายงาน จำนวน ๒ แผ่น"),
    paragraphs=(
        "อำเภอกำหนดให้ตั้งป้ายที่ท่าน้ำทั้งสองฝั่ง ผู้ใหญ่บ้านเป่าปี่เมื่อน้ำขึ้น ค่ำนี้ทำซ้ำ",
        "๑. ให้ตรวจกุฏิ ฎีกา ฐานข้อมูล ปฏักษ์ ญาติ หญ้า ฤๅษี ฤดู กตัญญู และ ณ ที่ซึ่งชำรุด",
        "๒. ให้รายงานภายในวันที่ ๕ ของทุกเดือน เวลา ๐๘.๓๐ น. เริ่ม ๑ กรกฎาคม ๒๕๖๙ โทร. ๐ ๒๓๔๕ ๖๗๘๙",
        "จึงเรียนมาเพื่อพิจารณาดำเนินการ ก๊าซ เก๋ง โจ๊ก จ๋า ก้ำกึ่ง ล้ำ ต่ำ คว่ำ ย่ำ จ้ำ ป๊ำ ฟ้า ปั้น ฝึก",
    ),
    signatory_name="นางสาวทดลอง ตัวอย่างดี",
    signatory_position_lines=("รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมทดสอบน้ำ"),
    owner_section_lines=("สำนักงานเลขานุการกรม",),
    contact_lines=("โทร. ๐ ๒๙๙๙ ๑๒๓๔ ต่อ ๑๑",),
)
MEMO = replace(
    CIRCULAR,
    kind="memo",
    references=(),
    enclosures=(),
    uid="0197a000-0000-7000-8000-000000000002",
    urgency_words=None,
)
SEALED = replace(
    CIRCULAR, kind="sealed", uid="0197a000-0000-7000-8000-000000000003", signatory_name=""
)
LONG = replace(
    CIRCULAR, paragraphs=CIRCULAR.paragraphs * 8, uid="0197a000-0000-7000-8000-000000000004"
)
