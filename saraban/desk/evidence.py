"""Evidence goes into a report: measured, checked against its field, kept by its digest.

A door first has each file measured (`paper.evidence_shown.measure`) and tells it to `keep_facts`;
what was never measured is not taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import FileDamaged, SarabanError, UploadNotFound, UploadUnfinished
from saraban.queries.evidence import reports_collected
from saraban.queries.uploads import facts_of
from saraban.records import (
    EvidenceFact,
    Report,
    ReportFile,
    StoredFile,
    Upload,
    file_store,
    rows,
    upload_store,
)
from saraban.records.database import locked, write_transaction
from saraban.rules.evidence import EvidenceFacts, EvidenceRule, shown_location
from saraban.rules.permissions import Actor

MOST_MILLISECONDS = 2**31 - 1


@dataclass(frozen=True)
class Chosen:
    """A file for one field of a form.

    mark is the uid of an upload, or "REPORT/SHA256" for a file of a report: one that the same unit
    sent before, which a further version takes along, or one that the unit collects, for its own
    report to the level above.
    """

    mark: str
    field: str
    rule: EvidenceRule


@dataclass(frozen=True)
class Ready:
    """A file that is kept already, and what its row beside the report will say."""

    sha256: str
    name: str
    size: int
    media_type: str
    field: str
    location: str
    upload_id: int | None


def keep_facts(*, at: datetime, sha256: str, facts: EvidenceFacts) -> None:
    """Remember what was measured in a file; once is enough for all who send the same bytes."""
    location = "" if facts.location is None else shown_location(facts.location)
    with write_transaction():
        rows.insert(
            EvidenceFact,
            {
                "sha256": sha256,
                "kind": facts.kind.value,
                "media_type": facts.media_type,
                "width": facts.width,
                "height": facts.height,
                "milliseconds": _milliseconds(facts.seconds),
                "told_milliseconds": _milliseconds(facts.told_seconds),
                "codecs": facts.codecs,
                "is_playable": facts.is_playable,
                "has_location": facts.has_location,
                "location": location,
                "page_count": facts.page_count,
                "measured_at": at,
            },
            may_exist=True,
        )


def make_ready(*, actor: Actor, chosen: Sequence[Chosen]) -> tuple[Ready, ...]:
    """Check each file against its field and keep its bytes, before any transaction opens.

    Raises, with the field's key as `field`: UploadNotFound, UploadUnfinished,
    EvidenceKindRefused, EvidenceTooLarge, ClipTooLong, ClipIncomplete. If the action then fails
    the bytes stay without a row, which harms nothing.
    """
    return tuple(_ready(actor, one) for one in chosen)


def add_evidence(ledger: Ledger, *, report_id: int, ready: Sequence[Ready]) -> None:
    """Rows that tie kept files to a report; inside the caller's transaction.

    Raises UploadNotFound where somebody took one off again since it was made ready.
    """
    _hold_uploads(ready)
    # Always in one order: two desks that keep the same two files at once wait, not deadlock.
    for file in sorted(ready, key=lambda file: file.sha256):
        ledger.insert_new(
            StoredFile,
            sha256=file.sha256,
            size=file.size,
            media_type=file.media_type,
            kept_at=ledger.at,
        )
    for file in ready:
        ledger.insert(
            ReportFile,
            report=report_id,
            file=file.sha256,
            name=file.name,
            field=file.field,
            location=file.location,
        )
        if file.upload_id is not None:
            rows.update(Upload, file.upload_id, {"used_at": ledger.at})


def _hold_uploads(ready: Sequence[Ready]) -> None:
    """Keep the uploads until the transaction ends; who drops one then finds it used."""
    of_upload = {file.upload_id: file for file in ready if file.upload_id is not None}
    if not of_upload:
        return
    held: Any = locked(Upload.select(Upload.id).where(Upload.id.in_(list(of_upload))))
    here = {row.id for row in held.order_by(Upload.id)}
    for upload_id, file in of_upload.items():
        if upload_id not in here:
            refusal = UploadNotFound(name=file.name)
            refusal.field = file.field
            raise refusal


def _ready(actor: Actor, one: Chosen) -> Ready:
    try:
        found = _of_upload(actor, one) if "/" not in one.mark else _of_report(actor, one)
        facts = facts_of(found.sha256)
        if facts is None:
            raise UploadUnfinished(name=found.name)
        one.rule.refuse_size(found.name, found.size, most=found.size)
        one.rule.refuse(found.name, facts)
    except SarabanError as refusal:
        refusal.field = one.field
        raise
    location = facts.location if one.rule.asks_location else None
    return Ready(
        found.sha256,
        found.name,
        found.size,
        facts.media_type,
        one.field,
        "" if location is None else shown_location(location),
        found.upload_id,
    )


@dataclass(frozen=True)
class _Found:
    sha256: str
    name: str
    size: int
    upload_id: int | None = None


def _of_upload(actor: Actor, one: Chosen) -> _Found:
    row = Upload.get_or_none(Upload.uid == one.mark, Upload.unit == actor.unit_id)
    if row is None:
        raise UploadNotFound(uid=one.mark)
    if row.sha256 is None:
        raise UploadUnfinished(name=row.name)
    if not file_store.path_of(row.sha256).exists():
        file_store.keep_file(upload_store.path_of(row.uid), row.sha256)
    return _Found(row.sha256, row.name, row.size, row.id)


def _of_report(actor: Actor, one: Chosen) -> _Found:
    uid, _, sha256 = one.mark.partition("/")
    row: Any = (
        ReportFile.select(ReportFile.name, StoredFile.size)
        .join(Report, on=(ReportFile.report == Report.id))
        .join(StoredFile, on=(ReportFile.file == StoredFile.sha256))
        .where(
            Report.uid == uid,
            ((Report.unit == actor.unit_id) & (ReportFile.field == one.field))
            | Report.id.in_(reports_collected(actor)),
            ReportFile.file == sha256,
        )
        .tuples()
        .first()
    )
    if row is None:
        raise UploadNotFound(uid=one.mark)
    if not file_store.path_of(sha256).exists():
        raise FileDamaged(sha256=sha256)
    return _Found(sha256, *row)


def _milliseconds(seconds: float | None) -> int | None:
    # A header may tell of years; the column holds 24 days, which is refused as well.
    return None if seconds is None else min(round(seconds * 1000), MOST_MILLISECONDS)
