"""What is being filled in saves itself: for the page's script in JSON, for a button on the page.

The page's form brings, beside its fields, `draft_seq` (the draft it was made from) and
`form_version` (the version of the form it shows). templates/report_forms/draft.html has both and
the line that says what was saved; static/js/draft.js saves.
"""

from datetime import datetime
from typing import Any

from flask import Blueprint, jsonify, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField

from saraban import clock
from saraban.desk.report_drafts import DraftSaid, keep_report_draft
from saraban.errors import (
    ReportDraftChangedMeanwhile,
    ReportDraftUsed,
    SarabanError,
)
from saraban.queries.report_drafts import SeenReportDraft
from saraban.rules.permissions import Act
from saraban.web.errors import STATUS_OF
from saraban.web.forms import Form, refuse, whole
from saraban.web.session import actor, require, signed_in
from saraban.web.words import day_words, moment_words, said

pages = Blueprint("report_drafts", __name__)

# Not typed by the person who fills in.
_OF_THE_PAGE = frozenset({"csrf_token", "draft_seq", "form_version", "step", "answer", "text"})


class SaveForm(Form):
    """What a save brings beside the fields themselves."""

    draft_seq = HiddenField()
    form_version = HiddenField()


@pages.post("/duties/<uid>/<int:number>/draft")
@signed_in
def save(uid: str, number: int) -> Any:
    """Save what stands on the page; the seq to save on top of, and words that say so.

    When somebody else saved meanwhile: 409 with who, what they have in which field, and the seq
    with which the next save is this person's own.
    """
    require(Act.REPORT)
    try:
        draft = _kept(SaveForm(), uid, number)
    except (ReportDraftChangedMeanwhile, ReportDraftUsed) as error:
        theirs: SeenReportDraft = error.facts["draft"]
        return jsonify(said=said(error), seq=theirs.seq, theirs=_theirs(theirs)), 409
    except SarabanError as error:
        status = next((code for family, code in STATUS_OF if isinstance(error, family)), 400)
        return jsonify(said=said(error)), status
    return jsonify(seq=draft.seq, said=saved_words(draft.saved_at))


def kept_draft(form: Form, duty_uid: str, number: int) -> bool:
    """Whether the page's form was saved as a draft; what stands against it is said in the form.

    For the button of a page without scripts. After a refusal because somebody else saved, the
    form bears their seq: pressed again, it is saved over theirs.
    """
    brought = SaveForm()
    try:
        _kept(brought, duty_uid, number)
    except (ReportDraftChangedMeanwhile, ReportDraftUsed) as error:
        refuse(form, error)
        if "draft_seq" in form:
            form["draft_seq"].data = str(error.facts["draft"].seq)
        return False
    except SarabanError as error:
        refuse(form, error)
        return False
    return True


def typed_draft(draft: SeenReportDraft) -> MultiDict[str, str]:
    """A draft as the form data it came from, to fill the page's form with."""
    pairs = [(name, text) for name, texts in draft.typed.items() for text in texts]
    pairs += [("answer", draft.answer), ("text", draft.text)]
    pairs += [("draft_seq", str(draft.seq)), ("form_version", str(draft.form_version_id or ""))]
    return MultiDict(pairs)


def saved_words(saved_at: datetime | None) -> str:
    """ "บันทึกร่างแล้ว ๑๔.๓๒ น.", with the day when that was not today."""
    if saved_at is None:
        return ""
    day, moment = day_words(saved_at), moment_words(saved_at)
    if day == day_words(clock.now()):
        moment = moment.removeprefix(day).strip()
    return str(_("บันทึกร่างแล้ว %(moment)s", moment=moment))


def _kept(form: SaveForm, duty_uid: str, number: int) -> SeenReportDraft:
    typed = {name: texts for name, texts in request.form.lists() if name not in _OF_THE_PAGE}
    return keep_report_draft(
        actor=actor(),
        at=clock.now(),
        duty_uid=duty_uid,
        number=number,
        said=DraftSaid(
            answer=request.form.get("answer", ""),
            text=request.form.get("text", ""),
            typed=typed,
            form_version_id=whole(form.form_version.data) or None,
        ),
        seen_seq=whole(form.draft_seq.data),
    )


def _theirs(draft: SeenReportDraft) -> dict[str, list[str]]:
    """What the other one has in each field of the page, by the field's name."""
    return {**draft.typed, "answer": [draft.answer], "text": [draft.text]}
