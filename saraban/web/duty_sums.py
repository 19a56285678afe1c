"""Taking the reports of the level below together: read, ticked, and put into the own draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _
from wtforms import HiddenField

from saraban import clock
from saraban.desk.report_drafts import DraftSaid, keep_report_draft
from saraban.errors import SarabanError
from saraban.queries.duty_answers import AnsweredPeriod, answered_period
from saraban.queries.evidence import EvidenceLine
from saraban.queries.report_drafts import SeenReportDraft, report_draft
from saraban.queries.report_forms import form_of
from saraban.queries.report_sums import Below, BelowLine, evidence_below, parts_of, reports_below
from saraban.rules.answers import Answer
from saraban.rules.evidence_fields import evidence_rule
from saraban.rules.permissions import Act
from saraban.rules.report_forms import FormDefinition, FormField
from saraban.rules.report_sums import Proposed, Standing, listed, proposed
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.duty_answer_form import PART
from saraban.web.forms import Form, refuse, sent, whole
from saraban.web.report_fields import shown_values, typed_from
from saraban.web.session import actor, require, signed_in

pages = Blueprint("duty_sums", __name__)


class SumForm(Form):
    """Which reports, and which of their files; and the draft they are put into."""

    draft_seq = HiddenField(default="0")


@dataclass(frozen=True)
class OfferedFiles:
    """Files of the reports below that one field of the own form would take, each with its unit."""

    field: FormField
    files: tuple[tuple[BelowLine, EvidenceLine], ...]


@pages.route("/duties/<uid>/<int:number>/sum", methods=["GET", "POST"])
@signed_in
def together(uid: str, number: int) -> Any:
    """What the level below says, added up; sent back, it becomes the draft of the own answer."""
    require(Act.REPORT)
    below = reports_below(actor(), uid, number, today=clock.today())
    draft = report_draft(actor(), uid, number)
    form = SumForm(data={"draft_seq": str(draft.seq)} if request.method == "GET" else None)
    chosen = _chosen(below, draft)
    definition = form_of(below.duty.form_version_id)
    if sent(form) and request.form.get("step") == "take":
        if not chosen:
            form.form_errors.append(_("ติ๊กรายงานที่จะรวมอย่างน้อยหนึ่งฉบับ"))
        elif _put_into_draft(form, below, definition, chosen):
            flash(_("ใส่ผลรวมลงในร่างแล้ว ตรวจ แก้ เติมถ้อยคำ แล้วจึงส่ง"), "success")
            return see_other("duty_answering.answer", uid=uid, number=number)
    parts = parts_of(chosen)
    found = proposed(definition, parts) if definition is not None else ()
    return duty_page(
        "duty_answers/sum.html",
        below.duty,
        form,
        below=below,
        sum_form=form,
        chosen={line.report_uid for line in chosen},
        proposals=[(one, _shown(definition, one)) for one in found],
        words=listed(parts),
        definition=definition,
        offered=_offered(definition, chosen),
        marks=_marks(draft),
        Standing=Standing,
    )


def _chosen(below: Below, draft: SeenReportDraft) -> tuple[BelowLine, ...]:
    """What is ticked; to begin with what the draft has taken in, else all that came."""
    if request.method == "POST":
        wanted = set(request.form.getlist(PART))
    elif draft.is_begun and draft.typed.get(PART):
        wanted = set(draft.typed[PART])
    else:
        return below.takeable
    return tuple(line for line in below.takeable if line.report_uid in wanted)


def _marks(draft: SeenReportDraft) -> set[str]:
    """The files that are ticked."""
    if request.method == "POST":
        kept = {name: request.form.getlist(name) for name in request.form}
    else:
        kept = dict(draft.typed) if draft.is_begun else {}
    return {mark for name, marks in kept.items() if name.endswith("-uploads") for mark in marks}


def _put_into_draft(
    form: SumForm, below: Below, definition: FormDefinition | None, chosen: Sequence[BelowLine]
) -> bool:
    found = answered_period(actor(), below.duty.uid, below.number, today=clock.today())
    draft = report_draft(actor(), below.duty.uid, below.number)
    parts = parts_of(chosen)
    typed = _typed_before(found, definition, draft)
    if definition is not None:
        for one in proposed(definition, parts):
            key = one.field.key
            typed = {
                name: texts
                for name, texts in typed.items()
                if name != key and not name.startswith(f"{key}-")
            }
            typed |= _as_typed(definition, {key: one.value})
    for offered in _offered(definition, chosen):
        name = f"{offered.field.key}-uploads"
        own = [mark for mark in typed.get(name, []) if mark not in _all_marks(offered)]
        typed[name] = [*own, *request.form.getlist(name)]
    typed[PART] = [line.report_uid for line in chosen]
    is_nil = all(line.standing is Standing.NIL for line in chosen)
    earlier = found.versions[0].text if found.versions else ""
    try:
        keep_report_draft(
            actor=actor(),
            at=clock.now(),
            duty_uid=below.duty.uid,
            number=below.number,
            said=DraftSaid(
                answer=(Answer.NIL if is_nil else Answer.REPORT).value,
                text=(draft.text if draft.is_begun else earlier) or listed(parts),
                typed=typed,
                form_version_id=below.duty.form_version_id,
            ),
            seen_seq=whole(form.draft_seq.data),
        )
    except SarabanError as error:
        refuse(form, error)
        form.draft_seq.data = str(draft.seq)
        return False
    return True


def _typed_before(
    found: AnsweredPeriod, definition: FormDefinition | None, draft: SeenReportDraft
) -> dict[str, list[str]]:
    """What stands in the draft, or what was answered before: sums go over it, the rest stays."""
    if draft.is_begun:
        return {name: list(texts) for name, texts in draft.typed.items()}
    if definition is None or not found.versions:
        return {}
    before = found.versions[0]
    typed = _as_typed(definition, before.values)
    for field in definition.asking:
        marks = [line.mark for line in before.evidence_of(field.key)]
        if marks:
            typed[f"{field.key}-uploads"] = marks
    return typed


def _as_typed(definition: FormDefinition, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Values under the names and in the words in which the page's form would send them."""
    found: dict[str, list[str]] = {}
    for key, typed in typed_from(definition, values).items():
        if isinstance(typed, list) and typed and isinstance(typed[0], Mapping):
            for place, row in enumerate(typed):
                found |= {f"{key}-{place}-{name}": [str(cell)] for name, cell in row.items()}
        else:
            found[key] = [str(one) for one in typed] if isinstance(typed, list) else [str(typed)]
    return found


def _offered(
    definition: FormDefinition | None, chosen: Sequence[BelowLine]
) -> tuple[OfferedFiles, ...]:
    """For each field of evidence the files that it would take; those of no such field are none."""
    if definition is None:
        return ()
    files = evidence_below(chosen)
    found = []
    for field in definition.asking:
        if not field.is_evidence:
            continue
        kinds = evidence_rule(field).kinds
        fitting = [(line, file) for line, file in files if file.facts and file.facts.kind in kinds]
        if fitting:
            found.append(OfferedFiles(field, tuple(fitting)))
    return tuple(found)


def _all_marks(offered: OfferedFiles) -> set[str]:
    return {file.mark for _line, file in offered.files}


def _shown(definition: FormDefinition | None, one: Proposed) -> Any:
    """The proposed value in words."""
    assert definition is not None
    values = {one.field.key: one.value}
    return next(shown for shown in shown_values(definition, values) if shown.key == one.field.key)
