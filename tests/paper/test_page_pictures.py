"""Pixels of pages: in every format, no finer than needed, and hostile files refused."""

import io
import random
import struct
import zlib
from itertools import product

import numpy as np
import pytest
from PIL import Image

from saraban.errors import PageNotDrawn, PictureDamaged, PictureTooLarge, SarabanError
from saraban.paper import page_pictures
from saraban.paper.page_pictures import images_in_pdf, picture_in_file, picture_of_pdf_page
from saraban.paper.sheets import Sheet
from tests.paper.pdfs import pdf

TOP_LEFT_BLACK = Image.new("L", (60, 90), 255)
TOP_LEFT_BLACK.paste(0, (0, 0, 20, 20))

DEEP = Image.fromarray(np.asarray(TOP_LEFT_BLACK, np.uint16) * 257)


def saved(kind, image=TOP_LEFT_BLACK, **saving):
    out = io.BytesIO()
    image.save(out, kind, **saving)
    return out.getvalue()


def opened(tmp_path, content, **which):
    file = tmp_path / "picture"
    file.write_bytes(content)
    return picture_in_file(file, "photo", **which)


def png_of_size(width, height, rows=b""):
    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *product(["PNG", "TIFF"], ["L", "RGB", "1", "P", "RGBA", "I;16"]),
        *product(["JPEG"], ["L", "RGB", "CMYK"]),
        *product(["WEBP"], ["RGB", "RGBA"]),
        ("TIFF", "CMYK"),
    ],
)
def test_every_kind_and_colour_comes_as_gray_or_red_green_blue(tmp_path, kind, mode):
    content = saved(kind, DEEP if mode == "I;16" else TOP_LEFT_BLACK.convert(mode))

    picture = opened(tmp_path, content)

    assert picture.pixels.shape[:2] == (90, 60)
    assert picture.pixels[5, 5].mean() < 60
    assert picture.pixels[80, 50].mean() > 200


def test_what_shows_through_is_white_as_paper_is(tmp_path):
    picture = opened(tmp_path, saved("PNG", Image.new("RGBA", (60, 90), (0, 0, 0, 0))))

    assert picture.pixels.min() == 255


@pytest.mark.parametrize(
    ("mark", "corner"), [(1, (5, 5)), (3, (85, 55)), (6, (5, 85)), (8, (55, 5))]
)
def test_a_photo_is_turned_as_its_camera_says(tmp_path, mark, corner):
    exif = Image.Exif()
    exif[0x0112] = mark

    picture = opened(tmp_path, saved("JPEG", exif=exif))

    assert picture.pixels[corner] < 60


def test_each_page_of_a_tiff_is_its_own(tmp_path):
    content = saved(
        "TIFF", save_all=True, append_images=[Image.new("L", (30, 40), 0)], dpi=(100, 100)
    )

    first, second = opened(tmp_path, content), opened(tmp_path, content, page=2)

    assert (first.page_count, second.page_count) == (2, 2)
    assert second.pixels.shape == (40, 30)


def test_a_page_that_is_not_there_is_damage(tmp_path):
    with pytest.raises(PictureDamaged):
        opened(tmp_path, saved("TIFF"), page=2)


def test_a_picture_finer_than_reading_needs_comes_reduced(tmp_path):
    fine = Image.new("RGB", (4961, 7016), "white")  # A4 at 600 dots an inch

    picture = opened(tmp_path, saved("JPEG", fine, dpi=(600, 600)))

    assert picture.dpi == 300
    assert picture.pixels.shape == (3508, 2481, 3)


def test_a_photo_without_a_believable_dpi_is_taken_for_a4(tmp_path):
    photo = Image.new("RGB", (1050, 1400), "white")

    picture = opened(tmp_path, saved("JPEG", photo, dpi=(72, 72)))

    assert picture.dpi == pytest.approx(1400 / 11.7, abs=0.1)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (png_of_size(60_000, 60_000, zlib.compress(bytes(1_000_000))), PictureTooLarge),
        (png_of_size(200, 200, b"no rows"), PictureDamaged),
        (saved("JPEG", Image.new("RGB", (400, 400)))[:500], PictureDamaged),
        (b"II*\x00\x08\x00\x00\x00\xff\xff" + bytes(200), PictureDamaged),
        (b"MZ\x90\x00", PictureDamaged),
    ],
    ids=["png bomb", "no rows", "half a jpeg", "no tiff", "a program"],
)
def test_a_hostile_picture_is_refused_in_words(tmp_path, content, refusal):
    with pytest.raises(refusal) as told:
        opened(tmp_path, content)

    assert "photo" in told.value.text_th


def test_a_tiff_that_claims_to_be_huge_is_refused_before_it_is_decoded(tmp_path):
    content = bytearray(saved("TIFF"))
    for tag in (256, 257):  # width and height, in the one directory
        entry = content.index(struct.pack("<H", tag))
        struct.pack_into("<HII", content, entry + 2, 4, 1, 900_000)

    with pytest.raises(PictureTooLarge):
        opened(tmp_path, bytes(content))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG"])
@pytest.mark.parametrize("seed", range(4))
def test_flipped_bytes_give_pixels_or_a_refusal(tmp_path, kind, seed):
    chance = random.Random(f"{kind}{seed}")
    content = bytearray(saved(kind))
    for _ in range(chance.randrange(1, 12)):
        content[chance.randrange(len(content))] = chance.randrange(256)

    try:
        assert opened(tmp_path, bytes(content)).pixels.size > 0
    except SarabanError as refusal:
        assert "photo" in refusal.text_th


def drawn_page(tmp_path, content, sheet, **how):
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    return picture_of_pdf_page(file, "a.pdf", sheet, **how)


def test_a_page_is_drawn_as_a_viewer_shows_it(tmp_path):
    content = pdf(Rotate=90, CropBox=[100, 100, 550, 780])

    picture = drawn_page(tmp_path, content, Sheet(1, 680, 450), dpi=144)

    assert picture.pixels.shape == (900, 1360, 3)


def test_a_poster_is_drawn_no_larger_than_a_page_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(page_pictures, "MOST_PIXELS_DRAWN", 500_000)

    picture = drawn_page(tmp_path, pdf(), Sheet(1, 595, 842))

    assert picture.pixels.size <= 3 * 510_000
    assert picture.dpi < 100


def test_a_page_that_cannot_be_drawn_says_which(tmp_path):
    with pytest.raises(PageNotDrawn) as told:
        drawn_page(tmp_path, b"%PDF-1.4 nothing", Sheet(7, 595, 842))

    assert "7" in told.value.text_th


def test_an_image_of_a_pdf_is_told_with_its_size_and_fineness(tmp_path):
    file = tmp_path / "scan.pdf"
    Image.new("RGB", (620, 877), "white").save(file, "PDF", resolution=75)

    (image,) = images_in_pdf(file, "scan.pdf")

    assert image.pixels == (620, 877)
    assert image.points == pytest.approx((595, 842), abs=1)
    assert image.dpi == pytest.approx(75)


def test_a_gray_picture_has_one_channel(tmp_path):
    picture = drawn_page(tmp_path, pdf(), Sheet(1, 595, 842), dpi=100, is_gray=True)

    assert picture.pixels.ndim == 2
    assert picture.pixels.dtype == np.uint8
