"""Files of evidence on their way up: begun, continued where they broke off, dropped.

None of these acts stands in the ledger, which begins with the report that a file goes into. What
is on its way belongs to the unit: whoever of it may report may go on with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from saraban.errors import (
    EmptyFile,
    StorageFull,
    TooManyUploads,
    UploadNotFound,
    UploadOffset,
    UploadUsed,
)
from saraban.records import Person, StoredFile, Upload, rows, upload_store
from saraban.records.database import locked, locked_lightly, write_transaction
from saraban.records.evidence import EvidenceFact
from saraban.records.fields import new_uid
from saraban.records.id_sets import among
from saraban.rules.evidence import EvidenceRule
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.uploads import (
    MEBIBYTE,
    MOST_WAITING,
    MOST_WAITING_BYTES,
    SPARED_BYTES,
    UNFINISHED_KEPT_FOR,
    UNUSED_KEPT_FOR,
    USED_KEPT_FOR,
    expires_at,
)

PIECE_BYTES = 256 * 1024
MOST_DROPPED_AT_ONCE = 500


@dataclass(frozen=True)
class Coming:
    """How far an upload has come, and until when it is kept; sha256 once it is whole."""

    uid: str
    name: str
    size: int
    offset: int
    expires_at: datetime
    sha256: str | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing of it is missing."""
        return self.sha256 is not None


def begin_upload(
    *, actor: Actor, at: datetime, name: str, size: int, most: int, rule: EvidenceRule
) -> Coming:
    """Announce a file of so many bytes; most is the limit of the installation.

    Raises Refused, EmptyFile, EvidenceTooLarge, TooManyUploads, StorageFull: all before a byte
    of it is sent.
    """
    require(actor, Act.REPORT)
    name = name.strip()[:255] or "file"
    if size < 1:
        raise EmptyFile(name=name)
    rule.refuse_size(name, size, most=most)
    if upload_store.free_bytes() < size + SPARED_BYTES:
        raise StorageFull()
    uid = new_uid()
    with write_transaction():
        # Who announces many at once waits here, or each would count before the others are there.
        locked_lightly(Person.select(Person.id).where(Person.id == actor.person_id)).get()
        _refuse_too_many(actor, size)
        upload_store.begin(uid)
        rows.insert(
            Upload,
            {
                "uid": uid,
                "unit": actor.unit_id,
                "person": actor.person_id,
                "name": name,
                "size": size,
                "begun_at": at,
            },
        )
    return Coming(uid, name, size, 0, expires_at(at, None, None))


def coming(*, actor: Actor, at: datetime, uid: str) -> Coming:
    """How far the upload has come. Raises UploadNotFound, Refused."""
    # Whole, but its digest was never told: the process ended with the last byte.
    return _coming(_finished(_found(actor, uid), at))


def go_on(
    *,
    actor: Actor,
    at: datetime,
    uid: str,
    offset: int,
    pieces: Iterable[bytes],
    checksum: tuple[str, str] | None = None,
) -> Coming:
    """Take in bytes from offset on; with the last one the file's digest is known.

    Raises UploadNotFound, Refused, UploadOffset, UploadAtOnce, UploadOverfull, UploadChecksum,
    StorageFull. What a broken line brought stays.
    """
    row = _found(actor, uid)
    if row.sha256 is None:
        # Asked again: all that was announced at once may be more than the disk had for each.
        if upload_store.free_bytes() < SPARED_BYTES:
            raise StorageFull()
        upload_store.append(uid, pieces, offset=offset, size=row.size, checksum=checksum)
        row = _finished(row, at)
    elif offset != row.size:
        raise UploadOffset(offset=row.size)
    return _coming(row)


def take_whole(
    *,
    actor: Actor,
    at: datetime,
    name: str,
    size: int,
    content: IO[bytes],
    most: int,
    rule: EvidenceRule,
) -> Coming:
    """Take in a file that came with a form, as one that was sent in a single piece.

    Raises what begin_upload raises.
    """
    begun = begin_upload(actor=actor, at=at, name=name, size=size, most=most, rule=rule)
    pieces = iter(lambda: content.read(PIECE_BYTES), b"")
    return go_on(actor=actor, at=at, uid=begun.uid, offset=0, pieces=pieces)


def drop_upload(*, actor: Actor, uid: str) -> str | None:
    """Take a file off again that no report holds; its digest, where nothing else has those bytes.

    Raises UploadNotFound, Refused, UploadUsed.
    """
    return _dropped(_found(actor, uid), is_unused=True)


def drop_expired(*, at: datetime) -> list[str]:
    """Drop what nobody went on with or used in its time; digests of bytes that are gone.

    Bytes without a row go as well: their sender was cut off before the row was written.
    """
    gone = []
    for row in Upload.select().where(_may_be_over(at)).limit(MOST_DROPPED_AT_ONCE):
        if expires_at(row.begun_at, row.finished_at, row.used_at) <= at:
            gone.append(_dropped(row))
    lying = upload_store.waiting()
    known = {row.uid for row in Upload.select(Upload.uid).where(among(Upload.uid, lying))}
    for uid in set(lying) - known:
        if upload_store.is_older(uid, than=at - USED_KEPT_FOR):
            upload_store.forget(uid)
    return [sha256 for sha256 in gone if sha256 is not None]


def _may_be_over(at: datetime) -> Any:
    # As rules.uploads.expires_at has it: many that only wait would hide one that is over.
    return (
        (Upload.used_at.is_null(False) & (Upload.used_at <= at - USED_KEPT_FOR))
        | (Upload.finished_at.is_null() & (Upload.begun_at <= at - UNFINISHED_KEPT_FOR))
        | (Upload.used_at.is_null() & (Upload.finished_at <= at - UNUSED_KEPT_FOR))
    )


def _dropped(row: Any, *, is_unused: bool = False) -> str | None:
    with write_transaction():
        # Held as desk.evidence holds it: a report may take it in at this moment.
        held = locked(Upload.select().where(Upload.id == row.id)).first()
        if is_unused and held is not None and held.used_at is not None:
            raise UploadUsed(name=row.name)
        Upload.delete().where(Upload.id == row.id).execute()
        is_last = row.sha256 is not None and not (
            StoredFile.select().where(StoredFile.sha256 == row.sha256).exists()
            or Upload.select().where(Upload.sha256 == row.sha256).exists()
        )
        if is_last:
            EvidenceFact.delete().where(EvidenceFact.sha256 == row.sha256).execute()
    upload_store.forget(row.uid)
    return row.sha256 if is_last else None


def _finished(row: Any, at: datetime) -> Any:
    if row.sha256 is None and upload_store.length(row.uid) == row.size:
        sha256 = upload_store.digest_of(row.uid)
        with write_transaction():
            rows.update(Upload, row.id, {"sha256": sha256, "finished_at": at})
        row.sha256, row.finished_at = sha256, at
    return row


def _found(actor: Actor, uid: str) -> Any:
    row = Upload.get_or_none(Upload.uid == uid, Upload.unit == actor.unit_id)
    if row is None:
        raise UploadNotFound(uid=uid)
    require(actor, Act.REPORT)
    return row


def _coming(row: Any) -> Coming:
    offset = row.size if row.sha256 is not None else upload_store.length(row.uid)
    until = expires_at(row.begun_at, row.finished_at, row.used_at)
    return Coming(row.uid, row.name, row.size, offset, until, row.sha256)


def _refuse_too_many(actor: Actor, size: int) -> None:
    waiting = [
        row.size
        for row in Upload.select(Upload.size).where(
            Upload.person == actor.person_id, Upload.used_at.is_null()
        )
    ]
    if len(waiting) >= MOST_WAITING or sum(waiting) + size > MOST_WAITING_BYTES:
        raise TooManyUploads(count=len(waiting), mib=sum(waiting) // MEBIBYTE)
