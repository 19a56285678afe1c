"""The evidence of a report, to look at and to play: without its place, but for who may have it."""

from flask import Blueprint, Response, request

from saraban.errors import EvidenceNotFound, EvidenceUnknown
from saraban.paper import evidence_shown
from saraban.queries.evidence import evidence_seen
from saraban.web.evidence_answers import handed_out, shown_file, shown_part
from saraban.web.session import actor, signed_in

pages = Blueprint("evidence", __name__)


@pages.get("/evidence/<uid>/<sha256>/small.jpg")
@signed_in
def small(uid: str, sha256: str) -> Response:
    """A small picture of a photo, a clip, or a paper's first page."""
    return _part(uid, sha256, evidence_shown.SMALL)


@pages.get("/evidence/<uid>/<sha256>/poster.jpg")
@signed_in
def poster(uid: str, sha256: str) -> Response:
    """A clip's first picture."""
    return _part(uid, sha256, evidence_shown.POSTER)


@pages.get("/evidence/<uid>/<sha256>/file")
@signed_in
def file(uid: str, sha256: str) -> Response:
    """What everybody sees who sees the report; a player gets the part it asks for."""
    return _part(uid, sha256, evidence_shown.SHOWN)


@pages.get("/evidence/<uid>/<sha256>/original")
@signed_in
def original(uid: str, sha256: str) -> Response:
    """The file as it was sent, for its unit, and for the office that asked where it was taken."""
    seen = evidence_seen(actor(), uid, sha256)
    if not seen.may_have_original:
        raise EvidenceNotFound(uid=uid)
    return shown_file(seen.path, seen.line.name, sha256, is_saved="show" not in request.args)


def _part(uid: str, sha256: str, part: str) -> Response:
    seen = evidence_seen(actor(), uid, sha256)
    try:
        return shown_part(seen.path, sha256, seen.line.name, part)
    except EvidenceUnknown:
        # With the answer to a letter papers of other kinds may come, which have no picture.
        if part != evidence_shown.SHOWN:
            raise
        return handed_out(seen.path, seen.line.name, seen.line.media_type, sha256)
