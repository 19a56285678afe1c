"""Numbers that were given on paper while the system could not be used, entered afterwards."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import BooleanField

from saraban import clock
from saraban.desk import dispatch, registration
from saraban.desk.dispatch import Addressees, NumberChoice
from saraban.desk.drafts import LetterDraft
from saraban.desk.registration import Arrival
from saraban.errors import SarabanError, UnreadableLetterNumber
from saraban.queries.books import BookOfUnit, book_settings
from saraban.queries.sending import sender
from saraban.rules.permissions import Act
from saraban.rules.registers import Channel, CircularSeries, RegisterName, book_year_of
from saraban.web.answers import page, see_other
from saraban.web.forms import (
    Form,
    LineField,
    NumberField,
    Required,
    ThaiDateField,
    ThaiTimeField,
    refuse,
    sent,
)
from saraban.web.registers import number_asked
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("paper_numbers", __name__)


class PaperReceiptForm(Form):
    """A line of a receive book that was written by hand, in the order of Form 13."""

    paper_number = NumberField(lazy_gettext("เลขรับที่ออกบนกระดาษ"), validators=[Required()])
    received_on = ThaiDateField(lazy_gettext("วันที่รับ"), validators=[Required()])
    received_time = ThaiTimeField(lazy_gettext("เวลารับ"))
    printed_number = LineField(lazy_gettext("ที่"))
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"))
    issuer_text = LineField(lazy_gettext("จาก"), validators=[Required()])
    addressee_text = LineField(lazy_gettext("ถึง"))
    subject = LineField(lazy_gettext("เรื่อง"), validators=[Required()])


class PaperLetterForm(Form):
    """A line of a send book that was written by hand, in the order of Form 14."""

    paper_number = NumberField(lazy_gettext("เลขที่ออกบนกระดาษ"), validators=[Required()])
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"), validators=[Required()])
    is_circular = BooleanField(lazy_gettext("เป็นหนังสือเวียน (ว)"))
    code_letters = LineField(lazy_gettext("ตัวอักษรประจำหน่วย"), validators=[Required()])
    owner_number = LineField(lazy_gettext("เลขประจำของเจ้าของเรื่อง"), validators=[Required()])
    addressee_text = LineField(lazy_gettext("ถึง"), validators=[Required()])
    subject = LineField(lazy_gettext("เรื่อง"), validators=[Required()])
    addressees = LineField(lazy_gettext("คำขึ้นต้น ถ้าส่งถึงหน่วยในระบบนี้ด้วย"))


@pages.route("/registers/<register>/given-on-paper", methods=["GET", "POST"])
@signed_in
def enter(register: str) -> Any:
    """Enter one number with what the paper says; then the next one."""
    require(Act.REGISTER_RECEIVED)
    settings = book_settings(actor(), book_year_of(clock.today()))
    book = next((one for one in settings.books if one.code == register), None)
    if book is None or book.is_closed:
        raise NotFound()
    form = _form(book)
    if sent(form):
        try:
            number, year = _entered(book, form)
        except UnreadableLetterNumber as error:
            error.field = "printed_number" if book.is_receipts else "owner_number"
            refuse(form, error)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ลงเลข %(number)s ที่ออกบนกระดาษแล้ว", number=in_digits(number)), "success")
            return see_other("number_holes.holes", register=register, year=year)
    return page(
        "registers/given_on_paper.html",
        form,
        book=book,
        has_circular_choice=_has_circular_choice(book, settings.series),
    )


def _form(book: BookOfUnit) -> Any:
    number = number_asked("number")
    if book.is_receipts:
        return PaperReceiptForm(data={"paper_number": number})
    own = sender(actor())
    return PaperLetterForm(
        data={
            "paper_number": number,
            "is_circular": book.code == RegisterName.CIRCULAR,
            "code_letters": own.code_letters,
            "owner_number": own.owner_number,
        }
    )


def _has_circular_choice(book: BookOfUnit, series: CircularSeries) -> bool:
    """Whether the book may hold circulars and others: a free one, or a shared send book."""
    return book.uid is not None or (
        book.code == RegisterName.SEND and series == CircularSeries.SHARED
    )


def _entered(book: BookOfUnit, form: Any) -> tuple[int, int]:
    """The number as entered, and the BE year of its book."""
    if book.is_receipts:
        done = registration.register_received(
            actor=actor(),
            at=clock.now(),
            draft=LetterDraft(
                kind="external",
                subject=form.subject.data,
                addressee_text=form.addressee_text.data,
                dated_on=form.dated_on.data,
            ),
            printed_number=form.printed_number.data,
            issuer_text=form.issuer_text.data,
            arrival=Arrival(
                received_on=form.received_on.value,
                received_time=form.received_time.data,
                channel=Channel.PAPER,
                register=book.code,
                paper_number=form.paper_number.data,
            ),
        )
        return done.receipt_number, done.be_year
    is_circular = book.code == RegisterName.CIRCULAR or bool(form.is_circular.data)
    issued = dispatch.issue(
        actor=actor(),
        at=clock.now(),
        draft=LetterDraft(
            kind="external",
            subject=form.subject.data,
            addressee_text=form.addressee_text.data,
            dated_on=form.dated_on.value,
        ),
        code_letters=form.code_letters.data,
        owner_number=form.owner_number.data,
        is_circular=is_circular,
        addressees=Addressees(phrase=form.addressees.data, channel=Channel.PAPER),
        numbered=NumberChoice(
            register=book.code if book.uid else None, paper_number=form.paper_number.data
        ),
    )
    return issued.running_number, book_year_of(form.dated_on.value)
