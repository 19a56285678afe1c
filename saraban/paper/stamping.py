"""Draws stamps onto a letter's first page in a copy: the work itself, for a process of its own.

`python -m saraban.paper.stamping FOLDER` reads FOLDER/original and FOLDER/stamps.json and
writes FOLDER/copy.pdf; it ends with REFUSED and {"code", facts} as JSON where it cannot. Loaded
by saraban.paper.stamped_copy, which starts it with limits, and by the bench.
"""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # published without types
from pikepdf import Dictionary, Name

from saraban.errors import NoRoomLeft, PageNotDrawn, PdfDamaged, PdfLocked, SarabanError
from saraban.paper.file_kinds import PDF
from saraban.paper.free_place import Ink, coarser, ink_of
from saraban.paper.page_frame import PageFrame, frame_of
from saraban.paper.picture_pages import pdf_of_picture
from saraban.paper.shaping import Shaper
from saraban.paper.signatures import without_signatures
from saraban.paper.stamp_drawing import Drawing, drawn
from saraban.paper.stamp_font import FILE, StampFont
from saraban.paper.stamp_layout import (
    A4,
    CELL,
    CELLS_AN_INCH,
    Placed,
    placed_on,
    placed_on_sheets,
)
from saraban.paper.stamped_copy import OrderStamp, ReceiptStamp, Stamp

REFUSED = 3
# The page is looked at this fine; a huge one less so.
LOOK_DPI = CELL * CELLS_AN_INCH
MOST_PIXELS = 3_000_000
_ON_ITS_OWN = "แผ่นประทับตรา (หน้าแรกของหนังสือไม่มีที่ว่างพอ)"


def stamped_pdf(
    content: bytes, stamps: Sequence[Stamp], *, page_number: int = 1, turned: int = 0
) -> bytes:
    """The PDF with the stamps on the letter's first page, or on a sheet before it.

    page_number is where the letter begins in the file, turned how many degrees clockwise that
    page must be turned to be read; the copy has it upright.

    Each receipt stamp wishes to stand at the top right, an order stamp at the bottom left, 10 mm
    from the edges; one after the other gets the free place nearest to its wish, in the margin
    too, down to 4 mm from the edge. Where none is free in full size a smaller one is looked for,
    down to 60 %, and where none is left the stamp stands on an A4 sheet of its own before the
    letter. The same content and stamps give the same bytes.

    A digital signature holds for the original only: the copy shows its look and claims nothing.
    Raises PdfLocked, PdfDamaged, PageNotDrawn, ShaperMissing.
    """
    font = StampFont(_shaper())
    drawings = [drawn(stamp, font) for stamp in stamps]
    wishes = [_wish_of(stamp) for stamp in stamps]
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            place = min(page_number, len(document.pages)) - 1
            if place < 0:
                raise PdfDamaged(name="")
            page = document.pages[place]
            frame = _upright(page, turned)
            ink = _ink_of_page(content, place, frame, turned)
            placed, rest = placed_on(ink, frame, drawings, wishes)
            note = _note(font) if rest else None
            face = document.make_indirect(font.as_object(document))
            _draw(document, page, frame, placed, face)
            for number, sheet in enumerate(placed_on_sheets(rest, note), start=place):
                document.pages.insert(number, document.add_blank_page(page_size=A4))
                del document.pages[-1]
                _draw(document, document.pages[number], PageFrame(0, 0, *A4), sheet, face)
            without_signatures(document)
            out = io.BytesIO()
            document.save(out, deterministic_id=True)
            return out.getvalue()
    except pikepdf.PasswordError:
        raise PdfLocked(name="") from None
    except pikepdf.PdfError:
        raise PdfDamaged(name="") from None


@lru_cache(maxsize=1)
def _shaper() -> Shaper:
    return Shaper(FILE)


def _wish_of(stamp: Stamp) -> tuple[bool, bool]:
    """Whether it wishes to stand at the right, and whether at the top."""
    return (True, True) if isinstance(stamp, ReceiptStamp) else (False, False)


def _upright(page: pikepdf.Page, turned: int) -> PageFrame:
    """The page's frame once it is turned; the page of the copy is turned with it."""
    frame = frame_of(page)
    if frame is None:
        raise PdfDamaged(name="")
    if turned:
        frame = replace(frame, turned=(frame.turned + turned) % 360)
        page.obj["/Rotate"] = frame.turned
    return frame


def _ink_of_page(content: bytes, place: int, frame: PageFrame, turned: int) -> Ink:
    """Raises PageNotDrawn: a page that nobody can look at is not stamped blindly."""
    inches = frame.width * frame.height / 72**2
    dpi = min(LOOK_DPI, sqrt(MOST_PIXELS / inches))
    try:
        with pypdfium2.PdfDocument(content) as document:
            document.init_forms()
            page = document[place]
            # By our own measure of the page: PDFium's knows no user unit.
            across = page.get_height() if turned % 180 else page.get_width()
            scale = frame.width / 72 * dpi / max(across, 1e-6)
            bitmap = page.render(scale=scale, rotation=turned, grayscale=True, draw_annots=True)
            gray = np.array(bitmap.to_numpy(), np.uint8)
    except pypdfium2.PdfiumError:
        raise PageNotDrawn(page=place + 1) from None
    return coarser(ink_of(gray.reshape(gray.shape[:2])), CELL)


def _note(font: StampFont) -> Drawing:
    """The line that says why there is a sheet in front."""
    size, height = 11.0, 16.0
    width = font.width(_ON_ITS_OWN, size)
    operators = f"0 g 0 Tr 0 Tc 0 Tw BT {font.shown(_ON_ITS_OWN, size, x=0, y=4)} ET"
    return Drawing(width, height, operators.encode("ascii"))


def _draw(
    document: pikepdf.Pdf,
    page: pikepdf.Page,
    frame: PageFrame,
    placed: Sequence[Placed],
    face: Any,
) -> None:
    """Write the stamps after the page's own content, whatever state that leaves behind."""
    if not placed:
        return
    operators = []
    for one in placed:
        form = document.make_stream(
            one.drawing.operators,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=pikepdf.Array([0, 0, round(one.drawing.width, 3), round(one.drawing.height, 3)]),
            Resources=Dictionary(Font=Dictionary(S=face)),
        )
        name = _new_name(page, form)
        matrix = frame.matrix(one.left, one.top, one.drawing.height, one.scale)
        operators.append(f"/Artifact BMC q {matrix} cm {name} Do Q EMC")
    missing, open_states = _balance(page)
    page.contents_add(b"q " * (1 + missing), prepend=True)
    closing = "Q " * (1 + open_states)
    page.contents_add(f"\n{closing}\n{' '.join(operators)}\n".encode("ascii"))


def _new_name(page: pikepdf.Page, form: Any) -> str:
    """A name for the drawing among the page's resources, and the drawing put there."""
    if not isinstance(page.obj.get("/Resources"), Dictionary):
        page.obj["/Resources"] = Dictionary()
    resources = page.obj["/Resources"]
    if not isinstance(resources.get("/XObject"), Dictionary):
        resources["/XObject"] = Dictionary()
    drawings = resources["/XObject"]
    number = 1
    while f"/SarabanStamp{number}" in drawings:
        number += 1
    drawings[f"/SarabanStamp{number}"] = form
    return f"/SarabanStamp{number}"


def _balance(page: pikepdf.Page) -> tuple[int, int]:
    """How many saved states the page's content lacks before it, and how many it leaves open.

    A page that restores more than it saved would take ours away, and one that never restores
    would move the stamps with what it drew last.
    """
    try:
        found = pikepdf.parse_content_stream(page, "q Q")
    except pikepdf.PdfError:
        return 0, 0
    depth = lowest = 0
    for instruction in found:
        depth += 1 if str(instruction.operator) == "q" else -1
        lowest = min(lowest, depth)
    return -lowest, depth - lowest


def main(folder: Path) -> int:
    """The child's work; see the top of the file."""
    content = (folder / "original").read_bytes()
    asked = json.loads((folder / "stamps.json").read_text(encoding="utf-8"))
    try:
        if asked["kind"] != PDF.media_type:
            content = pdf_of_picture(content)
        copy = stamped_pdf(
            content,
            [stamp_of(facts) for facts in asked["stamps"]],
            page_number=asked["page_number"],
            turned=asked["turned"],
        )
    except SarabanError as refusal:
        print(json.dumps({"code": refusal.code, **refusal.facts}))  # noqa: T201 - its answer
        return REFUSED
    try:
        (folder / "copy.pdf").write_bytes(copy)
    except OSError as full:
        print(json.dumps({"code": NoRoomLeft.code, "reason": full.strerror}))  # noqa: T201
        return REFUSED
    return 0


def stamp_of(facts: dict[str, Any]) -> Stamp:
    """A stamp from its JSON, as dataclasses.asdict gives it."""
    if "choices" in facts:
        choices = tuple((words, is_ticked) for words, is_ticked in facts["choices"])
        return OrderStamp(**{**facts, "choices": choices})
    return ReceiptStamp(**facts)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
