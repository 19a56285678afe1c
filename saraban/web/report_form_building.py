"""Building a report form on its page: its head, its fields, how it will look, its publishing."""

from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk.report_forms import keep_form, publish_form
from saraban.errors import ReportFormChangedMeanwhile, ReportFormNotFound, SarabanError
from saraban.queries.report_forms import FormCard, report_form
from saraban.rules.permissions import Act
from saraban.rules.report_form_changes import THAI_FORM_CHANGE, form_changes
from saraban.rules.report_form_editing import (
    with_field,
    with_field_moved,
    with_head,
    with_new_field,
    without_field,
)
from saraban.rules.report_forms import THAI_FIELD_KIND, FieldKind, FormDefinition
from saraban.web.answers import page, see_other
from saraban.web.forms import refuse, sent, whole
from saraban.web.report_fields import fields_of
from saraban.web.report_form_parts import AddForm, ButtonForm, HeadForm, PublishForm
from saraban.web.report_form_settings import HINTS, FieldForm, field_as_typed, settings_form
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("report_form_building", __name__)

_STEPS = {"up": -1, "down": 1}


@pages.get("/report-forms/<uid>")
@signed_in
def form(uid: str) -> Any:
    """The builder: the fields with their settings, and the form as it will be filled in."""
    require(Act.BUILD_FORM)
    return _building_page(report_form(actor(), uid))


@pages.post("/report-forms/<uid>/head")
@signed_in
def change_head(uid: str) -> Any:
    """Another title, another explanation."""
    require(Act.BUILD_FORM)
    card = report_form(actor(), uid)
    head = HeadForm(prefix="head-")
    if sent(head):
        try:
            headed = with_head(card.definition, title=head.title.data, intro=head.intro.data or "")
            _keep(card, headed, seen=head.seen.data)
        except SarabanError as error:
            refuse(head, error)
        else:
            return _built(uid)
    return _building_page(card, head=head)


@pages.post("/report-forms/<uid>/fields")
@signed_in
def add_field(uid: str) -> Any:
    """A further field at the end, opened to be named."""
    require(Act.BUILD_FORM)
    card = report_form(actor(), uid)
    adding = AddForm(prefix="add-")
    if sent(adding):
        try:
            versions = [one.definition for one in card.versions]
            longer, key = with_new_field(
                card.definition, FieldKind(adding.kind.data), published=versions
            )
            _keep(card, longer, seen=adding.seen.data)
        except SarabanError as error:
            refuse(adding, error)
        else:
            return _built(uid, key)
    return _building_page(card, adding=adding)


@pages.post("/report-forms/<uid>/fields/<key>")
@signed_in
def change_field(uid: str, key: str) -> Any:
    """Keep a field's settings, and move it if that was pressed; or take it away."""
    require(Act.BUILD_FORM)
    card = report_form(actor(), uid)
    before = card.definition.field(key)
    if before is None:
        raise ReportFormNotFound(uid=key)
    typed = settings_form(before, seq=card.seq, is_typed=True)
    step = request.form.get("step", "")
    if step == "remove":
        try:
            _keep(card, without_field(card.definition, key), seen=typed.seen.data)
        except SarabanError as error:
            refuse(typed, error)
            return _building_page(card, settings={key: typed}, opened=key)
        flash(_("ลบช่อง “%(label)s” แล้ว", label=before.label), "success")
        return _built(uid)
    if sent(typed):
        try:
            published = tuple(one.definition for one in card.versions)
            field = field_as_typed(before, typed, published=published)
            changed = with_field(card.definition, field)
            if step in _STEPS:
                changed = with_field_moved(changed, key, _STEPS[step])
            _keep(card, changed, seen=typed.seen.data)
        except SarabanError as error:
            refuse(typed, error)
        else:
            return _built(uid, key)
    return _building_page(card, settings={key: typed}, opened=key)


@pages.post("/report-forms/<uid>/publish")
@signed_in
def publish(uid: str) -> Any:
    """Publish what was built, for the duties that were ticked and for new ones."""
    require(Act.BUILD_FORM)
    card = report_form(actor(), uid)
    publishing = PublishForm(prefix="publish-")
    if sent(publishing):
        try:
            version = publish_form(
                actor=actor(),
                at=clock.now(),
                form_uid=uid,
                based_on=whole(publishing.seen.data),
                remark=publishing.remark.data or "",
                duty_uids=publishing.duties.data or (),
            )
        except SarabanError as error:
            refuse(publishing, error)
        else:
            flash(_("ประกาศใช้ฉบับที่ %(version)s แล้ว", version=in_digits(version)), "success")
            return see_other("report_form_building.form", uid=uid)
    return _building_page(card, publishing=publishing)


def _keep(card: FormCard, definition: FormDefinition, *, seen: str | None) -> None:
    """Keep one step of building; refused if somebody else took one that this person has not seen.

    One's own steps of a moment ago are no surprise: each step is taken on what stands now.
    """
    if whole(seen) != card.seq and card.changed_by != actor().name:
        raise ReportFormChangedMeanwhile(who=card.changed_by)
    keep_form(
        actor=actor(),
        at=clock.now(),
        form_uid=card.uid,
        based_on=card.seq,
        definition=definition,
    )


def _built(uid: str, key: str | None = None) -> Response:
    """Back to the builder, at the field that was worked on."""
    if key is None:
        return see_other("report_form_building.form", uid=uid)
    return see_other("report_form_building.form", uid=uid, field=key, _anchor=f"field-{key}")


def _building_page(
    card: FormCard,
    *,
    head: HeadForm | None = None,
    adding: AddForm | None = None,
    publishing: PublishForm | None = None,
    settings: dict[str, FieldForm] | None = None,
    opened: str | None = None,
) -> Any:
    refused = head or adding or publishing or next(iter((settings or {}).values()), None)
    if refused is not None:
        # What was typed is judged against what stands now, which this page shows.
        refused.seen.data, refused.seen.raw_data = str(card.seq), None
    forms = {
        field.key: (settings or {}).get(field.key)
        or settings_form(field, seq=card.seq, is_typed=False)
        for field in card.definition.fields
    }
    newest = card.newest
    return page(
        "report_forms/form.html",
        refused,
        card=card,
        head=head or _filled(HeadForm, "head-", card, title=card.definition.title,
                             intro=card.definition.intro),
        adding=adding or _filled(AddForm, "add-", card),
        publishing=publishing
        or _filled(PublishForm, "publish-", card, duties=[use.duty_uid for use in card.uses]),
        settings=forms,
        opened=opened or request.args.get("field"),
        changes=form_changes(newest.definition, card.definition) if newest else (),
        change_words=THAI_FORM_CHANGE,
        kind_words=THAI_FIELD_KIND,
        kind_hints=HINTS,
        preview=preview_of(card.definition),
        button=ButtonForm(formdata=None),
        back=url_for("report_forms.forms"),
    )  # fmt: skip


def _filled(kind: type[Any], prefix: str, card: FormCard, **values: Any) -> Any:
    return kind(prefix=prefix, formdata=None, data={**values, "seen": card.seq})


def preview_of(definition: FormDefinition) -> Any:
    """The form as it is filled in, with names of its own so that it stands beside the builder."""
    return fields_of(definition)(MultiDict(), prefix="preview-")
