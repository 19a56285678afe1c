"""A unit's usual orders and how it endorses: the settings of its clerks and executives."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, IntegerField, SelectField
from wtforms.validators import Optional

from saraban import clock
from saraban.desk.endorsing_habits import (
    OrderOffered,
    add_usual_order,
    choose_habits,
    remove_usual_order,
)
from saraban.errors import SarabanError
from saraban.queries.order_choices import Habits, habits
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("endorsing_habits", __name__)


class OrderForm(Form):
    """An order to put under a key."""

    text = LineField(lazy_gettext("คำสั่ง"), validators=[Required()])
    desk = SelectField(lazy_gettext("มอบให้"), default="")
    days = IntegerField(lazy_gettext("ให้เสร็จภายในกี่วัน"), validators=[Optional()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk.choices = {"": "—"}


class HabitsForm(Form):
    """What the unit wants of its notes."""

    awaits_proposals = BooleanField(lazy_gettext("หนังสือรับทุกฉบับต้องเสนอ"))
    prints_order_stamp = BooleanField(lazy_gettext("พิมพ์ตราสั่งการบนสำเนาที่ประทับตรารับ"))
    stamp_title = LineField(lazy_gettext("หัวตราสั่งการ"))


class RemoveForm(Form):
    """Nothing but the token of a button."""


@pages.get("/settings/orders")
@signed_in
def usual_orders() -> Any:
    """The unit's list and its habits."""
    return _page()


@pages.post("/settings/orders")
@signed_in
def add() -> Any:
    """Put an order under the first free key."""
    require(Act.KEEP_USUAL_ORDERS)
    found = habits(actor(), today=clock.today())
    form = _order_form(found)
    if sent(form):
        offered = OrderOffered(
            form.text.data, (form.desk.data or "").removeprefix("unit:"), form.days.data
        )
        try:
            add_usual_order(actor=actor(), at=clock.now(), offered=offered)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มคำสั่งประจำแล้ว"), "success")
            return see_other("endorsing_habits.usual_orders")
    return _page(adding=form)


@pages.post("/settings/orders/<uid>/remove")
@signed_in
def remove(uid: str) -> Any:
    """Take an order from its key."""
    require(Act.KEEP_USUAL_ORDERS)
    if sent(RemoveForm()):
        remove_usual_order(actor=actor(), at=clock.now(), order_uid=uid)
        flash(_("ลบคำสั่งประจำแล้ว"), "success")
    return see_other("endorsing_habits.usual_orders")


@pages.post("/settings/endorsing")
@signed_in
def choose() -> Any:
    """Keep how the unit endorses."""
    require(Act.KEEP_USUAL_ORDERS)
    form = HabitsForm()
    if sent(form):
        try:
            choose_habits(
                actor=actor(),
                at=clock.now(),
                awaits_proposals=form.awaits_proposals.data,
                prints_order_stamp=form.prints_order_stamp.data,
                stamp_title=form.stamp_title.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว"), "success")
            return see_other("endorsing_habits.usual_orders")
    return _page(choosing=form)


def _order_form(found: Habits, **kwargs: Any) -> OrderForm:
    form = OrderForm(**kwargs)
    form.desk.choices = {"": "—"} | {desk.key: desk.name for desk in found.desks}
    return form


def _page(*, adding: OrderForm | None = None, choosing: HabitsForm | None = None) -> Any:
    found = habits(actor(), today=clock.today())
    kept = {
        "awaits_proposals": found.awaits_from is not None,
        "prints_order_stamp": found.prints_order_stamp,
        "stamp_title": found.stamp_title,
    }
    return page(
        "endorsing_habits/orders.html",
        adding or choosing,
        found=found,
        adding=adding or _order_form(found, formdata=None),
        choosing=choosing or HabitsForm(formdata=None, data=kept),
        removing=RemoveForm(formdata=None),
    )
