"""What stands in a stamp's frame becomes rows: labels, writing behind them, no dots and rules."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.house_style import FONTS
from saraban.paper.places.stamp_rows import stamp_rows
from tests.paper.letters import HAS_FONTS, NO_FONTS

DPI = 300
HEIGHT, WIDTH = 380, 640
ROWS = (130, 225, 320)  # where the writing stands


def stamp(*, rule: str, writing: float = 1.3) -> np.ndarray:
    """An office over three rows with a small label each and larger writing behind it."""
    page = np.full((HEIGHT, WIDTH), 255, np.uint8)
    cv2.rectangle(page, (2, 2), (WIDTH - 3, HEIGHT - 3), (0,), 5)
    cv2.putText(page, "OFFICE", (230, 60), 0, 1.0, (0,), 3)
    for row in ROWS:
        cv2.putText(page, "NO", (30, row), 0, 0.9, (0,), 3)
        cv2.putText(page, "2565", (260, row - 4), 0, writing, (0,), 4)
        if rule == "dots":
            for across in range(110, WIDTH - 30, 12):
                cv2.circle(page, (across, row + 8), 2, (0,), -1)
        elif rule == "line":
            cv2.line(page, (100, row + 10), (WIDTH - 30, row + 10), (0,), 2)
    return page


@pytest.mark.parametrize("rule", ["none", "dots", "line"])
@pytest.mark.parametrize("writing", [1.0, 1.6])
def test_each_row_is_a_label_and_the_writing_behind_it(rule, writing):
    cuts = stamp_rows(stamp(rule=rule, writing=writing), DPI)

    rows = sorted({cut.body for cut in cuts})
    assert len(rows) == 4
    for body in rows[1:]:
        label, written = sorted((cut for cut in cuts if cut.body == body), key=lambda c: c.box[0])
        assert label.box[2] < 120 < 240 < written.box[0]


def test_the_dots_to_write_on_are_no_part_of_what_is_written():
    cuts = stamp_rows(stamp(rule="dots"), DPI)

    reach = max(cut.box[2] for cut in cuts)
    assert reach < 460  # the dots run on to 610


def test_dots_that_a_scanner_left_far_apart_are_no_part_of_it_either():
    page = stamp(rule="none")
    plain = {cut.box for cut in stamp_rows(page.copy(), DPI)}
    for across in (430, 500, 570):
        cv2.circle(page, (across, ROWS[1] + 8), 2, (0,), -1)

    assert {cut.box for cut in stamp_rows(page, DPI)} == plain


def test_writing_that_runs_over_the_side_is_read_to_its_end_and_its_neighbours_are_not():
    page = cv2.copyMakeBorder(stamp(rule="none"), 0, 0, 0, 100, cv2.BORDER_CONSTANT, value=255)
    cv2.putText(page, "258888", (545, ROWS[0] - 4), 0, 1.3, (0,), 4)
    cv2.putText(page, "7", (710, ROWS[2]), 0, 1.3, (0,), 4)

    cuts = stamp_rows(page, DPI, over=100)

    assert max(cut.box[2] for cut in cuts if cut.body[1] < 150) > WIDTH + 20
    assert max(cut.box[2] for cut in cuts if cut.body[1] > 300) < WIDTH


def test_a_stroke_across_the_rows_holds_none_of_them_together():
    page = stamp(rule="none")
    stroke = np.array([[560, 360], [500, 200], [600, 90]], np.int32)
    cv2.polylines(page, [stroke], False, (0,), 5)

    assert len({cut.body for cut in stamp_rows(page, DPI)}) == 4


def test_figures_under_a_stroke_stay_in_their_row():
    """A pen's stroke over the figures of the last row, on through the rows above it."""
    page = stamp(rule="none", writing=1.0)
    stroke = np.array([[280, 370], [320, 290], [420, 230], [470, 140], [480, 40]], np.int32)
    cv2.polylines(page, [stroke], False, (0,), 5)

    cuts = stamp_rows(page, DPI)

    bodies = sorted({cut.body for cut in cuts})
    assert len(bodies) == 4
    written = [cut for cut in cuts if cut.body == bodies[3] and cut.box[0] > 200]
    assert written and max(cut.box[2] for cut in written) > 330  # to the end of 2565
    # Its row ends where the next one begins: the stroke is not followed up to the top.
    assert min(cut.box[1] for cut in written) > ROWS[1] - 10


def test_a_bare_stroke_behind_a_number_is_no_part_of_it():
    page = stamp(rule="none", writing=1.0)
    stroke = np.array([[360, 165], [390, 130], [450, 112], [540, 70]], np.int32)
    cv2.polylines(page, [stroke], False, (0,), 5)

    cuts = stamp_rows(page, DPI)

    assert max(cut.box[2] for cut in cuts if cut.body[1] > 100) < 360


def test_an_empty_frame_has_no_rows():
    assert stamp_rows(np.full((HEIGHT, WIDTH), 255, np.uint8), DPI) == []


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_the_last_letters_of_an_office_are_a_row_of_their_own():
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    face = ImageFont.truetype(str(FONTS / "Sarabun-Regular.ttf"), 46)
    for place, row in enumerate(("สำนักงานส่งเสริมน้ำใสห้วย", "ไร่", "เลขที่รับ ๖๗๒")):
        left = (WIDTH - face.getlength(row)) / 2
        ImageDraw.Draw(page).text((left, 20 + 90 * place), row, font=face, fill=0)

    assert len({cut.body for cut in stamp_rows(np.array(page, np.uint8), DPI)}) == 3


def test_bars_that_a_tilted_frame_left_beside_the_rows_are_no_figures():
    page = stamp(rule="none")
    plain = {cut.box for cut in stamp_rows(page.copy(), DPI)}
    for row in ROWS:
        cv2.rectangle(page, (WIDTH - 24, row - 30), (WIDTH - 20, row), (0,), -1)

    assert {cut.box for cut in stamp_rows(page, DPI)} == plain
