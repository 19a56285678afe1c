"""A sheet photographed on a table is laid flat; a scan stays as it is."""

import cv2
import numpy as np
import pytest

from saraban.paper.scans.photo_corners import corners_of_sheet, flat_sheet
from saraban.paper.scans.scan_reading import read_picture
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.scanned import drawn, printed, scanned

CORNERS = np.array([[260, 210], [1610, 300], [1700, 2240], [150, 2160]], np.float32)
LETTER = """ที่ ทส ๙๙๐๑/ว ๘๑
๓ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้ายเตือนภัยน้ำหลาก
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง และจะรายงานผลการสำรวจให้ทุกจังหวัดทราบ
ขอแสดงความนับถือ
(นายทดลอง น้ำใส)
"""


def on_table(page: np.ndarray, *, table: int = 95) -> np.ndarray:
    """The page seen from the side on a table of one shade with some grain."""
    height, width = page.shape[:2]
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    grain = np.random.default_rng(3).normal(0, 6, (2400, 1800, 1))
    photo = np.clip(np.full((2400, 1800, 3), table) + grain, 0, 255).astype(np.uint8)
    seen = cv2.getPerspectiveTransform(flat, CORNERS)
    cv2.warpPerspective(page, seen, (1800, 2400), photo, borderMode=cv2.BORDER_TRANSPARENT)
    return photo


def paper() -> np.ndarray:
    page = np.full((2339, 1654, 3), 235, np.uint8)
    for row in range(200, 2000, 60):
        cv2.putText(page, "LETTERS ON A LINE OF TEXT", (200, row), 0, 1.6, (30, 30, 30), 4)
    return page


def test_the_four_corners_are_found():
    corners = corners_of_sheet(on_table(paper()))

    assert corners is not None
    assert np.abs(corners - CORNERS).max() < 12


def test_a_box_of_the_flat_sheet_is_found_again_on_the_photo():
    sheet = flat_sheet(on_table(paper()), 200)

    assert sheet is not None
    height, width = sheet.picture.shape[:2]
    assert max(height, width) == pytest.approx(11.69 * 200, abs=2)
    assert sheet.back((0, 0, width, height)) == pytest.approx((150, 210, 1700, 2240), abs=14)


@pytest.mark.parametrize(
    "picture",
    [
        paper(),
        scanned(paper(), seed=3, hard=True),
        on_table(paper(), table=225),
        on_table(paper())[:1500, :1200],
        np.full((900, 700, 3), 40, np.uint8),
        np.where(paper() > 128, 255, 0).astype(np.uint8),
    ],
    ids=["a page", "a bad scan", "a white table", "cut off", "dark", "black and white"],
)
def test_what_is_no_whole_sheet_on_a_table_stays_as_it_is(picture):
    assert corners_of_sheet(picture) is None


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_a_photographed_letter_is_read_and_its_boxes_lie_on_the_photo():
    photo = on_table(drawn(printed(LETTER), dpi=200))

    seen = read_picture(photo, 0, 1)

    line = next(line for line in seen.page.lines if "ป้ายเตือนภัยน้ำหลาก" in line.text)
    scale = photo.shape[1] / seen.width
    left, top, right, bottom = (round(v * scale) for v in line.box_of(0, len(line.text)))
    assert (photo[top:bottom, left:right] < 110).mean() > 0.05
    assert bottom - top < 90 < right - left
