"""A scanned page as lines: turned upright, laid flat, straightened, its inks apart, read.

Boxes are in points of the page as it is shown upright, before the last degrees of skew are
taken out, so that they fit the picture a person sees.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.errors import PageTooSlow
from saraban.paper.digits.digit_reader import NOTHING, Strip, read_strip
from saraban.paper.pixel_room import leave_room, pixels_of_one_page
from saraban.paper.scans.ink import inks_of
from saraban.paper.scans.latin import LANGUAGES as LATIN_LANGUAGES, may_hold_latin, with_latin
from saraban.paper.scans.mail_addresses import with_address
from saraban.paper.scans.ocr_lines import SeenWord, lines_of_rows, rows_of, words_of
from saraban.paper.scans.page_pieces import Piece, as_it_is, cut_on_page, pieces_of
from saraban.paper.scans.photo_corners import flat_sheet
from saraban.paper.scans.scan_digits import with_digits
from saraban.paper.scans.stamp_readings import as_in_stamp
from saraban.paper.scans.stamps_by_words import rows_by_labels, stamps_by_words
from saraban.paper.scans.straightening import skew_of, upright
from saraban.paper.scans.sure_words import is_all_words
from saraban.paper.scans.tesseract import OcrLine, lines_of
from saraban.rules.letter_reading.lines.page_lines import Box, Line, Page
from saraban.rules.letter_reading.stamps.order_frames import is_order_frame
from saraban.rules.letter_reading.stamps.stamp_words import is_receipt_stamp, mended_stamp
from saraban.rules.letter_reading.stamps.stamps import stamps_in

Picture = NDArray[np.uint8]
Words = Sequence[list[SeenWord]]  # for each piece of the page

_READ_AT_DPI = 300.0
_LONGEST_INCHES = 17.5  # A3; longer than that the picture's dpi is not to be believed
_A4_INCHES = 11.7
_LEAST_INK = 0.0002
_LEAST_SIGNS = 8
_FIGURE = re.compile("[0-9๐-๙]")


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


@dataclass(frozen=True)
class _Sheet:
    """The page that lines stand on: its number, its width in points, the degrees it slopes."""

    number: int
    width: float
    skew: float


def read_picture(picture: Picture, dpi: float, number: int) -> ScannedPage:
    """Read a picture of page `number`, (H, W) gray or (H, W, 3) RGB, dpi dots an inch.

    Receipt stamps come first, each a block of lines of its own. A page that takes too long
    comes back empty with a warning. Raises OcrMissing.
    """
    cv2.setNumThreads(1)  # pages are read side by side; more threads only get in their way
    dpi = _likely_dpi(picture, dpi)
    height, width = picture.shape[:2]
    # Handed over, not lent: 26 MB that nobody needs while Tesseract reads the pieces.
    handed_over = [picture]
    del picture
    try:
        return _read(handed_over, dpi, number)
    except PageTooSlow as refusal:
        points = 72.0 / dpi
        return ScannedPage(
            Page(number, ()), 0, 0.0, width * points, height * points, (refusal.text_th,)
        )


def _read(handed_over: list[Picture], dpi: float, number: int) -> ScannedPage:
    picture, dpi = _at_reading_size(handed_over.pop(), dpi)
    picture, turned = upright(picture, dpi, page=number)
    points = 72.0 / dpi
    height, width = picture.shape[:2]
    with pixels_of_one_page():
        sheet = flat_sheet(picture, dpi)
        on_photo = as_it_is
        if sheet is not None:
            picture, on_photo = sheet.picture, sheet.back
        del sheet
        inks = inks_of(picture)
        del picture  # not while the lines are cut, when a page holds the most
        if (inks.black < 128).mean() < _LEAST_INK and inks.coloured is None:
            warning = f"หน้า {number} ว่าง ไม่มีข้อความ"
            return ScannedPage(
                Page(number, ()), turned, 0.0, width * points, height * points, (warning,)
            )
        rotation = skew_of(inks.black, dpi)
        black = rotation.straightened(inks.black)
        coloured = None if inks.coloured is None else rotation.straightened(inks.coloured)
        del inks  # 17 MB that the cutting has a better use for
        pieces = pieces_of(black, coloured, dpi)
        del black, coloured
        leave_room()
    pictures = [piece.cut.picture for piece in pieces]
    seen, strips = _both_readings(pictures, number)

    def to_points(piece: Piece) -> Callable[[Box], Box]:
        left, top = piece.cut.box[:2]

        def placed(box: Box) -> Box:
            on_cut = (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
            x0, y0, x1, y1 = on_photo(rotation.back(piece.on_page(on_cut)))
            return x0 * points, y0 * points, x1 * points, y1 * points

        return placed

    def words(read: Iterable[OcrLine | None]) -> Words:
        return [
            words_of(line, to_points(piece)) if line else []
            for line, piece in zip(read, pieces, strict=True)
        ]

    heights = [len(picture) for picture in pictures]
    both = list(map(with_address, map(with_digits, seen, strips, heights), strips, heights))
    in_stamps = map(as_in_stamp, both, strips, heights)
    on_sheet = _Sheet(number, width * points, rotation.degrees)
    lines = _page_lines(pieces, words(both), words(in_stamps), on_sheet)
    if sum(len(line.text) for line in lines) < _LEAST_SIGNS:
        lines = []  # specks that look like a digit or two
    warnings = () if lines else (f"หน้า {number} อ่านไม่ออก มีแต่ภาพหรือลายมือ",)
    return ScannedPage(
        Page(number, tuple(lines)),
        turned,
        rotation.degrees,
        width * points,
        height * points,
        warnings,
    )


def _both_readings(
    pictures: Sequence[Picture], number: int
) -> tuple[list[OcrLine | None], list[Strip]]:
    """Each line by Tesseract and by our own reader.

    Ours is not asked where every sign is a word already, nor Tesseract's English but where ours
    saw Latin letters in what its Thai stumbled over.
    """
    lines = lines_of(pictures, page=number)
    strips = [
        NOTHING if is_all_words(line, picture.shape[1]) else read_strip(picture)
        for line, picture in zip(lines, pictures, strict=True)
    ]
    again = [
        place
        for place, (line, strip) in enumerate(zip(lines, strips, strict=True))
        if may_hold_latin(line, strip)
    ]
    english = lines_of([pictures[place] for place in again], page=number, languages=LATIN_LANGUAGES)
    for place, line in zip(again, english, strict=True):
        lines[place] = with_latin(lines[place], line)
    return lines, strips


def _page_lines(
    pieces: Sequence[Piece], words: Words, in_stamps: Words, sheet: _Sheet
) -> list[Line]:
    """The receipt stamps' lines, then the letter's from top to bottom, then frames for orders.

    in_stamps: the pieces' words as a stamp would have them.
    """
    lines: list[Line] = []
    orders: list[Line] = []
    rest = [place for place, piece in enumerate(pieces) if piece.stamp is None]
    for stamp in sorted({piece.stamp for piece in pieces if piece.stamp is not None}):
        own = [place for place, piece in enumerate(pieces) if piece.stamp == stamp]
        alone = [place for place in own if pieces[place].is_colour_alone]
        own = [place for place in own if place not in alone]
        versions = [
            _as_stamp(version, pieces, in_stamps, sheet) for version in (own, alone) if version
        ]
        best = max(versions, key=_tells)
        if best:
            lines += best
            rest = [place for place in rest if stamp not in pieces[place].again]
        elif ordered := _as_order_frame(alone or own, pieces, words, sheet):
            orders += ordered
            rest = [place for place in rest if stamp not in pieces[place].again]
            continue  # the black in it is the letter's own
        elif own and not pieces[own[0]].is_twice:
            rest += own
        if not best or best is versions[0]:  # the black in it is read with it
            rest = [place for place in rest if stamp not in pieces[place].beneath]
    free = [place for place in rest if pieces[place].stamp is None]
    texts = [" ".join(word.text for word in in_stamps[place]) for place in free]
    by_words: list[Line] = []
    groups = stamps_by_words([pieces[place].cut for place in free], texts)
    for group in groups:
        own = [free[place] for place in group]
        cuts = [pieces[place].cut for place in own]
        rows = rows_by_labels(cuts, [texts[place] for place in group])
        found = _lines(own, rows, in_stamps, sheet)
        mended = mended_stamp([line.text for line in found])
        if is_receipt_stamp(mended):
            by_words += _saying(found, mended)
            rest = [place for place in rest if place not in own]
    cuts = [cut_on_page(pieces[place]) for place in rest]
    return by_words + lines + _lines(rest, rows_of(cuts), words, sheet) + orders


def _as_stamp(
    own: Sequence[int], pieces: Sequence[Piece], in_stamps: Words, sheet: _Sheet
) -> list[Line]:
    """The lines of a stamp's pieces as its grammar mends them; none where it is no receipt."""
    found = _lines(own, rows_of([pieces[place].cut for place in own]), in_stamps, sheet)
    first = pieces[own[0]]
    texts = mended_stamp([line.text for line in found], in_colour=first.in_colour)
    # Labels alone are half a stamp: what is written behind them is black.
    is_whole = not first.is_block or any(map(_FIGURE.search, texts))
    if not (is_whole and is_receipt_stamp(texts, in_colour=first.in_colour)):
        return []
    return _saying(found, texts)


def _as_order_frame(
    own: Sequence[int], pieces: Sequence[Piece], words: Words, sheet: _Sheet
) -> list[Line]:
    """The lines of what a receiver pressed on for an order; none where it is no such frame."""
    if not own:
        return []
    in_colour = pieces[own[0]].in_colour or pieces[own[0]].is_block
    found = _lines(own, rows_of([pieces[place].cut for place in own]), words, sheet)
    if not is_order_frame([line.text for line in found], in_colour=in_colour):
        return []
    return [replace(line, is_of_receiver=True) for line in found]


def _tells(lines: Sequence[Line]) -> tuple[int, float]:
    """How much a stamp's lines say, that it is one, its number, its day; and how surely."""
    stamps = [one.stamp.value for one in stamps_in(lines)]
    told = sum((stamp.number is not None) + (stamp.dated_on is not None) for stamp in stamps[:1])
    return bool(lines) + told, sum(line.confidence for line in lines) / max(1, len(lines))


def _lines(
    own: Sequence[int],
    rows: Sequence[Sequence[int]],
    words: Words,
    sheet: _Sheet,
) -> list[Line]:
    """The lines of these pieces; rows are places in own, from top to bottom."""
    seen = [[word for place in row for word in words[own[place]]] for row in rows]
    return lines_of_rows(
        [row for row in seen if row], page=sheet.number, page_width=sheet.width, skew=sheet.skew
    )


def _saying(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """The lines with these texts; one that says nothing is left out."""
    return [
        line if text == line.text else replace(line, text=text, cells=(text,))
        for line, text in zip(lines, texts, strict=True)
        if text
    ]


def _at_reading_size(picture: Picture, dpi: float) -> tuple[Picture, float]:
    """The picture at about 300 dpi, what the readers are made for."""
    scale = _READ_AT_DPI / dpi
    if 0.8 <= scale <= 1.1:
        return picture, dpi
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    sized = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how)
    return np.asarray(sized, np.uint8), _READ_AT_DPI


def _likely_dpi(picture: Picture, dpi: float) -> float:
    """The dpi as told, or that of an A4 page where a photo's dpi would make it a poster."""
    longest = max(picture.shape[:2])
    is_likely = dpi > 0 and _A4_INCHES / 3 <= longest / dpi <= _LONGEST_INCHES
    return dpi if is_likely else longest / _A4_INCHES
