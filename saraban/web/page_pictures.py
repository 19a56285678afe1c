"""Pictures of the pages of a file in the queue: whole, and the place of one field enlarged."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request

from saraban.errors import IntakeNotFound
from saraban.paper.sheet_image import page_jpeg, place_of
from saraban.queries.reading_to_review import (
    Sheet,
    evidence_of,
    page_source,
    sheets_of,
)
from saraban.web.session import actor, signed_in

pages = Blueprint("page_pictures", __name__)


@pages.get("/intake/<uid>/pages/<int:number>.jpg")
@signed_in
def whole(uid: str, number: int) -> Response:
    """A page upright, at one width."""
    sheet = _sheet(uid, number)
    if sheet is None:
        raise IntakeNotFound(uid=uid)
    return _picture(uid, sheet, mark="page")


@pages.get("/intake/<uid>/<int:place>/crops/<field>.jpg")
@signed_in
def crop(uid: str, place: int, field: str) -> Response:
    """The place where a field was read, at 300 dpi; ?item=N for one element of a list."""
    evidence = evidence_of(actor(), uid, place).get(field) or {}
    item = request.args.get("item", type=int)
    if item is not None:
        items = evidence.get("items") or ()
        evidence = items[item] if 0 <= item < len(items) else {}
    sheet = _sheet(uid, evidence.get("page"))
    if sheet is None or not evidence.get("box"):
        raise IntakeNotFound(uid=uid)
    return _picture(uid, sheet, mark=f"{place}-{field}-{item}", box=evidence["box"])


def _sheet(uid: str, number: int | None) -> Sheet | None:
    return next((one for one in sheets_of(actor(), uid) if one.page == number), None)


def _picture(uid: str, sheet: Sheet, *, mark: str, box: Any = None) -> Response:
    """The drawing, or "not changed": a reading again may turn the page or move the box."""
    answer = Response(mimetype="image/jpeg")
    turn = f"{sheet.turned}-{sheet.width:.0f}x{sheet.height:.0f}"
    answer.set_etag(f"{uid}-{sheet.page}-{turn}-{mark}-{box}".replace('"', ""))
    answer.make_conditional(request)
    if answer.status_code != HTTPStatus.NOT_MODIFIED:
        media_type, content = page_source(actor(), uid)
        place = None
        if box is not None:
            left, top, right, bottom = box
            place = place_of((left, top, right, bottom), width=sheet.width, height=sheet.height)
        drawn = page_jpeg(
            content,
            media_type,
            page_number=sheet.page,
            turned=sheet.turned,
            place=place,
            size=(sheet.width, sheet.height),
        )
        if drawn is None:
            raise IntakeNotFound(uid=uid)
        answer.set_data(drawn)
    return answer
