"""The files that a person asked for: how far each is, and the file when it is ready."""

import hashlib
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, flash, request, session
from flask_babel import gettext as _

from saraban import clock
from saraban.desk import exports as desk_exports
from saraban.queries.exports import export_content, my_exports, unseen_count
from saraban.rules.exports import KEPT_FOR, THAI_EXPORT_STATE, ExportState
from saraban.rules.permissions import Act
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.forms import Form, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("exports", __name__)

# Set in the session of who waits for a file, so that other people's pages ask nothing.
AWAITED = "awaits_export"

EXPORT_SHAPES = {
    ExportState.WAITING: "◌",
    ExportState.MAKING: "◔",
    ExportState.READY: "●",
    ExportState.FAILED: "✗",
    ExportState.CANCELLED: "–",
}


class ActForm(Form):
    """Nothing but the token of a button."""


@pages.get("/exports")
@signed_in
def exports() -> Any:
    """The person's files, the newest first; whoever looks here needs no notice any more."""
    require(Act.PRINT_BOOK)
    facts = _facts()
    desk_exports.note_seen(actor=actor(), at=clock.now())
    if not any(file.is_open for file in facts["files"]):
        session.pop(AWAITED, None)
    return page("exports/exports.html", **facts)


@pages.get("/exports/list")
@signed_in
def listed() -> tuple[str, int]:
    """The list alone, for the page that watches it; nothing where it is as that page shows it."""
    require(Act.PRINT_BOOK)
    facts = _facts()
    if request.args.get("seen") == facts["seen"]:
        return "", HTTPStatus.NO_CONTENT
    desk_exports.note_seen(actor=actor(), at=clock.now())
    return page("exports/list.html", **facts)


@pages.get("/exports/<uid>/file")
@signed_in
def file(uid: str) -> Response:
    """The file, when it is ready."""
    name, media_type, content = export_content(actor(), uid, at=clock.now())
    return file_to_save(content, media_type=media_type, name=name)


@pages.post("/exports/<uid>/cancel")
@signed_in
def cancel(uid: str) -> Any:
    """Want a file no more."""
    require(Act.PRINT_BOOK)
    if sent(ActForm()):
        desk_exports.cancel_export(actor=actor(), at=clock.now(), uid=uid)
        flash(_("ยกเลิกแล้ว"), "success")
    return see_other("exports.exports")


@pages.post("/exports/<uid>/again")
@signed_in
def again(uid: str) -> Any:
    """Have a file made once more that failed or was cancelled."""
    require(Act.PRINT_BOOK)
    if sent(ActForm()):
        desk_exports.ask_again(actor=actor(), at=clock.now(), uid=uid)
        session[AWAITED] = True
        flash(_("จัดทำใหม่อีกครั้ง"), "success")
    return see_other("exports.exports")


def settled_count() -> int:
    """How many files the person waited for are settled: the notice on top of every page."""
    return unseen_count(actor(), at=clock.now()) if session.get(AWAITED) else 0


def _facts() -> dict[str, Any]:
    files = my_exports(actor(), at=clock.now())
    return {
        "files": files,
        "is_busy": any(file.is_open for file in files),
        "seen": hashlib.sha256(repr(files).encode()).hexdigest()[:16],
        "kept_days": KEPT_FOR.days,
        "EXPORT_SHAPES": EXPORT_SHAPES,
        "EXPORT_WORDS": THAI_EXPORT_STATE,
    }
