"""Report forms on their pages: the list, copies, and each version."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk.report_forms import begin_form, close_form, reopen_form
from saraban.errors import SarabanError
from saraban.queries.report_forms import form_version_in_sight, report_form, report_forms
from saraban.rules.permissions import Act, may
from saraban.rules.report_form_changes import THAI_FORM_CHANGE, form_changes
from saraban.rules.report_form_editing import with_head
from saraban.rules.report_form_examples import EXAMPLES
from saraban.rules.report_forms import FormDefinition
from saraban.web.answers import page, see_other
from saraban.web.forms import refuse, sent
from saraban.web.report_form_building import preview_of
from saraban.web.report_form_parts import BeginForm, ButtonForm
from saraban.web.session import actor, require, signed_in

pages = Blueprint("report_forms", __name__)


@pages.route("/report-forms", methods=["GET", "POST"])
@signed_in
def forms() -> Any:
    """The unit's forms, and one to begin."""
    require(Act.BUILD_FORM)
    form = BeginForm()
    if sent(form):
        start = EXAMPLES.get(form.example.data or "")
        title = form.title.data or ("" if start is None else start.title)
        try:
            definition = with_head(
                start or FormDefinition(title), title=title, intro=start.intro if start else ""
            )
            uid = begin_form(actor=actor(), at=clock.now(), definition=definition)
        except SarabanError as error:
            refuse(form, error)
        else:
            return see_other("report_form_building.form", uid=uid)
    return page("report_forms/list.html", form, found=report_forms(actor()))


@pages.post("/report-forms/<uid>/copy")
@signed_in
def copy(uid: str) -> Any:
    """A form of one's own that begins as this one stands; of another office's, as published."""
    require(Act.BUILD_FORM)
    number = request.form.get("version", type=int)
    if number is None:
        definition = report_form(actor(), uid).definition
    else:
        definition = form_version_in_sight(actor(), uid, number).definition
    title = _("%(title)s (สำเนา)", title=definition.title)[:250]
    new = begin_form(
        actor=actor(),
        at=clock.now(),
        definition=with_head(definition, title=title, intro=definition.intro),
    )
    flash(_("ทำสำเนาแล้ว แก้ได้โดยไม่กระทบแบบเดิม"), "success")
    return see_other("report_form_building.form", uid=new)


@pages.post("/report-forms/<uid>/close")
@signed_in
def close(uid: str) -> Response:
    """Offer a form no more, or again."""
    require(Act.BUILD_FORM)
    if report_form(actor(), uid).is_closed:
        reopen_form(actor=actor(), at=clock.now(), form_uid=uid)
        flash(_("นำแบบกลับมาใช้แล้ว"), "success")
    else:
        close_form(actor=actor(), at=clock.now(), form_uid=uid)
        flash(_("เลิกใช้แบบแล้ว ภารกิจที่ใช้อยู่ยังใช้ต่อไป"), "success")
    return see_other("report_form_building.form", uid=uid)


@pages.get("/report-forms/<uid>/versions/<int:number>")
@signed_in
def version(uid: str, number: int) -> Any:
    """One version as it is filled in, and what it changed."""
    require(Act.SEE_DUTY)
    found = form_version_in_sight(actor(), uid, number)
    before = None if number == 1 else form_version_in_sight(actor(), uid, number - 1)
    return page(
        "report_forms/version.html",
        found=found,
        changes=() if before is None else form_changes(before.definition, found.definition),
        change_words=THAI_FORM_CHANGE,
        preview=preview_of(found.definition),
        copying=ButtonForm(formdata=None) if may(actor(), Act.BUILD_FORM) else None,
    )
