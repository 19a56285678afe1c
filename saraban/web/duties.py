"""The duties that an office keeps, and one duty on its pages."""

from typing import Any

from flask import Blueprint, request, url_for

from saraban import clock
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duties_kept import Which, duties_kept
from saraban.queries.duty_card import DutyCard, duty_card
from saraban.rules.permissions import Act, may
from saraban.rules.report_duties import THAI_REPORT_TO
from saraban.web.answers import page
from saraban.web.due_words import period_name
from saraban.web.duty_tabs import tabs_of
from saraban.web.session import actor, signed_in

pages = Blueprint("duties", __name__)


@pages.get("/duties/kept")
@signed_in
def kept() -> Any:
    """What the unit asks of others, with the answers of the present period."""
    asked, shown = request.args.get("page", "1"), request.args.get("show", "")
    words = request.args.get("q", "")
    found = duties_kept(
        actor(),
        today=clock.today(),
        which=Which(shown) if shown in set(Which) else Which.OPEN,
        words=words,
        page=int(asked) if asked.isdecimal() and len(asked) < 7 else 1,
    )
    return page(
        "duties/kept.html",
        found=found,
        words=words,
        period_name=period_name,
        may_hand_over=may(actor(), Act.HAND_OVER),
    )


@pages.get("/duties/<uid>")
@signed_in
def duty(uid: str) -> Any:
    """What it asks, of whom, for whom, by when; the duties above and below it."""
    seen = duty_in_sight(actor(), uid)
    card = duty_card(actor(), seen, today=clock.today())
    return duty_page(
        "duties/duty.html",
        seen,
        card=card,
        answer_url=_answer_url(seen, card),
        REPORT_TO_WORDS=THAI_REPORT_TO,
    )


def duty_page(template: str, seen: SeenDuty, form: Any = None, **facts: Any) -> Any:
    """A page of one duty, which extends duties/frame.html."""
    return page(template, form, duty=seen, duty_tabs=tabs_of(seen), **facts)


def answer_address(uid: str, number: int) -> str:
    """Where the unit answers a period."""
    return url_for("duty_answering.answer", uid=uid, number=number)


def _answer_url(seen: SeenDuty, card: DutyCard) -> str | None:
    """Where the unit answers the period that it owes first."""
    return None if card.answer_number is None else answer_address(seen.uid, card.answer_number)
