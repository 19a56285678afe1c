"""A book on its official form, as PDF or XLSX: at once when it is short, else made in the queue."""

from typing import Any

from flask import Blueprint, flash, request, session
from flask_babel import gettext as _, lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import RadioField

from saraban import clock
from saraban.desk.exports import ask_export, note_print
from saraban.errors import N_, BookNotFound, SarabanError
from saraban.jobs.form_files import file_of, row_count_of, storage_full, table_of
from saraban.queries.book_to_print import BookFacts, book_facts
from saraban.rules.exports import MOST_ROWS_AT_ONCE, BookAsk, ExportFormat, file_name, whole_year
from saraban.rules.registers import book_year_of
from saraban.thai.digits import to_arabic
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.exports import AWAITED
from saraban.web.forms import Form, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, signed_in
from saraban.web.words import choices

pages = Blueprint("book_prints", __name__)


SPANS = {"day": N_("วันเดียว"), "days": N_("หลายวัน"), "year": N_("ทั้งเล่มของปี")}
FORMATS = {
    ExportFormat.PDF: N_("PDF พิมพ์บนกระดาษ A4 แนวนอน"),
    ExportFormat.XLSX: N_("XLSX สำหรับตารางคำนวณ"),
}


class PrintForm(Form):
    """Which days of the book, and as what."""

    span = RadioField(lazy_gettext("ช่วง"), default="day")
    from_on = ThaiDateField(lazy_gettext("วันที่"), validators=[Required()])
    to_on = ThaiDateField(lazy_gettext("ถึงวันที่"))
    format = RadioField(lazy_gettext("แบบไฟล์"), default=ExportFormat.PDF.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.span.choices = choices(SPANS)
        self.format.choices = choices(FORMATS)


@pages.route("/registers/<register>/paper", methods=["GET", "POST"])
@signed_in
def paper(register: str) -> Any:
    """Choose the days; a short book comes at once, a long one when the worker has made it."""
    try:
        book = book_facts(actor(), register=register, unit_uid=request.values.get("unit"))
    except BookNotFound:
        raise NotFound() from None
    year = _year()
    form = PrintForm(from_on=clock.today())
    if sent(form):
        try:
            return _made(book, _ask(book, form, year))
        except SarabanError as error:
            refuse(form, error)
    return page("registers/paper.html", form, book=book, year=year, most=MOST_ROWS_AT_ONCE)


def _made(book: BookFacts, ask: BookAsk) -> Any:
    count = row_count_of(actor(), ask)
    name = file_name(ask, book.title)
    at = clock.now()
    if count > MOST_ROWS_AT_ONCE:
        ask_export(actor=actor(), at=at, ask=ask, name=name, row_count=count)
        session[AWAITED] = True
        flash(_("เล่มนี้ยาว กำลังจัดทำเบื้องหลัง ทำงานอื่นต่อได้ เสร็จแล้วจะบอกที่นี่"), "success")
        return see_other("exports.exports")
    note_print(actor=actor(), at=at, ask=ask, row_count=count)
    try:
        content = file_of(table_of(actor(), ask), ask, made_at=at)
    except OSError as error:
        raise storage_full(error) or error from error
    return file_to_save(content, media_type=ask.media_type, name=name)


def _ask(book: BookFacts, form: PrintForm, year: int) -> BookAsk:
    first = last = form.from_on.value
    if form.span.data == "days":
        last = form.to_on.data or first
    if form.span.data == "year":
        first, last = whole_year(year)
    return BookAsk(
        form=book.form,
        unit_uid=book.unit_uid,
        register=book.register,
        from_on=first,
        to_on=last,
        be_year=year if form.span.data == "year" else None,
        format=ExportFormat(form.format.data),
    )


def _year() -> int:
    asked = to_arabic(request.values.get("year", ""))
    return int(asked) if asked.isdecimal() and len(asked) == 4 else book_year_of(clock.today())
