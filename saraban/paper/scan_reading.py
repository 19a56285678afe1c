"""A scanned page as lines: turned upright, straightened, its inks apart, read.

Boxes are in points of the page as it is shown upright, before the last degrees of skew are
taken out, so that they fit the picture a person sees.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.errors import PageTooSlow
from saraban.paper.ink import inks_of
from saraban.paper.ocr_lines import SeenWord, lines_of_rows, rows_of, words_of
from saraban.paper.straightening import Rotation, skew_of, upright
from saraban.paper.tesseract import lines_of
from saraban.paper.text_lines import line_cuts
from saraban.rules.letter_reading.page_lines import Box, Page

Picture = NDArray[np.uint8]

_READ_AT_DPI = 300.0
_LONGEST_INCHES = 17.5  # A3; longer than that the picture's dpi is not to be believed
_A4_INCHES = 11.7
_LEAST_INK = 0.0002


@dataclass(frozen=True)
class ScannedPage:
    """What a picture of a page says. width and height in points of the upright page.

    turned: clockwise degrees it took to be upright; skew: degrees the text still slopes,
    clockwise. warnings are in Thai, for the clerk.
    """

    page: Page
    turned: int
    skew: float
    width: float
    height: float
    warnings: tuple[str, ...] = ()


def read_picture(picture: Picture, dpi: float, number: int) -> ScannedPage:
    """Read a picture of page `number`, (H, W) gray or (H, W, 3) RGB, dpi dots an inch.

    A page that takes too long comes back empty with a warning. Raises OcrMissing.
    """
    cv2.setNumThreads(1)  # pages are read side by side; more threads only get in their way
    dpi = _likely_dpi(picture, dpi)
    try:
        return _read(picture, dpi, number)
    except PageTooSlow as refusal:
        height, width = picture.shape[:2]
        points = 72.0 / dpi
        return ScannedPage(
            Page(number, ()), 0, 0.0, width * points, height * points, (refusal.text_th,)
        )


def _read(picture: Picture, dpi: float, number: int) -> ScannedPage:
    scale = _READ_AT_DPI / dpi if not 0.8 <= _READ_AT_DPI / dpi <= 1.1 else 1.0
    if scale != 1.0:
        how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
        picture = np.asarray(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how), np.uint8
        )
        dpi *= scale
    picture, turned = upright(picture, dpi, page=number)
    inks = inks_of(picture)
    height, width = inks.black.shape
    points = 72.0 / dpi
    if (inks.black < 128).mean() < _LEAST_INK and inks.coloured is None:
        warning = f"หน้า {number} ว่าง ไม่มีข้อความ"
        return ScannedPage(
            Page(number, ()), turned, 0.0, width * points, height * points, (warning,)
        )
    rotation = skew_of(inks.black, dpi)
    black = rotation.straightened(inks.black)

    cuts = line_cuts(black, dpi)
    read = lines_of([cut.picture for cut in cuts], page=number)

    def words_at(place: int) -> list[SeenWord]:
        left, top = cuts[place].box[:2]
        line = read[place]
        return words_of(line, lambda box: _placed(rotation, box, left, top, points)) if line else []

    rows = [[word for place in row for word in words_at(place)] for row in rows_of(cuts)]
    lines = lines_of_rows([row for row in rows if row], page=number, page_width=width * points)
    return ScannedPage(
        Page(number, tuple(lines)), turned, rotation.degrees, width * points, height * points
    )


def _placed(rotation: Rotation, box: Box, left: int, top: int, points: float) -> Box:
    """A box on a cut as one on the page, in points."""
    on_page = (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
    x0, y0, x1, y1 = rotation.back(on_page)
    return x0 * points, y0 * points, x1 * points, y1 * points


def _likely_dpi(picture: Picture, dpi: float) -> float:
    """The dpi as told, or that of an A4 page where a photo's dpi would make it a poster."""
    longest = max(picture.shape[:2])
    is_likely = dpi > 0 and _A4_INCHES / 3 <= longest / dpi <= _LONGEST_INCHES
    return dpi if is_likely else longest / _A4_INCHES
