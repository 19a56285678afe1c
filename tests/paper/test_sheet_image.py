"""A page of anybody's file as a picture: upright, whole or one place of it, or none at all."""

import io

import pytest
from PIL import Image, ImageOps

from saraban.paper.pdf_print import letter_pdf
from saraban.paper.reading import read_content
from saraban.paper.sheet_image import PAGE_WIDTH, Place, page_jpeg, place_of
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.paper.pictures import drawn, picture

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
MEDIA_TYPES = {"PDF": "application/pdf", "PNG": "image/png", "JPEG": "image/jpeg"}


def opened(jpeg):
    return Image.open(io.BytesIO(jpeg))


def dark_share(image):
    """The share of dark points: how much ink there is."""
    gray = image.convert("L")
    return gray.histogram()[0:128] and sum(gray.histogram()[:128]) / (gray.width * gray.height)


@needs_fonts
@pytest.mark.parametrize("kind", MEDIA_TYPES)
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_shown_upright(kind, turned):
    content = picture(kind, pages=(drawn(turned=turned),))
    size = (874 * 72 / 150, 1240 * 72 / 150)

    page = opened(
        page_jpeg(content, MEDIA_TYPES[kind], page_number=1, turned=-turned % 360, size=size)
    )

    assert page.height > page.width
    head, foot = (
        page.crop((0, int(share * page.height), page.width, int((share + 0.5) * page.height)))
        for share in (0, 0.5)
    )
    assert dark_share(head) > 10 * dark_share(foot)


@needs_fonts
@pytest.mark.parametrize("kind", MEDIA_TYPES)
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_place_is_cut_out_of_the_page_wherever_that_lay(kind, turned):
    content = picture(kind, pages=(drawn(turned=turned),))
    size = (874 * 72 / 150, 1240 * 72 / 150)
    first_line = Place(0.05, 0.075, 0.5, 0.11)
    blank = Place(0.05, 0.6, 0.5, 0.635)

    ink, none = (
        opened(
            page_jpeg(
                content,
                MEDIA_TYPES[kind],
                page_number=1,
                turned=-turned % 360,
                place=place,
                size=size,
            )
        )
        for place in (first_line, blank)
    )

    assert ink.width > 3 * ink.height
    assert dark_share(ink) > 0.03
    assert dark_share(none) == 0


@needs_fonts
def test_the_place_of_a_number_in_a_pdf_shows_the_number_large():
    content = letter_pdf(CIRCULAR)
    reading = read_content(content, "letter.pdf")
    box, sheet = reading["letters"][0]["evidence"]["number"]["box"], reading["sheets"][0]
    size = (sheet["width"], sheet["height"])

    crop = opened(
        page_jpeg(
            content,
            "application/pdf",
            page_number=1,
            place=place_of(tuple(box), width=size[0], height=size[1]),
            size=size,
        )
    )

    assert crop.width == pytest.approx((box[2] - box[0] + 24) * 300 / 72, abs=4)
    around = ImageOps.invert(crop.convert("L")).getbbox()
    assert around is not None
    assert dark_share(crop) > 0.02


@needs_fonts
def test_a_page_is_as_wide_as_the_screen_wants_it():
    page = opened(page_jpeg(letter_pdf(CIRCULAR), "application/pdf", page_number=1))

    assert (page.format, page.width) == ("JPEG", PAGE_WIDTH)


@needs_fonts
@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_a_page_that_there_is_not_gives_no_picture(kind):
    assert page_jpeg(picture(kind), MEDIA_TYPES[kind], page_number=7) is None


@pytest.mark.parametrize("media_type", [*MEDIA_TYPES.values(), "text/plain", "video/mp4"])
def test_what_cannot_be_drawn_gives_no_picture(media_type):
    assert page_jpeg(b"no picture at all", media_type, page_number=1) is None
