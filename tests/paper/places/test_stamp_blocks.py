"""Blocks of coloured ink of a stamp's size are found where no frame is, turned to their rows."""

import cv2
import numpy as np
import pytest

from saraban.paper.places.stamp_blocks import stamp_blocks
from saraban.paper.places.stamp_places import StampPlace

DPI = 300
HEIGHT, WIDTH = 1600, 2480


def written(rows: int, *, tilt: float = 0.0, text: str = "NO 25685512 / 256855") -> np.ndarray:
    """A white page with rows of writing under one another, tilted clockwise."""
    page = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for row in range(rows):
        cv2.putText(page, text, (1500, 500 + 90 * row), 0, 1.6, (0,), 4)
    matrix = cv2.getRotationMatrix2D((1700, 600), -tilt, 1.0)
    return cv2.warpAffine(page, matrix, (WIDTH, HEIGHT), borderValue=(255,))


@pytest.mark.parametrize("tilt", [-7.0, 0.0, 4.0])
def test_rows_without_a_frame_are_a_block_at_their_own_slope(tilt):
    (block,) = stamp_blocks(written(4, tilt=tilt), DPI, [])

    assert block.tilt == pytest.approx(tilt, abs=0.6)
    upright = block.cut_out(written(4, tilt=tilt))
    assert (upright < 128).sum() == pytest.approx((written(4, tilt=tilt) < 128).sum(), rel=0.02)


def test_what_is_framed_is_no_block_of_its_own():
    frame = StampPlace((1780.0, 620.0), 760.0, 420.0, 0.0)

    assert stamp_blocks(written(4), DPI, [frame]) == []


@pytest.mark.parametrize("page", [written(1), written(4, text="N"), written(12)])
def test_a_word_a_column_or_a_page_is_none(page):
    assert stamp_blocks(page, DPI, []) == []
