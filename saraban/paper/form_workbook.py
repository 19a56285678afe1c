"""The same tables as a workbook (XLSX): same columns and words, to be sorted and counted.

Numbers of the first column are numbers, and so are those of a column that counts; all else is text.
"""

import io
from datetime import datetime
from typing import Any

from saraban.paper.workbooks import FACE, MOST_CHARACTERS_A_CELL, WIDTH_A_SHARE, workbook
from saraban.rules.paper_forms import Column, FormRow, PrintedTable, day_line

_RED = "#CC0000"


def table_workbook(table: PrintedTable, *, made_at: datetime) -> bytes:
    """The table as XLSX, head repeated when it is printed; the same table gives the same bytes."""
    out = io.BytesIO()
    with workbook(out) as book:
        book.set_properties(
            {
                "title": table.head,
                "company": table.unit_name,
                "created": made_at.replace(tzinfo=None),
            }
        )
        _fill(book, table)
    return out.getvalue()


def _fill(book: Any, table: PrintedTable) -> None:
    sheet = book.add_worksheet("ทะเบียน")
    look = _Formats(book)
    last = len(table.columns) - 1
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.share * WIDTH_A_SHARE)
    sheet.merge_range(0, 0, 0, last, table.head, look.title)
    sheet.merge_range(1, 0, 1, last, table.unit_name, look.unit)
    for place, column in enumerate(table.columns):
        sheet.write_string(2, place, column.title, look.heading)
    line, day = 3, None
    for row in table.rows:
        if table.has_day_lines and row.day is not None and row.day != day:
            day = row.day
            sheet.merge_range(line, 0, line, last, day_line(day), look.day)
            line += 1
        _write_row(sheet, line, row, table.columns, look)
        line += 1
    for text in table.foot_lines:
        line += 1
        sheet.write_string(line, 0, text, look.foot)
    sheet.freeze_panes(3, 1)
    sheet.repeat_rows(0, 2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&Rหน้า &P/&N")


def _write_row(
    sheet: Any, line: int, row: FormRow, columns: tuple[Column, ...], look: "_Formats"
) -> None:
    cell = look.void if row.is_void else look.cell
    for place, text in enumerate(row.cells):
        is_last = place == len(row.cells) - 1
        if place == 0 and row.number is not None:
            sheet.write_number(line, place, row.number, cell)
        elif columns[place].is_count and (plain := text.replace(",", "")).isdecimal():
            sheet.write_number(line, place, int(plain), look.count)
        elif is_last and row.note:
            noted = f"{text} {row.note}".strip()
            sheet.write_string(line, place, _fitting(noted), look.note if row.is_void else cell)
        elif text:
            sheet.write_string(line, place, _fitting(text), cell)
        else:
            sheet.write_blank(line, place, None, cell)


def _fitting(text: str) -> str:
    return text[:MOST_CHARACTERS_A_CELL]


class _Formats:
    """How cells look, made once a workbook."""

    def __init__(self, book: Any) -> None:
        lines = {**FACE, "border": 1, "text_wrap": True}
        self.title = book.add_format({**FACE, "bold": True, "font_size": 18, "align": "center"})
        self.unit = book.add_format({**FACE, "align": "center"})
        self.heading = book.add_format(
            {**lines, "bold": True, "align": "center", "valign": "vcenter"}
        )
        self.day = book.add_format({**FACE, "border": 1, "bold": True, "bg_color": "#F2F2F2"})
        self.cell = book.add_format(lines)
        self.count = book.add_format({**lines, "num_format": "#,##0"})
        self.void = book.add_format({**lines, "font_strikeout": True, "font_color": _RED})
        self.note = book.add_format({**lines, "font_color": _RED})
        self.foot = book.add_format(FACE)
