"""One duty to answer, on its pages."""

from typing import Any

from flask import Blueprint

from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.web.answers import page
from saraban.web.duty_tabs import tabs_of
from saraban.web.session import actor, signed_in

pages = Blueprint("duties", __name__)


@pages.get("/duties/<uid>")
@signed_in
def duty(uid: str) -> Any:
    """What it asks, of whom, for whom, by when."""
    return duty_page("duties/duty.html", duty_in_sight(actor(), uid))


def duty_page(template: str, seen: SeenDuty, form: Any = None, **facts: Any) -> Any:
    """A page of one duty, which extends duties/frame.html."""
    return page(template, form, duty=seen, duty_tabs=tabs_of(seen), **facts)
