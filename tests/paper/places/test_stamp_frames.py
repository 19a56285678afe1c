"""Frames of stamps that did not print whole: known by the straight lines that are left."""

import cv2
import numpy as np
import pytest

from saraban.paper.places.stamp_frames import frames_of_lines

DPI = 300
WIDTHS, HEIGHTS = (0.85, 3.6), (0.45, 2.2)
CENTRE, SIZE = (1000.0, 500.0), (600.0, 360.0)


def page_with_frame(*, tilt: float, kept: str, gaps: int = 0) -> np.ndarray:
    """A frame of which the named sides are drawn, each with so many gaps in it."""
    page = np.full((1200, 2000), 255, np.uint8)
    corners = cv2.boxPoints((CENTRE, SIZE, tilt))
    # boxPoints goes round from the lower left corner: left, top, right, bottom.
    for name, start, end in zip(
        ("left", "top", "right", "bottom"), corners, np.roll(corners, -1, axis=0), strict=True
    ):
        if name not in kept.split():
            continue
        places = np.linspace(0, 1, 2 * gaps + 2)
        for first, last in zip(places[::2], places[1::2], strict=True):
            ends = [tuple(int(v) for v in start + part * (end - start)) for part in (first, last)]
            cv2.line(page, *ends, (0,), 5)
    return page


def best_frame(page: np.ndarray):
    found = frames_of_lines(page, DPI, widths=WIDTHS, heights=HEIGHTS)
    return max(found, key=lambda frame: frame.inked)


@pytest.mark.parametrize("tilt", [-6.0, 0.0, 3.0])
@pytest.mark.parametrize(
    ("kept", "gaps"),
    [
        ("left top right bottom", 0),
        ("left top right bottom", 3),
        ("left top bottom", 1),
        ("left top right", 0),
    ],
    ids=["whole", "broken", "without its right side", "without its bottom"],
)
def test_a_frame_is_found_by_what_is_left_of_it(tilt, kept, gaps):
    frame = best_frame(page_with_frame(tilt=tilt, kept=kept, gaps=gaps))

    assert frame.centre == pytest.approx(CENTRE, abs=12)
    assert (frame.width, frame.height) == pytest.approx(SIZE, abs=24)
    assert frame.tilt == pytest.approx(tilt, abs=0.6)


def test_a_signature_across_its_side_does_not_hide_a_frame():
    page = page_with_frame(tilt=-3.0, kept="left top right bottom")
    stroke = np.array([[1100, 640], [1180, 480], [1290, 560], [1420, 240]], np.int32)
    cv2.polylines(page, [stroke], False, (0,), 6)

    frame = best_frame(page)

    assert frame.centre == pytest.approx(CENTRE, abs=12)
    assert frame.inked > 3


def test_lines_of_text_are_less_of_a_frame_than_a_worn_one():
    text = np.full((1200, 2000), 255, np.uint8)
    for row in range(200, 1100, 70):
        cv2.putText(text, "HTEZL TEHZT LETZH HELTZ", (300, row), 0, 1.6, (0,), 4)
    worn = page_with_frame(tilt=2.0, kept="left top right bottom", gaps=3)

    found = frames_of_lines(text, DPI, widths=WIDTHS, heights=HEIGHTS)

    assert all(frame.inked < 0.8 * best_frame(worn).inked for frame in found)


def test_frames_that_touch_side_by_side_are_two_frames_and_no_table():
    page = np.full((1200, 2000), 255, np.uint8)
    for left in (300, 900):
        cv2.rectangle(page, (left, 320), (left + 600, 680), (0,), 5)

    found = frames_of_lines(page, DPI, widths=WIDTHS, heights=HEIGHTS)

    for middle in (600, 1200):
        likely = [one for one in found if one.centre == pytest.approx((middle, 500), abs=12)]
        assert max(frame.inked for frame in likely) > 3.5


def test_the_rules_of_a_table_are_no_sides_of_frames():
    page = np.full((1400, 2000), 255, np.uint8)
    for down in range(100, 1301, 300):
        cv2.line(page, (100, down), (1800, down), (0,), 4)
    for across in (100, 400, 1500, 1800):
        cv2.line(page, (across, 100), (across, 1300), (0,), 4)

    assert frames_of_lines(page, DPI, widths=WIDTHS, heights=HEIGHTS) == []
