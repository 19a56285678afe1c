"""Where a file of evidence comes up, in pieces, by the tus protocol; and what came of it.

No Python part of the protocol fits this house: those that are kept up are for ASGI, the one for
WSGI (tuswsgi) is not, knows no people, and keeps its own files beside ours. waitress hands a
request on when its body is whole: `upload_chunk_bytes`. `scripts/_server` does so for one that was
cut as well; where something in front of it holds bodies back, a cut line costs one piece.
"""

import re
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, current_app, request, url_for

from saraban import clock
from saraban.desk.uploads import begin_upload, coming, drop_upload, go_on
from saraban.errors import ReadingTooSlow, SarabanError
from saraban.paper import evidence_shown
from saraban.queries.uploads import UploadLine, upload_here
from saraban.rules.evidence import EVERY_KIND, EvidenceKind, EvidenceRule
from saraban.web import tus
from saraban.web.answers import page
from saraban.web.evidence_answers import shown_part
from saraban.web.evidence_field import measured
from saraban.web.forms import base_name
from saraban.web.session import actor, signed_in
from saraban.web.words import said

pages = Blueprint("uploads", __name__)
_LIMIT = re.compile(r"[0-9]{1,15}")


@pages.route("/uploads", methods=["OPTIONS"])
def offers() -> Response:
    """What the server can do, for whoever asks."""
    return tus.offers()


@pages.post("/uploads")
@tus.spoken
def begin() -> Response:
    """Announce a file; one that is too large is refused here, before a byte of it is sent."""
    told = tus.metadata()
    begun = begin_upload(
        actor=actor(),
        at=clock.now(),
        name=base_name(told.get("filename", "")),
        size=tus.number("Upload-Length"),
        most=current_app.config["SARABAN"].max_evidence_bytes,
        rule=asked_rule(told),
    )
    answer = tus.with_state(HTTPStatus.CREATED, begun)
    answer.headers["Location"] = url_for("uploads.state", uid=begun.uid)
    return answer


@pages.route("/uploads/<uid>", methods=["HEAD"])
@tus.spoken
def state(uid: str) -> Response:
    """How far an upload has come."""
    found = coming(actor=actor(), at=clock.now(), uid=uid)
    answer = tus.with_state(HTTPStatus.OK, found)
    answer.headers["Upload-Length"] = str(found.size)
    return answer


@pages.patch("/uploads/<uid>")
@tus.spoken
def go_on_with(uid: str) -> Response:
    """Take in the next piece."""
    found = go_on(
        actor=actor(),
        at=clock.now(),
        uid=uid,
        offset=tus.number("Upload-Offset"),
        pieces=tus.pieces(),
        checksum=tus.checksum(),
    )
    return tus.with_state(HTTPStatus.NO_CONTENT, found)


@pages.delete("/uploads/<uid>")
@tus.spoken
def drop(uid: str) -> Response:
    """Take it off again."""
    gone = drop_upload(actor=actor(), uid=uid)
    if gone is not None:
        evidence_shown.forget(gone)
    return Response(status=HTTPStatus.NO_CONTENT)


@pages.post("/uploads/<uid>")
def by_post(uid: str) -> Response:
    """The same for a sender behind something that lets no PATCH or DELETE through."""
    meant = {"PATCH": go_on_with, "DELETE": drop, "HEAD": state}.get(tus.meant_method())
    if meant is None:
        return tus.plain("X-HTTP-Method-Override is missing", HTTPStatus.METHOD_NOT_ALLOWED)
    return meant(uid)


@pages.get("/uploads/<uid>/piece")
@signed_in
def piece(uid: str) -> Any:
    """What came of it, as a piece of the form; one that cannot be taken goes, with the reason.

    503 where the machine was too busy to tell: it stays, and may be asked for again.
    """
    rule = asked_rule(request.args)
    line = upload_here(actor(), uid)
    try:
        line = measured(line, rule)
    except ReadingTooSlow as refusal:
        return tus.plain(said(refusal), HTTPStatus.SERVICE_UNAVAILABLE)
    except SarabanError as refusal:
        return tus.plain(said(refusal), HTTPStatus.UNPROCESSABLE_ENTITY)
    return page("evidence/piece.html", line=line, key=request.args.get("key", ""), rule=rule)


@pages.get("/uploads/<uid>/small.jpg")
@signed_in
def small(uid: str) -> Response:
    """A small picture of it."""
    line = upload_here(actor(), uid)
    return _shown(line, evidence_shown.SMALL)


@pages.get("/uploads/<uid>/poster.jpg")
@signed_in
def poster(uid: str) -> Response:
    """A clip's first picture."""
    return _shown(upload_here(actor(), uid), evidence_shown.POSTER)


@pages.get("/uploads/<uid>/file")
@signed_in
def file(uid: str) -> Response:
    """What others will see of it, or the file itself where nothing is left out."""
    return _shown(upload_here(actor(), uid), evidence_shown.SHOWN)


def asked_rule(told: Any) -> EvidenceRule:
    """What the field takes, as its page says: told early, and checked again with the form."""
    kinds = {kind for kind in EvidenceKind if kind.value in told.get("kinds", "").split(" ")}
    return EvidenceRule(
        frozenset(kinds) or EVERY_KIND,
        _limit(told.get("seconds", "")),
        _limit(told.get("bytes", "")),
        told.get("place") == "1",
    )


def _limit(text: str) -> int | None:
    return int(text) if _LIMIT.fullmatch(text) else None


def _shown(line: UploadLine, part: str) -> Response:
    return shown_part(line.path, line.sha256, line.name, part)
