"""The keeper's pages: one unit's answer with every version, and later days asked for."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import HiddenField, RadioField, SelectMultipleField, TextAreaField

from saraban import clock
from saraban.desk.duty_answers import Declared, DutyAnswer, answer_duty
from saraban.desk.extensions import decide_extension, waive
from saraban.desk.report_reviews import accept_reports, return_report
from saraban.errors import SarabanError
from saraban.queries.duty_answers import AnsweredPeriod, answered_period
from saraban.queries.duty_asks import duty_asks
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
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
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


class DecideForm(Form):
    """A ruling on later days: the same for all that were ticked."""

    asks = SelectMultipleField(lazy_gettext("คำขอ"), validate_choice=False)
    ruling = RadioField(lazy_gettext("คำตอบ"), validators=[Required()])
    granted_until = ThaiDateField(lazy_gettext("ให้ถึงวันที่"))
    words = TextAreaField(lazy_gettext("ข้อความถึงหน่วย"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ruling.choices = [
            ("as_asked", _("อนุญาตตามที่ขอ")),
            ("other_day", _("อนุญาตถึงวันอื่น")),
            ("refused", _("ไม่อนุญาต")),
        ]


@pages.get("/duties/<uid>/<int:number>/units/<unit_uid>")
@signed_in
def unit(uid: str, number: int, unit_uid: str) -> Any:
    """One unit's answer with all its versions."""
    return _page(_found(uid, number, unit_uid))


@pages.post("/duties/<uid>/<int:number>/units/<unit_uid>/accept")
@signed_in
def accept(uid: str, number: int, unit_uid: str) -> Any:
    """Accept the version that was read."""
    require(Act.REVIEW_REPORT)
    found, form = _found(uid, number, unit_uid), ReturnForm()
    if sent(form):
        seen = {unit_uid: _number(form.seen_version.data)}
        return _done(
            found,
            form,
            lambda: accept_reports(
                actor=actor(), at=clock.now(), duty_uid=uid, number=number, seen=seen
            ),
            _("รับรองรายงานแล้ว"),
        )
    return _page(found, returning=form)


@pages.post("/duties/<uid>/<int:number>/units/<unit_uid>/return")
@signed_in
def give_back(uid: str, number: int, unit_uid: str) -> Any:
    """Return the version that was read, with its reasons."""
    require(Act.REVIEW_REPORT)
    found, form = _found(uid, number, unit_uid), ReturnForm()
    if sent(form):
        return _done(
            found,
            form,
            lambda: return_report(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                unit_uid=unit_uid,
                seen_version=_number(form.seen_version.data),
                words=form.words.data or "",
                field_words=_beside(),
            ),
            _("ส่งคืนรายงานให้แก้แล้ว"),
        )
    return _page(found, returning=form)


@pages.post("/duties/<uid>/<int:number>/units/<unit_uid>/waive")
@signed_in
def waive_unit(uid: str, number: int, unit_uid: str) -> Any:
    """Say that the unit need not answer this period."""
    require(Act.REVIEW_REPORT)
    found, form = _found(uid, number, unit_uid), WaiveForm()
    if sent(form):
        return _done(
            found,
            form,
            lambda: waive(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                unit_uids=[unit_uid],
                reason=form.reason.data,
            ),
            _("ยกเว้นให้หน่วยนี้แล้ว"),
        )
    return _page(found, waiving=form)


@pages.post("/duties/<uid>/<int:number>/units/<unit_uid>/entry")
@signed_in
def enter(uid: str, number: int, unit_uid: str) -> Any:
    """Declare that our office keyed the unit's report into another system."""
    require(Act.REPORT)
    found, form = _found(uid, number, unit_uid), EntryForm()
    evidence = sent_field(ENTRY_FILES, ENTRY_RULE)
    if sent(form) and not evidence.refusals:
        said = DutyAnswer(
            answer=Answer.ELSEWHERE,
            declared=Declared(
                form.system.data,
                form.entry_number.data,
                form.entered_on.data or clock.today(),
                form.entered_by.data,
            ),
            evidence=evidence.chosen,
        )
        return _done(
            found,
            form,
            lambda: answer_duty(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                number=number,
                said=said,
                seen_version=_number(form.seen_version.data),
                for_unit_uid=unit_uid,
            ),
            _("บันทึกคำแจ้งแล้ว"),
        )
    return _page(found, entering=form, evidence=evidence)


@pages.route("/duties/<uid>/asks", methods=["GET", "POST"])
@signed_in
def asks(uid: str) -> Any:
    """Later days that were asked for; one ruling for all that are ticked."""
    found = duty_asks(actor(), uid)
    form = DecideForm()
    if request.method == "POST":
        require(Act.REVIEW_REPORT)
    if sent(form):
        chosen = [line for line in found.waiting if line.ask.uid in (form.asks.data or [])]
        if not chosen:
            form.asks.errors = [_("ติ๊กคำขออย่างน้อยหนึ่งคำขอ")]
        elif form.ruling.data == "other_day" and form.granted_until.data is None:
            form.granted_until.errors = [_("กรอกวันที่ให้ถึง")]
        else:
            return _decide(uid, chosen, form) or _asks_page(uid, form)
    return _asks_page(uid, form)


def _decide(uid: str, chosen: list[Any], form: DecideForm) -> Any:
    """Each ask is decided by itself: one that cannot be does not hold up the others."""
    for line in chosen:
        until = {"as_asked": line.ask.asked_for, "other_day": form.granted_until.data}
        try:
            decide_extension(
                actor=actor(),
                at=clock.now(),
                duty_uid=uid,
                ask_uid=line.ask.uid,
                granted_until=until.get(form.ruling.data),
                words=form.words.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
    if form.is_refused:
        return None
    flash(_("ตอบคำขอแล้ว"), "success")
    return see_other("duty_reviews.asks", uid=uid)


def _asks_page(uid: str, form: DecideForm) -> Any:
    found = duty_asks(actor(), uid)
    may_decide = found.duty.is_keeper and may(actor(), Act.REVIEW_REPORT)
    return duty_page("duty_answers/asks.html", found.duty, form, found=found, may_decide=may_decide)


def _found(uid: str, number: int, unit_uid: str) -> AnsweredPeriod:
    return answered_period(actor(), uid, number, today=clock.today(), unit_uid=unit_uid)


def _done(found: AnsweredPeriod, form: Form, act: Any, words: str) -> Any:
    try:
        act()
    except SarabanError as error:
        refuse(form, error)
        names = {ReturnForm: "returning", WaiveForm: "waiving", EntryForm: "entering"}
        anew = _found(found.duty.uid, found.number, found.unit_uid)
        return _page(anew, **{names[type(form)]: form})
    flash(words, "success")
    return see_other(
        "duty_reviews.unit", uid=found.duty.uid, number=found.number, unit_uid=found.unit_uid
    )


def _page(
    found: AnsweredPeriod,
    *,
    returning: Form | None = None,
    waiving: Form | None = None,
    entering: Form | None = None,
    evidence: Any = None,
) -> Any:
    seen = {"seen_version": str(found.version)}
    entry = {**seen, "system": found.duty.report_to} if _to_a_system(found) else seen
    refused = next(
        (form for form in (returning, waiving, entering) if form is not None and form.is_refused),
        None,
    )
    is_keeper, state = found.duty.is_keeper, found.state
    may_review = is_keeper and may(actor(), Act.REVIEW_REPORT)
    collects = is_keeper or found.duty.report_to_unit_id == actor().unit_id
    return duty_page(
        "duty_answers/unit.html",
        found.duty,
        refused,
        found=found,
        returning=returning or ReturnForm(formdata=None, data=seen),
        waiving=waiving or WaiveForm(formdata=None),
        entering=entering or EntryForm(formdata=None, data=entry),
        evidence=evidence or kept_field(ENTRY_FILES, ENTRY_RULE),
        may_accept=may_review and state is ExpectedState.SUBMITTED,
        may_return=may_review and bool(found.versions) and state not in OWED | OUTSIDE,
        may_waive=may_review and state in OWED,
        may_enter=collects and may(actor(), Act.REPORT) and state in OWED,
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


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
