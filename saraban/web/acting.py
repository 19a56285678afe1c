"""Who acts in whose post: kept by the holder of the post, or by an administrator."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from wtforms import SelectField

from saraban import clock
from saraban.desk.acting import end_acting, let_act
from saraban.errors import SarabanError
from saraban.queries.acting import ActingPage, acting_page
from saraban.rules.permissions import THAI_MANNER, Act
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices

pages = Blueprint("acting", __name__)


class ActingForm(Form):
    """Who acts, in which post, how, from when to when, by which order."""

    post = SelectField(lazy_gettext("ตำแหน่งของ"))
    manner = SelectField(lazy_gettext("ลักษณะ"))
    person = SelectField(lazy_gettext("ผู้ทำหน้าที่แทน"))
    valid_from = ThaiDateField(lazy_gettext("ตั้งแต่วันที่"), validators=[Required()])
    valid_to = ThaiDateField(lazy_gettext("ถึงก่อนวันที่"), validators=[Required()])
    by_order = LineField(lazy_gettext("ตามคำสั่ง"))


class EndForm(Form):
    """Nothing but the token of a button."""


@pages.get("/settings/acting")
@signed_in
def actings() -> Any:
    """Everybody who acts in a post that the person keeps."""
    return _page()


@pages.post("/settings/acting")
@signed_in
def add() -> Any:
    """Let somebody act in a post."""
    require(Act.KEEP_ACTING)
    form = _form(acting_page(actor(), on=clock.today()))
    if sent(form):
        try:
            let_act(
                actor=actor(),
                at=clock.now(),
                post_id=int(form.post.data),
                person_uid=form.person.data,
                manner=form.manner.data,
                valid_from=form.valid_from.value,
                valid_to=form.valid_to.value,
                by_order=form.by_order.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว มีผลเฉพาะในช่วงวันที่กำหนด"), "success")
            return see_other("acting.actings")
    return _page(form)


@pages.post("/settings/acting/<uid>/end")
@signed_in
def end(uid: str) -> Any:
    """End it from today on."""
    require(Act.KEEP_ACTING)
    if sent(EndForm()):
        end_acting(actor=actor(), at=clock.now(), acting_uid=uid)
        flash(_("สิ้นสุดการทำหน้าที่แทนแล้ว ตั้งแต่วันนี้"), "success")
    return see_other("acting.actings")


def _form(found: ActingPage, **kwargs: Any) -> ActingForm:
    form = ActingForm(**kwargs)
    form.post.choices = {one.key: one.words for one in found.posts}
    form.person.choices = {one.key: one.words for one in found.people}
    form.manner.choices = choices(THAI_MANNER)
    return form


def _page(refused: ActingForm | None = None) -> Any:
    found = acting_page(actor(), on=clock.today())
    return page(
        "acting/actings.html",
        refused,
        found=found,
        adding=refused or _form(found, formdata=None, data={"valid_from": clock.today()}),
        ending=EndForm(formdata=None),
    )
