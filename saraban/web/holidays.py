"""The office holidays of the installation: seen by all, kept by administrators."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import FileField, HiddenField, SelectField

from saraban import clock
from saraban.desk import holidays as desk
from saraban.errors import N_, ImportRefused, InvalidInput, SarabanError
from saraban.queries.due_recount import DueMove, due_moves
from saraban.queries.holiday_moves import moved_by_holidays
from saraban.queries.holidays import (
    HolidayChange,
    holidays_of_year,
    province_holidays,
    provinces_here,
)
from saraban.rules.holidays import HolidayRow, read_holiday_rows
from saraban.rules.permissions import Act, may
from saraban.rules.registers import book_year_of
from saraban.thai.dates import first_day_of_be_year
from saraban.web.answers import page, see_other
from saraban.web.forms import (
    Form,
    LineField,
    Required,
    ThaiDateField,
    refuse,
    refused_or_fresh,
    sent,
)
from saraban.web.registers import year_asked
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("holidays", __name__)

MOST_BYTES = 200_000


class MovingForm(Form):
    """A change of the table. seen is the code of the moves that its person was shown."""

    seen = HiddenField()


class AddHolidayForm(MovingForm):
    """One day, its name, and where offices are closed on it."""

    day = ThaiDateField(lazy_gettext("วันที่"), validators=[Required()])
    name_th = LineField(lazy_gettext("ชื่อวันหยุด"), validators=[Required()])
    province = SelectField(lazy_gettext("ใช้กับ"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.province.choices = {"": _("ทั้งประเทศ"), **provinces_here()}


class ImportForm(MovingForm):
    """A list of days as CSV; rows is its text, once it was read and its moves were shown."""

    file = FileField(lazy_gettext("ไฟล์ CSV: วันที่,ชื่อวันหยุด"))
    rows = HiddenField()

    @property
    def text(self) -> str:
        """What the file says; ImportRefused where it says nothing."""
        if self.rows.data:
            return str(self.rows.data)[:MOST_BYTES]
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


class RemoveForm(MovingForm):
    """Which day is taken out, and of which province where it is not the country's."""

    day = HiddenField()
    province = HiddenField()


@pages.get("/holidays")
@signed_in
def holidays() -> Any:
    """The holidays of a year."""
    return _page()


@pages.post("/holidays")
@signed_in
def add() -> Any:
    """Put one day in, or rename it; the days that it moves are shown first."""
    require(Act.KEEP_HOLIDAYS)
    form = AddHolidayForm()
    if sent(form):
        day, province_id = form.day.value, _province_id(form.province.data)
        change = HolidayChange(day, form.name_th.data or "", province_id)
        if moves := _unseen_moves(form, change):
            kept = {"day": form.day.data, "name_th": form.name_th.data}
            return _ask(moves, "holidays.add", kept | {"province": form.province.data})
        try:
            done = desk.add_holiday(
                actor=actor(),
                at=clock.now(),
                day=day,
                name_th=form.name_th.data,
                province_id=province_id,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มวันหยุดแล้ว"), "success")
            return _after(done, book_year_of(day))
    return _page(form)


@pages.post("/holidays/import")
@signed_in
def bring_in() -> Any:
    """Bring a list in, all of it or nothing; the days that it moves are shown first."""
    require(Act.KEEP_HOLIDAYS)
    form = ImportForm()
    if sent(form):
        try:
            rows = read_holiday_rows(form.text)
        except ImportRefused as error:
            why = error.facts["reason"]
            refuse(form, ImportRefused(field="file", line=error.facts["line"], reason=_(why)))
            return _page(form)
        changes = [HolidayChange(row.day, row.name_th) for row in rows]
        if moves := _unseen_moves(form, *changes):
            return _ask(moves, "holidays.bring_in", {"rows": _as_text(rows)})
        done = desk.import_holidays(actor=actor(), at=clock.now(), rows=rows)
        flash(
            _(
                "ในไฟล์มี %(count)s วัน ใหม่หรือเปลี่ยนชื่อ %(changed)s วัน",
                count=in_digits(len(rows)),
                changed=in_digits(done.count),
            ),
            "success",
        )
        return _after(done, book_year_of(rows[0].day))
    return _page(form)


@pages.post("/holidays/remove")
@signed_in
def remove() -> Any:
    """Take one day out; the days that move are shown first."""
    require(Act.KEEP_HOLIDAYS)
    form = RemoveForm()
    if sent(form):
        day, province_id = _day(form.day.data), _province_id(form.province.data)
        try:
            if day is None:
                raise InvalidInput()
            if moves := _unseen_moves(form, HolidayChange(day, "", province_id)):
                kept = {"day": form.day.data, "province": form.province.data or ""}
                return _ask(moves, "holidays.remove", kept)
            done = desk.remove_holiday(
                actor=actor(), at=clock.now(), day=day, province_id=province_id
            )
        except SarabanError as error:
            error.field = None
            refuse(form, error)
        else:
            flash(_("นำวันหยุดออกแล้ว"), "success")
            return _after(done, book_year_of(day))
    return _page(form)


@pages.get("/holidays/moved")
@signed_in
def moved() -> Any:
    """The due days that holidays moved, the last first."""
    require(Act.KEEP_HOLIDAYS)
    return page("registers/holidays_moved.html", moves=moved_by_holidays())


def _unseen_moves(form: MovingForm, *changes: HolidayChange) -> list[DueMove]:
    """The moves that the changes would make, where their person was not shown just these."""
    moves = _worth_telling(due_moves(today=clock.today(), changes=changes))
    return [] if form.seen.data == _code(moves) else moves


def _worth_telling(moves: Iterable[DueMove]) -> list[DueMove]:
    """Those that are more than another word among the reasons."""
    return [move for move in moves if move.is_move or move.is_closed]


def _code(moves: list[DueMove]) -> str:
    told = "".join(f"{one.period_id} {one.province_id} {one.after_on}\n" for one in moves)
    return sha256(told.encode()).hexdigest()[:16]


def _ask(moves: list[DueMove], endpoint: str, kept: dict[str, Any]) -> Any:
    """Show what would move, and take the same form again with a press."""
    return page(
        "registers/holiday_moves.html",
        moves=moves,
        endpoint=endpoint,
        kept=kept | {"seen": _code(moves)},
        confirm_form=MovingForm(formdata=None),
    )


def _after(done: desk.HolidaysKept, year: int) -> Any:
    """Where to go on: to the list of what moved, or back to the year."""
    if done.is_later:
        flash(_("วันครบกำหนดมีมาก ระบบกำลังเลื่อนให้และจะแสดงในรายการนี้"), "info")
    if any(move.is_move for move in done.moves):
        return see_other("holidays.moved")
    return see_other("holidays.holidays", year=year)


def _as_text(rows: list[HolidayRow]) -> str:
    return "\n".join(f"{row.day.isoformat()},{_quoted(row.name_th)}" for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _province_id(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _page(refused: Form | None = None) -> Any:
    year = year_asked()
    first = first_day_of_be_year(year) if "year" in request.args else clock.today()

    own = partial(refused_or_fresh, refused)
    return page(
        "registers/holidays.html",
        refused,
        lines=holidays_of_year(first.year),
        province_lines=province_holidays(date(first.year, 1, 1), date(first.year, 12, 31)),
        be_year=year,
        may_keep=may(actor(), Act.KEEP_HOLIDAYS),
        add_form=own(AddHolidayForm),
        import_form=own(ImportForm),
        remove_form=own(RemoveForm),
    )
