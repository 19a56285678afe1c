"""The forms of the Rule that are tables: their columns, in order, and what one line of each is.

Source: Rule of 2526, forms 13, 14, 16, 17 and 19 at its end. A form has these columns and no
other; what we know besides stands below the table or on the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.thai.dates import be_year, format_long
from saraban.thai.digits import to_thai


class PaperForm(StrEnum):
    """A form by its number in the Rule."""

    RECEIVE_REGISTER = "form_13"
    SEND_REGISTER = "form_14"
    DELIVERY_BOOK = "form_16"
    RECEIPT_SLIP = "form_17"
    STORAGE_LIST = "form_19"
    # Of no form of the Rule: the enclosure of a reminder.
    OUTSTANDING_LIST = "outstanding"
    # Nor is a part of a dossier, which brings columns of its own.
    DOSSIER_PART = "dossier"
    # Nor are a duty's grid and lists.
    DUTY_TABLE = "duty_table"


@dataclass(frozen=True)
class Column:
    """A column's official heading, and its share of the page's width in percent.

    is_count: it counts, so that a program that sorts and adds up gets its cells as numbers.
    """

    title: str
    share: int
    is_count: bool = False


TITLES = {
    PaperForm.RECEIVE_REGISTER: "ทะเบียนหนังสือรับ",
    PaperForm.SEND_REGISTER: "ทะเบียนหนังสือส่ง",
    PaperForm.DELIVERY_BOOK: "สมุดส่งหนังสือ",
    PaperForm.RECEIPT_SLIP: "ใบรับหนังสือ",
    PaperForm.STORAGE_LIST: "บัญชีหนังสือส่งเก็บ",
    PaperForm.OUTSTANDING_LIST: "บัญชีหน่วยงานที่ยังไม่ได้ดำเนินการ",
}

_REGISTER = (
    Column("ที่", 11),
    Column("ลงวันที่", 8),
    Column("จาก", 14),
    Column("ถึง", 14),
    Column("เรื่อง", 27),
    Column("การปฏิบัติ", 10),
    Column("หมายเหตุ", 9),
)
COLUMNS = {
    PaperForm.RECEIVE_REGISTER: (Column("เลขทะเบียนรับ", 7), *_REGISTER),
    PaperForm.SEND_REGISTER: (Column("เลขทะเบียนส่ง", 7), *_REGISTER),
    PaperForm.DELIVERY_BOOK: (
        Column("เลขทะเบียน", 8),
        Column("จาก", 17),
        Column("ถึง", 18),
        Column("หน่วยรับ", 17),
        Column("ผู้รับ", 15),
        Column("วันและเวลา", 15),
        Column("หมายเหตุ", 10),
    ),
    PaperForm.STORAGE_LIST: (
        Column("ลำดับที่", 7),
        Column("ที่", 17),
        Column("ลงวันที่", 11),
        Column("เรื่อง", 39),
        Column("อายุการเก็บ", 14),
        Column("หมายเหตุ", 12),
    ),
    PaperForm.OUTSTANDING_LIST: (
        Column("ลำดับที่", 6),
        Column("หน่วยงาน", 28),
        Column("ได้รับจาก", 19),
        Column("หนังสือที่", 15),
        Column("ส่งถึงเมื่อ", 11),
        Column("นาน (วัน)", 7),
        Column("สิ่งที่ยังไม่ได้ดำเนินการ", 14),
    ),
}


@dataclass(frozen=True, kw_only=True)
class FormRow:
    """One line of a table, a text a column, each as it shall appear.

    number is the first cell's for programs that count and sort; day begins a new day's lines
    where it differs from the line before. A void line is struck through; `note` stands
    unstruck at the end of its last cell.
    """

    cells: tuple[str, ...]
    number: int | None = None
    day: date | None = None
    is_void: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedTable:
    """A form filled in: its head line, whose it is, its lines, and what stands below the table.

    own_columns are those of a table that is no form.
    """

    form: PaperForm
    head: str
    unit_name: str
    rows: Sequence[FormRow]
    foot_lines: tuple[str, ...] = ()
    has_day_lines: bool = False
    own_columns: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The form's columns."""
        return self.own_columns or COLUMNS[self.form]


def head_line(title: str, from_on: date, to_on: date) -> str:
    """The line over a register: its title and its day, "วันที่ … เดือน … พ.ศ. …", or its span.

    Source: Rule of 2526, forms 13 and 14.
    """
    if from_on == to_on:
        return f"{title} {day_line(from_on)}"
    if (from_on.month, from_on.day, to_on.month, to_on.day) == (1, 1, 12, 31) and (
        from_on.year == to_on.year
    ):
        return f"{title} ประจำปี พ.ศ. {to_thai(str(be_year(from_on)))}"
    return f"{title} {day_line(from_on)} ถึง{day_line(to_on)}"


def day_line(day: date) -> str:
    """A day as the forms have it: "วันที่ ๑๖ เดือน มิถุนายน พ.ศ. ๒๕๖๕"."""
    number, month, year = format_long(day).split(" ")
    return f"วันที่ {number} เดือน {month} พ.ศ. {year}"
