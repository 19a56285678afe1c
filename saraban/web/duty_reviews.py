"""The keeper's page of one unit's answer with every version, and what the keeper says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import HiddenField, TextAreaField

from saraban import clock
from saraban.desk.duty_answers import answer_duty
from saraban.desk.extensions import waive
from saraban.desk.filled_in_answers import Declared, DutyAnswer
from saraban.desk.report_reviews import accept_reports, return_report
from saraban.errors import N_, SarabanError
from saraban.queries.duty_answers import AnsweredPeriod, answered_period
from saraban.rules.answers import Answer
from saraban.rules.evidence_fields import ENTRY_RULE
from saraban.rules.expected_reports import OUTSIDE, OWED, ExpectedState
from saraban.rules.permissions import Act, may
from saraban.rules.report_duties import ReportTo
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.duty_answer_changes import changes_of
from saraban.web.duty_answer_form import ENTRY_FILES
from saraban.web.evidence_field import kept_field, sent_field
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent, whole
from saraban.web.report_fields import shown_values
from saraban.web.session import actor, require, signed_in

pages = Blueprint("duty_reviews", __name__)


class ReturnForm(Form):
    """Why an answer goes back; beside single fields by their names `why-KEY`."""

    words = TextAreaField(lazy_gettext("เหตุผลรวม"))
    seen_version = HiddenField(default="0")


class WaiveForm(Form):
    """Why a unit need not answer."""

    reason = TextAreaField(lazy_gettext("เหตุผลที่ยกเว้น"), validators=[Required()])


class EntryForm(Form):
    """What our office keyed into another system for the unit."""

    system = LineField(lazy_gettext("ชื่อระบบ"), validators=[Required()])
    entry_number = LineField(lazy_gettext("เลขอ้างอิงในระบบนั้น"), validators=[Required()])
    entered_on = ThaiDateField(lazy_gettext("วันที่บันทึก"))
    entered_by = LineField(lazy_gettext("ผู้บันทึก"), default="")
    seen_version = HiddenField(default="0")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_sent = "formdata" not in kwargs
        take = sent_field if is_sent else kept_field
        self.evidence = take(ENTRY_FILES, ENTRY_RULE)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the fields can be read and its files were taken."""
        return bool(super().validate(extra_validators)) and not self.evidence.refusals


@pages.get("/duties/<uid>/<int:number>/units/<unit_uid>")
@signed_in
def unit(uid: str, number: int, unit_uid: str) -> Any:
    """One unit's answer with all its versions."""
    return _page(_found(uid, number, unit_uid))


@pages.post("/duties/<uid>/<int:number>/units/<unit_uid>/<any(accept, return, waive, entry):what>")
@signed_in
def say(uid: str, number: int, unit_uid: str, what: str) -> Any:
    """Say one of SAYINGS of the unit's answer; refused, the page keeps what was typed."""
    saying = SAYINGS[what]
    require(saying.act)
    found, form = _found(uid, number, unit_uid), saying.form()
    if sent(form):
        try:
            saying.do(found, form)
        except SarabanError as error:
            refuse(form, error)
            found = _found(uid, number, unit_uid)
        else:
            flash(_(saying.done), "success")
            return see_other("duty_reviews.unit", uid=uid, number=number, unit_uid=unit_uid)
    return _page(found, form)


def _accept(found: AnsweredPeriod, form: Any) -> None:
    seen = {found.unit_uid: whole(form.seen_version.data)}
    accept_reports(**_of(found), seen=seen)


def _give_back(found: AnsweredPeriod, form: Any) -> None:
    return_report(
        **_of(found),
        unit_uid=found.unit_uid,
        seen_version=whole(form.seen_version.data),
        words=form.words.data or "",
        field_words=_beside(),
    )


def _waive(found: AnsweredPeriod, form: Any) -> None:
    waive(**_of(found), unit_uids=[found.unit_uid], reason=form.reason.data)


def _enter(found: AnsweredPeriod, form: Any) -> None:
    said = DutyAnswer(
        answer=Answer.ELSEWHERE,
        declared=Declared(
            form.system.data,
            form.entry_number.data,
            form.entered_on.data or clock.today(),
            form.entered_by.data,
        ),
        evidence=form.evidence.chosen,
    )
    answer_duty(
        **_of(found),
        said=said,
        seen_version=whole(form.seen_version.data),
        for_unit_uid=found.unit_uid,
    )


def _of(found: AnsweredPeriod) -> dict[str, Any]:
    """Who says it, when, and of which period: what every saying tells the desk."""
    return {
        "actor": actor(),
        "at": clock.now(),
        "duty_uid": found.duty.uid,
        "number": found.number,
    }


@dataclass(frozen=True)
class Saying:
    """Something said of a unit's answer: who may, on which form, by what act, and what is told."""

    act: Act
    form: type[Form]
    do: Callable[[AnsweredPeriod, Any], None]
    done: str


SAYINGS = {
    "accept": Saying(Act.REVIEW_REPORT, ReturnForm, _accept, N_("รับรองรายงานแล้ว")),
    "return": Saying(Act.REVIEW_REPORT, ReturnForm, _give_back, N_("ส่งคืนรายงานให้แก้แล้ว")),
    "waive": Saying(Act.REVIEW_REPORT, WaiveForm, _waive, N_("ยกเว้นให้หน่วยนี้แล้ว")),
    "entry": Saying(Act.REPORT, EntryForm, _enter, N_("บันทึกคำแจ้งแล้ว")),
}


def _found(uid: str, number: int, unit_uid: str) -> AnsweredPeriod:
    return answered_period(actor(), uid, number, today=clock.today(), unit_uid=unit_uid)


def _page(found: AnsweredPeriod, sent_form: Form | None = None) -> Any:
    """The page with its three forms, of which one may have been sent."""
    seen = {"seen_version": str(found.version)}
    entry = {**seen, "system": found.duty.report_to} if _to_a_system(found) else seen
    forms: dict[type[Form], Form] = {
        ReturnForm: ReturnForm(formdata=None, data=seen),
        WaiveForm: WaiveForm(formdata=None),
        EntryForm: EntryForm(formdata=None, data=entry),
    }
    if sent_form is not None:
        forms[type(sent_form)] = sent_form
    state = found.state
    may_review = found.duty.is_keeper and may(actor(), Act.REVIEW_REPORT)
    may_report = found.duty.collects and may(actor(), Act.REPORT)
    has_answer = bool(found.versions) and state not in OWED | OUTSIDE
    return duty_page(
        "duty_answers/unit.html",
        found.duty,
        sent_form,
        found=found,
        returning=forms[ReturnForm],
        waiving=forms[WaiveForm],
        entering=forms[EntryForm],
        may_accept=may_review and state is ExpectedState.SUBMITTED,
        may_return=may_review and has_answer and not found.is_shut,
        is_too_late_to_return=may_review and has_answer and found.is_shut,
        may_waive=may_review and state in OWED,
        may_enter=may_report and state in OWED and not found.is_shut,
        shown_values=shown_values,
        changes=changes_of(found.versions),
    )


def _to_a_system(found: AnsweredPeriod) -> bool:
    return found.duty.report_kind == ReportTo.SYSTEM


def _beside() -> dict[str, str]:
    """Reasons typed beside single fields."""
    return {
        name.removeprefix("why-"): text
        for name, text in request.form.items()
        if name.startswith("why-") and text.strip()
    }
