"""Who owes a duty, changed by its keeper; and how a duty ends."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import HiddenField, RadioField

from saraban import clock
from saraban.desk import duty_ends as desk
from saraban.errors import N_, DutyNotKept, SarabanError
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_card import owing_units
from saraban.queries.letters_list import letters
from saraban.rules.permissions import Act
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Recurring
from saraban.thai.text import search_key
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.unit_choice import UnitField
from saraban.web.words import choices, in_digits

pages = Blueprint("duty_units", __name__)

PAGE_SIZE = 60
HOWS = {
    "today": N_("ตั้งแต่วันนี้"),
    "ahead": N_("ในวันข้างหน้า (เฉพาะภารกิจที่มาตามรอบ)"),
    "letter": N_("ตั้งแต่วันนี้ ด้วยหนังสือฉบับใหม่"),
    "mistake": N_("ตั้งไว้ผิด ยกเลิกทุกงวดที่ยังไม่มีใครตอบ รวมที่เลยกำหนดแล้ว"),
}


class AddUnitForm(Form):
    """One more unit that is to answer."""

    unit = UnitField(lazy_gettext("เพิ่มหน่วย"), validators=[Required()])
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class TakeOutForm(Form):
    """Why a unit need not answer any more."""

    unit_uid = HiddenField(validators=[Required()])
    out_reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class EndForm(Form):
    """How and why a duty ends."""

    how = RadioField(lazy_gettext("สิ้นสุดอย่างไร"), validators=[Required()])
    ends_on = ThaiDateField(lazy_gettext("วันสุดท้ายที่ต้องตอบ"))
    letter = LineField(lazy_gettext("เลขที่หนังสือที่ให้สิ้นสุด"))
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.how.choices = choices(HOWS)


@pages.route("/duties/<uid>/units", methods=["GET", "POST"])
@signed_in
def units(uid: str) -> Any:
    """The units that owe the duty, found by name; the keeper adds one."""
    seen = _kept(uid)
    form = AddUnitForm()
    if request.method == "POST" and sent(form) and form.unit.chosen is not None:
        try:
            count = desk.add_unit(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                unit_uid=form.unit.chosen.uid,
                reason=form.reason.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            name = form.unit.chosen.name_th
            flash(
                _("เพิ่ม %(unit)s แล้ว ต้องตอบ %(count)s งวด", unit=name, count=in_digits(count)),
                "success",
            )
            return see_other("duty_units.units", uid=uid)
    return _units_page(seen, form, TakeOutForm(formdata=None))


@pages.post("/duties/<uid>/units/out")
@signed_in
def take_out(uid: str) -> Any:
    """One unit need not answer any more; what it answered stays."""
    seen = _kept(uid)
    form = TakeOutForm()
    if sent(form):
        try:
            count = desk.take_unit_out(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                unit_uid=form.unit_uid.data,
                reason=form.out_reason.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("นำหน่วยออกแล้ว ไม่ต้องตอบอีก %(count)s งวด", count=in_digits(count)), "success")
            return see_other("duty_units.units", uid=uid)
    return _units_page(seen, AddUnitForm(formdata=None), form)


@pages.route("/duties/<uid>/end", methods=["GET", "POST"])
@signed_in
def end(uid: str) -> Any:
    """End the duty: what is to come is struck with the reason, what is past stays."""
    seen = _kept(uid)
    form = EndForm() if request.method == "POST" else EndForm(formdata=None, how="today")
    if request.method == "POST" and sent(form):
        ended = _ended(uid, form)
        if ended is not None:
            return ended
    return duty_page(
        "duties/end.html",
        seen,
        form,
        is_round=isinstance(when_from_text(seen.when_text), Recurring),
    )


def _ended(uid: str, form: EndForm) -> Response | None:
    how, letter_uid = form.how.data, None
    if how == "ahead" and form.ends_on.data is None:
        form.ends_on.errors = [*form.ends_on.errors, _("โปรดกรอกช่องนี้")]
        return None
    if how == "letter":
        letter_uid = _letter_called(form.letter.data)
        if letter_uid is None:
            form.letter.errors = [*form.letter.errors, _("ไม่พบหนังสือเลขนี้ หรือมีหลายฉบับ")]
            return None
    try:
        count = desk.end_duty(
            actor=actor(),
            at=clock.now(),
            duty_uid=uid,
            reason=form.reason.data,
            ends_on=form.ends_on.data if how == "ahead" else None,
            by_letter_uid=letter_uid,
            is_mistake=how == "mistake",
        )
    except SarabanError as error:
        refuse(form, error)
        return None
    flash(_("บันทึกแล้ว งวดที่ยังไม่ถึงถูกตัดออก %(count)s งวด", count=in_digits(count)), "success")
    return see_other("duties.duty", uid=uid)


def _letter_called(number: str) -> str | None:
    """The one letter of that number that the person sees."""
    if not number.strip():
        return None
    found = letters(actor(), words=number).lines
    exact = [one for one in found if search_key(one.printed_number or "") == search_key(number)]
    chosen = exact or list(found)
    return chosen[0].uid if len(chosen) == 1 else None


def _kept(uid: str) -> SeenDuty:
    """The duty, for its keeper alone; DutyNotKept for others who see it."""
    seen = duty_in_sight(actor(), uid)
    require(Act.KEEP_DUTY)
    if not seen.is_keeper:
        raise DutyNotKept(keeper=seen.keeper_name)
    return seen


def _units_page(seen: SeenDuty, form: AddUnitForm, out_form: TakeOutForm) -> Any:
    words, asked = request.args.get("q", ""), request.args.get("page", "1")
    number = int(asked) if asked.isdecimal() and 0 < len(asked) < 5 else 1
    number = max(1, number)
    lines = owing_units(seen.id, words=words, skip=(number - 1) * PAGE_SIZE, most=PAGE_SIZE + 1)
    return duty_page(
        "duties/units.html",
        seen,
        out_form if out_form.is_refused else form,
        add_form=form,
        out_form=out_form,
        lines=lines[:PAGE_SIZE],
        number=number,
        has_more=len(lines) > PAGE_SIZE,
        taken_out=owing_units(seen.id, is_out=True),
        words=words,
    )
