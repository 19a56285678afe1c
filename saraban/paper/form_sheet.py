"""Draws tables as PDF, some hundred lines at a time, and joins the pieces to one numbered book.

WeasyPrint keeps every line of a document in memory until it is written: 5,000 lines in one go
take 850 MB. So the lines are laid out in pieces; what stands on a piece's last page, which is
not full, is laid out again at the head of the next one, so that no page of the book is left
half empty. Loads WeasyPrint: for the printing process only (saraban.paper.form_child).
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from saraban.paper.house_style import own_fonts_only, print_templates, style_sheet
from saraban.paper.text_layer import install_cure
from saraban.rules.paper_forms import FormRow, PrintedTable, day_line

ROWS_A_PIECE = 250


def pieces(table: PrintedTable, *, is_last: bool) -> Iterator[tuple[int, int, bytes]]:
    """(how many rows are done, pages, PDF) of each piece, in order.

    is_last: whether the table ends with these rows, so that its totals stand below them.
    """
    done, waiting = 0, list(table.rows)
    while True:
        rows = waiting[:ROWS_A_PIECE]
        ends = len(rows) == len(waiting)
        document = _laid_out(table, rows, is_last=ends and is_last)
        pages = document.pages
        kept = len(rows)
        if not ends and len(pages) > 1:
            kept = _first_row(pages[-1])
            pages = pages[:-1]
        done += kept
        waiting = waiting[kept:]
        yield done, len(pages), document.copy(pages).write_pdf()
        if ends:
            return


def joined(parts: Sequence[bytes], *, page_count: int, head: str) -> bytes:
    """The parts as one file, "หน้า ๑/…" at the top right of each page.

    The same parts always give the same bytes.
    """
    with pikepdf.new() as book, pikepdf.open(io.BytesIO(_number_pages(page_count))) as numbers:
        for part in parts:
            with pikepdf.open(io.BytesIO(part)) as opened:
                book.pages.extend(opened.pages)
        for place, (page, number) in enumerate(zip(book.pages, numbers.pages, strict=True)):
            _lay_over(book, page, number, f"/Number{place}")
        return _saved(book, head)


def bound(
    parts: Sequence[bytes], jpegs: Sequence[bytes], pictures: Sequence[Any], *, head: str
) -> bytes:
    """The parts as one file of upright and lying pages, numbered, pictures laid on the last part.

    pictures are (page of the last part, width and height in pixels, box in points) of the jpegs.
    The same parts always give the same bytes.
    """
    with pikepdf.new() as book:
        first = 0
        for part in parts:
            first = len(book.pages)
            with pikepdf.open(io.BytesIO(part)) as opened:
                book.pages.extend(opened.pages)
        for place, (jpeg, told) in enumerate(zip(jpegs, pictures, strict=True)):
            page, size, box = told
            _lay_picture(book, book.pages[first + page], jpeg, size, box, f"/Picture{place}")
        upright = [page.mediabox[3] > page.mediabox[2] for page in book.pages]
        with pikepdf.open(io.BytesIO(_number_sheets(upright))) as numbers:
            for place, (page, number) in enumerate(zip(book.pages, numbers.pages, strict=True)):
                _lay_over(book, page, number, f"/Number{place}")
            return _saved(book, head)


def page_alone(html: str) -> bytes:
    """A page that brings its own size and style, on top of ours, as PDF."""
    return bytes(_document(html).write_pdf())


def _saved(book: pikepdf.Pdf, head: str) -> bytes:
    book.Root.Lang = pikepdf.String("th")
    book.docinfo["/Title"] = head
    book.docinfo["/Creator"] = "saraban"
    out = io.BytesIO()
    book.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _lay_picture(
    book: pikepdf.Pdf, page: pikepdf.Page, jpeg: bytes, size: Any, box: Any, name: str
) -> None:
    """Draw a JPEG as large as the box (left, bottom, width, height) lets it be, at its top."""
    width, height = size
    left, bottom, wide, high = box
    scale = min(wide / width, high / height)
    picture = pikepdf.Stream(book, jpeg)
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = width, height, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name(name))
    x = left + (wide - width * scale) / 2
    y = bottom + high - height * scale
    place = f"{width * scale:.2f} 0 0 {height * scale:.2f} {x:.2f} {y:.2f} cm"
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ\nq {place} {name} Do Q\n".encode())


def _lay_over(book: pikepdf.Pdf, page: pikepdf.Page, number: pikepdf.Page, name: str) -> None:
    """Draw one page over another, under a name of ours: pikepdf's own would be by chance."""
    drawn = book.copy_foreign(number.as_form_xobject())
    page.add_resource(drawn, pikepdf.Name.XObject, pikepdf.Name(name))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ\nq {name} Do Q\n".encode())


def _first_row(page: Any) -> int:
    """The place of the first row on a page; every row carries its place as its id."""
    return min(int(name.removeprefix("row-")) for name in page.anchors if name.startswith("row-"))


def _laid_out(table: PrintedTable, rows: Sequence[FormRow], *, is_last: bool) -> Any:
    html = print_templates().get_template("print/table.html")
    return _document(html.render(table=table, rows=rows, is_last=is_last, day_line=day_line))


def _number_pages(count: int) -> bytes:
    html = '<html lang="th"><body>' + '<div class="number-page"></div>' * count + "</body></html>"
    return bytes(_document(html).write_pdf())


def _number_sheets(upright: Sequence[bool]) -> bytes:
    pages = "".join(
        f'<div class="number-page{" upright" if is_upright else ""}"></div>'
        for is_upright in upright
    )
    return bytes(_document(f'<html lang="th"><body>{pages}</body></html>').write_pdf())


def _document(html: str) -> Any:
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB

    install_cure()
    sheet, font_config = style_sheet("table.css")
    return weasyprint.HTML(string=html, url_fetcher=own_fonts_only()).render(
        stylesheets=[sheet],
        font_config=font_config,
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
    )
