"""A page with nothing but fields of evidence, for tests of the fields themselves."""

from typing import Any

from flask import Blueprint, Flask, render_template_string

from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.web.evidence_field import kept_field, sent_field
from saraban.web.forms import Form, sent
from saraban.web.session import signed_in

PHOTOS = EvidenceRule(frozenset({EvidenceKind.PHOTO, EvidenceKind.PDF}))
CLIPS = EvidenceRule(frozenset({EvidenceKind.CLIP}), most_seconds=30)
ADDRESS = "/practice"
PAGE = """
{% extends "layout/page.html" %}
{% from "evidence/pieces.html" import evidence_head, evidence_scripts, upload_field %}
{% block head %}{{ evidence_head() }}{{ evidence_scripts() }}{% endblock %}
{% block main %}
<div class="narrow">
  <h1>รายงานกิจกรรมจิตอาสา</h1>
  <form method="post" enctype="multipart/form-data" novalidate>
    {{ form.csrf_token }}
    {{ upload_field(photos, "ภาพกิจกรรม", hint="ภาพก่อนทำ ระหว่างทำ และหลังทำ") }}
    {{ upload_field(clips, "คลิปกิจกรรม", must=true) }}
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
        field = sent_field if is_sent else kept_field
        photos, clips = field("f1", PHOTOS), field("f3", CLIPS)
        taken = [*photos.marks, *clips.marks] if is_sent else []
        return render_template_string(PAGE, form=form, photos=photos, clips=clips, taken=taken)

    app.register_blueprint(pages)
