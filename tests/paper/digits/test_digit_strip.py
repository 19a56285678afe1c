"""Strips made alike: one height of letters whatever the scan, paper white whatever the light."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.digits.digit_strip import BODY, HEIGHT, MIDDLE, level_strip
from saraban.paper.house_style import FONTS

TEXT = "๐๑๒๓๔ บาท"


def drawn(pixels: int, *, above: float = 1.1, below: float = 0.4) -> np.ndarray:
    """TEXT with so many ems of room above and below its line."""
    font = ImageFont.truetype(FONTS / "Sarabun-Regular.ttf", pixels)
    size = (round(font.getlength(TEXT)) + pixels, round((above + below) * pixels))
    picture = Image.new("L", size, 255)
    ImageDraw.Draw(picture).text((pixels // 2, round(above * pixels)), TEXT, font=font, anchor="ls")
    return np.asarray(picture)


def body_rows(ink: np.ndarray) -> tuple[int, int]:
    """First and last row on which much of the ink lies."""
    rows = ink.sum(axis=1)
    heavy = np.flatnonzero(rows > 0.4 * np.percentile(rows[rows > 0], 90))
    return int(heavy[0]), int(heavy[-1])


@pytest.mark.parametrize("pixels", [20, 36, 60, 110])
@pytest.mark.parametrize(("above", "below"), [(1.1, 0.4), (0.75, 0.1), (1.4, 0.7)])
def test_letters_come_out_at_one_height_on_one_row(pixels, above, below):
    level = level_strip(drawn(pixels, above=above, below=below))

    first, last = body_rows(level.ink)

    assert level.ink.shape[0] == HEIGHT
    assert last - first + 1 == pytest.approx(BODY, abs=4)
    assert (first + last) / 2 == pytest.approx(MIDDLE, abs=3)


def test_columns_are_found_again_by_the_scale():
    strip = drawn(60)

    level = level_strip(strip)

    first_here = np.flatnonzero(level.ink.max(axis=0) > 0.5)[0]
    first_there = np.flatnonzero(strip.min(axis=0) < 128)[0]
    assert first_here / level.scale == pytest.approx(first_there, abs=2)


def test_a_rule_under_the_line_does_not_stretch_the_letters():
    ruled = drawn(60).copy()
    ruled[-10:-7] = 0

    assert level_strip(ruled).scale == pytest.approx(level_strip(drawn(60)).scale, rel=0.1)


def test_uneven_light_leaves_white_paper():
    shade = np.linspace(0.55, 1, 200, dtype=np.float32)
    strip = cv2.resize(drawn(40), (200, 60))

    level = level_strip((strip * shade).astype(np.uint8))

    assert np.median(level.ink[:, :60]) < 0.1
    assert level.ink.max() == pytest.approx(1, abs=0.05)


def test_a_thin_stroke_on_much_paper_is_ink_and_a_faint_one_is_not():
    thin, faint = np.full((2, 40, 400), 255, np.uint8)
    thin[10:30, 200:202] = 0
    faint[10:30, 200:202] = 230

    assert level_strip(thin) is not None
    assert level_strip(faint) is None
