"""The form of an answer: six answers and a declaration, the duty's own form, and its evidence."""

from typing import Any

from flask import request
from flask_babel import gettext as _, lazy_gettext
from wtforms import HiddenField, RadioField, TextAreaField

from saraban import clock
from saraban.desk.filled_in_answers import Declared, DutyAnswer
from saraban.queries.duty_answers import AnsweredPeriod
from saraban.queries.letter_lookup import NumberAmbiguous, NumberUnknown, letter_by_number
from saraban.queries.report_drafts import SeenReportDraft
from saraban.queries.report_forms import form_of
from saraban.queries.summed_up import taken_into
from saraban.rules.answers import THAI_ANSWER, Answer
from saraban.rules.evidence_fields import ENTRY_RULE, FREE_RULE, evidence_rule
from saraban.rules.report_duties import ReportTo
from saraban.rules.report_forms import FormDefinition
from saraban.web.evidence_field import EvidenceField, kept_field, sent_field
from saraban.web.form_moves import FormMoved, moved_since
from saraban.web.forms import Form, LineField, Required, ThaiDateField, whole
from saraban.web.report_drafts import typed_draft
from saraban.web.report_fields import ReportFields, fields_of, typed_from
from saraban.web.unit_choice import UnitField
from saraban.web.words import choices, said

# Evidence that belongs to no field of the form: beside an answer, and of an entry elsewhere.
FREE_FILES, ENTRY_FILES = "free0", "entry0"
# The name under which a draft, and this form, keep the reports of the level below taken in.
PART = "part"


class AnswerForm(Form):
    """What any answer may bring; which fields count depends on the answer chosen."""

    answer = RadioField(lazy_gettext("คำตอบ"), validators=[Required()])
    text = TextAreaField(lazy_gettext("ข้อความประกอบ หรือเหตุผล"))
    passed_to = UnitField(lazy_gettext("หน่วยที่จะตอบแทน"))
    covered_by = LineField(lazy_gettext("เลขที่หนังสือที่ตอบไว้แล้ว"), default="")
    system = LineField(lazy_gettext("ชื่อระบบ"), default="")
    entry_number = LineField(lazy_gettext("เลขอ้างอิงในระบบนั้น"), default="")
    entered_on = ThaiDateField(lazy_gettext("วันที่บันทึก"))
    entered_by = LineField(lazy_gettext("ผู้บันทึก"), default="")
    seen_version = HiddenField(default="0")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answer.choices = choices(THAI_ANSWER)
        for field in (self.text, self.passed_to, self.covered_by, self.system, self.entry_number):
            field.flags.must_not_say = True
        self.covered_uid = ""

    def validate_covered_by(self, field: Any) -> None:
        """The letter that the number means; an error beside the field if none or several."""
        if self.answer.data != Answer.COVERED or not field.data.strip():
            return
        try:
            self.covered_uid = letter_by_number(field.data).uid
        except (NumberUnknown, NumberAmbiguous) as error:
            field.errors = [*field.errors, said(error)]


class AnswerPage:
    """The answer's form with the duty's own fields and its evidence, begun or sent.

    definition is the version of the form shown: the duty's, or the one that a draft or an earlier
    version was filled in with is carried over to it.
    """

    def __init__(self, found: AnsweredPeriod, draft: SeenReportDraft) -> None:
        self.found = found
        self._draft = draft
        self.version_id = found.duty.form_version_id
        self.definition = form_of(self.version_id)
        self.moved = self._moved(draft)
        self.form = AnswerForm(**_begun(found, draft))
        self.fields = self._fields(draft)
        self.evidence = {key: self._evidence(key, rule, draft) for key, rule in self._rules()}
        if self.fields is not None:
            self.fields.counts = {key: len(one.lines) for key, one in self.evidence.items()}

    def validate(self) -> bool:
        """Whether everything that counts for the answer chosen can be read."""
        if self.moved is not None and self.form.answer.data == Answer.REPORT:
            # Not even tried: the page tells what changed, with everything typed still in place.
            self.form.form_errors.append(_("แบบรายงานเปลี่ยนระหว่างที่กรอก โปรดดูแล้วส่งอีกครั้ง"))
            return False
        is_whole = self.form.validate()
        if self.fields is not None and self.form.answer.data == Answer.REPORT:
            is_whole = self.fields.validate() and is_whole
        for key in self._counted():
            is_whole = is_whole and not self.evidence[key].refusals
        if not self.form.covered_by.errors and not is_whole and not self.form.is_refused:
            self.form.form_errors.append(_("ยังส่งไม่ได้ โปรดดูช่องที่มีข้อความกำกับ"))
        return bool(is_whole and not self.form.is_refused)

    @property
    def said(self) -> DutyAnswer:
        """What was filled in, for the desk."""
        form = self.form
        is_report = form.answer.data == Answer.REPORT
        is_entry = form.answer.data == Answer.ELSEWHERE
        return DutyAnswer(
            answer=form.answer.data,
            text=form.text.data or "",
            typed=self.fields.typed if self.fields is not None and is_report else {},
            form_version_id=self.version_id if is_report else None,
            evidence=[chosen for key in self._counted() for chosen in self.evidence[key].chosen],
            passed_to_uid=form.passed_to.chosen.uid if form.passed_to.chosen else "",
            covered_by_uid=form.covered_uid,
            declared=_declared(form) if is_entry else None,
            parts=self.parts,
        )

    @property
    def parts(self) -> list[str]:
        """The reports of the level below that it takes in, as web.duty_sums put them there."""
        if request.method == "POST":
            return request.form.getlist(PART)
        if self._draft.is_begun:
            return self._draft.typed.get(PART, [])
        before = self.found.versions[0] if self.found.versions else None
        return list(taken_into(before.report_uid)) if before and before.summed else []

    @property
    def seen_version(self) -> int:
        """The version that the person had before them."""
        return whole(self.form.seen_version.data)

    def _moved(self, draft: SeenReportDraft) -> FormMoved | None:
        """What changed since the version that was typed into, where the duty has another now."""
        if request.method == "POST":
            return moved_since(self.version_id, request.form)
        return moved_since(self.version_id, _as_form(draft)) if draft.is_begun else None

    def _counted(self) -> list[str]:
        """The evidence that belongs to the answer chosen."""
        answer = self.form.answer.data
        if answer == Answer.ELSEWHERE:
            return [ENTRY_FILES]
        if answer == Answer.REPORT and self.definition is not None:
            return [one.key for one in self.definition.asking if one.is_evidence]
        return [FREE_FILES]

    def _rules(self) -> list[tuple[str, Any]]:
        asked = () if self.definition is None else self.definition.asking
        own = [(one.key, evidence_rule(one)) for one in asked if one.is_evidence]
        return [*own, (FREE_FILES, FREE_RULE), (ENTRY_FILES, ENTRY_RULE)]

    def _fields(self, draft: SeenReportDraft) -> ReportFields | None:
        if self.definition is None:
            return None
        made = fields_of(self.definition)
        if request.method == "POST":
            return made(request.form)
        if draft.is_begun:
            return made(_as_form(draft))
        return made(data=typed_from(self.definition, _earlier_values(self.found)))

    def _evidence(self, key: str, rule: Any, draft: SeenReportDraft) -> EvidenceField:
        if request.method == "POST":
            return sent_field(key, rule)
        marks = draft.typed.get(f"{key}-uploads", []) if draft.is_begun else []
        if not draft.is_begun and self.found.versions:
            marks = [line.mark for line in self.found.versions[0].evidence_of(key)]
        return kept_field(key, rule, marks)


def _begun(found: AnsweredPeriod, draft: SeenReportDraft) -> dict[str, Any]:
    """What the form begins with: the draft, or what was answered before."""
    if request.method == "POST":
        return {}
    seen = {"seen_version": str(found.version)}
    if draft.is_begun:
        return {"formdata": _as_form(draft, **seen)}
    data: dict[str, Any] = {**seen, "answer": Answer.REPORT.value}
    if found.duty.report_kind == ReportTo.SYSTEM:
        data["system"] = found.duty.report_to
    if found.versions:
        data |= {"answer": found.versions[0].answer.value, "text": found.versions[0].text}
    return {"data": data}


def _as_form(draft: SeenReportDraft, **more: str) -> Any:
    filled = typed_draft(draft)
    for name, text in more.items():
        filled[name] = text
    return filled


def _earlier_values(found: AnsweredPeriod) -> dict[str, Any]:
    return dict(found.versions[0].values) if found.versions else {}


def _declared(form: AnswerForm) -> Declared:
    return Declared(
        form.system.data or "",
        form.entry_number.data or "",
        form.entered_on.data or clock.today(),
        form.entered_by.data or "",
    )


def definition_words(definition: FormDefinition | None) -> str:
    """The form's title, or what is asked without one."""
    return definition.title if definition is not None else str(_("รายงานผล"))
