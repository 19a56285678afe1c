"""What a registry chose for its books: free ones, the circular series, how long a year is open."""

from functools import partial
from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from wtforms import RadioField

from saraban import clock
from saraban.desk import books as desk
from saraban.errors import SarabanError
from saraban.queries.books import book_settings
from saraban.rules.permissions import Act
from saraban.rules.registers import (
    MOST_OLD_YEAR_OPEN_DAYS,
    THAI_CIRCULAR_SERIES,
    THAI_NUMBERS,
    book_year_of,
    last_open_day,
)
from saraban.web.answers import page, see_other
from saraban.web.arrival_form import NOTED_CHANNELS
from saraban.web.forms import Form, LineField, NumberField, Required, refuse, refused_or_fresh, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices, in_digits

pages = Blueprint("book_settings", __name__)


class AddBookForm(Form):
    """A free book: its name, and what it numbers."""

    name_th = LineField(lazy_gettext("ชื่อทะเบียน"), validators=[Required()])
    numbers = RadioField(lazy_gettext("ออกเลขให้"), default="letters")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers.choices = choices(THAI_NUMBERS)


class SeriesForm(Form):
    """How circulars are numbered."""

    series = RadioField(lazy_gettext("ลำดับเลขหนังสือเวียน"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series.choices = choices(THAI_CIRCULAR_SERIES)


class OldYearForm(Form):
    """For how many days of a new year the old one's books give numbers."""

    days = NumberField(lazy_gettext("จำนวนวันหลังสิ้นปี"), validators=[Required()])


class UsualChannelForm(Form):
    """How most letters come to this registry."""

    channel = RadioField(lazy_gettext("ทางที่มาตามปกติ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = choices(NOTED_CHANNELS)


class CloseForm(Form):
    """Nothing but the token of a button."""


@pages.get("/books")
@signed_in
def settings() -> Any:
    """The books of one's own registry and what is chosen for them."""
    require(Act.KEEP_BOOKS)
    return _page()


@pages.post("/books")
@signed_in
def add() -> Any:
    """Begin a free book."""
    require(Act.KEEP_BOOKS)
    form = AddBookForm()
    if sent(form):
        try:
            desk.add_book(
                actor=actor(),
                at=clock.now(),
                name_th=form.name_th.data,
                numbers=form.numbers.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มทะเบียนแล้ว"), "success")
            return see_other("book_settings.settings")
    return _page(form)


@pages.post("/books/<uid>/close")
@signed_in
def close(uid: str) -> Any:
    """Let a free book give no more numbers."""
    require(Act.KEEP_BOOKS)
    form = CloseForm()
    if sent(form):
        try:
            desk.close_book(actor=actor(), at=clock.now(), uid=uid)
        except SarabanError as error:
            error.field = None
            refuse(form, error)
        else:
            flash(_("ปิดทะเบียนแล้ว บรรทัดเดิมยังอ่านได้"), "success")
            return see_other("book_settings.settings")
    return _page(form)


@pages.post("/books/series")
@signed_in
def series() -> Any:
    """Choose how circulars are numbered; a series that has begun changes with the year."""
    require(Act.KEEP_BOOKS)
    form = SeriesForm()
    if sent(form):
        try:
            year = desk.choose_circular_series(
                actor=actor(), at=clock.now(), series=form.series.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            if year == book_year_of(clock.today()):
                flash(_("บันทึกแล้ว ใช้ตั้งแต่ปีนี้"), "success")
            else:
                flash(
                    _(
                        "บันทึกแล้ว ปีนี้ออกเลขไปแล้วจึงเปลี่ยนกลางปีไม่ได้ จะใช้ตั้งแต่ปี พ.ศ. %(year)s",
                        year=in_digits(year),
                    ),
                    "success",
                )
            return see_other("book_settings.settings")
    return _page(form)


@pages.post("/books/old-year")
@signed_in
def old_year() -> Any:
    """Choose until when last year's books give numbers."""
    require(Act.KEEP_BOOKS)
    form = OldYearForm()
    if sent(form):
        try:
            desk.keep_old_year_open(actor=actor(), at=clock.now(), days=form.days.data)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว"), "success")
            return see_other("book_settings.settings")
    return _page(form)


@pages.post("/books/usual-channel")
@signed_in
def usual_channel() -> Any:
    """Choose by which way the forms say that a letter came, until somebody says another."""
    require(Act.KEEP_BOOKS)
    form = UsualChannelForm()
    if sent(form):
        try:
            desk.choose_usual_channel(actor=actor(), at=clock.now(), channel=form.channel.data)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว"), "success")
            return see_other("book_settings.settings")
    return _page(form)


def _page(refused: Form | None = None) -> Any:
    year = book_year_of(clock.today())
    found = book_settings(actor(), year)

    own = partial(refused_or_fresh, refused)
    return page(
        "registers/settings.html",
        refused,
        found=found,
        be_year=year,
        open_until=last_open_day(year, found.old_year_open_days),
        most_days=MOST_OLD_YEAR_OPEN_DAYS,
        add_form=own(AddBookForm, numbers="letters"),
        series_form=own(SeriesForm, series=str(found.next_series or found.series)),
        old_year_form=own(OldYearForm, days=found.old_year_open_days),
        channel_form=own(UsualChannelForm, channel=str(found.usual_channel)),
        close_form=own(CloseForm),
    )
