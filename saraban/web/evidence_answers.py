"""Pictures, clips and papers of strangers handed out: in parts for who plays them, never run."""

from pathlib import Path

from flask import Response, send_file

from saraban.errors import EvidenceNotFound
from saraban.paper import evidence_shown
from saraban.paper.evidence_kinds import HEAD_BYTES, evidence_kind, name_as_its_kind

# It may be framed by our pages, and load nothing (as web.letters has it for letters' files).
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'; "
    "media-src 'self'; frame-ancestors 'self'"
)
# The same digest is the same bytes for ever, but who may see them can change.
SECONDS_KEPT = 300


def shown_part(path: Path, sha256: str, name: str, part: str) -> Response:
    """A picture of the file or what is shown in its stead; the file where nothing stands for it.

    Raises EvidenceNotFound where there is no such picture.
    """
    made = evidence_shown.shown(path, sha256, name, part)
    if made is not None:
        return shown_file(made, name, f"{sha256}-{part}")
    if part != evidence_shown.SHOWN:
        raise EvidenceNotFound(uid=sha256)
    return shown_file(path, name, sha256)


def handed_out(path: Path, name: str, media_type: str, etag: str) -> Response:
    """A file that is neither photo, clip nor PDF, to be saved: a browser opens none of it."""
    answer = send_file(path, mimetype=media_type, etag=etag, as_attachment=True, download_name=name)
    return _guarded(answer)


def shown_file(path: Path, name: str, etag: str, *, is_saved: bool = False) -> Response:
    """A file in the kind its bytes have, whole or the part that a player asks for."""
    with path.open("rb") as opened:
        kind = evidence_kind(opened.read(HEAD_BYTES), name)
    answer = send_file(
        path,
        mimetype=kind.media_type,
        conditional=True,
        etag=etag,
        as_attachment=is_saved,
        download_name=name_as_its_kind(name, kind.media_type),
    )
    return _guarded(answer)


def _guarded(answer: Response) -> Response:
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    # By hand: what Flask writes for an age lets every cache on the way keep it for everybody.
    answer.headers["Cache-Control"] = f"private, max-age={SECONDS_KEPT}"
    return answer
