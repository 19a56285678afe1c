"""A page with nothing but a report form and its draft, for tests of how one is filled in."""

from typing import Any

from flask import Blueprint, Flask, render_template_string, request

from saraban.queries.duties_in_sight import duty_in_sight
from saraban.rules.report_form_changes import THAI_FORM_CHANGE
from saraban.web.filling import filling_of
from saraban.web.forms import Form, sent
from saraban.web.report_drafts import kept_draft
from saraban.web.report_fields import add_row, shown_values
from saraban.web.session import actor, signed_in

PAGE = """
{% extends "layout/page.html" %}
{% from "parts/errors.html" import error_summary %}
{% from "report_forms/draft.html" import draft_state %}
{% from "report_forms/fields.html" import report_fields, shown_values %}
{% from "report_forms/pieces.html" import form_moved_on %}
{% block head %}
  <link rel="stylesheet" href="{{ url_for('static', filename='css/work.css') }}">
  <link rel="stylesheet" href="{{ url_for('static', filename='css/reports.css') }}">
  <script src="{{ url_for('static', filename='js/report_fields.js') }}" defer></script>
  <script src="{{ url_for('static', filename='js/draft.js') }}" defer></script>
{% endblock %}
{% block main %}
  <h1>{{ duty.name }}</h1>
  {{ error_summary(form) }}
  {% if filling.moved %}{{ form_moved_on(filling.moved, words) }}{% endif %}
  {% if shown %}<div id="shown">{{ shown_values(shown) }}</div>{% endif %}
  <form method="post" novalidate class="column" id="fill"
        data-draft-url="{{ url_for("report_drafts.save", uid=duty.uid, number=1) }}">
    {{ form.csrf_token }}
    {% call(asked, place) report_fields(filling.fields) %}<p>{{ place.limits }}</p>{% endcall %}
    {{ draft_state(filling.draft, filling.said, filling.version_id) }}
    <button type="submit" name="step" value="send">ส่งรายงาน</button>
  </form>
{% endblock %}
"""


class FillingForm(Form):
    """Nothing but the token: the fields are the filling's."""


def hang_on(app: Flask) -> None:
    """Add the page to an application that has answered nothing yet."""
    pages = Blueprint("filling_page", __name__)

    @pages.route("/practice/<uid>", methods=["GET", "POST"])
    @signed_in
    def fill(uid: str) -> Any:
        duty = duty_in_sight(actor(), uid)
        filling = filling_of(duty, 1)
        form, shown = FillingForm(), ()
        fields = filling.fields
        assert fields is not None
        assert filling.version is not None
        fields.counts = {"photos1": 2}
        step = request.form.get("step", "")
        if step.startswith("row:"):
            add_row(fields, step.removeprefix("row:"))
        elif step == "draft" and sent(form):
            kept_draft(form, uid, 1)
            filling = filling_of(duty, 1)
        elif step == "send" and sent(form) and filling.moved is None and fields.validate():
            shown = shown_values(filling.version.definition, fields.values)
        return render_template_string(
            PAGE, duty=duty, form=form, filling=filling, shown=shown, words=THAI_FORM_CHANGE
        )

    app.register_blueprint(pages)
