"""The office holidays of the installation: seen by all, kept by administrators."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import FileField, HiddenField

from saraban import clock
from saraban.desk import holidays as desk
from saraban.errors import N_, ImportRefused, InvalidInput, SarabanError
from saraban.queries.holidays import holidays_of_year
from saraban.rules.holidays import read_holiday_rows
from saraban.rules.permissions import Act, may
from saraban.rules.registers import book_year_of
from saraban.thai.dates import first_day_of_be_year
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.registers import year_asked
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("holidays", __name__)

MOST_BYTES = 200_000


class AddHolidayForm(Form):
    """One day and its name."""

    day = ThaiDateField(lazy_gettext("วันที่"), validators=[Required()])
    name_th = LineField(lazy_gettext("ชื่อวันหยุด"), validators=[Required()])


class ImportForm(Form):
    """A list of days as CSV."""

    file = FileField(lazy_gettext("ไฟล์ CSV: วันที่,ชื่อวันหยุด"))

    @property
    def text(self) -> str:
        """What the file says; ImportRefused where it says nothing."""
        upload = self.file.data
        content = upload.read(MOST_BYTES + 1) if upload else b""
        if not content:
            raise ImportRefused(field="file", line=1, reason=N_("ไม่พบวันหยุดเลย"))
        if len(content) > MOST_BYTES:
            raise ImportRefused(field="file", line=1, reason=N_("ไฟล์ใหญ่เกินไป"))
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise ImportRefused(
                field="file", line=line, reason=N_("ไม่ใช่รหัสอักขระ UTF-8 ให้บันทึกเป็น CSV UTF-8")
            ) from error


class RemoveForm(Form):
    """Which day is taken out."""

    day = HiddenField()


@pages.get("/holidays")
@signed_in
def holidays() -> Any:
    """The holidays of a year."""
    return _page()


@pages.post("/holidays")
@signed_in
def add() -> Any:
    """Put one day in, or rename it."""
    require(Act.KEEP_HOLIDAYS)
    form = AddHolidayForm()
    if sent(form):
        try:
            desk.add_holiday(
                actor=actor(), at=clock.now(), day=form.day.value, name_th=form.name_th.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มวันหยุดแล้ว"), "success")
            return see_other("holidays.holidays", year=book_year_of(form.day.value))
    return _page(form)


@pages.post("/holidays/import")
@signed_in
def bring_in() -> Any:
    """Bring a list in, all of it or nothing."""
    require(Act.KEEP_HOLIDAYS)
    form = ImportForm()
    if sent(form):
        try:
            rows = read_holiday_rows(form.text)
            kept = desk.import_holidays(actor=actor(), at=clock.now(), rows=rows)
        except ImportRefused as error:
            why = error.facts["reason"]
            refuse(form, ImportRefused(field="file", line=error.facts["line"], reason=_(why)))
        else:
            flash(
                _(
                    "ในไฟล์มี %(count)s วัน ใหม่หรือเปลี่ยนชื่อ %(changed)s วัน",
                    count=in_digits(len(rows)),
                    changed=in_digits(kept.count),
                ),
                "success",
            )
            return see_other("holidays.holidays", year=book_year_of(rows[0].day))
    return _page(form)


@pages.post("/holidays/remove")
@signed_in
def remove() -> Any:
    """Take one day out."""
    require(Act.KEEP_HOLIDAYS)
    form = RemoveForm()
    if sent(form):
        day = _day(form.day.data)
        try:
            if day is None:
                raise InvalidInput()
            desk.remove_holiday(actor=actor(), at=clock.now(), day=day)
        except SarabanError as error:
            error.field = None
            refuse(form, error)
        else:
            flash(_("นำวันหยุดออกแล้ว"), "success")
            return see_other("holidays.holidays", year=None if day is None else book_year_of(day))
    return _page(form)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _page(refused: Form | None = None) -> Any:
    year = year_asked()
    first = first_day_of_be_year(year) if "year" in request.args else clock.today()

    def own(form_class: type[Form]) -> Any:
        return refused if isinstance(refused, form_class) else form_class(formdata=None)

    return page(
        "registers/holidays.html",
        refused,
        lines=holidays_of_year(first.year),
        be_year=year,
        may_keep=may(actor(), Act.KEEP_HOLIDAYS),
        add_form=own(AddHolidayForm),
        import_form=own(ImportForm),
        remove_form=own(RemoveForm),
    )
