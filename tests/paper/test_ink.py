"""Coloured ink is set apart from black, wherever on the page it stands."""

import numpy as np
import pytest

from saraban.paper.ink import inks_of

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
