"""A page of somebody's file as a picture, upright, whole or one place of it enlarged.

The file itself is opened by children with limits: poppler, or the one of page_pictures.
"""

import io
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from saraban.errors import SarabanError
from saraban.paper.file_kinds import JPEG, PDF, PNG, TIFF, WEBP
from saraban.paper.limited import run_limited
from saraban.paper.page_pictures import picture_in_file

# Pixels across a whole page: enough to read it at twice the width of a column.
PAGE_WIDTH = 1400
CROP_DPI = 300
# Points of air above and below what is enlarged, twice that at its sides.
CROP_MARGIN = 6.0
# A crop of a coarse picture is enlarged until its digits can be told apart.
_LEAST_CROP_HEIGHT = 90
_MOST_SIDE = 4000
_MOST_SECONDS = 10.0
_QUALITY = 85
_PICTURES = frozenset(kind.media_type for kind in (PNG, JPEG, TIFF, WEBP))
_PAGES = re.compile(r"^Pages:\s+(\d+)", re.MULTILINE)
_NAME = "file"  # in refusals, which are not told here


@dataclass(frozen=True)
class Place:
    """A part of an upright page, in shares of its width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    def turned_back(self, turned: int) -> "Place":
        """The same part on the page before it was turned clockwise by so many degrees."""
        place = self
        for _ in range(turned // 90 % 4):
            place = Place(place.top, 1 - place.right, place.bottom, 1 - place.left)
        return place


def place_of(box: tuple[float, float, float, float], *, width: float, height: float) -> Place:
    """A box in points of a page with some air around it, in shares of the page."""
    left, top, right, bottom = box
    return Place(
        max(0.0, (left - 2 * CROP_MARGIN) / width),
        max(0.0, (top - CROP_MARGIN) / height),
        min(1.0, (right + 2 * CROP_MARGIN) / width),
        min(1.0, (bottom + CROP_MARGIN) / height),
    )


def page_jpeg(
    content: bytes,
    media_type: str,
    *,
    page_number: int,
    turned: int = 0,
    place: Place | None = None,
    size: tuple[float, float] = (595.0, 842.0),
) -> bytes | None:
    """The page, or a place of it at 300 dpi, as JPEG; None when there is no such page to draw.

    turned is a Sheet's; size are the points of the page when upright. place is measured upright.
    """
    with tempfile.TemporaryDirectory(prefix="saraban-sheet-") as folder:
        file = Path(folder, "file")
        file.write_bytes(content)
        back = place.turned_back(turned) if place else None
        try:
            if media_type == PDF.media_type:
                stored = (size[1], size[0]) if turned % 180 else size
                drawn = _of_pdf(file, page_number, back, stored)
            elif media_type in _PICTURES:
                drawn = _of_picture(file, page_number, back)
            else:
                return None
        except SarabanError:
            return None
    return None if drawn is None else _jpeg(drawn.rotate(-turned, expand=True))


def page_count(content: bytes, media_type: str) -> int:
    """How many pages there are to draw: of a PDF as poppler counts them, of a picture one.

    0 for what is neither, or cannot be opened.
    """
    if media_type in _PICTURES:
        return 1
    if media_type != PDF.media_type:
        return 0
    with tempfile.NamedTemporaryFile(prefix="saraban-sheet-") as file:
        file.write(content)
        file.flush()
        try:
            ended = run_limited(["pdfinfo", file.name], name=_NAME, most_seconds=_MOST_SECONDS)
        except SarabanError:
            return 0
    told = _PAGES.search(ended.printed)
    return int(told[1]) if told else 0


def _of_pdf(
    file: Path, page_number: int, place: Place | None, size: tuple[float, float]
) -> Image.Image | None:
    """size are the points of the page as it is stored. Raises ReadingTooSlow."""
    out = file.with_name("drawn")
    command = ["pdftoppm", "-singlefile", "-f", str(page_number), "-l", str(page_number)]
    if place is None:
        across, along = ("-scale-to-x", "-scale-to-y")
        if size[0] > size[1]:
            across, along = along, across
        command += [across, str(PAGE_WIDTH), along, "-1"]
    else:
        width, height = (round(points * CROP_DPI / 72) for points in size)
        left, top = round(place.left * width), round(place.top * height)
        command += ["-r", str(CROP_DPI), "-x", str(left), "-y", str(top)]
        command += ["-W", str(max(1, min(_MOST_SIDE, round(place.right * width) - left)))]
        command += ["-H", str(max(1, min(_MOST_SIDE, round(place.bottom * height) - top)))]
    ended = run_limited([*command, str(file), str(out)], name=_NAME, most_seconds=_MOST_SECONDS)
    netpbm = out.with_suffix(".ppm")
    if ended.status != 0 or not netpbm.exists():
        return None
    with Image.open(netpbm, formats=("PPM",)) as drawn:
        return drawn.copy()


def _of_picture(file: Path, page_number: int, place: Place | None) -> Image.Image:
    """Raises PictureDamaged, PictureTooLarge, ReadingTooSlow."""
    picture = Image.fromarray(picture_in_file(file, _NAME, page=page_number).pixels)
    if place is None:
        scale = min(1.0, PAGE_WIDTH / min(picture.size))
    else:
        left, top = round(place.left * picture.width), round(place.top * picture.height)
        right = max(left + 1, round(place.right * picture.width))
        picture = picture.crop(
            (left, top, right, max(top + 1, round(place.bottom * picture.height)))
        )
        scale = max(1.0, _LEAST_CROP_HEIGHT / min(picture.size))
    scale = min(scale, _MOST_SIDE / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size)


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
