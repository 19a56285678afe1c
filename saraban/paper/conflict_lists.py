"""The list of conflicting citations as files: CSV for programs, XLSX for people."""

import csv
import io
from collections.abc import Sequence

from saraban.paper.form_workbook import MOST_CHARACTERS_A_CELL

# What a spreadsheet would take for a formula, whoever wrote it into a letter.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def conflicts_csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The table as CSV in UTF-8 with the mark that spreadsheets need to read Thai.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def conflicts_workbook(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int]
) -> bytes:
    """The same as XLSX, every cell a text; widths in characters."""
    import xlsxwriter  # noqa: PLC0415 - 60 ms, only where a workbook is made

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        face = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top", "border": 1}
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
