"""The child that tells on which pages of a PDF the text is seen: `python seen_text.py FILE`.

A scanner that reads writes its words invisibly, or under the picture of the page; such a
layer is only as good as that scanner. Prints the numbers of the pages where most pieces of
text are drawn visibly with no page-wide picture over them, as a JSON list. It stands alone,
so that it starts quickly and runs isolated; text_layers starts it.
"""

import json
import sys
from collections.abc import Iterator
from ctypes import c_float
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # published without types

MOST_PAGES = 200
MOST_OBJECTS = 20_000
MOST_DEPTH = 4
COVERING_SHARE = 0.7
_INVISIBLE = 3


def main(file: str) -> int:
    """Look at every page's objects in the order they are painted."""
    document = pdfium.FPDF_LoadDocument(file.encode() + b"\0", None)
    if not document:
        return 1
    count = min(pdfium.FPDF_GetPageCount(document), MOST_PAGES)
    seen = [number + 1 for number in range(count) if _is_seen(document, number)]
    print(json.dumps(seen))  # noqa: T201
    return 0


def _is_seen(document: Any, number: int) -> bool:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return False
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    seen = hidden = 0
    for painted, depth in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(painted)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            is_drawn = pdfium.FPDFTextObj_GetTextRenderMode(painted) != _INVISIBLE
            seen, hidden = (seen + 1, hidden) if is_drawn else (seen, hidden + 1)
        elif (
            kind == pdfium.FPDF_PAGEOBJ_IMAGE
            and depth == 0
            and _area(painted) > COVERING_SHARE * area
        ):
            seen, hidden = 0, hidden + seen
    return bool(seen > hidden)


def _objects(page: Any) -> Iterator[tuple[Any, int]]:
    """The page's objects in painting order, those inside forms among them, and how deep."""
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    waiting = [(pdfium.FPDFPage_GetObject(page, place), 0) for place in reversed(range(count))]
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        painted, depth = waiting.pop()
        yield painted, depth
        if pdfium.FPDFPageObj_GetType(painted) == pdfium.FPDF_PAGEOBJ_FORM and depth < MOST_DEPTH:
            inside = min(pdfium.FPDFFormObj_CountObjects(painted), MOST_OBJECTS)
            waiting += [
                (pdfium.FPDFFormObj_GetObject(painted, place), depth + 1)
                for place in reversed(range(inside))
            ]


def _area(painted: Any) -> float:
    sides = [c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(painted, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return abs((right - left) * (top - bottom))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
