"""Answering one period of a duty: the unit's own page, and asking for a later day."""

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _, lazy_gettext
from wtforms import TextAreaField

from saraban import clock
from saraban.desk.duty_answers import answer_duty
from saraban.desk.extensions import ask_extension
from saraban.errors import AnsweredMeanwhile, SarabanError
from saraban.queries.duty_answers import AnsweredPeriod, answered_period
from saraban.queries.report_drafts import report_draft
from saraban.queries.report_sums import Below, has_below, reports_below
from saraban.rules.duty_answers import is_asked_for
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import Act
from saraban.rules.report_form_changes import THAI_FORM_CHANGE
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.duty_answer_changes import changes_of
from saraban.web.duty_answer_form import ENTRY_FILES, FREE_FILES, AnswerPage
from saraban.web.forms import Form, Required, ThaiDateField, refuse, sent
from saraban.web.report_drafts import kept_draft, saved_words
from saraban.web.report_fields import add_row, shown_values
from saraban.web.session import actor, require, signed_in

pages = Blueprint("duty_answering", __name__)


class AskForm(Form):
    """A later day, and why."""

    asked_for = ThaiDateField(lazy_gettext("ขอเลื่อนเป็นวันที่"), validators=[Required()])
    reason = TextAreaField(lazy_gettext("เหตุผล"), validators=[Required()])


@pages.route("/duties/<uid>/<int:number>/answer", methods=["GET", "POST"])
@signed_in
def answer(uid: str, number: int) -> Any:
    """Answer for the unit: send, save as a draft, or add rows to a table."""
    require(Act.REPORT)
    found = answered_period(actor(), uid, number, today=clock.today())
    asked = AnswerPage(found, report_draft(actor(), uid, number))
    step = request.form.get("step", "")
    if request.method == "POST" and step.startswith("row:") and asked.fields is not None:
        add_row(asked.fields, step.removeprefix("row:"))
    elif request.method == "POST" and step == "draft":
        if kept_draft(asked.form, uid, number):
            return see_other("duty_answering.answer", uid=uid, number=number)
    elif request.method == "POST" and asked.validate():
        try:
            answer_duty(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                said=asked.said,
                seen_version=asked.seen_version,
            )
        except AnsweredMeanwhile as error:
            refuse(asked.form, error)
            found = answered_period(actor(), uid, number, today=clock.today())
            asked.form.seen_version.data = str(found.version)
        except SarabanError as error:
            _refuse_field(asked, error)
        else:
            flash(_("ส่งคำตอบแล้ว"), "success")
            return see_other("duty_answering.answer", uid=uid, number=number)
    return _page(found, asked, AskForm(formdata=None))


@pages.post("/duties/<uid>/<int:number>/ask")
@signed_in
def ask(uid: str, number: int) -> Any:
    """Ask for a later day: no answer, the report stays owed."""
    require(Act.REPORT)
    found = answered_period(actor(), uid, number, today=clock.today())
    form = AskForm()
    if sent(form):
        try:
            ask_extension(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                asked_for=form.asked_for.data or clock.today(),
                reason=form.reason.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ส่งคำขอขยายเวลาแล้ว ระหว่างรอ กำหนดเดิมยังใช้อยู่"), "success")
            return see_other("duty_answering.answer", uid=uid, number=number)
    return _page(found, AnswerPage(found, report_draft(actor(), uid, number)), form)


def _refuse_field(asked: AnswerPage, error: SarabanError) -> None:
    """Beside the form's own field where the refusal names one."""
    if asked.fields is not None and error.field in asked.fields:
        field = asked.fields[error.field]
        field.errors = [*field.errors, error.text_th]
        asked.form.form_errors.append(_("ยังส่งไม่ได้ โปรดดูช่องที่มีข้อความกำกับ"))
    else:
        refuse(asked.form, error)


def _below(found: AnsweredPeriod) -> Below | None:
    """How the level below stands, where the unit asked others for what is asked of it."""
    if not has_below(actor(), found.duty.id):
        return None
    return reports_below(actor(), found.duty.uid, found.number, today=clock.today())


def _page(found: AnsweredPeriod, asked: AnswerPage, ask_form: AskForm) -> Any:
    draft = report_draft(actor(), found.duty.uid, found.number)
    refused = ask_form if ask_form.is_refused else asked.form
    return duty_page(
        "duty_answers/answer.html",
        found.duty,
        refused,
        found=found,
        asked=asked,
        answer_form=asked.form,
        ask_form=ask_form,
        draft=draft,
        draft_said=saved_words(draft.saved_at) if draft.is_begun else "",
        draft_url=url_for("report_drafts.save", uid=found.duty.uid, number=found.number),
        may_answer=is_asked_for(found.state) and not found.is_shut,
        may_ask=(
            found.state in OWED
            and found.due is not None
            and found.open_ask is None
            and not found.is_shut
        ),
        shown_values=shown_values,
        changes=changes_of(found.versions),
        form_change_words=THAI_FORM_CHANGE,
        free_files=FREE_FILES,
        entry_files=ENTRY_FILES,
        below=_below(found),
    )
