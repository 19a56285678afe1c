"""The register books as Forms 13 and 14 have them, on the screen and on A4."""

from typing import Any

from flask import Blueprint, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound

from saraban import clock
from saraban.desk import registration
from saraban.errors import BookNotFound, LetterNotFound, SarabanError
from saraban.queries.book_lines import line_of_book
from saraban.queries.register_book import BookPage, register_book
from saraban.rules.permissions import Act, may
from saraban.rules.registers import book_year_of
from saraban.thai.digits import to_arabic
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, NumberField, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.void_form import VoidForm

pages = Blueprint("registers", __name__)

LONGEST_NUMBER = 9


class OpenBookForm(Form):
    """A book begun at a number other than 1, after a paper book."""

    first_number = NumberField(lazy_gettext("เลขแรก"), validators=[Required()])


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
    year = year_asked()
    if sent(form):
        try:
            registration.open_book(
                actor=actor(),
                at=clock.now(),
                register=register,
                be_year=year,
                first_number=form.first_number.data,
            )
        except BookNotFound:
            raise NotFound() from None
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
    try:
        found = line_of_book(actor(), entry_uid, today=clock.today())
    except LetterNotFound:
        raise NotFound() from None
    if found.line.is_void or found.register != register:
        raise NotFound()
    if sent(form):
        try:
            registration.void_entry(
                actor=actor(),
                at=clock.now(),
                entry_uid=entry_uid,
                reason=form.reason.data,
                although_cited=form.although_cited.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            back = "number_holes.holes" if request.args.get("from") == "holes" else "registers.book"
            return see_other(back, register=register, year=found.be_year)
    return page("registers/void.html", form, found=found, line=found.line)


def _page(register: str, form: OpenBookForm) -> Any:
    number = number_asked("number")
    try:
        found = register_book(
            actor(),
            register=register,
            be_year=year_asked(),
            today=clock.today(),
            before=number_asked("before") if number is None else number + 1,
            unit_uid=request.args.get("unit"),
        )
    except BookNotFound:
        raise NotFound() from None
    return page(
        "registers/book.html",
        form,
        found=found,
        years=_years(found),
        this_year=book_year_of(clock.today()),
        number_sought=number,
        may_store=may(actor(), Act.STORE_LETTERS),
    )


def year_asked() -> int:
    """The BE year asked for, this year's without one."""
    asked = number_asked("year")
    return asked if asked is not None and 1000 <= asked <= 9999 else book_year_of(clock.today())


def number_asked(name: str) -> int | None:
    """A number out of the address, in Thai or Arabic digits; None where there is none."""
    text = to_arabic(request.args.get(name, "").strip())
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else None


def _years(found: BookPage) -> list[int]:
    """Years to choose from: those with a book, and the one shown, and this one."""
    return sorted({*found.years, found.be_year, book_year_of(clock.today())}, reverse=True)
