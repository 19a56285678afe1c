"""The desk: what to register, what to answer or pass on, what others still owe."""

from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import gettext as _, pgettext

from saraban import clock
from saraban.queries import inbox
from saraban.queries.delivery_ends import sent_back
from saraban.queries.drafts import drafts_waiting
from saraban.queries.endorsement_stacks import note_stacks
from saraban.queries.intake_queue import review_count
from saraban.queries.own_digests import digest_of_day
from saraban.queries.received_before import received_before
from saraban.queries.relays_below import overdue_below_count
from saraban.queries.work_list import due_soon
from saraban.rules.permissions import Act, may
from saraban.rules.reminders import BELOW_WORDS, THAI_SECTION
from saraban.web.answers import page
from saraban.web.places import address_of, places_for
from saraban.web.session import actor, signed_in

pages = Blueprint("desk", __name__)


@pages.get("/")
@signed_in
def desk() -> Any:
    """The unit's three stacks; those without a desk go to the first place they may use."""
    if not may(actor(), Act.SEE_DESK):
        return redirect(_first_place(), code=303)
    stacks = inbox.desk(actor(), today=clock.today())
    return page(
        "desk/desk.html",
        stacks=stacks,
        before=received_before(actor(), (row.letter_uid for row in stacks.to_register)),
        sent_back=sent_back(actor()),
        notes=note_stacks(actor(), today=clock.today()),
        may_order=may(actor(), Act.ORDER),
        review_count=review_count(actor()),
        drafts=drafts_waiting(actor()),
        due_soon=due_soon(actor(), today=clock.today()),
        digest=digest_of_day(actor(), clock.today()),
        SECTION_WORDS={**THAI_SECTION, "below": BELOW_WORDS},
        overdue_below_count=overdue_below_count(actor(), today=clock.today()),
        wants=_wants(),
        may_register=may(actor(), Act.REGISTER_RECEIVED),
        may_send=may(actor(), Act.DISPATCH),
        may_bring=may(actor(), Act.BRING_FILE),
    )


def _wants() -> dict[str, str]:
    """What a letter still wants of us, in the order in which it is usually done.

    The states have the same Thai words; other languages tell the act from the state.
    """
    return {
        "receive": pgettext("act", "ลงรับ"),
        "acknowledge": pgettext("act", "รับทราบ"),
        "pass_on": _("แจ้งต่อ"),
        "perhaps_pass_on": _("อาจต้องแจ้งต่อ"),
        "report": _("รายงาน"),
    }


def _first_place() -> str:
    """An auditor's questions, else the first place of the rail, else one's own settings."""
    places = sorted(places_for(actor()), key=lambda place: place.act is not Act.SEE_AUDIT)
    return address_of(places[0]) if places else url_for("signing_in.settings")
