"""Letters that are written here, on paper: their places, their following pages, their file."""

import base64
import io
import re
from dataclasses import replace
from datetime import date

import pdfplumber
import pikepdf
import pytest
from PIL import Image

from saraban.paper.letter_form import written_form
from saraban.paper.letter_shapes import with_substitutes, without_shape
from saraban.paper.pdf_print import letter_pdf
from saraban.rules.drafts import DraftPoint, DraftText
from saraban.rules.letter_mark import FACTS_NAME
from tests.paper.letters import CIRCULAR, HAS_FONTS, LONG, MEMO, NO_FONTS, SEALED

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
CENTIMETRE = 72 / 2.54


def emblem():
    """A picture of the test's own, see-through as an office's may be."""
    out = io.BytesIO()
    Image.new("RGBA", (200, 220), (0, 0, 0, 120)).save(out, "PNG")
    return out.getvalue()


SHOWN = base64.b64encode(emblem()).decode()
SVG = base64.b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 11"><path d="M0 0h10v11H0z"/></svg>'
).decode()


def opened(letter):
    return pdfplumber.open(io.BytesIO(letter_pdf(letter)))


def text_of(page):
    return re.sub(r"\s", "", page.extract_text(use_text_flow=True))


@pytest.mark.parametrize(
    ("letter", "height", "left"),
    [(CIRCULAR, 3, None), (SEALED, 3, None), (MEMO, 1.5, 3)],
    ids=["external", "sealed", "memo"],
)
def test_the_emblem_has_the_size_and_place_of_its_form(letter, height, left):
    with opened(replace(letter, emblem=SHOWN)) as document:
        page = document.pages[0]
        (image,) = page.images

    assert image["height"] == pytest.approx(height * CENTIMETRE, abs=0.5)
    assert image["top"] == pytest.approx(1.5 * CENTIMETRE, abs=1.5)
    if left is None:
        assert (image["x0"] + image["x1"]) / 2 == pytest.approx(11 * CENTIMETRE, abs=1)
    else:
        assert image["x0"] == pytest.approx(left * CENTIMETRE, abs=1)


@pytest.mark.parametrize("letter", [CIRCULAR, MEMO, SEALED], ids=lambda one: one.kind)
def test_an_office_without_a_picture_has_an_empty_place_of_the_same_size(letter):
    with opened(letter) as plain, opened(replace(letter, emblem=SHOWN)) as with_emblem:
        words = [
            [(word["text"], round(word["top"], 1)) for word in document.pages[0].extract_words()]
            for document in (plain, with_emblem)
        ]

    assert words[0] == words[1]


def test_an_emblem_drawn_in_lines_is_drawn():
    with opened(replace(CIRCULAR, emblem=SVG)) as document, opened(CIRCULAR) as plain:
        drawn, without = (len(one.pages[0].objects.get("curve", ())) + len(
            one.pages[0].objects.get("rect", ())) for one in (document, plain))  # fmt: skip

    assert drawn > without


def test_a_page_that_continues_names_the_next_one_s_first_words_at_its_foot():
    with opened(LONG) as document:
        feet = [foot_of(page) for page in document.pages]
        texts = [text_of(page) for page in document.pages]

    assert len(texts) == 3
    for foot, following in zip(feet, texts[1:], strict=False):
        first = re.sub(r"\s", "", foot).removeprefix("/").removesuffix("...")
        assert foot.startswith("/")
        assert len(first) >= 3
        assert first in following[: len(first) + 8]  # after "- ๒ -"
    assert feet[-1] == ""


def foot_of(page):
    """What stands at the right below the text, clear of the mark in the corner."""
    below = page.height - 2 * CENTIMETRE
    box = (11 * CENTIMETRE, below, 19 * CENTIMETRE, page.height)
    return page.crop(box).extract_text(use_text_flow=True)


def test_the_catchwords_move_no_page_end():
    with opened(LONG) as document:
        ends = [len(page.chars) for page in document.pages]

    assert len(ends) == 3
    assert min(ends) > 50


def test_a_draft_says_so_and_carries_neither_mark_nor_facts():
    content = letter_pdf(
        replace(CIRCULAR, is_draft=True, printed_number="ทส ๙๙๐๑.๔/", dated_on=None)
    )

    with pikepdf.open(io.BytesIO(content)) as document:
        assert FACTS_NAME not in document.attachments
    with pdfplumber.open(io.BytesIO(content)) as document:
        across = [char["text"] for char in document.pages[0].chars if char["size"] > 100]
    assert "".join(across) == "ร่าง"


def test_points_stand_deeper_than_the_paragraphs_and_a_table_has_its_cells():
    with opened(
        replace(
            CIRCULAR,
            paragraphs=("ธรรมดา", "๑.๑ ย่อย", "๑.๑.๑ ย่อยลงไป", "ที่ | อำเภอ", "๑ | เมืองทดลอง"),
        )
    ) as document:
        words = document.pages[0].extract_words(use_text_flow=True)
        at = {word["text"].replace("\u0e4d\u0e32", "ำ"): word for word in words}

    assert at["ธรรมดา"]["x0"] < at["๑.๑"]["x0"] < at["๑.๑.๑"]["x0"]
    assert at["อำเภอ"]["x0"] > at["ที่"]["x1"]
    assert at["เมืองทดลอง"]["x0"] > at["๑"]["x1"]
    assert at["เมืองทดลอง"]["top"] == pytest.approx(at["๑"]["top"], abs=1)


def test_a_long_table_repeats_its_head_on_the_next_page():
    rows = tuple(f"{place} | แถวที่ {place}" for place in range(1, 80))
    with opened(replace(CIRCULAR, paragraphs=("ลำดับ | รายการ", *rows))) as document:
        heads = [text_of(page).count("รายการ") for page in document.pages]

    # The first and every later page, beside the catchword that names the head.
    assert all(heads[:-1])
    assert len(heads) > 1


def test_the_file_is_what_a_pdf_a_3b_has_to_be():
    # No validator runs here (veraPDF is a Java program): this is what can be told from the file.
    with pikepdf.open(io.BytesIO(letter_pdf(replace(CIRCULAR, emblem=SHOWN)))) as document:
        root = document.Root
        with document.open_metadata() as metadata:
            claims = metadata["pdfaid:part"], metadata["pdfaid:conformance"]
        (intent,) = root.OutputIntents
        fonts = [
            one for one in document.objects if _type(one) == "/Font" and "/FontDescriptor" in one
        ]
        relation = {str(spec.AFRelationship) for spec in root.AF}
        (name,) = document.attachments
        subtype = str(document.attachments[name].get_file().mime_type)
        images = [one for one in document.objects if _subtype(one) == "/Image"]
        smoothed = [one for one in images if one.get("/Interpolate", False)]
        filters = root.Metadata.get("/Filter")
        scripts = [one for one in document.objects if _type(one) == "/Action"]

    assert claims == ("3", "B")
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert "/Encrypt" not in document.trailer
    assert "/ID" in document.trailer
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in fonts)
    assert relation == {"/Data"}
    assert name == FACTS_NAME
    assert subtype == "application/json"
    assert scripts == []
    assert images
    assert smoothed == []
    assert filters is None


def _subtype(one):
    return str(one.get("/Subtype", "")) if isinstance(one, pikepdf.Stream) else ""


def _type(one):
    return str(one.get("/Type", "")) if isinstance(one, pikepdf.Dictionary) else ""


def test_what_the_font_cannot_draw_is_named_and_replaced_where_the_number_is_given():
    assert without_shape("ป้าย 😀 ✓ ฎุฏ น้ำ “ก” 12") == "😀✓"
    assert with_substitutes("ดี 👍🏽 มาก") == "ดี [?][?] มาก"
    with opened(replace(CIRCULAR, subject="ยินดี 😀 ด้วย")) as document:
        assert "ยินดี[?]ด้วย" in text_of(document.pages[0])


def test_a_subject_of_400_letters_and_a_word_without_end_stay_inside_the_margins():
    subject = "การสำรวจป้ายเตือนภัยน้ำหลาก" * 15
    with opened(replace(CIRCULAR, subject=subject, paragraphs=("A" * 300,))) as document:
        right = max(char["x1"] for page in document.pages for char in page.chars)

    assert right <= 19 * CENTIMETRE + 2


DRAFT = DraftText(
    subject="ขอความร่วมมือ",
    addressee_text="นายอำเภอ ทุกอำเภอ",
    dated_on=date(2022, 6, 16),
    cause="ด้วย",
    purpose="จึงขอให้",
    points=(DraftPoint("ตรวจ 2 ครั้ง"), DraftPoint("รายงาน")),
    conclusion="จึงเรียนมา",
    signatory_name="นายทดลอง",
    signatory_position="รองผู้ว่าราชการจังหวัด",
    acting="on_behalf",
    acting_post="ผู้ว่าราชการจังหวัด",
    copy_to="สำนักงานจังหวัด",
)


def test_a_draft_is_laid_out_with_its_points_between_purpose_and_conclusion():
    form = written_form(
        DRAFT, uid="x", printed_number="ตก ๐๐๒๓.๓/ว ๑", issuer_name="จังหวัดตาก",
        issuer_address="ตก 63000",
    )  # fmt: skip

    assert form.paragraphs == ("ด้วย", "จึงขอให้", "๑. ตรวจ ๒ ครั้ง", "๒. รายงาน", "จึงเรียนมา")
    assert form.issuer_lines == ("จังหวัดตาก", "ตก ๖๓๐๐๐")
    assert form.signatory_position_lines[0] == "รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน"
    assert form.copy_to == ("สำนักงานจังหวัด",)


def test_a_memo_bears_no_address_and_a_sealed_letter_no_name():
    facts = {
        "uid": "x",
        "printed_number": "๑",
        "issuer_name": "จังหวัดตาก",
        "issuer_address": "ถนนยาว",
    }
    with opened(written_form(replace(DRAFT, kind="memo"), **facts)) as memo:
        assert "ถนนยาว" not in text_of(memo.pages[0])
    with opened(written_form(replace(DRAFT, kind="sealed"), **facts)) as sealed:
        assert "นายทดลอง" not in text_of(sealed.pages[0])
        assert "ถึง" in text_of(sealed.pages[0])
