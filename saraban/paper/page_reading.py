"""Page by page, what to believe: the text inside the file, or what is read off its picture.

A text layer is exact where a program wrote it, and worth little where a scanner guessed it or
a font hid it. So a page is read off its picture when it has no layer, when its layer looks
damaged, and when its layer lies invisibly with a picture of the page. A sound layer stays, and
what only an image beside it says, an urgency or a stamp, is added.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from saraban.errors import ReadingTooSlow, SarabanError, TooManyPages
from saraban.paper.limited import run_limited
from saraban.paper.memory import give_back_large_blocks, give_back_what_is_free
from saraban.paper.overlooked import may_hold_words, with_overlooked
from saraban.paper.page_pictures import (
    DPI,
    MOST_SECONDS,
    POINTS_AN_INCH,
    PagePicture,
    PlacedImage,
    images_in_pdf,
    picture_in_file,
    picture_of_pdf_page,
)
from saraban.paper.pdf_text import MOST_PAGES, FileText, Verdict, text_in_file
from saraban.paper.pixel_room import pixels_of_one_page
from saraban.paper.qr import FoundCode, codes_in
from saraban.paper.sheets import Sheet
from saraban.rules.letter_reading.lines.page_lines import Page

OnPage = Callable[[int, int], None]

# Two pages at once hold what a worker may hold; each keeps one core busy.
MOST_AT_ONCE = 2
# A file with that many pages that cannot be drawn in time was made to keep us busy.
MOST_SLOW_PAGES = 3
_COVERING_SHARE = 0.7
# Less than that share of the layer's letters off the picture: the picture is the worse one.
_LEAST_READ_SHARE = 0.5
_COARSE_DPI = 120.0
# Lower or narrower than that a page holds no line of text.
_FEWEST_PIXELS = 30
_CODES_DPI = 150.0
_SMALLEST_CODE_POINTS = 25.0
# A picture takes seconds where a layer takes none; what is pasted in stands on first pages.
_MOST_WITH_IMAGES = 3
_SEEN_TEXT = Path(__file__).with_name("seen_text.py")
_LETTER = re.compile("[\u0e01-\u0e2ea-zA-Z]")

_DOUBTFUL = "หน้า {page} ชั้นข้อความเชื่อถือไม่ได้ ต้องตรวจเทียบกับภาพก่อนใช้"
_COARSE = "หน้า {page} ภาพหยาบ ({dpi} จุดต่อนิ้ว) อ่านได้ไม่แน่ สแกนใหม่ที่ ๓๐๐ จุดต่อนิ้วจะดีกว่า"
_EMPTY = "หน้า {page} อ่านไม่พบข้อความ"


@dataclass(frozen=True)
class ReadPage:
    """A page's lines, its sheet, and what the clerk is to know; no sheet for a plain text.

    codes are the QR codes seen on it, their boxes in points of the sheet.
    """

    page: Page
    sheet: Sheet | None = None
    warnings: tuple[str, ...] = ()
    codes: tuple[FoundCode, ...] = ()


def pages_of_pdf(file: Path, name: str, on_page: OnPage) -> tuple[list[ReadPage], FileText]:
    """Every page of a PDF, read the better way, and the text layer as it is.

    Raises what text_in_file raises; OcrMissing where it is needed, ReadingTooSlow
    where page after page takes too long.
    """
    text = text_in_file(file, name)
    images = images_in_pdf(file, name)
    scanned = _scanned_pages(file, name, text, images)
    wanted = {
        page.number: _dpi_of(sheet, images)
        for page, sheet, verdict in zip(text.pages, text.sheets, text.verdicts, strict=True)
        if verdict is not Verdict.BELIEVED or page.number in scanned
    }

    pasted = _with_words_in_images(images) - wanted.keys()
    slow: list[int] = []

    def read(number: int) -> ReadPage:
        layer, sheet = text.pages[number - 1], text.sheets[number - 1]
        if number in pasted:
            return _with_pasted(file, name, layer, sheet)
        if number not in wanted:
            return ReadPage(layer, sheet, codes=_codes_beside_text(file, name, sheet, images))
        if len(slow) >= MOST_SLOW_PAGES:
            raise ReadingTooSlow(name=name, seconds=MOST_SECONDS * len(slow))
        with pixels_of_one_page():
            try:
                picture = picture_of_pdf_page(file, name, sheet, dpi=wanted[number])
            except SarabanError as refusal:
                slow.extend([number] if isinstance(refusal, ReadingTooSlow) else [])
                return ReadPage(replace(layer, is_doubtful=True), sheet, (refusal.text_th,))
            return better_of(layer, off_picture(picture, number), sheet)

    return _all_read(read, [page.number for page in text.pages], on_page), text


def pages_of_picture(file: Path, name: str, on_page: OnPage) -> list[ReadPage]:
    """Every page of a picture file; only a TIFF has several.

    Raises PictureDamaged, PictureTooLarge, TooManyPages, ReadingTooSlow or OcrMissing.
    """
    first = picture_in_file(file, name)
    if first.page_count > MOST_PAGES:
        raise TooManyPages(name=name, pages=first.page_count, most=MOST_PAGES)
    waiting = {1: first}

    def read(number: int) -> ReadPage:
        with pixels_of_one_page():
            try:
                picture = waiting.pop(number, None) or picture_in_file(file, name, page=number)
            except SarabanError as refusal:
                return ReadPage(Page(number, ()), _no_sheet(number), (refusal.text_th,))
            return off_picture(picture, number)

    count = first.page_count
    del first
    return _all_read(read, range(1, count + 1), on_page)


def off_picture(picture: PagePicture, number: int) -> ReadPage:
    """A page read off its picture. Raises OcrMissing."""
    # numpy and cv2 take 0.2 s and 60 MB, and a text layer needs neither.
    from saraban.paper.scans.scan_reading import read_picture  # noqa: PLC0415

    height, width = picture.pixels.shape[:2]
    if min(height, width) < _FEWEST_PIXELS:
        points = POINTS_AN_INCH / picture.dpi
        sheet = Sheet(number, width * points, height * points, source="ocr")
        return ReadPage(Page(number, ()), sheet, (_EMPTY.format(page=number),))
    codes = codes_in(picture.pixels)
    scanned = read_picture(picture.handed_over(), picture.dpi, number)
    warnings = list(scanned.warnings)
    if picture.dpi < _COARSE_DPI:
        warnings.append(_COARSE.format(page=number, dpi=round(picture.dpi)))
    if not scanned.page.lines and not warnings:
        warnings.append(_EMPTY.format(page=number))
    sheet = Sheet(
        number,
        scanned.width,
        scanned.height,
        cast(Literal[0, 90, 180, 270], scanned.turned),
        "ocr",
        scanned.skew,
    )
    placed = _in_points(codes, (height, width), picture.dpi, scanned.turned)
    return ReadPage(scanned.page, sheet, tuple(warnings), placed)


def better_of(layer: Page, off_its_picture: ReadPage, sheet: Sheet) -> ReadPage:
    """The picture's lines, unless they say much less than a layer that is there, if doubtful."""
    inside, outside = _letter_count(layer), _letter_count(off_its_picture.page)
    if inside == 0 or outside >= _LEAST_READ_SHARE * inside:
        return off_its_picture
    warning = _DOUBTFUL.format(page=layer.number)
    codes = off_its_picture.codes
    return ReadPage(replace(layer, is_doubtful=True), sheet, (warning,), codes)


def _letter_count(page: Page) -> int:
    return sum(len(_LETTER.findall(line.text)) for line in page.lines)


def _all_read(
    read: Callable[[int], ReadPage], numbers: Sequence[int], on_page: OnPage
) -> list[ReadPage]:
    """The pages in order, a few read at a time."""
    give_back_large_blocks()  # before there are threads
    pages: dict[int, ReadPage] = {}
    at_once = max(1, min(MOST_AT_ONCE, os.cpu_count() or 1))
    with ThreadPoolExecutor(at_once, thread_name_prefix="page") as crew:
        try:
            waiting = {crew.submit(read, number): number for number in numbers}
            for done in as_completed(waiting):
                pages[waiting.pop(done)] = done.result()
                on_page(len(pages), len(numbers))
        except SarabanError:
            crew.shutdown(cancel_futures=True)
            raise
    give_back_what_is_free()
    return [pages[number] for number in numbers]


def _with_words_in_images(images: Sequence[PlacedImage]) -> frozenset[int]:
    """The first pages with text whose images may hold a line of letters, or a stamp."""
    pages = sorted({one.page for one in images if may_hold_words(one)})
    return frozenset(pages[:_MOST_WITH_IMAGES])


def _with_pasted(file: Path, name: str, layer: Page, sheet: Sheet) -> ReadPage:
    """A page's layer with the words that only its images hold."""
    try:
        with pixels_of_one_page():
            picture = picture_of_pdf_page(file, name, sheet, dpi=DPI)
            seen = off_picture(picture, layer.number)
    except SarabanError:
        return ReadPage(layer, sheet)  # its text is whole; the images were an extra
    is_upright = seen.sheet is not None and seen.sheet.turned == 0
    page = with_overlooked(layer, seen.page) if is_upright else layer
    return ReadPage(page, sheet, codes=seen.codes)


def _codes_beside_text(
    file: Path, name: str, sheet: Sheet, images: Sequence[PlacedImage]
) -> tuple[FoundCode, ...]:
    """The codes on a page with a text layer; drawn only where an image is as square as a QR."""
    if not any(one.page == sheet.page and _is_square(one) for one in images):
        return ()
    try:
        picture = picture_of_pdf_page(file, name, sheet, dpi=_CODES_DPI, is_gray=True)
    except SarabanError:
        return ()  # the text is there; a page that cannot be drawn has no code to show
    height, width = picture.pixels.shape[:2]
    return _in_points(codes_in(picture.pixels), (height, width), picture.dpi, 0)


def _is_square(image: PlacedImage) -> bool:
    across, down = image.points
    return 0.9 < across / down < 1.1 and max(across, down) > _SMALLEST_CODE_POINTS


def _in_points(
    codes: Sequence[FoundCode], size: tuple[int, int], dpi: float, turned: int
) -> tuple[FoundCode, ...]:
    """Codes with their boxes in points of the page after it was turned clockwise.

    size is the picture's height and width in pixels before that.
    """
    height, width = size
    points = POINTS_AN_INCH / dpi
    found = []
    for code in codes:
        left, top, right, bottom = code.box
        if turned == 90:
            left, top, right, bottom = height - bottom, left, height - top, right
        elif turned == 180:
            left, top, right, bottom = width - right, height - bottom, width - left, height - top
        elif turned == 270:
            left, top, right, bottom = top, width - right, bottom, width - left
        box = (left * points, top * points, right * points, bottom * points)
        found.append(replace(code, box=box))
    return tuple(found)


def _no_sheet(number: int) -> Sheet:
    """A page that could not be opened still has a place: that of A4."""
    return Sheet(number, 595.0, 842.0, source="ocr")


def _scanned_pages(
    file: Path, name: str, text: FileText, images: Sequence[PlacedImage]
) -> frozenset[int]:
    """Pages with a layer that a picture of the page covers, their text not seen."""
    covered = {
        page.number
        for page, sheet, verdict in zip(text.pages, text.sheets, text.verdicts, strict=True)
        if verdict is not Verdict.MISSING and _is_covered(sheet, images)
    }
    if not covered:
        return frozenset()
    ended = run_limited([sys.executable, "-I", str(_SEEN_TEXT), str(file)], name=name)
    seen = set(json.loads(ended.printed)) if ended.status == 0 else set()
    return frozenset(covered - seen)


def _is_covered(sheet: Sheet, images: Sequence[PlacedImage]) -> bool:
    """One image, or strips of one, as large as the sheet."""
    area = sum(one.points[0] * one.points[1] for one in images if one.page == sheet.page)
    return area > _COVERING_SHARE * sheet.width * sheet.height


def _dpi_of(sheet: Sheet, images: Sequence[PlacedImage]) -> float:
    """That of the page's own picture, where it is one; finer only invents pixels."""
    return max(_covering(sheet, images), default=DPI)


def _covering(sheet: Sheet, images: Sequence[PlacedImage]) -> Iterator[float]:
    for one in images:
        area = one.points[0] * one.points[1]
        if one.page == sheet.page and area > _COVERING_SHARE * sheet.width * sheet.height:
            # By the sheet, not by the listed points: those come from a rounded dpi.
            yield max(one.pixels) / max(sheet.width, sheet.height) * 72.0
