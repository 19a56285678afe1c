"""For the auditor: questions first, each answered by a table; nothing here changes anything."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _

from saraban import clock
from saraban.queries import auditor_answers
from saraban.queries.audit_trail import events as events_of
from saraban.queries.auditor_answers import require_auditor
from saraban.queries.cascades_list import cascades
from saraban.queries.closing_check import ClosingCheck, check_closing
from saraban.queries.ledger_check import check_ledger
from saraban.web.answers import page, page_asked
from saraban.web.event_words import ACT_WORDS, ACTS_ON_A_LETTER, told_facts
from saraban.web.forms import Form, sent
from saraban.web.session import actor, signed_in

pages = Blueprint("audit", __name__)


class CheckForm(Form):
    """Nothing but the token of the button."""


@pages.get("/audit")
@signed_in
def audit() -> Any:
    """The questions."""
    require_auditor(actor())
    return page("audit/questions.html", checking=CheckForm(formdata=None))


@pages.get("/audit/never-got-it")
@signed_in
def never_got_it() -> Any:
    """Cascades of the branch, each leading to who has not."""
    require_auditor(actor())
    asked = page_asked()
    return page("audit/never_got_it.html", found=cascades(actor(), page=asked))


@pages.get("/audit/held")
@signed_in
def held() -> Any:
    """Who holds what, the longest first."""
    lines = auditor_answers.held(actor(), today=clock.today())
    return page("audit/held.html", lines=lines, most=auditor_answers.MOST_LINES)


@pages.get("/audit/voided")
@signed_in
def voided() -> Any:
    """What was struck through, and every change to units and people."""
    lines = auditor_answers.voided(actor())
    return page("audit/voided.html", lines=lines, most=auditor_answers.MOST_LINES)


@pages.get("/audit/books")
@signed_in
def books() -> Any:
    """Every book beside the lines it has, those with holes first."""
    lines = sorted(auditor_answers.books(actor()), key=lambda line: line.hole_count == 0)
    return page("audit/books.html", lines=lines)


@pages.get("/audit/events")
@signed_in
def events() -> Any:
    """The ledger's events, newest first; of one act or one unit where asked."""
    act = request.args.get("act", "")
    found = events_of(
        actor(),
        act=act if act in ACT_WORDS else None,
        unit_uid=request.args.get("unit") or None,
        subject=request.args.get("subject") or None,
        page=page_asked(),
    )
    words = {name: _(word) for name, word in ACT_WORDS.items()}
    return page(
        "audit/events.html",
        found=found,
        facts_of=told_facts,
        act=act,
        act_words=words,
        on_a_letter=ACTS_ON_A_LETTER,
        unit_uid=request.args.get("unit"),
        subject_uid=request.args.get("subject"),
    )


@pages.get("/audit/closing")
@signed_in
def closing() -> Any:
    """Whether the day of a code on paper still equals what was signed."""
    require_auditor(actor())
    code = request.args.get("code", "").strip()[:40]
    found = check_closing(code) if code else None
    if found is not None and not found.unit_path.startswith(actor().unit_path):
        found = ClosingCheck(found.code, "unknown")  # another branch's: as one that is not there
    return page("audit/closing.html", code=code, found=found)


@pages.post("/audit/ledger")
@signed_in
def ledger() -> Any:
    """Check the whole ledger now; it reads, and takes as long as there is to read."""
    require_auditor(actor())
    form = CheckForm()
    report = check_ledger() if sent(form) else None
    return page("audit/ledger.html", form, report=report, checked_at=clock.now())
