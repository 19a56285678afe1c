"""The end of a registry's day: its books as they stand, the closing, and the page to be signed."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, flash, request
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.closing import close_day
from saraban.errors import SarabanError
from saraban.paper.form_pages import PrintedClosing, PrintedDayBook, closing_pdf
from saraban.queries.closings import Closing, ClosingDay, closed_day, closing_day
from saraban.queries.day_lines import DayBook
from saraban.rules.closings import shown_code
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.paper_forms import day_line
from saraban.rules.permissions import Act
from saraban.rules.registers import THAI_REGISTER
from saraban.thai.dates import format_long, format_short, format_time, parse_date
from saraban.thai.digits import to_thai
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.forms import Form, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("closings", __name__)

_BOOKS: dict[str, str] = dict(THAI_REGISTER.items())


class CloseForm(Form):
    """Nothing but the token: the day stands in the address."""


@pages.route("/registers/closing", methods=["GET", "POST"])
@signed_in
def closing() -> Any:
    """A day's lines book by book; sent, the day is closed and has its code."""
    day = _day_asked()
    form = CloseForm()
    if request.method == "POST":
        require(Act.CLOSE_DAY)
    if sent(form):
        try:
            done = close_day(actor=actor(), at=clock.now(), day=day)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ปิดทะเบียนแล้ว รหัส %(code)s", code=shown_code(done.code)), "success")
            return see_other("closings.closing", day=day.isoformat())
    found = closing_day(actor(), day=day)
    return page(
        "registers/closing.html",
        form,
        found=found,
        book_titles=_BOOKS,
        shown_code=shown_code,
        today=clock.today(),
    )


@pages.get("/registers/closing/<code>.pdf")
@signed_in
def paper(code: str) -> Response:
    """The page to be signed, of a closing that still says what the books say."""
    found = closed_day(actor(), code=code)
    one = next(closing for closing in found.closings if closing.code == code)
    content = closing_pdf(_printed(found, one))
    name = f"ปิดทะเบียน_{format_long(found.day, thai_digits=False).replace(' ', '-')}.pdf"
    return file_to_save(content, media_type="application/pdf", name=name)


def _printed(found: ClosingDay, closing: Closing) -> PrintedClosing:
    closed_at = closing.closed_at.astimezone(OFFICIAL_ZONE)
    when = f"{format_long(closed_at.date())} เวลา {format_time(closed_at.time())}"
    changed = "" if closing.is_current else " ทะเบียนเปลี่ยนไปแล้วหลังการปิดครั้งนี้ ให้ปิดใหม่"
    return PrintedClosing(
        head=f"ปิดทะเบียนประจำวัน {day_line(found.day)}",
        unit_name=found.unit_name,
        books=[_printed_book(book) for book in found.books],
        summary=f"รวมทุกทะเบียน {_thai(found.line_count)} บรรทัด",
        closed=f"ปิดครั้งที่ {_thai(closing.round)} โดย {closing.closed_by} เมื่อ {when}{changed}",
        code=shown_code(closing.code),
        code_in_qr=f"saraban:closing:{closing.code}",
    )


def _printed_book(book: DayBook) -> PrintedDayBook:
    gaps = [
        f"{words} {', '.join(map(_thai, numbers))}"
        for words, numbers in (
            ("เลขในช่วงนี้ที่อยู่ในวันอื่น:", book.elsewhere),
            ("เลขที่ไม่มีบรรทัด:", book.missing),
        )
        if numbers
    ]
    return PrintedDayBook(
        title=f"{_BOOKS.get(book.register, book.register)} พ.ศ. {_thai(book.be_year)}",
        lines=[
            (
                (
                    _thai(line.number),
                    line.letter_number,
                    "" if line.dated_on is None else format_short(line.dated_on),
                    line.from_text,
                    line.to_text,
                    "จองเลขไว้" if line.is_reserved else line.subject,
                ),
                line.void_reason,
            )
            for line in book.lines
        ],
        summary=(
            f"เลข {_thai(book.first)} ถึง {_thai(book.last)} · {_thai(len(book.lines))} บรรทัด "
            f"· ยกเลิก {_thai(book.void_count)}"
        ),
        gaps=" · ".join(gaps) or "ไม่มีเลขขาด",
    )


def _day_asked() -> date:
    text = request.values.get("day", "")
    try:
        return parse_date(text, today=clock.today()) if text else clock.today()
    except SarabanError:
        return clock.today()


def _thai(number: int) -> str:
    return to_thai(str(number))
