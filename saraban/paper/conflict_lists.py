"""The list of conflicting citations as a workbook for people."""

import io
from collections.abc import Sequence

from saraban.paper.workbooks import FACE, MOST_CHARACTERS_A_CELL, workbook


def conflicts_workbook(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int]
) -> bytes:
    """The table as XLSX, every cell a text; widths in characters."""
    out = io.BytesIO()
    with workbook(out) as book:
        face = {**FACE, "border": 1}
        head, cell = book.add_format({**face, "bold": True}), book.add_format(face)
        cell.set_text_wrap()
        sheet = book.add_worksheet(title)
        for place, (text, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, text, head)
        for line, row in enumerate(rows, 1):
            for place, text in enumerate(row):
                sheet.write_string(line, place, text[:MOST_CHARACTERS_A_CELL], cell)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return out.getvalue()
