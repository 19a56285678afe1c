"""Later days that units asked for, and the keeper's ruling on them."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import RadioField, SelectMultipleField, TextAreaField

from saraban import clock
from saraban.desk.extensions import decide_extension
from saraban.errors import SarabanError
from saraban.queries.duty_asks import UnitAsk, duty_asks
from saraban.rules.permissions import Act, may
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.forms import Form, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("duty_asks", __name__)


class DecideForm(Form):
    """A ruling on later days: the same for all that were ticked."""

    asks = SelectMultipleField(lazy_gettext("คำขอ"), validate_choice=False)
    ruling = RadioField(lazy_gettext("คำตอบ"), validators=[Required()])
    granted_until = ThaiDateField(lazy_gettext("ให้ถึงวันที่"))
    words = TextAreaField(lazy_gettext("ข้อความถึงหน่วย"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ruling.choices = [
            ("as_asked", _("อนุญาตตามที่ขอ")),
            ("other_day", _("อนุญาตถึงวันอื่น")),
            ("refused", _("ไม่อนุญาต")),
        ]


@pages.route("/duties/<uid>/asks", methods=["GET", "POST"])
@signed_in
def asks(uid: str) -> Any:
    """Later days that were asked for; one ruling for all that are ticked."""
    found = duty_asks(actor(), uid)
    form = DecideForm()
    if request.method == "POST":
        require(Act.REVIEW_REPORT)
    if sent(form):
        chosen = [line for line in found.waiting if line.ask.uid in (form.asks.data or [])]
        if not chosen:
            form.asks.errors = [_("ติ๊กคำขออย่างน้อยหนึ่งคำขอ")]
        elif form.ruling.data == "other_day" and form.granted_until.data is None:
            form.granted_until.errors = [_("กรอกวันที่ให้ถึง")]
        else:
            return _decide(uid, chosen, form) or _asks_page(uid, form)
    return _asks_page(uid, form)


def _decide(uid: str, chosen: list[UnitAsk], form: DecideForm) -> Any:
    """Each ask is decided by itself: one that cannot be does not hold up the others."""
    for line in chosen:
        until = {"as_asked": line.ask.asked_for, "other_day": form.granted_until.data}
        try:
            decide_extension(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                ask_uid=line.ask.uid,
                granted_until=until.get(form.ruling.data),
                words=form.words.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
    if form.is_refused:
        return None
    flash(_("ตอบคำขอแล้ว"), "success")
    return see_other("duty_asks.asks", uid=uid)


def _asks_page(uid: str, form: DecideForm) -> Any:
    found = duty_asks(actor(), uid)
    may_decide = found.duty.is_keeper and may(actor(), Act.REVIEW_REPORT)
    return duty_page("duty_answers/asks.html", found.duty, form, found=found, may_decide=may_decide)
