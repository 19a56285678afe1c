"""Files that were sent up and wait for their report, and what was measured in any file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saraban.errors import UploadNotFound
from saraban.records import EvidenceFact, Upload, file_store, upload_store
from saraban.rules.evidence import EvidenceFacts, EvidenceKind, shown_mib
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class UploadLine:
    """One file that was sent up whole and waits for its report."""

    uid: str
    sha256: str
    name: str
    size: int
    facts: EvidenceFacts | None

    @property
    def mark(self) -> str:
        """What a form names it by (desk.evidence.Chosen)."""
        return self.uid

    @property
    def is_upload(self) -> bool:
        """Always: no report has it yet."""
        return True

    @property
    def mib_text(self) -> str:
        """Its size in mebibytes."""
        return shown_mib(self.size)

    @property
    def path(self) -> Path:
        """Where its bytes lie. Raises UploadNotFound."""
        for path in (upload_store.path_of(self.uid), file_store.path_of(self.sha256)):
            if path.exists():
                return path
        raise UploadNotFound(uid=self.uid)


def facts_of(sha256: str) -> EvidenceFacts | None:
    """What was measured in these bytes; None where nothing was yet."""
    row = EvidenceFact.get_or_none(EvidenceFact.sha256 == sha256)
    return None if row is None else _facts(row)


def uploads_named(actor: Actor, uids: Iterable[str]) -> tuple[UploadLine, ...]:
    """Those of these uploads that are whole and of the actor's unit, in the order asked for."""
    asked = list(dict.fromkeys(uids))
    found: dict[str, Any] = {
        row.uid: row
        for row in Upload.select().where(
            Upload.uid.in_(asked), Upload.unit == actor.unit_id, Upload.sha256.is_null(False)
        )
    }
    measured = facts_among([row.sha256 for row in found.values()])
    return tuple(
        UploadLine(uid, row.sha256, row.name, row.size, measured.get(row.sha256))
        for uid, row in ((uid, found[uid]) for uid in asked if uid in found)
    )


def upload_here(actor: Actor, uid: str) -> UploadLine:
    """A whole upload of the actor's unit. Raises UploadNotFound."""
    found = uploads_named(actor, [uid]) if may(actor, Act.REPORT) else ()
    if not found:
        raise UploadNotFound(uid=uid)
    return found[0]


def facts_among(digests: Sequence[str]) -> dict[str, EvidenceFacts]:
    """What was measured in those of these bytes that were, by digest."""
    rows = EvidenceFact.select().where(EvidenceFact.sha256.in_(list(set(digests))))
    return {row.sha256: _facts(row) for row in rows}


def _facts(row: Any) -> EvidenceFacts:
    north, _, east = row.location.partition(", ")
    return EvidenceFacts(
        EvidenceKind(row.kind),
        row.media_type,
        row.width,
        row.height,
        seconds=_seconds(row.milliseconds),
        told_seconds=_seconds(row.told_milliseconds),
        codecs=row.codecs,
        is_playable=row.is_playable,
        has_location=row.has_location,
        location=(float(north), float(east)) if east else None,
        page_count=row.page_count,
    )


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
