import io
import re
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pdfplumber
import pikepdf
import pytest

from saraban.paper import house_style, pdf_print
from saraban.paper.house_style import FontsMissing, PrintFailed
from saraban.paper.pdf_print import letter_pdf, render_in_child, render_many
from tests.paper.letters import CIRCULAR, HAS_FONTS, LONG, MEMO, NO_FONTS, SEALED

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
CENTIMETRE = 72 / 2.54


def pages_of(letter):
    """Each page: its text without blanks, its characters and its width."""
    with pdfplumber.open(io.BytesIO(letter_pdf(letter))) as document:
        return [
            SimpleNamespace(
                text=re.sub(r"\s", "", page.extract_text(use_text_flow=True)),
                chars=page.chars,
                width=page.width,
            )
            for page in document.pages
        ]


@needs_fonts
def test_the_same_letter_printed_twice_is_the_same_file():
    first, second, third = render_many([CIRCULAR, MEMO, CIRCULAR])

    assert first == third
    assert first != second
    assert render_in_child(CIRCULAR) == first
    assert letter_pdf(CIRCULAR) == first


@needs_fonts
def test_the_file_says_the_letter_s_own_day_and_subject():
    with pikepdf.open(io.BytesIO(letter_pdf(CIRCULAR))) as document:
        facts = {key: str(value) for key, value in document.docinfo.items()}
        language = str(document.Root.Lang)

    assert facts["/CreationDate"] == facts["/ModDate"] == "D:20260616"
    assert CIRCULAR.subject in facts["/Title"]
    assert language == "th"


@needs_fonts
def test_text_keeps_the_official_margins_on_a4():
    pages = pages_of(LONG)

    assert len(pages) > 1
    for page in pages:
        assert page.width == pytest.approx(21 * CENTIMETRE, abs=1)
        assert min(char["x0"] for char in page.chars) >= 3 * CENTIMETRE - 2
        assert max(char["x1"] for char in page.chars) <= 19 * CENTIMETRE + 2


@needs_fonts
def test_following_pages_carry_their_number_and_the_first_does_not():
    first, second, *_ = pages_of(LONG)

    assert "-๒-" in second.text
    assert "-๑-" not in first.text


@needs_fonts
def test_urgency_is_red_bold_and_no_smaller_than_32_points():
    (page,) = pages_of(replace(CIRCULAR, paragraphs=("สั้น",)))

    urgent = [char for char in page.chars if char["size"] >= 31.9]

    assert len(urgent) >= len("ดวนทสด")
    assert all("Bold" in char["fontname"] for char in urgent)
    assert {tuple(round(part, 1) for part in char["non_stroking_color"]) for char in urgent} == {
        (0.8, 0.0, 0.0)
    }


@needs_fonts
def test_secrecy_stands_on_every_page():
    for page in pages_of(replace(LONG, secrecy_words="ลับ")):
        assert page.text.count("ลับ") == 2


@needs_fonts
def test_a_letter_without_urgency_references_and_enclosures_has_no_trace_of_them():
    plain = replace(CIRCULAR, urgency_words=None, references=(), enclosures=())

    text = "".join(page.text for page in pages_of(plain))

    assert "อ้างถึง" not in text
    assert "สิ่งที่" not in text
    assert "None" not in text


@needs_fonts
def test_a_memo_has_its_heading_and_no_closing_words():
    text = "".join(page.text for page in pages_of(MEMO))

    assert "บันทึกข้อความ" in text
    assert "ขอแสดง" not in text


@needs_fonts
def test_a_sealed_letter_goes_to_a_unit_and_nobody_signs_it():
    text = "".join(page.text for page in pages_of(SEALED))

    assert "ถึง" in text
    assert "ขอแสดง" not in text
    assert "()" not in text


@needs_fonts
@pytest.mark.parametrize("kind", ["external", "memo", "sealed"])
def test_markup_in_a_letter_is_printed_as_text(kind):
    hostile = "<b>ก</b> & {{ 7*7 }} <img src='file:///etc/passwd'>"

    pages = pages_of(replace(CIRCULAR, kind=kind, subject=hostile, paragraphs=(hostile,)))

    assert "<b>ก</b>&{{7*7}}<imgsrc='file:///etc/passwd'>" in pages[0].text


@needs_fonts
def test_the_signature_never_stands_alone_on_a_page():
    for count in range(4, 20):
        paragraphs = ("ย่อหน้าเดียว " * 12,) * count

        last_page = pages_of(replace(CIRCULAR, paragraphs=paragraphs))[-1]

        assert "ย่อหน้า" in last_page.text


@needs_fonts
def test_several_enclosures_are_numbered_and_numbers_they_bring_are_kept():
    two = pages_of(CIRCULAR)[0].text
    own = pages_of(replace(CIRCULAR, enclosures=("๕. แบบ", "๖. แผนที่")))[0].text

    assert "๑.แบบ" in two
    assert "๕.แบบ" in own
    assert "๑.๕." not in own


def test_no_letters_need_no_child():
    assert render_many([]) == []


@needs_fonts
def test_a_letter_that_cannot_be_laid_out_is_a_print_failure():
    with pytest.raises(PrintFailed) as failure:
        render_in_child(replace(CIRCULAR, kind="unknown"))

    assert failure.value.code == "print_failed"
    assert failure.value.facts["reason"] == "child"


@needs_fonts
def test_a_child_that_takes_too_long_is_a_print_failure(monkeypatch):
    monkeypatch.setattr(pdf_print, "START_SECONDS", 0.0)
    monkeypatch.setattr(pdf_print, "LETTER_SECONDS", 0.01)

    with pytest.raises(PrintFailed) as failure:
        render_in_child(CIRCULAR)

    assert failure.value.facts["reason"] == "timeout"


def test_printing_without_fonts_says_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr(house_style, "FONTS", tmp_path)

    with pytest.raises(FontsMissing) as failure:
        render_in_child(CIRCULAR)

    assert "scripts/fetch_assets" in failure.value.text_th


def test_the_parent_never_loads_weasyprint():
    program = "import sys, saraban.paper.pdf_print; sys.exit('weasyprint' in sys.modules)"

    child = subprocess.run([sys.executable, "-c", program], cwd=pdf_print.ROOT, check=False)

    assert child.returncode == 0
