"""Pictures, clips and papers of strangers handed out: in parts for who plays them, never run."""

from pathlib import Path

from flask import Response, send_file

from saraban.paper.evidence_kinds import HEAD_BYTES, evidence_kind, name_as_its_kind

# It may be framed by our pages, and load nothing (as web.letters has it for letters' files).
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'; "
    "media-src 'self'; frame-ancestors 'self'"
)
# The same digest is the same bytes for ever, but who may see them can change.
SECONDS_KEPT = 300


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
        max_age=SECONDS_KEPT,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = f"private, max-age={SECONDS_KEPT}"
    return answer
