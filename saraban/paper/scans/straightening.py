"""A page made straight: quarter turns, the last few degrees of skew, and the way back."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.ink_pieces import pieces_of_ink
from saraban.paper.places.turned_boxes import PixelBox, box_before
from saraban.paper.scans.marks_above import is_surely_upright
from saraban.paper.scans.tesseract import quarter_turn

Picture = NDArray[np.uint8]

_MOST_DEGREES = 6.0
_LEAST_DEGREES = 0.12
_MOST_POINTS = 60_000
_FEW_LINES = 0.08  # of the page's height
_INK = 128
_SURE_BY_A_FEW_LINES = 10.0  # as quarter_turn tells it; of whole pages it is 20 to 40
_TURNS = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


@dataclass(frozen=True)
class Rotation:
    """A turn about the middle of a picture; degrees is what the text was askew, clockwise."""

    degrees: float
    width: int
    height: int

    @property
    def _matrix(self) -> NDArray[np.float64]:
        centre = (self.width / 2, self.height / 2)
        return np.asarray(cv2.getRotationMatrix2D(centre, self.degrees, 1.0), np.float64)

    def straightened(self, picture: Picture) -> Picture:
        """The picture with its lines level; its size stays."""
        if self.degrees == 0:
            return picture
        size = (self.width, self.height)
        turned = cv2.warpAffine(
            picture, self._matrix, size, flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
        )
        return np.asarray(turned, np.uint8)

    def back(self, box: PixelBox) -> PixelBox:
        """The box on the picture as it was around a box of the straightened one."""
        if self.degrees == 0:
            return box
        return box_before(box, self._matrix)


def upright(picture: Picture, dpi: float, *, page: int) -> tuple[Picture, int]:
    """The picture turned upright, and the clockwise degrees it took: 0, 90, 180 or 270."""
    gray = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    scale = 150.0 / dpi
    resized = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, np.uint8)
    if is_surely_upright(small):  # most pages are, and this takes a fortieth of the time
        return picture, 0
    # A few lines tell it mostly, in half the time of a page.
    turned = quarter_turn(_fullest_rows(small), page=page, least_sure=_SURE_BY_A_FEW_LINES)
    if turned is None:
        turned = quarter_turn(small, page=page)
    if turned is None or turned not in _TURNS:
        return picture, 0
    return np.ascontiguousarray(cv2.rotate(picture, _TURNS[turned]), np.uint8), turned


def _fullest_rows(gray: Picture) -> Picture:
    """The part of the page with the most ink: a few lines of text, all of the page's width."""
    height = max(1, round(len(gray) * _FEW_LINES))
    ink = np.convolve((gray < _INK).sum(axis=1), np.ones(height), "valid")
    top = int(ink.argmax())
    return np.ascontiguousarray(gray[top : top + height])


def skew_of(gray: Picture, dpi: float) -> Rotation:
    """How far the lines of an upright page slope, to a twentieth of a degree.

    The angle at which the ink falls into the sharpest rows. Large pieces of ink (seals,
    frames, signatures) do not vote.
    """
    height, width = gray.shape
    scale = 100.0 / dpi
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 170).astype(np.uint8)
    found = pieces_of_ink(ink)
    stats, centres = found.boxes, found.middles
    is_letter = (stats[1:, 3] < 40) & (stats[1:, 2] < 80) & (stats[1:, 4] >= 4)
    points = centres[1:][is_letter]
    bottoms = stats[1:, 1][is_letter] + stats[1:, 3][is_letter]
    if len(points) < 30:
        return Rotation(0.0, width, height)
    points = points[:_MOST_POINTS]
    x, y = points[:, 0] - small.shape[1] / 2, bottoms[:_MOST_POINTS].astype(float)
    coarse = _sharpest(x, y, np.arange(-_MOST_DEGREES, _MOST_DEGREES + 0.01, 0.25))
    fine = _sharpest(x, y, np.arange(coarse - 0.3, coarse + 0.301, 0.05))
    degrees = round(fine, 2)
    return Rotation(0.0 if abs(degrees) < _LEAST_DEGREES else degrees, width, height)


def _sharpest(x: NDArray[np.float64], y: NDArray[np.float64], angles: NDArray[np.float64]) -> float:
    def sharpness(angle: float) -> float:
        rows = y - x * np.tan(np.radians(angle))
        counts, _ = np.histogram(rows, bins=max(10, int(np.ptp(rows))))
        soft = np.convolve(counts, (0.5, 1.0, 0.5), mode="same")
        return float((soft**2).sum())

    return float(max(angles, key=sharpness))
