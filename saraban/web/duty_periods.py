"""The periods of a duty: when each is due and why, and what its keeper changes by hand."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk import periods as desk
from saraban.errors import SarabanError
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_periods import duty_period, duty_periods
from saraban.rules.permissions import Act, may
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.forms import (
    Form,
    LineField,
    Required,
    ThaiDateField,
    refuse,
    refused_or_fresh,
    sent,
)
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits, said

pages = Blueprint("duty_periods", __name__)


class AddPeriodForm(Form):
    """A period that no rule makes."""

    due_on = ThaiDateField(lazy_gettext("วันครบกำหนด"), validators=[Required()])
    label = LineField(lazy_gettext("ชื่องวด"))
    covers_from = ThaiDateField(lazy_gettext("รายงานตั้งแต่วันที่"))
    covers_until = ThaiDateField(lazy_gettext("ถึงวันที่"))
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class MoveForm(Form):
    """Another last day."""

    due_on = ThaiDateField(lazy_gettext("วันครบกำหนดใหม่"), validators=[Required()])
    reason = LineField(lazy_gettext("เหตุผล"), id="move-reason", validators=[Required()])


class StrikeForm(Form):
    """Why the period is void."""

    reason = LineField(lazy_gettext("เหตุผล"), id="strike-reason", validators=[Required()])


class BringBackForm(Form):
    """Why a struck period is to stand again."""

    reason = LineField(lazy_gettext("เหตุผล"), id="back-reason", validators=[Required()])


class CloseForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.get("/duties/<uid>/periods")
@signed_in
def periods(uid: str) -> Any:
    """All periods of the duty, from the page with the one that is due next."""
    return _list(duty_in_sight(actor(), uid))


@pages.post("/duties/<uid>/periods")
@signed_in
def add(uid: str) -> Any:
    """Add a period."""
    duty = duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    form = AddPeriodForm()
    if sent(form):
        wanted = desk.PeriodSaid(
            form.due_on.value, form.label.data, form.covers_from.data, form.covers_until.data
        )
        try:
            number = desk.add_period(
                actor=actor(), at=clock.now(), duty_uid=uid, said=wanted, reason=form.reason.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มงวดที่ %(number)s แล้ว", number=in_digits(number)), "success")
            return see_other("duty_periods.period", uid=uid, number=number)
    return _list(duty, form)


@pages.get("/duties/<uid>/periods/<int:number>")
@signed_in
def period(uid: str, number: int) -> Any:
    """One period: its day with why, how it was moved, and what its keeper may do with it."""
    return _one(duty_in_sight(actor(), uid), number)


@pages.post("/duties/<uid>/periods/<int:number>/date")
@signed_in
def move(uid: str, number: int) -> Any:
    """Move its day."""
    duty = duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    form = MoveForm()
    if sent(form):
        try:
            count = desk.move_period(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                due_on=form.due_on.value,
                reason=form.reason.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(
                _("แก้วันครบกำหนดแล้ว มีผลกับ %(count)s หน่วยที่ยังไม่รายงาน", count=in_digits(count)),
                "success",
            )
            return see_other("duty_periods.period", uid=uid, number=number)
    return _one(duty, number, form)


@pages.post("/duties/<uid>/periods/<int:number>/strike")
@signed_in
def strike(uid: str, number: int) -> Any:
    """Void it."""
    duty = duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    form = StrikeForm()
    if sent(form):
        try:
            desk.strike_period(
                actor=actor(), at=clock.now(), duty_uid=uid, number=number, reason=form.reason.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ตัดงวดที่ %(number)s ออกแล้ว", number=in_digits(number)), "success")
            return see_other("duty_periods.periods", uid=uid)
    return _one(duty, number, form)


@pages.post("/duties/<uid>/periods/<int:number>/back")
@signed_in
def bring_back(uid: str, number: int) -> Any:
    """Let it stand again."""
    duty = duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    form = BringBackForm()
    if sent(form):
        try:
            count = desk.bring_period_back(
                actor=actor(), at=clock.now(), duty_uid=uid, number=number, reason=form.reason.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("นำงวดกลับมาแล้ว ต้องตอบ %(count)s หน่วย", count=in_digits(count)), "success")
            return see_other("duty_periods.period", uid=uid, number=number)
    return _one(duty, number, form)


@pages.post("/duties/<uid>/periods/<int:number>/close")
@signed_in
def close(uid: str, number: int) -> Response:
    """Take no more answers for it."""
    return _press(uid, number, desk.close_period, _("ปิดรับรายงานของงวดนี้แล้ว"))


@pages.post("/duties/<uid>/periods/<int:number>/reopen")
@signed_in
def reopen(uid: str, number: int) -> Response:
    """Take answers for it again."""
    return _press(uid, number, desk.reopen_period, _("เปิดรับรายงานของงวดนี้อีกครั้งแล้ว"))


def _press(uid: str, number: int, act: Any, done: str) -> Response:
    duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    try:
        act(actor=actor(), at=clock.now(), duty_uid=uid, number=number)
    except SarabanError as error:
        flash(said(error), "warning")
    else:
        flash(done, "success")
    return see_other("duty_periods.period", uid=uid, number=number)


def _list(duty: SeenDuty, refused: Form | None = None) -> Any:
    asked = request.args.get("page", "")
    found = duty_periods(
        duty,
        unit_id=actor().unit_id,
        today=clock.today(),
        page=int(asked) if asked.isdecimal() and len(asked) < 7 else None,
    )
    return duty_page(
        "duty_periods/periods.html",
        duty,
        refused,
        found=found,
        may_keep=_may_keep(duty),
        add_form=refused or AddPeriodForm(formdata=None),
    )


def _one(duty: SeenDuty, number: int, refused: Form | None = None) -> Any:
    own = partial(refused_or_fresh, refused)
    return duty_page(
        "duty_periods/period.html",
        duty,
        refused,
        line=duty_period(duty, number, unit_id=actor().unit_id, today=clock.today()),
        may_keep=_may_keep(duty),
        move_form=own(MoveForm),
        strike_form=own(StrikeForm),
        back_form=own(BringBackForm),
        close_form=CloseForm(formdata=None),
    )


def _may_keep(duty: SeenDuty) -> bool:
    return duty.is_keeper and may(actor(), Act.KEEP_DUTY)
