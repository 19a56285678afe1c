"""A page of a PDF as a picture; what cannot be drawn is no picture, never a failure."""

import io

import pytest
from PIL import Image

from saraban.paper.page_image import MOST_HEIGHT, WIDTH, page_picture


def pdf_of(width: int, height: int) -> bytes:
    """One empty page of that size in points."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF\n"
    ) % (width, height)


def test_a_page_is_as_wide_as_the_screen_wants_it():
    picture = Image.open(io.BytesIO(page_picture(pdf_of(595, 842))))

    assert picture.format == "PNG"
    assert picture.width == WIDTH


def test_a_page_like_a_ribbon_is_bounded_in_height():
    picture = Image.open(io.BytesIO(page_picture(pdf_of(100, 14000))))

    assert picture.height <= MOST_HEIGHT + 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 damaged", b"no pdf at all"])
def test_what_is_no_pdf_gives_no_picture(content):
    assert page_picture(content) is None


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_there_is_not_gives_no_picture(number):
    assert page_picture(pdf_of(595, 842), page_number=number) is None
