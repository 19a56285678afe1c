"""What a view gives back: a page with the right status, or the way to the next one."""

from typing import Any

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from saraban.web.forms import Form


def page(template: str, form: Form | None = None, **facts: Any) -> tuple[str, int]:
    """A page; 422 when its form was refused, so that programs can tell as well as people."""
    status = 422 if form is not None and form.is_refused else 200
    return render_template(template, form=form, **facts), status


def see_other(endpoint: str, **values: Any) -> Response:
    """After a form was sent and done: the next page by GET."""
    return redirect(url_for(endpoint, **values), code=303)
