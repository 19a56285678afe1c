"""The receiver's side: refusing or returning a letter, taking it up again, many at once."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from wtforms import RadioField, TextAreaField

from saraban import clock
from saraban.desk.acknowledging_many import acknowledge_many
from saraban.desk.delivery_ends import send_back
from saraban.desk.ended_deliveries import lift
from saraban.errors import SarabanError
from saraban.queries.letter_card import letter_card
from saraban.queries.to_acknowledge import to_acknowledge
from saraban.rules.deliveries import Step
from saraban.rules.delivery_ends import THAI_REASON
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.forms import AnyOfThePage, Form, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices, in_digits, said

pages = Blueprint("sending_back", __name__)


class SendBackForm(Form):
    """Why the unit does not take the letter."""

    reason = RadioField(lazy_gettext("เหตุที่ไม่รับ"), validators=[Required()])
    words = TextAreaField(lazy_gettext("บอกผู้ส่งว่าควรทำอย่างไร"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason.choices = choices(dict(THAI_REASON))


class TakeUpForm(Form):
    """Nothing to fill in: pressing is the act."""


class ManyForm(Form):
    """Which letters are acknowledged."""

    letters = AnyOfThePage(lazy_gettext("หนังสือ"))


@pages.route("/letters/<uid>/send-back", methods=["GET", "POST"])
@signed_in
def send_letter_back(uid: str) -> Any:
    """Refuse the letter before it is received, or return it after."""
    card = letter_card(actor(), uid)
    require(Act.SEND_BACK)
    form = SendBackForm()
    if sent(form):
        try:
            step = send_back(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                reason=form.reason.data,
                words=form.words.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            done = _("ไม่รับหนังสือแล้ว ผู้ส่งเห็นเหตุนี้") if step is Step.REFUSED else _("ส่งคืนแล้ว ผู้ส่งเห็นเหตุนี้")
            flash(done, "success")
            return see_other("letters.letter", uid=uid)
    return page("deliveries/send_back.html", form, card=card)


@pages.post("/letters/<uid>/take-up")
@signed_in
def take_up(uid: str) -> Any:
    """Take a letter up that the unit had refused or returned."""
    require(Act.SEND_BACK)
    if sent(TakeUpForm()):
        lift(actor=actor(), at=clock.now(), letter_uid=uid)
        flash(_("รับไว้ตามเดิมแล้ว"), "success")
    return see_other("letters.letter", uid=uid)


@pages.route("/acknowledge", methods=["GET", "POST"])
@signed_in
def many() -> Any:
    """Every letter that the unit has not acknowledged, to be ticked and acknowledged at once."""
    require(Act.ACKNOWLEDGE)
    form = ManyForm()
    left: list[tuple[str, str]] = []
    if sent(form):
        try:
            done = acknowledge_many(
                actor=actor(), at=clock.now(), letter_uids=form.letters.data or []
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            left = [(one.printed_number or "", said(one.why)) for one in done.left]
            flash(_("รับทราบแล้ว %(count)s ฉบับ", count=in_digits(done.count)), "success")
            if not left:
                return see_other("sending_back.many")
    return page(
        "deliveries/many.html",
        form,
        found=to_acknowledge(actor(), today=clock.today()),
        left=left,
        chosen=frozenset() if left else frozenset(form.letters.data or ()),
    )
