"""The workbook: the same columns and words, and nothing in it that a program would run."""

import io
import zipfile
from datetime import datetime
from xml.etree import ElementTree

import pytest

from saraban.paper.form_workbook import table_workbook
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable
from saraban.rules.registers import NumberState
from tests.make import at
from tests.paper.tables import line, table

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MADE = at()


def parts_of(content: bytes) -> tuple[ElementTree.Element, list[str]]:
    """The sheet, and the texts that its cells point to."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - ours
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - ours
    texts = ["".join(part.itertext()) for part in shared.iter(f"{SHEET}si")]
    return sheet, texts


def cells_of(content: bytes) -> list[list[str]]:
    sheet, texts = parts_of(content)
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = []
        for cell in row.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v") or ""
            cells.append(texts[int(value)] if cell.get("t") == "s" else value)
        rows.append(cells)
    return rows


def test_the_head_the_columns_and_the_line_stand_as_on_paper():
    rows = cells_of(table_workbook(table(line(7)), made_at=MADE))

    assert rows[0][0] == "ทะเบียนหนังสือรับ วันที่ ๑ เดือน มิถุนายน พ.ศ. ๒๕๖๕"
    assert rows[2] == [
        "เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ",
    ]  # fmt: skip
    assert rows[3][:6] == [
        "7", "มท ๐๘๐๑.๔/ว 1007", "๑ มิ.ย. ๖๕", "กรมส่งเสริมการปกครองท้องถิ่น",
        "ผู้ว่าราชการจังหวัดตัวอย่าง", "การจัดทำน้ำดื่มสำหรับชุมชนในเขตตำบลทำนบ ลำดับ 7",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "subject",
    ["=1+1", "+66 2 123", "-ด่วน", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "http://x/"],
)
def test_a_text_that_looks_like_a_formula_or_an_address_stays_text(subject):
    content = table_workbook(table(line(subject=subject)), made_at=MADE)

    sheet, texts = parts_of(content)
    assert list(sheet.iter(f"{SHEET}f")) == []
    assert list(sheet.iter(f"{SHEET}hyperlink")) == []
    assert subject in texts


def test_a_void_line_says_so_with_its_reason():
    rows = cells_of(
        table_workbook(table(line(state=NumberState.VOID, note="พิมพ์ผิด (สมชาย)")), made_at=MADE)
    )

    assert rows[3][-1] == "ยกเลิก พิมพ์ผิด (สมชาย)"


def test_the_same_table_gives_the_same_bytes():
    assert table_workbook(table(line()), made_at=MADE) == table_workbook(
        table(line()), made_at=MADE
    )


def test_a_text_too_long_for_a_cell_is_cut_where_the_program_would_refuse_the_file():
    rows = cells_of(table_workbook(table(line(subject="ก" * 40_000)), made_at=datetime(2022, 6, 1)))  # noqa: DTZ001

    assert len(rows[3][5]) == 32_767


def test_what_a_column_counts_is_a_number_and_a_dash_in_it_none():
    counted = PrintedTable(
        form=PaperForm.DUTY_TABLE,
        head="ภาพรวม",
        unit_name="จังหวัดตาก",
        rows=[FormRow(cells=("๑๒", "๑,๐๐๗")), FormRow(cells=("๑๓", "–"))],
        own_columns=(Column("เลขที่", 50), Column("ต้องตอบ", 50, is_count=True)),
    )

    content = table_workbook(counted, made_at=MADE)

    sheet, _ = parts_of(content)
    kinds = [
        cell.get("t") for cell in sheet.iter(f"{SHEET}c") if cell.get("r") in ("A4", "B4", "B5")
    ]
    assert kinds == ["s", None, "s"]
    assert cells_of(content)[3:5] == [["๑๒", "1007"], ["๑๓", "–"]]
