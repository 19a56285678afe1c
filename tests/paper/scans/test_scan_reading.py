"""Pictures of pages become lines, whichever way they lie, with boxes that fit the picture."""

import numpy as np
import pytest

from saraban.errors import OcrMissing
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.scans import tesseract
from saraban.paper.scans.scan_reading import read_picture
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.paper.scanned import askew, drawn

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


@pytest.fixture(scope="module")
def printed() -> np.ndarray:
    return drawn(letter_pdf(CIRCULAR), dpi=200)


@needs_fonts
def test_a_page_lying_on_its_side_and_askew_is_read(printed):
    picture = np.ascontiguousarray(np.rot90(askew(printed, degrees=1.2)))

    scanned = read_picture(picture, 200, 1)

    text = "\n".join(line.text for line in scanned.page.lines)
    assert scanned.turned == 90
    assert scanned.skew == pytest.approx(1.2, abs=0.15)
    assert "การสำรวจป้ายเตือนภัย" in text
    assert (scanned.width, scanned.height) == pytest.approx((595, 842), abs=2)


@needs_fonts
def test_a_box_lies_on_the_ink_of_its_line(printed):
    scanned = read_picture(printed, 200, 1)

    line = next(line for line in scanned.page.lines if "ป้ายเตือนภัย" in line.text)
    left, top, right, bottom = (round(value * 200 / 72) for value in line.box_of(0, len(line.text)))
    inside = printed[top:bottom, left:right]
    above = printed[top - 40 : top - 20, left:right]
    assert (inside < 128).mean() > 0.05 > (above < 128).mean()
    assert line.source in ("ocr", "digits")


def test_a_blank_page_is_told():
    scanned = read_picture(np.full((1169, 827), 250, np.uint8), 100, 3)

    assert scanned.page.lines == ()
    assert scanned.warnings == ("หน้า 3 ว่าง ไม่มีข้อความ",)


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((1, 1), np.uint8),
        np.zeros((600, 400, 3), np.uint8),
        np.random.default_rng(1).integers(0, 256, (300, 200, 3)).astype(np.uint8),
    ],
    ids=["a dot", "all black", "noise"],
)
@pytest.mark.parametrize("dpi", [100.0, 0.0])
def test_a_picture_without_print_is_told_and_stops_nothing(picture, dpi):
    scanned = read_picture(picture, dpi, 2)

    assert scanned.page.lines == ()
    assert scanned.warnings == ("หน้า 2 อ่านไม่ออก มีแต่ภาพหรือลายมือ",)


@needs_fonts
def test_without_the_program_the_clerk_is_told_so(printed, monkeypatch):
    monkeypatch.setattr(tesseract, "PROGRAM", "no-such-program")

    with pytest.raises(OcrMissing):
        read_picture(printed, 200, 1)
