"""The duty to pass a letter on: taken on or excused, and what units below have not passed on."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import RadioField

from saraban import clock
from saraban.desk import relaying as desk
from saraban.errors import SarabanError
from saraban.queries.letter_card import letter_card
from saraban.queries.relay_duties import relay_card, relay_days
from saraban.queries.relays_below import Which, relays_below
from saraban.rules.permissions import Act
from saraban.rules.relay_duties import CHOSEN_EXCUSES, MOST_DAYS, OWED, THAI_EXCUSE, RelayDays
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, NumberField, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices

pages = Blueprint("relays", __name__)


class ExcuseForm(Form):
    """Why the unit need not pass the letter on."""

    excuse = RadioField(lazy_gettext("เหตุ"), validators=[Required()])
    told_number = LineField(lazy_gettext("เลขหนังสือที่แจ้งไปแล้ว"))
    reason = LineField(lazy_gettext("คำอธิบาย"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.excuse.choices = choices({one: THAI_EXCUSE[one] for one in CHOSEN_EXCUSES})


class TakeOnForm(Form):
    """Nothing to fill in: pressing is the act."""


class DaysForm(Form):
    """How many office days the registry takes."""

    most_urgent = NumberField(lazy_gettext("ด่วนที่สุด"), validators=[Required()])
    very_urgent = NumberField(lazy_gettext("ด่วนมาก"), validators=[Required()])
    urgent = NumberField(lazy_gettext("ด่วน"), validators=[Required()])
    normal = NumberField(lazy_gettext("ไม่ระบุชั้นความเร็ว"), validators=[Required()])
    collect_days = NumberField(lazy_gettext("วันที่หน่วยนี้ใช้รวบรวมรายงาน"))
    bottom_days = NumberField(lazy_gettext("วันที่ผู้ปฏิบัติควรมีอย่างน้อย"))


@pages.get("/relays")
@signed_in
def below() -> Any:
    """Letters of one's own that units took in and have not passed on, the most overdue first."""
    require(Act.SEE_DESK)
    asked, shown = request.args.get("page", "1"), request.args.get("show", "")
    found = relays_below(
        actor(),
        today=clock.today(),
        which=Which(shown) if shown in set(Which) else Which.OVERDUE,
        page=int(asked) if asked.isdecimal() and len(asked) < 7 else 1,
    )
    return page("relays/below.html", found=found)


@pages.route("/letters/<uid>/relay", methods=["GET", "POST"])
@signed_in
def excuse(uid: str) -> Any:
    """Where the unit's duty stands, and why it need not pass the letter on."""
    card = letter_card(actor(), uid)
    require(Act.SETTLE_RELAY)
    form = ExcuseForm()
    if request.method == "POST" and sent(form):
        try:
            desk.excuse_relay(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                excuse=form.excuse.data,
                reason=form.reason.data,
                told_number=form.told_number.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้วว่าไม่ต้องแจ้งต่อ"), "success")
            return see_other("letters.letter", uid=uid)
    duty = relay_card(actor(), uid, today=clock.today())
    return page(
        "relays/duty.html",
        form,
        card=card,
        duty=duty,
        is_owed=duty is not None and duty.state in OWED,
        take_on_form=TakeOnForm(formdata=None),
    )


@pages.post("/letters/<uid>/relay/take-on")
@signed_in
def take_on(uid: str) -> Response:
    """Say that the unit is to pass the letter on."""
    letter_card(actor(), uid)
    require(Act.SETTLE_RELAY)
    try:
        desk.take_on_relay(actor=actor(), at=clock.now(), letter_uid=uid)
    except SarabanError as error:
        flash(_(error.message_th, **error.facts), "warning")
    else:
        flash(_("บันทึกแล้วว่าหน่วยนี้ต้องแจ้งต่อ"), "success")
    return see_other("letters.letter", uid=uid)


@pages.route("/settings/relays", methods=["GET", "POST"])
@signed_in
def days() -> Any:
    """How many office days the registry takes to pass a letter on; others keep their day."""
    require(Act.KEEP_BOOKS)
    chosen = relay_days(actor().unit_id)
    form = DaysForm() if request.method == "POST" else DaysForm(formdata=None, obj=chosen)
    if request.method == "POST" and sent(form):
        counts = {field.name: field.data or 0 for field in form if isinstance(field, NumberField)}
        try:
            desk.choose_relay_days(actor=actor(), at=clock.now(), days=RelayDays(**counts))
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว หนังสือที่รับจากนี้ไปใช้จำนวนวันใหม่"), "success")
            return see_other("relays.days")
    return page("relays/days.html", form, most_days=MOST_DAYS)
