"""The web door: a form or a request becomes one call downstairs, the answer a page."""

from typing import Any

from flask import Flask, Response, current_app, request
from flask_wtf.csrf import CSRFProtect

from saraban import clock
from saraban.paper import templating
from saraban.queries.installation import is_demo
from saraban.rules.answers import THAI_ANSWER
from saraban.rules.deliveries import SHAPES, THAI_STATE, THAI_WEAK_PROOF
from saraban.rules.delivery_ends import THAI_REASON
from saraban.rules.endorsements import THAI_ENDORSEMENT
from saraban.rules.expected_reports import EXPECTED_SHAPES, THAI_DUE_CHANGE, THAI_EXPECTED
from saraban.rules.instructions import FATE_SHAPES, THAI_FATE
from saraban.rules.letters import THAI_KIND, THAI_SECRECY, THAI_URGENCY
from saraban.rules.permissions import THAI_MANNER, THAI_ROLE
from saraban.rules.registers import THAI_CHANNEL, THAI_NUMBER_STATE, THAI_NUMBERS, THAI_REGISTER
from saraban.rules.relay_duties import RELAY_SHAPES, THAI_DUE_BECAUSE, THAI_EXCUSE, THAI_RELAY_STATE
from saraban.rules.report_sums import THAI_STANDING
from saraban.rules.units import THAI_UNIT_KIND
from saraban.web import (
    accuracy,
    acting,
    answering,
    arrivals,
    audit,
    batch,
    book_prints,
    book_settings,
    by_link,
    calendar_feeds,
    cascade,
    chasing,
    checking,
    citation_ledger,
    closings,
    deliveries,
    desk,
    dispatch,
    dossiers,
    draft_issue,
    drafts,
    duties,
    duties_overview,
    duty_answering,
    duty_asks,
    duty_calendar,
    duty_events,
    duty_figures,
    duty_grid,
    duty_papers,
    duty_periods,
    duty_reminders,
    duty_review_list,
    duty_reviews,
    duty_sums,
    duty_units,
    endorsement,
    endorsing_habits,
    evidence,
    executive,
    exports,
    first_run,
    hand_over,
    health,
    holidays,
    instructions,
    intake,
    letterhead,
    letters,
    level_days,
    mails,
    merging,
    number_gaps,
    number_holes,
    opening_duties,
    own_reminders,
    page_pictures,
    paper_numbers,
    people,
    receipt_slips,
    registering,
    registers,
    relays,
    report_drafts,
    report_form_building,
    report_forms,
    review,
    sending_back,
    signing_in,
    stamped,
    storing,
    unit_groups,
    units,
    uploads,
    words,
    work_list,
)
from saraban.web.due_words import due_steps, period_name, weekday, when_sentence
from saraban.web.duty_links import duty_link
from saraban.web.errors import hang_error_pages
from saraban.web.odd_days import odd_words
from saraban.web.places import address_of, places_for, settings_for
from saraban.web.session import chosen_language, me, open_session, prefers_thai_digits

__all__ = ["chosen_language", "register"]

MODULES = (
    health,
    signing_in,
    first_run,
    desk,
    intake,
    page_pictures,
    review,
    accuracy,
    registering,
    batch,
    dispatch,
    drafts,
    work_list,
    duty_calendar,
    hand_over,
    duties,
    duties_overview,
    duty_answering,
    duty_asks,
    duty_review_list,
    duty_reviews,
    duty_sums,
    duty_figures,
    duty_grid,
    duty_papers,
    duty_periods,
    opening_duties,
    duty_events,
    duty_units,
    draft_issue,
    letterhead,
    checking,
    by_link,
    citation_ledger,
    cascade,
    level_days,
    chasing,
    dossiers,
    mails,
    duty_reminders,
    own_reminders,
    calendar_feeds,
    letters,
    deliveries,
    sending_back,
    arrivals,
    merging,
    stamped,
    endorsement,
    executive,
    answering,
    uploads,
    report_drafts,
    evidence,
    report_forms,
    report_form_building,
    registers,
    number_holes,
    paper_numbers,
    book_settings,
    holidays,
    relays,
    instructions,
    number_gaps,
    book_prints,
    closings,
    receipt_slips,
    storing,
    exports,
    unit_groups,
    units,
    people,
    acting,
    endorsing_habits,
    audit,
)

# Nothing inline, nothing from elsewhere, no page of ours inside another's. Pico draws its arrows
# and ticks as data: pictures.
PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def register(app: Flask) -> None:
    """Hang the pages, the session, the error pages and the template words on the application."""
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)  # a form is good as long as its session
    open_session(app)
    CSRFProtect(app)
    _teach_templates(app)
    hang_error_pages(app)
    app.after_request(_guard)
    for module in MODULES:
        app.register_blueprint(module.pages)


def _guard(response: Response) -> Response:
    """The headers of every answer, in the one place that sets them."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", PAGE_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if request.endpoint != "static":
        # Back brings the page with what was typed; a shared computer keeps no copy of a new visit.
        headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _teach_templates(app: Flask) -> None:
    env = app.jinja_env
    templating.install(env, prefers_thai_digits=prefers_thai_digits)
    env.trim_blocks = True
    env.lstrip_blocks = True
    env.filters.update(
        day_words=words.day_words,
        moment_words=words.moment_words,
        digits=words.in_digits,
        odd_words=odd_words,
        due_steps=due_steps,
        when_sentence=when_sentence,
        weekday=weekday,
    )
    env.globals.update(
        address_of=address_of,
        SHAPES=SHAPES,
        STATE_WORDS=THAI_STATE,
        WEAK_PROOF=THAI_WEAK_PROOF,
        REASON_WORDS=THAI_REASON,
        KIND_WORDS=THAI_KIND,
        URGENCY_WORDS=THAI_URGENCY,
        SECRECY_WORDS=THAI_SECRECY,
        REGISTER_WORDS=THAI_REGISTER,
        CHANNEL_WORDS=THAI_CHANNEL,
        NUMBERS_WORDS=THAI_NUMBERS,
        NUMBER_STATE_WORDS=THAI_NUMBER_STATE,
        ROLE_WORDS=THAI_ROLE,
        MANNER_WORDS=THAI_MANNER,
        NOTE_WORDS=THAI_ENDORSEMENT,
        ANSWER_WORDS=THAI_ANSWER,
        UNIT_KIND_WORDS=THAI_UNIT_KIND,
        FATE_SHAPES=FATE_SHAPES,
        FATE_WORDS=THAI_FATE,
        RELAY_SHAPES=RELAY_SHAPES,
        RELAY_WORDS=THAI_RELAY_STATE,
        DUE_BECAUSE_WORDS=THAI_DUE_BECAUSE,
        EXCUSE_WORDS=THAI_EXCUSE,
        DUE_CHANGE_WORDS=THAI_DUE_CHANGE,
        EXPECTED_SHAPES=EXPECTED_SHAPES,
        EXPECTED_WORDS=THAI_EXPECTED,
        STANDING_WORDS=THAI_STANDING,
        period_name=period_name,
        duty_link=duty_link,
    )
    app.context_processor(_frame_facts)


def _frame_facts() -> dict[str, Any]:
    """What the frame around every page needs: who is here, where they may go."""
    person = me()
    return {
        "me": person,
        "places": () if person is None else places_for(person.actor),
        "settings_places": () if person is None else settings_for(person.actor),
        "language": chosen_language(),
        "has_thai_digits": prefers_thai_digits(),
        "is_demo": _is_demo(),
        "settled_exports": 0 if person is None else exports.settled_count(),
        "today": clock.today(),
    }


def _is_demo() -> bool:
    """Asked of the database once a process: an office is never turned into a demo later."""
    kept = current_app.extensions.get("saraban_is_demo")
    if kept is None:
        kept = current_app.config["SARABAN"].is_demo or is_demo()
        current_app.extensions["saraban_is_demo"] = kept
    return bool(kept)
