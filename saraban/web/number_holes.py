"""Numbers kept for later and numbers that are missing: reserved, explained, struck through."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import SelectField

from saraban import clock
from saraban.desk import reservations
from saraban.errors import BookNotFound, NotReserved, SarabanError
from saraban.queries.books import book_settings, open_books
from saraban.queries.number_holes import NumberHoles, number_holes
from saraban.queries.register_book import next_number
from saraban.queries.reserved_numbers import ReservedNumber, reserved_numbers
from saraban.rules.permissions import Act
from saraban.rules.registers import CircularSeries, Numbers, RegisterName, book_year_of
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, NumberField, Required, ThaiDateField, refuse, sent
from saraban.web.registers import number_asked, year_asked
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices, in_digits

pages = Blueprint("number_holes", __name__)


class ReserveForm(Form):
    """How many numbers of which book are kept, for whom, why, until when."""

    register = SelectField(lazy_gettext("ทะเบียน"))
    count = NumberField(lazy_gettext("จำนวนเลข"), validators=[Required()], default=1)
    owner_text = LineField(lazy_gettext("จองให้"), validators=[Required()])
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])
    expires_on = ThaiDateField(lazy_gettext("ใช้ภายในวันที่"), validators=[Required()])


class ReasonForm(Form):
    """Why numbers are struck through that no letter has."""

    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


@pages.get("/registers/<register>/holes")
@signed_in
def holes(register: str) -> Any:
    """Every number of the book that is no plain letter, with what explains it."""
    found = _found(register, unit_uid=request.args.get("unit"))
    years = sorted({*found.years, found.be_year, book_year_of(clock.today())}, reverse=True)
    return page("registers/holes.html", found=found, years=years, after=number_asked("after") or 0)


@pages.route("/registers/<register>/reserve", methods=["GET", "POST"])
@signed_in
def reserve(register: str) -> Any:
    """Keep one number or a block of today's book for somebody."""
    require(Act.RESERVE_NUMBERS)
    year = book_year_of(clock.today())
    series = book_settings(actor(), year).series
    books = {
        book.code: book.name_th
        for book in open_books(actor(), Numbers.LETTERS)
        # A shared series is one book: its numbers are kept in the send book.
        if not (series == CircularSeries.SHARED and book.code == RegisterName.CIRCULAR)
    }
    if register == RegisterName.CIRCULAR and register not in books:
        register = RegisterName.SEND
    form = ReserveForm(data={"register": register, "count": 1, "expires_on": clock.today()})
    form.register.choices = choices(books)
    if sent(form):
        try:
            block = reservations.reserve_numbers(
                actor=actor(),
                at=clock.now(),
                register=form.register.data,
                owner_text=form.owner_text.data,
                reason=form.reason.data,
                expires_on=form.expires_on.value,
                count=form.count.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("จองแล้ว เลข %(numbers)s", numbers=_span(block.first, block.last)), "success")
            return see_other("number_holes.holes", register=block.register)
    return page(
        "registers/reserve.html",
        form,
        register=register,
        next_numbers=[
            (name, next_number(actor(), register=code, be_year=year))
            for code, name in books.items()
        ],
        be_year=year,
    )


@pages.route("/registers/reservations/<uid>/void", methods=["GET", "POST"])
@signed_in
def void_reservation(uid: str) -> Any:
    """Strike through what is left of a reserved block."""
    require(Act.VOID_ENTRY)
    left = [one for one in reserved_numbers(actor()) if one.reservation_uid == uid]
    if not left:
        raise NotFound()
    form = ReasonForm()
    if sent(form):
        try:
            reservations.void_reservation(
                actor=actor(), at=clock.now(), uid=uid, reason=form.reason.data
            )
        except NotReserved:
            raise NotFound() from None
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ยกเลิกแล้ว %(count)s เลข", count=in_digits(len(left))), "success")
            return see_other("number_holes.holes", register=left[0].register, year=left[0].be_year)
    return page("registers/void_reservation.html", form, left=left, words=_numbers(left))


@pages.route("/registers/<register>/holes/strike", methods=["GET", "POST"])
@signed_in
def strike(register: str) -> Any:
    """Explain missing numbers: they were never given, and why."""
    require(Act.VOID_ENTRY)
    first = number_asked("first")
    last = number_asked("last")
    found = _found(register)
    if first is None or last is None:
        raise NotFound()
    form = ReasonForm()
    if sent(form):
        try:
            reservations.strike_missing(
                actor=actor(),
                at=clock.now(),
                register=register,
                be_year=found.be_year,
                first=first,
                last=last,
                reason=form.reason.data,
            )
        except SarabanError as error:
            error.field = error.field if error.field == "reason" else None
            refuse(form, error)
        else:
            flash(_("อธิบายแล้ว เลข %(numbers)s", numbers=_span(first, last)), "success")
            return see_other("number_holes.holes", register=register, year=found.be_year)
    return page("registers/strike.html", form, found=found, words=_span(first, last))


def _found(register: str, unit_uid: str | None = None) -> NumberHoles:
    try:
        return number_holes(
            actor(),
            register=register,
            be_year=year_asked(),
            today=clock.today(),
            after=number_asked("after") or 0,
            unit_uid=unit_uid,
        )
    except BookNotFound:
        raise NotFound() from None


def _span(first: int, last: int) -> str:
    return in_digits(str(first) if first == last else f"{first}–{last}")


def _numbers(left: list[ReservedNumber]) -> str:
    return in_digits(" ".join(str(one.number) for one in left))
