"""QR codes drawn for our letters, and found on the pictures of pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from numpy.typing import NDArray

from saraban.rules.letter_reading.lines.page_lines import Box

# A QR on a letter holds a few hundred characters; what is longer is nothing we could use.
MOST_CHARACTERS = 1000
MOST_CODES = 8


@dataclass(frozen=True)
class FoundCode:
    """The text of a code and the box around it in pixels of the picture."""

    text: str
    box: Box


def qr_svg(text: str) -> Markup:
    """The text as a QR, one unit a module, without a margin: the page's own white is one.

    Error correction M: a stamp's edge or a staple may cover a seventh of it.
    """
    import segno  # noqa: PLC0415 - for the printing process only

    code = segno.make(text, error="m", micro=False, boost_error=False)
    side = code.symbol_size(border=0)[0]
    runs = "".join(
        f"M{left} {row}h{right - left}v1h-{right - left}z" for row, left, right in _runs(code)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"><path d="{1}"/></svg>'
    ).format(side, runs)


def _runs(code: Any) -> Iterator[tuple[int, int, int]]:
    """Dark modules side by side as (row, first, behind the last): no hairlines between them."""
    for row, modules in enumerate(code.matrix):
        start = None
        for place, is_dark in enumerate([*modules, 0]):
            if is_dark and start is None:
                start = place
            elif not is_dark and start is not None:
                yield row, start, place
                start = None


def codes_in(pixels: NDArray[Any]) -> list[FoundCode]:
    """The QR codes on a picture, (H, W) gray or (H, W, 3) colour, whichever way they lie."""
    import zxingcpp  # noqa: PLC0415 - 2 MB, where a picture is looked at

    # Micro QR is another kind, which one corner of a whole code may be taken for.
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    found = zxingcpp.read_barcodes(pixels, formats=formats)
    return [
        FoundCode(code.text[:MOST_CHARACTERS], _box(code.position))
        for code in found[:MOST_CODES]
        if code.valid and code.text
    ]


def _box(position: Any) -> Box:
    corners = (
        position.top_left, position.top_right, position.bottom_left, position.bottom_right,
    )  # fmt: skip
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return float(min(across)), float(min(down)), float(max(across)), float(max(down))
