"""The people of a branch: added, appointed, ended; never deleted."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import PasswordField, SelectField

from saraban import clock
from saraban.desk import directory
from saraban.errors import SarabanError
from saraban.queries.people import PersonLine, people_of
from saraban.queries.person_card import PersonCard, person_card
from saraban.queries.sending import units_named
from saraban.rules.permissions import THAI_ROLE, Act, Role, may
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.unit_choice import UnitField
from saraban.web.words import choices

pages = Blueprint("people", __name__)

PAGE_SIZE = 50


class AddForm(Form):
    """Somebody who may sign in once they are appointed."""

    name_th = LineField(lazy_gettext("ชื่อและนามสกุล"), validators=[Required()])
    sign_in = LineField(lazy_gettext("ชื่อเข้าระบบ"), validators=[Required()])
    password = PasswordField(lazy_gettext("รหัสผ่านแรก"), validators=[Required()])


class AppointForm(Form):
    """A role in a unit, from a day on."""

    unit = UnitField(lazy_gettext("หน่วย"), validators=[Required()])
    role = SelectField(lazy_gettext("หน้าที่"))
    title_th = LineField(lazy_gettext("ตำแหน่ง"))
    valid_from = ThaiDateField(lazy_gettext("ตั้งแต่วันที่"), validators=[Required()])
    valid_to = ThaiDateField(lazy_gettext("ถึงก่อนวันที่"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role.choices = choices({role.value: THAI_ROLE[role] for role in Role})


class PasswordForm(Form):
    """A new password, told to the person by another way."""

    password = PasswordField(lazy_gettext("รหัสผ่านใหม่"), validators=[Required()])


class EndForm(Form):
    """Nothing but the token of a button."""


@pages.get("/people")
@signed_in
def people() -> Any:
    """The people with posts in the branch, or those whose name, sign-in or unit fits."""
    require(Act.SEE_PEOPLE)
    words = request.args.get("q", "").strip()
    lines = [
        line for line in people_of(actor=actor(), on=clock.today()) if _fits(line, words.lower())
    ]
    asked = max(1, request.args.get("page", 1, type=int))
    start = (asked - 1) * PAGE_SIZE
    return page(
        "people/list.html",
        words=words,
        lines=lines[start : start + PAGE_SIZE],
        count=len(lines),
        page=asked,
        has_more=len(lines) > start + PAGE_SIZE,
        may_add=may(actor(), Act.MANAGE_PEOPLE),
    )


@pages.route("/people/add", methods=["GET", "POST"])
@signed_in
def add() -> Any:
    """Somebody new; the next page appoints them."""
    require(Act.MANAGE_PEOPLE)
    form = AddForm()
    unit_uid = request.args.get("unit")
    if sent(form):
        try:
            uid = directory.add_person(
                actor=actor(),
                at=clock.now(),
                sign_in=form.sign_in.data,
                name_th=form.name_th.data,
                password=form.password.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มแล้ว ต่อไปแต่งตั้งให้มีหน้าที่ในหน่วย จึงจะเข้าระบบได้"), "success")
            return see_other("people.person", uid=uid, unit=unit_uid)
    return page("people/add.html", form, unit_uid=unit_uid)


@pages.get("/people/<uid>")
@signed_in
def person(uid: str) -> Any:
    """One person and their posts."""
    return _page(uid)


@pages.post("/people/<uid>/appoint")
@signed_in
def appoint(uid: str) -> Any:
    """Give the person a role in a unit of the branch."""
    form = AppointForm()
    if sent(form):
        assert form.valid_from.data is not None  # required
        try:
            directory.appoint(
                actor=actor(),
                at=clock.now(),
                person_uid=uid,
                unit_uid=form.unit.chosen.uid if form.unit.chosen else "",
                role=form.role.data,
                title_th=form.title_th.data,
                valid_from=form.valid_from.data,
                valid_to=form.valid_to.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("แต่งตั้งแล้ว"))
    return _page(uid, appointing=form)


@pages.post("/people/<uid>/posts/<int:post_id>/end")
@signed_in
def end_post(uid: str, post_id: int) -> Any:
    """End a post today."""
    if sent(EndForm()):
        directory.end_post(actor=actor(), at=clock.now(), post_id=post_id)
    return _done(uid, _("สิ้นสุดหน้าที่นี้แล้วตั้งแต่วันนี้"))


@pages.post("/people/<uid>/deactivate")
@signed_in
def deactivate(uid: str) -> Any:
    """End the person's sign-in for good."""
    if sent(EndForm()):
        directory.deactivate_person(actor=actor(), at=clock.now(), person_uid=uid)
    return _done(uid, _("ปิดการเข้าระบบแล้ว ชื่อยังอยู่ในสิ่งที่เคยทำ"))


@pages.post("/people/<uid>/password")
@signed_in
def reset_password(uid: str) -> Any:
    """A new password; the person's sessions end."""
    form = PasswordForm()
    if sent(form):
        try:
            directory.reset_password(
                actor=actor(), at=clock.now(), person_uid=uid, password=form.password.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("ตั้งรหัสผ่านใหม่แล้ว โปรดบอกเจ้าตัวด้วยทางอื่น"))
    return _page(uid, resetting=form)


def _page(
    uid: str, *, appointing: AppointForm | None = None, resetting: PasswordForm | None = None
) -> Any:
    card = person_card(actor(), uid, on=clock.today())
    return page(
        "people/person.html",
        appointing or resetting,
        card=card,
        appointing=appointing or _fresh_appointment(card),
        resetting=resetting or PasswordForm(formdata=None),
        ending=EndForm(formdata=None),
    )


def _fresh_appointment(card: PersonCard) -> AppointForm:
    form = AppointForm(formdata=None, data={"valid_from": clock.today()})
    unit_uid = request.args.get("unit")
    if unit_uid:
        try:
            form.unit.choose(*units_named([unit_uid], on=clock.today()))
        except SarabanError:
            form.unit.data = ""
    return form


def _fits(line: PersonLine, words: str) -> bool:
    return not words or any(
        words in (text or "").lower() for text in (line.name_th, line.sign_in, line.unit_name)
    )


def _done(uid: str, words: str) -> Response:
    flash(words, "success")
    return see_other("people.person", uid=uid)
