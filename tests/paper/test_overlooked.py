"""What only the picture of a page shows is added to its text; nothing else is."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.house_style import FONTS
from saraban.paper.overlooked import may_hold_words, with_overlooked
from saraban.paper.page_pictures import PlacedImage
from saraban.paper.reading import read_content
from saraban.rules.letter_reading.lines.page_lines import Line, Page, Word
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf, with_image


def line(text, box, source="text"):
    return Line(page=1, text=text, cells=(text,), words=(Word(text, box),), source=source)


LAYER = Page(1, (line("ที่ มท ๐๘๐๑/ว ๑๖๕๘", (80, 100, 200, 115)),))


@pytest.mark.parametrize("words", ["ด่วนที่สุด", "ด่วนมาก", "รับที่ ๑๒๐", "วันที่ ๓ มิ.ย. ๖๕", "เวลา ๑๐.๓๐ น."])
def test_an_urgency_or_a_stamp_where_the_layer_is_empty_is_added(words):
    seen = Page(1, (line(words, (80, 40, 200, 70), source="ocr"),))

    page = with_overlooked(LAYER, seen)

    assert [one.text for one in page.lines] == [words, LAYER.lines[0].text]
    assert page.lines[0].source == "ocr"


def test_what_the_layer_says_is_never_said_again_off_the_picture():
    seen = Page(1, (line("ที่ มท ๐๕๐๑/ว ๑๐๕๕", (81, 101, 199, 116), source="digits"),))

    assert with_overlooked(LAYER, seen) == LAYER


def test_a_signature_or_a_logo_adds_nothing():
    seen = Page(1, (line("สมขจยร วน", (300, 600, 400, 640), source="ocr"),))

    assert with_overlooked(LAYER, seen) == LAYER


@pytest.mark.parametrize(
    ("points", "may"), [((120, 30), True), ((70, 78), False), ((57, 57), False), ((20, 8), False)]
)
def test_an_image_as_high_as_wide_holds_no_line_of_letters(points, may):
    assert may_hold_words(PlacedImage(1, (500, 500), points)) is may


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_an_urgency_that_is_an_image_is_read():
    image = Image.new("RGB", (600, 160), "white")
    face = ImageFont.truetype(str(FONTS / "Sarabun-Bold.ttf"), 100)
    ImageDraw.Draw(image).text((30, 0), "ด่วนที่สุด", font=face, fill=(200, 0, 0))
    content = with_image(pdf(), image, box=(70, 760, 190, 792))

    told = read_content(content, "letter.pdf")

    assert told["sheets"][0]["source"] == "text"
    (letter,) = told["letters"]
    assert letter["urgency"] == "ด่วนที่สุด"
    assert letter["evidence"]["urgency"]["source"] == "ocr"
