"""The dossier as a workbook: a sheet for the cover, then one a part, the same words as on paper."""

import io
from typing import Any

from saraban.paper.workbooks import FACE, MOST_CHARACTERS_A_CELL, WIDTH_A_SHARE, workbook
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.dossier import Cell, Dossier, DossierTable, shown
from saraban.thai.dates import format_long, format_time

_LONGEST_NAME = 31  # of a sheet, in Excel


def dossier_workbook(dossier: Dossier) -> bytes:
    """The dossier as XLSX; the same dossier gives the same bytes. Counts are numbers."""
    out = io.BytesIO()
    with workbook(out) as book:
        book.set_properties(
            {
                "title": f"สำนวนติดตามหนังสือ ที่ {dossier.number}",
                "created": dossier.made_at.replace(tzinfo=None),
            }
        )
        looks = {
            "cell": book.add_format({**FACE, "border": 1, "text_wrap": True}),
            "heading": book.add_format({**FACE, "border": 1, "bold": True, "text_wrap": True}),
            "title": book.add_format({**FACE, "bold": True, "font_size": 18}),
            "plain": book.add_format(FACE),
        }
        _cover(book.add_worksheet("ปก"), dossier, looks)
        for table in dossier.tables:
            _fill(book.add_worksheet(_sheet_name(table.title)), table, looks)
    return out.getvalue()


def _cover(sheet: Any, dossier: Dossier, looks: dict[str, Any]) -> None:
    at = dossier.made_at.astimezone(OFFICIAL_ZONE)
    dated = "" if dossier.dated_on is None else format_long(dossier.dated_on)
    facts = (
        ("ที่", dossier.number), ("ลงวันที่", dated), ("จาก", dossier.issuer),
        ("เรื่อง", dossier.subject), ("คำถาม", dossier.question), ("ผู้ขอ", dossier.asked_by),
        ("จัดทำเมื่อ", f"{format_long(at.date())} {format_time(at.time())}"),
    )  # fmt: skip
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, "สำนวนติดตามหนังสือ", looks["title"])
    for line, (name, words) in enumerate(facts, start=1):
        sheet.write_string(line, 0, name, looks["heading"])
        sheet.write_string(line, 1, words, looks["cell"])
    for line, words in enumerate(dossier.told, start=len(facts) + 2):
        sheet.write_string(line, 0, words, looks["plain"])


def _fill(sheet: Any, table: DossierTable, looks: dict[str, Any]) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.share * WIDTH_A_SHARE)
        sheet.write_string(0, place, column.title, looks["heading"])
    for line, row in enumerate(table.rows, start=1):
        for place, column in enumerate(table.columns):
            value = row[column.name]
            if column.cell is Cell.COUNT and value is not None:
                sheet.write_number(line, place, value, looks["cell"])
            else:
                text = shown(value, column.cell)[:MOST_CHARACTERS_A_CELL]
                sheet.write_string(line, place, text, looks["cell"])
    if table.note:
        sheet.write_string(len(table.rows) + 2, 0, table.note, looks["plain"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _sheet_name(title: str) -> str:
    return title.replace("/", " ")[:_LONGEST_NAME]
