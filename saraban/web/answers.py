"""What a view gives back: a page with the right status, or the way to the next one."""

from io import BytesIO
from typing import Any

from flask import Response as FlaskResponse, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from saraban.web.forms import Form


def page(template: str, form: Form | None = None, **facts: Any) -> tuple[str, int]:
    """A page; 422 when its form was refused, so that programs can tell as well as people."""
    status = 422 if form is not None and form.is_refused else 200
    return render_template(template, form=form, **facts), status


def page_asked() -> int:
    """The number of the page in the address, from 1; no address leads past page 10,000."""
    return max(1, min(request.args.get("page", 1, type=int), 10_000))


def file_to_save(content: bytes, *, media_type: str, name: str) -> FlaskResponse:
    """A file for the person to save; the next asking is answered anew."""
    return send_file(
        BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, max_age=0
    )


def see_other(endpoint: str, **values: Any) -> Response:
    """After a form was sent and done: the next page by GET."""
    return redirect(url_for(endpoint, **values), code=303)
