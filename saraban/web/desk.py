"""The desk: what to register, what to answer or pass on, what others still owe."""

from typing import Any

from flask import Blueprint, redirect, url_for

from saraban import clock
from saraban.errors import N_
from saraban.queries import inbox
from saraban.rules.permissions import Act, may
from saraban.web.answers import page
from saraban.web.places import address_of, places_for
from saraban.web.session import actor, signed_in

pages = Blueprint("desk", __name__)

# What a letter still wants of us, in the order in which it is usually done.
WANTS = {
    "receive": N_("ลงรับ"),
    "acknowledge": N_("รับทราบ"),
    "pass_on": N_("แจ้งต่อ"),
    "report": N_("รายงาน"),
}


@pages.get("/")
@signed_in
def desk() -> Any:
    """The unit's three stacks; those without a desk go to the first place they may use."""
    if not may(actor(), Act.SEE_DESK):
        return redirect(_first_place(), code=303)
    return page(
        "desk/desk.html",
        stacks=inbox.desk(actor(), today=clock.today()),
        wants=WANTS,
        may_register=may(actor(), Act.REGISTER_RECEIVED),
        may_send=may(actor(), Act.DISPATCH),
    )


def _first_place() -> str:
    """An auditor's questions, else the first place of the rail, else one's own settings."""
    places = sorted(places_for(actor()), key=lambda place: place.act is not Act.SEE_AUDIT)
    return address_of(places[0]) if places else url_for("signing_in.settings")
