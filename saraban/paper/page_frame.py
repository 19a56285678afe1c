"""The part of a PDF page that is shown, and how to draw upright into it."""

from dataclasses import dataclass
from typing import Any

import pikepdf

_MOST_UNITS = 200_000.0


@dataclass(frozen=True)
class PageFrame:
    """A page as a viewer shows it: cropped, turned, and scaled by its user unit.

    width and height are points on paper, upright. left, bottom, right and top are the crop box
    in the page's own units, turned its degrees clockwise, unit how many points a unit is.
    """

    left: float
    bottom: float
    right: float
    top: float
    turned: int = 0
    unit: float = 1.0

    @property
    def width(self) -> float:
        """Points across, upright."""
        across = self.top - self.bottom if self.turned % 180 else self.right - self.left
        return across * self.unit

    @property
    def height(self) -> float:
        """Points down, upright."""
        down = self.right - self.left if self.turned % 180 else self.top - self.bottom
        return down * self.unit

    def matrix(self, left: float, top: float, height: float, scale: float = 1.0) -> str:
        """The six numbers that put a drawing there, upright: points from the page's top left.

        The drawing's own points start at its lower left corner; height is its own, before scale.
        """
        across, up = left / self.unit, (self.height - top - height * scale) / self.unit
        size = scale / self.unit
        a, b, c, d, x, y = {
            0: (1, 0, 0, 1, self.left + across, self.bottom + up),
            90: (0, 1, -1, 0, self.right - up, self.bottom + across),
            180: (-1, 0, 0, -1, self.right - across, self.top - up),
            270: (0, -1, 1, 0, self.left + up, self.top - across),
        }[self.turned]
        return f"{a * size:.5f} {b * size:.5f} {c * size:.5f} {d * size:.5f} {x:.3f} {y:.3f}"


def frame_of(page: pikepdf.Page) -> PageFrame | None:
    """The frame of a page whose inherited values were given to it; None where it has none."""
    sheet = _box(page.obj.get("/MediaBox"))
    if sheet is None:
        return None
    crop = _box(page.obj.get("/CropBox")) or sheet
    left, bottom = max(sheet[0], crop[0]), max(sheet[1], crop[1])
    right, top = min(sheet[2], crop[2]), min(sheet[3], crop[3])
    if right <= left or top <= bottom:  # a crop box beside the sheet is one that viewers ignore
        left, bottom, right, top = sheet
    turned = _number(page.obj.get("/Rotate")) or 0.0
    unit = _number(page.obj.get("/UserUnit")) or 1.0
    degrees = round(turned) % 360
    return PageFrame(
        left, bottom, right, top, degrees if degrees % 90 == 0 else 0, unit if unit > 0 else 1.0
    )


def _box(value: Any) -> tuple[float, float, float, float] | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    sides = [_number(side) for side in value]
    known = [side for side in sides if side is not None and abs(side) < _MOST_UNITS]
    if len(known) != 4:
        return None
    left, right = sorted((known[0], known[2]))
    bottom, top = sorted((known[1], known[3]))
    return (left, bottom, right, top) if right > left and top > bottom else None


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
