"""Which to believe, page by page: the text in the file or what is read off its picture."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from saraban.errors import PictureDamaged, TooManyPages
from saraban.paper import page_reading
from saraban.paper.page_reading import ReadPage, better_of
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.reading import read_content
from saraban.paper.sheets import Sheet
from saraban.rules.letter_reading.lines.page_lines import Line, Page
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf
from tests.paper.pictures import drawn, picture

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
SHEET = Sheet(1, 595, 842)


def page(text, **how):
    return Page(1, (Line(page=1, text=text, cells=(text,), **how),))


def joined(*contents):
    """The pages of several PDFs as one."""
    whole = pikepdf.new()
    for content in contents:
        with pikepdf.open(io.BytesIO(content)) as part:
            whole.pages.extend(part.pages)
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def with_layer(content, words):
    """A scan with a text layer that nobody sees, as scanners add."""
    with pikepdf.open(io.BytesIO(content)) as scan:
        (sheet,) = scan.pages
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        sheet.Resources.Font = scan.make_indirect(pikepdf.Dictionary(F1=font))
        sheet.contents_add(b"BT 3 Tr /F1 12 Tf 40 500 Td (" + words + b") Tj ET")
        out = io.BytesIO()
        scan.save(out)
    return out.getvalue()


def without_tones(content):
    """A PDF whose fonts tell no letter for a tone, as old drivers left them."""
    with pikepdf.open(io.BytesIO(content)) as printed:
        for font in printed.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                letters = font.ToUnicode.read_bytes()
                font.ToUnicode.write(re.sub(rb"(?i)<0e4[89ab]>", b"<200B>", letters))
        out = io.BytesIO()
        printed.save(out)
    return out.getvalue()


def test_a_layer_that_lost_its_tones_gives_way_to_the_picture():
    letter = replace(
        CIRCULAR,
        subject="การแจ้งเตือนน้ำหลากแก่ผู้ใหญ่บ้าน",
        paragraphs=(
            "ด้วยกรมทดสอบน้ำได้ให้ทุกอำเภอสำรวจแหล่งน้ำในพื้นที่ และแจ้งผลให้กรมทราบก่อนสิ้นเดือน",
            "จึงขอให้อำเภอแจ้งผู้ใหญ่บ้านและรายงานผลภายในวันที่ ๕ สิงหาคม ๒๕๖๙",
        ),
    )

    told = read_content(without_tones(letter_pdf(letter)), "old.pdf")

    assert [sheet["source"] for sheet in told["sheets"]] == ["ocr"]
    assert told["letters"][0]["subject"] == letter.subject


def test_a_scan_and_a_text_page_in_one_file_are_each_read_their_way():
    progress = []

    told = read_content(
        joined(picture("PDF"), pdf()),
        "mixed.pdf",
        on_page=lambda done, count: progress.append((done, count)),
    )

    assert [sheet["source"] for sheet in told["sheets"]] == ["ocr", "text"]
    assert progress == [(1, 2), (2, 2)]
    assert "ขอเชิญประชุม" in told["letters"][0]["subject"]
    assert told["letters"][0]["evidence"]["number"]["confirm"]


def test_what_a_scanner_wrote_under_its_picture_is_not_believed():
    words = b"This is what some scanner thought that it had read on the page of this letter"

    told = read_content(with_layer(picture("PDF"), words), "scan.pdf")

    assert told["sheets"][0]["source"] == "ocr"
    assert "ขอเชิญประชุม" in told["letters"][0]["subject"]


def test_text_printed_over_a_letterhead_picture_is_the_letter():
    letterhead = picture("PDF", pages=(drawn(lines=()),))
    words = b"This letter is printed in full over the picture of a letterhead, as one sees it"

    told = read_content(with_layer(letterhead, words).replace(b"3 Tr", b"0 Tr"), "letter.pdf")

    assert told["sheets"][0]["source"] == "text"


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg")])
def test_a_picture_is_read_with_boxes_on_its_sheet(kind, name):
    told = read_content(picture(kind), name)

    (sheet,) = told["sheets"]
    box = told["letters"][0]["evidence"]["subject"]["box"]
    assert (sheet["width"], sheet["height"]) == pytest.approx((419.5, 595.2), abs=1)
    assert 0 < box[0] < box[2] < sheet["width"]
    assert 75 < box[1] < box[3] < 115


def test_each_page_of_a_tiff_is_read():
    told = read_content(picture("TIFF", pages=(drawn(), drawn(lines=()))), "fax.tif")

    assert told["pages"] == 2
    assert len(told["letters"]) == 1
    assert any("หน้า 2" in warning for warning in told["warnings"])


def test_more_pages_than_are_read_are_refused(monkeypatch):
    monkeypatch.setattr(page_reading, "MOST_PAGES", 1)

    with pytest.raises(TooManyPages):
        read_content(picture("TIFF", pages=(drawn(lines=()), drawn(lines=()))), "long.tif")


def test_half_a_picture_is_refused():
    with pytest.raises(PictureDamaged):
        read_content(picture("JPEG")[:2000], "half.jpg")


def test_a_picture_that_says_more_is_taken_and_one_that_says_less_leaves_the_layer_in_doubt():
    layer = page("\uf701\uf702 ข้อความในไฟล์ที่อ่านได้บ้าง")
    better = ReadPage(page("ข้อความจากภาพซึ่งอ่านได้ครบถ้วน", source="ocr"), SHEET)
    worse = ReadPage(page("ข", source="ocr"), SHEET)

    taken, kept = better_of(layer, better, SHEET), better_of(layer, worse, SHEET)

    assert taken is better
    assert kept.page.lines == layer.lines
    assert kept.page.is_doubtful
    assert "เชื่อถือไม่ได้" in kept.warnings[0]
