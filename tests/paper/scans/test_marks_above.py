"""A page of Thai text shows by its marks which way up it is; nothing else passes for upright."""

import cv2
import numpy as np
import pytest

from saraban.paper.scans.marks_above import is_surely_upright
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.scanned import SURVEY, drawn, printed, scanned

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
ENGLISH = """Dear Sir,
The province of Tak invites the ministry to inspect its river signs, which list the limits
within which it will bring its citizens inside. Will it visit in mid April, if it is fit?
"""


@pytest.fixture(scope="module")
def page() -> np.ndarray:
    """A scanned letter, gray, 150 dots an inch."""
    return looked_at(SURVEY * 2)


def looked_at(text: str) -> np.ndarray:
    picture = scanned(drawn(printed(text), dpi=150), seed=4, hard=True)
    return cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)


def test_a_letter_stands_upright(page):
    assert is_surely_upright(page)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_one_on_its_side_or_on_its_head_does_not(page, quarters):
    assert not is_surely_upright(np.ascontiguousarray(np.rot90(page, quarters)))


def test_dots_on_letters_of_another_script_turned_over_do_not_pass_for_marks():
    page = looked_at(ENGLISH * 6)

    assert not is_surely_upright(np.ascontiguousarray(np.rot90(page, 2)))


@pytest.mark.parametrize(
    "picture",
    [
        np.full((1754, 1240), 255, np.uint8),
        np.zeros((1754, 1240), np.uint8),
        np.random.default_rng(1).integers(0, 256, (600, 400)).astype(np.uint8),
    ],
    ids=["blank", "black", "grain"],
)
def test_what_holds_no_text_says_nothing(picture):
    assert not is_surely_upright(picture)
