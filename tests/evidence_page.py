"""A page with nothing but fields of evidence, for tests of the fields themselves."""

from typing import Any

from flask import Blueprint, Flask, render_template_string

from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from saraban.web.evidence_field import kept_field, kept_fields, sent_field, sent_fields
from saraban.web.forms import Form, sent
from saraban.web.session import signed_in

PHOTOS = EvidenceRule(frozenset({EvidenceKind.PHOTO, EvidenceKind.PDF}))
CLIPS = FormDefinition("รายงาน", fields=(FormField(key="f3", kind=FieldKind.CLIPS, label="คลิป"),))
ADDRESS = "/practice"
PAGE = """
{% extends "layout/page.html" %}
{% from "evidence/pieces.html" import evidence_head, evidence_scripts %}
{% from "evidence/pieces.html" import upload_area, upload_field %}
{% block head %}{{ evidence_head() }}{{ evidence_scripts() }}{% endblock %}
{% block main %}
<div class="narrow">
  <h1>รายงานกิจกรรมจิตอาสา</h1>
  <form method="post" enctype="multipart/form-data" novalidate>
    {{ form.csrf_token }}
    {{ upload_field(photos, "ภาพกิจกรรม", hint="ภาพก่อนทำ ระหว่างทำ และหลังทำ") }}
    <fieldset class="field" id="f3"><legend>คลิปกิจกรรม</legend>{{ upload_area(clips) }}</fieldset>
    <div class="primary-action"><p></p><button type="submit">ส่งรายงาน</button></div>
  </form>
  {% if taken %}<p id="taken">{{ taken|join(" ") }}</p>{% endif %}
</div>
{% endblock %}
"""


class PracticeForm(Form):
    """Nothing but the token."""


def hang_on(app: Flask) -> None:
    """Add the page to an application that has answered nothing yet."""
    pages = Blueprint("practice", __name__)

    @pages.route(ADDRESS, methods=["GET", "POST"])
    @signed_in
    def practice() -> Any:
        form = PracticeForm()
        is_sent = sent(form)
        photos = (sent_field if is_sent else kept_field)("f1", PHOTOS)
        clips = (sent_fields(CLIPS) if is_sent else kept_fields(CLIPS, {}))["f3"]
        taken = [*photos.marks, *clips.marks] if is_sent else []
        return render_template_string(PAGE, form=form, photos=photos, clips=clips, taken=taken)

    app.register_blueprint(pages)
