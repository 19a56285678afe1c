"""Coloured ink is set apart from black, wherever on the page it stands."""

import cv2
import numpy as np
import pytest

from saraban.paper.scans.ink import inks_of

BLACK, BLUE, RED = (30, 30, 30), (40, 60, 180), (190, 30, 40)


def page() -> np.ndarray:
    picture = np.full((1400, 400, 3), 250, np.uint8)
    picture[100:1300, 40:60] = BLACK
    return picture


@pytest.mark.parametrize("ink", [BLUE, RED])
@pytest.mark.parametrize("top", [20, 490, 1000])
def test_a_coloured_stroke_is_on_its_own_plane_and_leaves_the_black_one(ink, top):
    picture = page()
    picture[top : top + 60, 200:215] = ink

    inks = inks_of(picture)

    middle = (slice(top + 5, top + 55), slice(204, 211))
    assert inks.coloured is not None
    assert (inks.coloured[middle] < 150).all()
    assert (inks.black[middle] == 255).all()
    assert (inks.black[110:1290, 45:55] < 60).all()
    assert (inks.coloured[110:1290, 45:55] == 255).all()


def test_a_page_without_colour_has_one_plane():
    assert inks_of(page()).coloured is None


def as_jpeg(picture: np.ndarray) -> np.ndarray:
    """Small and lossy, as copiers at 200 dpi save it, then at the size that is read."""
    small = cv2.resize(picture, None, fx=2 / 3, fy=2 / 3, interpolation=cv2.INTER_AREA)
    grain = np.random.default_rng(3).normal(0, 12, (*small.shape[:2], 1))
    small = np.clip(cv2.GaussianBlur(small, (0, 0), 0.9) + grain, 0, 255).astype(np.uint8)
    _, saved = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 45])
    again = cv2.imdecode(saved, cv2.IMREAD_COLOR)
    return cv2.resize(again, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_CUBIC)


@pytest.mark.parametrize("ink", [(130, 95, 170), (130, 165, 215)])
def test_thin_strokes_of_violet_and_pale_blue_in_a_small_jpeg_are_whole(ink):
    picture = np.full((1400, 1600, 3), 250, np.uint8)
    picture[100:1300, 40:48] = BLACK
    picture[200:1200, 200:205] = ink

    inks = inks_of(as_jpeg(picture))

    assert inks.coloured is not None
    on_stroke = (slice(210, 1190), slice(202, 203))
    assert (inks.coloured[on_stroke] < 190).mean() > 0.97
    assert (inks.black[on_stroke] == 255).mean() > 0.97
    assert (inks.black[210:1190, 42:46] < 120).mean() > 0.97
    assert (inks.coloured[:, 30:60] == 255).mean() > 0.99
