import io
import re
import subprocess

import pdfplumber
import pypdfium2
import pytest

from saraban.paper.house_style import FACES, FONTS
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.text_layer import glyph_texts, install_cure
from tests.paper.letters import CIRCULAR, HAS_FONTS, MEMO, NO_FONTS, SEALED

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def by_pdftotext(pdf: bytes) -> str:
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def by_pypdfium2(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_pdfplumber(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "".join(page.extract_text(use_text_flow=True) for page in document.pages)


def as_read(text: str) -> str:
    """Blanks ignored, and the one step every reader of Thai needs: nikhahit + า is ำ."""
    return re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", re.sub(r"\s", "", text))


def texts_of(letter):
    return [
        letter.printed_number,
        letter.issuer_lines[0],
        letter.addressee_text,
        *letter.paragraphs,
        *letter.signatory_position_lines[: len(letter.signatory_name)],
    ]


@pytest.mark.parametrize("read", [by_pdftotext, by_pypdfium2, by_pdfplumber])
@pytest.mark.parametrize("letter", [CIRCULAR, MEMO, SEALED], ids=lambda letter: letter.kind)
def test_each_reader_gets_back_exactly_what_was_written(letter, read):
    page = as_read(read(letter_pdf(letter)))

    lost = [text for text in texts_of(letter) if as_read(text) not in page]

    assert lost == []


@pytest.mark.parametrize("face", FACES)
def test_every_thai_variant_and_ligature_of_the_font_is_known(face):
    texts = glyph_texts((FONTS / face).read_bytes())

    joined = {text for text in texts.values() if len(text) > 1}
    assert "\u0e48\u0e4d" in joined  # mai ek and nikhahit in one glyph, as in ค่ำ
    assert len(set(texts.values())) < len(texts)  # some letters have narrow or short variants


def test_the_cure_is_taken_once_however_often_it_is_given():
    install_cure()
    import weasyprint.pdf  # noqa: PLC0415 - 0.6 s, and only to see what stands there

    cured = weasyprint.pdf.build_fonts_dictionary
    install_cure()

    assert weasyprint.pdf.build_fonts_dictionary is cured
