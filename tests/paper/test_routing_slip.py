"""The routing slip: everything on it, the same text back out of it, any length of story."""

import io
import re
import subprocess
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest

from saraban.paper.routing_slip import RoutingSlip, SlipNote, SlipReceipt, slip_in_child, slip_pdf
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

ORDER = SlipNote(
    kind="สั่งการ",
    receipt="เทศบาลเมืองตัวอย่าง เลขรับ ๑๒",
    lines=("มอบกองช่าง ดำเนินการตามเสนอ", "ให้แจ้งผู้นำชุมชนทุกหมู่บ้าน"),
    desks=("กองช่าง (รับผิดชอบหลัก) ภายใน ๑ ก.ค. ๒๕๖๕",),
    author_lines=("(นายธนา ตัวอย่าง)", "รองนายกเทศมนตรี รักษาราชการแทน", "นายกเทศมนตรี"),
    moment="๑๗ มิ.ย. ๒๕๖๕ ๑๓.๑๐ น.",
)
SLIP = RoutingSlip(
    uid="0190",
    unit_name="เทศบาลเมืองตัวอย่าง",
    urgency="ด่วนที่สุด",
    printed_number="ตก ๐๐๒๓.๓/ว ๕๗๖๕",
    dated="๑๖ มิถุนายน ๒๕๖๕",
    issuer="สำนักงานจังหวัดตาก",
    addressee="นายกเทศมนตรีเมืองตัวอย่าง",
    subject="การซ้อมแผนรับน้ำป่าที่ลำห้วยน้ำพุ",
    receipts=(SlipReceipt("เทศบาลเมืองตัวอย่าง", "๑๒", "๑๗ มิ.ย. ๒๕๖๕", "๐๘.๕๕ น."),),
    notes=(ORDER,),
    printed="๑๘ มิ.ย. ๒๕๖๕ ๐๙.๐๐ น.",
)


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def by_poppler(pdf: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def by_pdfplumber(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "".join(page.extract_text(use_text_flow=True) for page in document.pages)


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return len(document)
    finally:
        document.close()


def solid(text: str) -> str:
    """Blanks ignored, and the one step every reader of Thai needs: nikhahit + า is ำ."""
    return re.sub(r"\s", "", text).replace("\u0e4d\u0e32", "\u0e33")


@pytest.fixture(scope="module")
def printed() -> bytes:
    return slip_pdf(SLIP)


@pytest.mark.parametrize("read", [by_pdfium, by_poppler, by_pdfplumber])
def test_the_text_comes_back_as_it_was_written(printed, read):
    found = solid(read(printed))

    wanted = (
        SLIP.unit_name, SLIP.urgency, SLIP.printed_number, SLIP.dated, SLIP.issuer,
        SLIP.addressee, SLIP.subject, "๑. สั่งการ", *ORDER.lines, *ORDER.desks,
        *ORDER.author_lines, ORDER.moment, "เขียนด้วยมือ",
    )  # fmt: skip
    assert [text for text in wanted if solid(text) not in found] == []


def test_one_page_holds_a_short_story_and_room_to_write(printed):
    assert page_count(printed) == 1


def test_a_long_story_goes_on_over_pages_with_every_note_on_it():
    notes = tuple(replace(ORDER, lines=(f"ข้อความที่ {number}",)) for number in range(60))

    pdf = slip_pdf(replace(SLIP, notes=notes))

    found = solid(by_pdfium(pdf))
    assert page_count(pdf) > 8
    assert all(f"ข้อความที่{number}" in found for number in range(60))


def test_a_withdrawn_note_says_who_took_it_back():
    told = "ถอนแล้ว ๑๗ มิ.ย. ๒๕๖๕ โดย นายธนา ตัวอย่าง: ผิดฉบับ"

    pdf = slip_pdf(replace(SLIP, notes=(replace(ORDER, withdrawn=told),)))

    assert solid(told) in solid(by_pdfium(pdf))


def test_what_is_not_said_leaves_no_line(printed):
    bare = slip_pdf(replace(SLIP, urgency="", addressee="", notes=()))

    found = by_pdfium(bare)
    assert "ด่วนที่สุด" not in found
    assert "ถึง" not in found
    assert "เขียนด้วยมือ" in found


def test_words_that_look_like_markup_stay_words():
    pdf = slip_pdf(replace(SLIP, subject="<b>หนา</b> & <script>"))

    assert "<b>หนา</b>&<script>" in solid(by_pdfium(pdf))


def test_a_process_of_its_own_prints_the_same():
    assert solid(by_pdfium(slip_in_child(SLIP))) == solid(by_pdfium(slip_pdf(SLIP)))
