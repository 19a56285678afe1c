"""The words of the tus protocol 1.0.0: what a sender's headers say, and what is answered.

Source: tus resumable upload protocol 1.0.0, https://tus.io/protocols/resumable-upload; core,
creation, expiration, checksum and termination.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from datetime import UTC
from email.utils import format_datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Response, current_app, request
from flask_babel import gettext as _
from werkzeug.exceptions import ClientDisconnected

from saraban.desk.uploads import PIECE_BYTES, Coming
from saraban.errors import (
    N_,
    EvidenceTooLarge,
    NotFound,
    Refused,
    SarabanError,
    StorageFull,
    UploadAtOnce,
    UploadChecksum,
    UploadOffset,
)
from saraban.web.session import me
from saraban.web.words import said

VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,checksum,termination"
CHECKSUMS = ("sha1", "sha256")  # the protocol wants SHA-1 of every server
CHECKSUM_MISMATCH = 460
BYTES_TYPE = "application/offset+octet-stream"
SESSION_OVER = N_("หมดเวลาใช้งาน โปรดเข้าระบบอีกครั้ง แล้วเลือกไฟล์เดิมเพื่อส่งต่อจากที่ค้าง")
_NUMBER = re.compile(r"\d{1,15}")

# The first family that fits; what a sender got wrong otherwise is a plain 400.
_STATUS_OF: tuple[tuple[type[SarabanError], int], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (Refused, HTTPStatus.FORBIDDEN),
    (EvidenceTooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (UploadOffset, HTTPStatus.CONFLICT),
    (UploadAtOnce, HTTPStatus.LOCKED),
    (UploadChecksum, CHECKSUM_MISMATCH),
    (StorageFull, HTTPStatus.INSUFFICIENT_STORAGE),
)


class Misspoken(Exception):
    """The request is not as the protocol has it; status and words for whoever wrote the sender."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = int(status)
        self.words = words


def spoken(view: Callable[..., Response]) -> Callable[..., Response]:
    """A view of the protocol: version held, sign-in asked for, refusals as one plain line."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> Response:
        try:
            if request.headers.get("Tus-Resumable") != VERSION:
                raise Misspoken(HTTPStatus.PRECONDITION_FAILED, f"Tus-Resumable must be {VERSION}")
            if me() is None:
                # No way to the sign-in page: the sender is a script, and would take that page
                # for the answer.
                raise Misspoken(HTTPStatus.UNAUTHORIZED, _(SESSION_OVER))
            answer = view(*args, **kwargs)
        except Misspoken as wrong:
            answer = plain(wrong.words, wrong.status)
        except SarabanError as refusal:
            answer = plain(said(refusal), status_of(refusal))
        answer.headers["Tus-Resumable"] = VERSION
        answer.headers["Cache-Control"] = "no-store"
        if answer.status_code == HTTPStatus.PRECONDITION_FAILED:
            answer.headers["Tus-Version"] = VERSION
        return answer

    return answered


def plain(words: str, status: int) -> Response:
    """One line of text."""
    return Response(words, status, mimetype="text/plain")


def status_of(refusal: SarabanError) -> int:
    """The protocol's status for a refusal of the desk."""
    return next((int(status) for family, status in _STATUS_OF if isinstance(refusal, family)), 400)


def offers() -> Response:
    """What this server can do: the answer to OPTIONS."""
    answer = Response(status=HTTPStatus.NO_CONTENT)
    answer.headers["Tus-Resumable"] = answer.headers["Tus-Version"] = VERSION
    answer.headers["Tus-Extension"] = EXTENSIONS
    answer.headers["Tus-Checksum-Algorithm"] = ",".join(CHECKSUMS)
    answer.headers["Tus-Max-Size"] = str(current_app.config["SARABAN"].max_evidence_bytes)
    return answer


def with_state(status: int, coming: Coming) -> Response:
    """An answer that tells how far an upload has come, and until when it can be gone on with."""
    answer = Response(status=status)
    answer.headers["Upload-Offset"] = str(coming.offset)
    if not coming.is_whole:
        until = coming.expires_at.astimezone(UTC).replace(microsecond=0)
        answer.headers["Upload-Expires"] = format_datetime(until, usegmt=True)
    return answer


def number(header: str) -> int:
    """A header that must hold a number of bytes."""
    text = request.headers.get(header, "")
    if not _NUMBER.fullmatch(text) or not text.isascii():
        raise Misspoken(HTTPStatus.BAD_REQUEST, f"{header} must be a number of bytes")
    return int(text)


def metadata() -> dict[str, str]:
    """What the sender tells of the file: keys to texts, each given in base64."""
    told: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in _header("Upload-Metadata").split(","))):
        key, _space, value = pair.partition(" ")
        try:
            text = base64.b64decode(value.strip(), validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            raise Misspoken(HTTPStatus.BAD_REQUEST, "Upload-Metadata cannot be read") from None
        if not key.isascii() or key in told:
            raise Misspoken(HTTPStatus.BAD_REQUEST, "Upload-Metadata cannot be read")
        told[key] = text
    return told


def checksum() -> tuple[str, str] | None:
    """The digest that the sender tells of this piece: its name and base64; None without one."""
    told = _header("Upload-Checksum")
    if not told:
        return None
    name, _space, digest = told.partition(" ")
    if name not in CHECKSUMS:
        raise Misspoken(HTTPStatus.BAD_REQUEST, f"Upload-Checksum must be of {CHECKSUMS}")
    return name, digest


def pieces() -> Iterator[bytes]:
    """The body, a little at a time; where the line breaks it ends early, and what came is kept."""
    if request.mimetype != BYTES_TYPE:
        raise Misspoken(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"the body must be {BYTES_TYPE}")
    return _pieces()


def _pieces() -> Iterator[bytes]:
    while True:
        try:
            piece = request.stream.read(PIECE_BYTES)
        except ClientDisconnected:
            return
        if not piece:
            return
        yield piece


def meant_method() -> str:
    """The method, or the one that a sender behind an old proxy means by POST."""
    return _header("X-HTTP-Method-Override").upper() or request.method


def _header(name: str) -> str:
    return request.headers.get(name, "")
