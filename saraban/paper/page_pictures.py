"""Pages as pixels, for reading: drawn by poppler or opened by Pillow, each in a limited child.

A pixel is worth nothing to a reader beyond 300 dots an inch, so finer pictures come reduced,
and no page comes larger than MOST_PIXELS_DRAWN: an A3 sheet at that.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saraban.errors import PageNotDrawn, PictureDamaged, PictureTooLarge
from saraban.paper.limited import MEBIBYTE, run_limited
from saraban.paper.sheets import Sheet

DPI = 300.0
# A telephone takes 12 to 50 million; a bomb promises thousands of millions.
MOST_PIXELS_OPENED = 80_000_000
MOST_PIXELS_DRAWN = 18_000_000
MOST_MEMORY_BYTES = 1024 * MEBIBYTE
MOST_SECONDS = 30
POINTS_AN_INCH = 72.0

_OPEN_PICTURE = Path(__file__).with_name("open_picture.py")
_TOO_LARGE = 3  # as open_picture ends
# page num type width height color comp bpc enc interp object ID x-ppi y-ppi
_IMAGE = re.compile(
    r"^ *(?P<page>[0-9]+) +[0-9]+ +(?P<type>\w+) +(?P<width>[0-9]+) +(?P<height>[0-9]+) +.*?"
    r" (?P<x_ppi>[0-9]+) +(?P<y_ppi>[0-9]+) +\S+ +\S+$",
    re.MULTILINE,
)
_COARSEST_DPI = 100.0


@dataclass
class PagePicture:
    """A page's pixels, (H, W) gray or (H, W, 3) red-green-blue, and its dots an inch.

    page_count is that of the whole file.
    """

    pixels: NDArray[np.uint8]
    dpi: float
    page_count: int = 1

    def handed_over(self) -> NDArray[np.uint8]:
        """The pixels, which this picture then no longer keeps alive: 26 MB for a page."""
        pixels, self.pixels = self.pixels, np.empty((0, 0), np.uint8)
        return pixels


@dataclass(frozen=True)
class PlacedImage:
    """An image of a PDF as its page shows it: pixels across and down, points across and down."""

    page: int
    pixels: tuple[int, int]
    points: tuple[float, float]

    @property
    def dpi(self) -> float:
        """Dots an inch, across."""
        return self.pixels[0] / self.points[0] * POINTS_AN_INCH


def picture_in_file(file: Path, name: str, *, page: int = 1) -> PagePicture:
    """A page of a PNG, JPEG, WEBP or TIFF file, turned as its EXIF mark says.

    Raises PictureDamaged, PictureTooLarge or ReadingTooSlow.
    """
    with tempfile.TemporaryDirectory(prefix="saraban-picture-") as folder:
        out = Path(folder) / "pixels"
        command = [sys.executable, "-I", str(_OPEN_PICTURE), str(file), str(out)]
        ended = run_limited(
            [*command, str(page), str(MOST_PIXELS_OPENED)],
            name=name,
            most_seconds=MOST_SECONDS,
            most_memory=MOST_MEMORY_BYTES,
            most_output=3 * MOST_PIXELS_OPENED,
        )
        told = json.loads(ended.printed) if ended.status in (0, _TOO_LARGE) else None
        if told is None:
            raise PictureDamaged(name=name)
        if ended.status == _TOO_LARGE:
            raise PictureTooLarge(
                name=name,
                megapixels=round(told["width"] * told["height"] / 1e6),
                most=MOST_PIXELS_OPENED // 1_000_000,
            )
        pixels = np.fromfile(out, np.uint8)
    shape = (told["height"], told["width"], told["channels"])
    pixels = pixels.reshape(shape[:2] if told["channels"] == 1 else shape)
    return PagePicture(pixels, told["dpi"], told["pages"])


def images_in_pdf(file: Path, name: str) -> list[PlacedImage]:
    """The images that the pages of a PDF show, masks among them; none where poppler fails."""
    ended = run_limited(["pdfimages", "-list", str(file)], name=name)
    return list(_placed(ended.printed)) if ended.status == 0 else []


def _placed(printed: str) -> Iterator[PlacedImage]:
    for found in _IMAGE.finditer(printed):
        x_ppi, y_ppi = int(found["x_ppi"]), int(found["y_ppi"])
        width, height = int(found["width"]), int(found["height"])
        if x_ppi and y_ppi and width and height:
            points = (width * POINTS_AN_INCH / x_ppi, height * POINTS_AN_INCH / y_ppi)
            yield PlacedImage(int(found["page"]), (width, height), points)


def picture_of_pdf_page(
    file: Path, name: str, sheet: Sheet, *, dpi: float = DPI, is_gray: bool = False
) -> PagePicture:
    """A page of a PDF as a viewer shows it, on white; a huge page comes at fewer dots an inch.

    Raises PageNotDrawn or ReadingTooSlow.
    """
    square_inches = sheet.width * sheet.height / POINTS_AN_INCH**2
    dpi = min(max(dpi, _COARSEST_DPI), DPI, sqrt(MOST_PIXELS_DRAWN / square_inches))
    with tempfile.TemporaryDirectory(prefix="saraban-picture-") as folder:
        root = Path(folder) / "page"
        options = ["-gray"] if is_gray else []
        ended = run_limited(
            ["pdftoppm", "-q", "-r", f"{dpi:.3f}", "-cropbox", *options, "-singlefile",
             "-f", str(sheet.page), "-l", str(sheet.page), str(file), str(root)],
            name=name,
            most_seconds=MOST_SECONDS,
            most_memory=MOST_MEMORY_BYTES,
            most_output=4 * MOST_PIXELS_DRAWN,
        )  # fmt: skip
        out = root.with_suffix(".pgm" if is_gray else ".ppm")
        if ended.status != 0 or not out.exists():
            raise PageNotDrawn(page=sheet.page)
        return PagePicture(_netpbm(out, sheet.page), dpi)


def _netpbm(file: Path, page: int) -> NDArray[np.uint8]:
    """The pixels of a file as pdftoppm writes it: P5 or P6, size, 255, then raw bytes."""
    with file.open("rb") as opened:
        kind = opened.readline().strip()
        width, height = map(int, opened.readline().split())
        opened.readline()
        pixels = np.fromfile(opened, np.uint8)
    channels = 3 if kind == b"P6" else 1
    if len(pixels) != width * height * channels:
        raise PageNotDrawn(page=page)
    return pixels.reshape((height, width, 3) if channels == 3 else (height, width))
