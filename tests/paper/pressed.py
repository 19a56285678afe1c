"""Receipt stamps drawn and pressed onto a page: framed or not, in any ink, over its text."""

import html
from collections.abc import Sequence

import cv2
import numpy as np

from saraban.paper.house_style import FACES, FONTS
from tests.paper.scanned import drawn

STAMP = ("ศาลากลางจังหวัดจำลอง", "เลขรับ  ๑๑๔๙", "วันที่  ๑๐ มิ.ย. ๒๕๖๕", "เวลา  ๑๐.๒๐ น.")
VIOLET, BLUE, RED, BLACK = "#6a3a90", "#2244aa", "#b82030", "#202020"
_SHEET = """
@page {{ size: 90mm 60mm; margin: 6mm }}
@font-face {{ font-family: Sarabun; src: url("{face}") }}
body {{ font-family: Sarabun; font-size: 12pt; line-height: {leading}; color: {ink}; margin: 0 }}
div {{ border: {frame} {ink}; border-radius: {round}mm; padding: 1.5mm; width: 52mm }}
p {{ margin: 0; white-space: pre }} p:first-child {{ text-align: center }}
"""


def stamp(
    lines: Sequence[str] = STAMP,
    *,
    dpi: int,
    ink: str = BLUE,
    frame: str = "0.5mm solid",
    rounded: float = 0,
    leading: float = 1.5,
) -> np.ndarray:
    """A stamp on white, (H, W, 3) RGB; frame as CSS has a border, "0 none" for a stamp without."""
    import weasyprint  # noqa: PLC0415 - 0.6 s, only for tests that print

    style = _SHEET.format(
        face=(FONTS / FACES[0]).as_uri(), leading=leading, ink=ink, frame=frame, round=rounded
    )
    rows = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    pdf = weasyprint.HTML(string=f"<style>{style}</style><div>{rows}</div>").write_pdf()
    return drawn(pdf, dpi=dpi)


def press(
    page: np.ndarray, pressed: np.ndarray, *, left: float, top: float, tilt: float = 0
) -> None:
    """Press a stamp onto the page, its left upper corner at shares of the page, tilted clockwise.

    What lay there shows through.
    """
    height, width = pressed.shape[:2]
    middle = (width / 2, height / 2)
    matrix = cv2.getRotationMatrix2D(middle, -tilt, 1.0)
    turned = cv2.warpAffine(pressed, matrix, (width, height), borderValue=(255, 255, 255))
    x, y = round(left * page.shape[1]), round(top * page.shape[0])
    place = page[y : y + height, x : x + width]
    under = turned[: place.shape[0], : place.shape[1]].astype(np.uint16)
    place[:] = (place * under // 255).astype(np.uint8)
