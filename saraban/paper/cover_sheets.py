"""Cover sheets of a letter, one a recipient, each with the QR of its own link."""

from collections.abc import Sequence
from dataclasses import dataclass

from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import print_templates
from saraban.paper.qr import qr_svg


@dataclass(frozen=True, kw_only=True)
class PrintedCover:
    """One recipient's sheet: to whom, where, the text of the QR and the code to type."""

    to_text: str
    to_lines: tuple[str, ...]
    qr_text: str
    code: str


@dataclass(frozen=True, kw_only=True)
class PrintedCovers:
    """What stands on all the sheets of one letter, texts as they shall appear.

    address is where the code is typed, blank where nobody from outside reaches the installation.
    """

    from_name: str
    from_lines: tuple[str, ...]
    letter_number: str
    dated_on: str
    subject: str
    urgency: str
    address: str
    valid_until: str
    covers: Sequence[PrintedCover]


def covers_pdf(sheets: PrintedCovers) -> bytes:
    """The sheets as PDF, A4 upright, one a page. Raises PrintFailed."""
    page = print_templates().get_template("print/covers.html")
    return page_pdf(
        page.render(
            from_name=sheets.from_name,
            from_lines=sheets.from_lines,
            letter_number=sheets.letter_number,
            dated_on=sheets.dated_on,
            subject=sheets.subject,
            urgency=sheets.urgency,
            address=sheets.address,
            valid_until=sheets.valid_until,
            covers=[
                {
                    "to_text": cover.to_text,
                    "to_lines": cover.to_lines,
                    "code": cover.code,
                    "mark": qr_svg(cover.qr_text),
                }
                for cover in sheets.covers
            ],
        )
    )
