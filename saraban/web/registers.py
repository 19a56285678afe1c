"""The register books as Forms 13 and 14 have them, on the screen and on A4."""

from typing import Any

from flask import Blueprint, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import IntegerField

from saraban import clock
from saraban.desk import registration
from saraban.errors import SarabanError
from saraban.queries.register_book import BookPage, register_book
from saraban.rules.permissions import Act
from saraban.rules.registers import RegisterName, book_year_of
from saraban.thai.digits import to_arabic
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("registers", __name__)


class NumberField(IntegerField):
    """A whole number typed in Thai or Arabic digits."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it as if typed in Arabic digits."""
        super().process_formdata([to_arabic(text) for text in valuelist])


class OpenBookForm(Form):
    """A book begun at a number other than 1, after a paper book."""

    first_number = NumberField(lazy_gettext("เลขแรก"), validators=[Required()])


class VoidForm(Form):
    """The reason for striking a line through."""

    reason = LineField(lazy_gettext("เหตุผลที่ยกเลิก"), validators=[Required()])


@pages.get("/registers/<register>")
@signed_in
def book(register: str) -> Any:
    """A page of a book: one's own, or for an auditor one of the branch."""
    return _page(register, OpenBookForm())


@pages.post("/registers/<register>/open")
@signed_in
def open_book(register: str) -> Any:
    """Begin this year's book at the number after the paper one's last."""
    require(Act.OPEN_BOOK)
    form = OpenBookForm()
    year = _year(register)
    if sent(form):
        try:
            registration.open_book(
                actor=actor(),
                at=clock.now(),
                register=register,
                be_year=year,
                first_number=form.first_number.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return see_other("registers.book", register=register, year=year)
    return _page(register, form)


@pages.route("/registers/<register>/void/<entry_uid>", methods=["GET", "POST"])
@signed_in
def void(register: str, entry_uid: str) -> Any:
    """Strike one line through, after saying what it means and why it is done."""
    require(Act.VOID_ENTRY)
    form = VoidForm()
    year = _year(register)
    found = register_book(actor(), register=register, be_year=year, page=_page_asked())
    line = next((line for line in found.lines if line.entry_uid == entry_uid), None)
    if line is None or not found.may_void or line.is_void:
        raise NotFound()
    if sent(form):
        try:
            registration.void_entry(
                actor=actor(), at=clock.now(), entry_uid=entry_uid, reason=form.reason.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return see_other("registers.book", register=register, year=year, page=found.page)
    return page("registers/void.html", form, found=found, line=line)


def _page(register: str, form: OpenBookForm) -> Any:
    year = _year(register)
    found = register_book(
        actor(),
        register=register,
        be_year=year,
        page=_page_asked(),
        unit_uid=request.args.get("unit"),
    )
    return page(
        "registers/book.html",
        form,
        found=found,
        books=list(RegisterName),
        years=_years(found),
        this_year=book_year_of(clock.today()),
    )


def _year(register: str) -> int:
    """The BE year asked for, this year's without one; 404 for a book that there is not."""
    if register not in set(RegisterName):
        raise NotFound()
    this_year = book_year_of(clock.today())
    asked = to_arabic(request.args.get("year", ""))
    return int(asked) if asked.isdecimal() and len(asked) == 4 else this_year


def _years(found: BookPage) -> list[int]:
    """Years to choose from: those with a book, and the one shown, and this one."""
    return sorted({*found.years, found.be_year, book_year_of(clock.today())}, reverse=True)


def _page_asked() -> int:
    return max(1, min(request.args.get("page", 1, type=int), 100_000))
