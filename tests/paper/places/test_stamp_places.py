"""Frames of stamps on a page: whole ones, and those that the page's edge cuts off."""

import cv2
import numpy as np
import pytest

from saraban.paper.places.stamp_places import stamp_places
from saraban.paper.scans.scan_reading import read_picture
from saraban.rules.letter_reading.reading import read_letters
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.scanned import SURVEY, askew, drawn, printed, scanned

DPI = 200
WIDTH, HEIGHT = 1654, 2339
STAMP = """ศาลากลางจังหวัดจำลอง
เลขรับ ๑๑๔๙
วันที่ ๑๐ มิ.ย. ๒๕๖๕
เวลา ๑๐.๒๐ น.
"""


def framed(left, *, width=400, height=170, sides="top bottom left right", tilt=3.0):
    """A white page with the named sides of a frame that begins at `left`."""
    page = np.full((HEIGHT, WIDTH), 255, np.uint8)
    box = cv2.boxPoints(((left + width / 2, 300.0), (width, height), tilt))
    corners = [tuple(int(place) for place in corner) for corner in box]
    # boxPoints goes round from the lower left corner: left, top, right, bottom.
    for name, start, end in zip(
        ("left", "top", "right", "bottom"), corners, [*corners[1:], corners[0]], strict=True
    ):
        if name in sides.split():
            cv2.line(page, start, end, (0,), 3)
    return page


@pytest.mark.parametrize("left", [700, WIDTH - 330, -60])
def test_a_frame_is_found_though_the_edge_of_the_page_cuts_it_off(left):
    (place,) = stamp_places(framed(left), None, DPI)

    assert place.tilt == pytest.approx(3.0, abs=0.7)
    assert place.height == pytest.approx(170, abs=25)


@pytest.mark.parametrize(
    "page",
    [
        framed(700, sides="top bottom"),
        framed(WIDTH - 330, sides="top left"),
        framed(WIDTH - 330, sides="top bottom"),
        framed(-60, sides="bottom right"),
    ],
)
def test_fewer_sides_than_the_edge_takes_are_no_frame(page):
    assert stamp_places(page, None, DPI) == []


def test_a_coloured_frame_is_told_from_a_black_one():
    white = np.full((HEIGHT, WIDTH), 255, np.uint8)

    assert [place.coloured for place in stamp_places(white, framed(700), DPI)] == [True]
    assert [place.coloured for place in stamp_places(framed(700), white, DPI)] == [False]


def test_a_rule_to_write_on_parts_no_worn_frame():
    """Below the rule the frame is whole, above it half faded: two frames, were they two."""
    upper, lower = framed(700, height=130, tilt=0.0), framed(700, height=150, tilt=0.0)
    upper[:, 760:960] = 255
    upper[250:300] = 255
    page = np.minimum(upper, np.roll(lower, 140, axis=0))

    (place,) = stamp_places(page, None, DPI)

    assert place.height == pytest.approx(280, abs=15)
    assert place.width == pytest.approx(400, abs=15)


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_a_tilted_stamp_pressed_over_the_edge_of_the_page_is_read():
    page = drawn(printed(SURVEY, hard=True), dpi=DPI)
    stamp = askew(drawn(printed(STAMP), dpi=DPI), degrees=4)
    page[:, 60:] = np.minimum(page[:, 60:], stamp[:, :-60])  # its right side is beyond the page now
    picture = scanned(page, seed=7, hard=True)

    (letter,) = read_letters([read_picture(picture, DPI, 1).page])

    (stamp,) = letter.stamps
    assert (stamp.unit, stamp.number, stamp.time) == ("ศาลากลางจังหวัดจำลอง", "1149", "10:20")
    assert str(stamp.dated_on) == "2022-06-10"
    assert letter.evidence["stamps"].confirm


@pytest.mark.parametrize("stroke", [940, 1000])
def test_a_frame_that_touches_the_next_ends_where_its_own_side_is(stroke):
    page = np.minimum(framed(500, tilt=0.4), framed(900, tilt=0.4))
    cv2.line(page, (stroke, 230), (stroke, 330), (0,), 3)  # of the writing in the next

    places = sorted(stamp_places(page, None, DPI), key=lambda place: place.centre[0])

    assert [place.width for place in places] == [pytest.approx(400, abs=15)] * 2
