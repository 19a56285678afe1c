"""Pages on a form of their own, not one table: the day's closing page and receipt slips.

The page is put together here and drawn by the process that draws tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import print_templates
from saraban.paper.qr import qr_svg


@dataclass(frozen=True, kw_only=True)
class PrintedDayBook:
    """One book's part of a day: texts as they shall appear; a line is (cells, why void or None)."""

    title: str
    lines: Sequence[tuple[tuple[str, ...], str | None]]
    summary: str
    gaps: str


@dataclass(frozen=True, kw_only=True)
class PrintedClosing:
    """The page that is signed at the end of a registry's day."""

    head: str
    unit_name: str
    books: Sequence[PrintedDayBook]
    summary: str
    closed: str
    code: str
    code_in_qr: str


@dataclass(frozen=True, kw_only=True)
class PrintedSlip:
    """A receipt slip (Form 17): ที่ · ถึง · เรื่อง · รับวันที่ · เวลา · ผู้รับ.

    What is not known yet is blank: a dotted line to be filled in by hand.
    """

    from_name: str
    letter_number: str
    to_text: str
    subject: str
    received_on: str = ""
    received_time: str = ""
    received_by: str = ""


def closing_pdf(closing: PrintedClosing) -> bytes:
    """The day's closing page, or pages, on A4 upright. Raises PrintFailed."""
    page = print_templates().get_template("print/closing.html")
    return page_pdf(page.render(closing=closing, mark=qr_svg(closing.code_in_qr)))


def slips_pdf(slips: Sequence[PrintedSlip]) -> bytes:
    """Receipt slips of A6 across, one a page. Raises PrintFailed."""
    page = print_templates().get_template("print/receipt_slips.html")
    return page_pdf(page.render(slips=slips))
