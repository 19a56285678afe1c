"""The unit's outbox: mail that was sent, that waits, that could not be sent."""

from typing import Any

from flask import Blueprint, current_app, flash, request
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.mailing import cancel_mail, send_mail_again
from saraban.errors import MailSettled
from saraban.queries.mails import outbox
from saraban.rules.mails import MAIL_SHAPES, THAI_MAIL_STATE, MailState
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("mails", __name__)


class PressForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.get("/mails")
@signed_in
def mails() -> Any:
    """The newest first, of one state or of all."""
    require(Act.SEE_MAIL)
    asked = request.args.get("state", "")
    state = MailState(asked) if asked in set(MailState) else None
    return page(
        "chasing/mails.html",
        PressForm(formdata=None),
        found=outbox(actor(), state=state, page=max(1, request.args.get("page", 1, type=int))),
        state=state,
        may_send=may(actor(), Act.CHASE),
        has_mail_server=current_app.config["SARABAN"].mail is not None,
        MAIL_WORDS=THAI_MAIL_STATE,
        MAIL_SHAPES=MAIL_SHAPES,
    )


@pages.post("/mails/<uid>/again")
@signed_in
def again(uid: str) -> Any:
    """Have a mail sent that failed or may have been sent."""
    require(Act.CHASE)
    if sent(PressForm()):
        try:
            send_mail_again(actor=actor(), at=clock.now(), uid=uid)
        except MailSettled as error:
            flash(said(error), "warning")
        else:
            flash(_("จดหมายรอส่งอีกครั้ง"), "success")
    return see_other("mails.mails")


@pages.post("/mails/<uid>/cancel")
@signed_in
def cancel(uid: str) -> Any:
    """Call off a mail that has not left."""
    require(Act.CHASE)
    if sent(PressForm()):
        try:
            cancel_mail(actor=actor(), at=clock.now(), uid=uid)
        except MailSettled as error:
            flash(said(error), "warning")
        else:
            flash(_("ไม่ส่งจดหมายนี้แล้ว"), "success")
    return see_other("mails.mails")
