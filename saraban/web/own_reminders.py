"""What the unit was told each morning, what it will be told next, and of what it reminds others."""

from typing import Any

from flask import Blueprint

from saraban import clock
from saraban.queries.own_digests import kept_reminders, next_reminders, own_digests
from saraban.rules.mails import MAIL_SHAPES, THAI_MAIL_STATE
from saraban.rules.permissions import Act, may
from saraban.rules.reminders import BELOW_WORDS, THAI_NEWS, THAI_SECTION
from saraban.web.answers import page
from saraban.web.session import actor, require, signed_in

pages = Blueprint("own_reminders", __name__)


@pages.get("/reminders")
@signed_in
def reminders() -> Any:
    """The last mornings, the newest first."""
    require(Act.SEE_DUTY)
    today = clock.today()
    return page(
        "reminders/own.html",
        digests=own_digests(actor()),
        coming=next_reminders(actor(), today=today),
        kept=kept_reminders(actor(), today=today),
        may_hand_over=may(actor(), Act.HAND_OVER),
        SECTION_WORDS={**THAI_SECTION, "below": BELOW_WORDS},
        NEWS_WORDS=THAI_NEWS,
        MAIL_WORDS=THAI_MAIL_STATE,
        MAIL_SHAPES=MAIL_SHAPES,
    )
