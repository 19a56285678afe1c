"""Watched folders of the machine: what is put there is taken in for a unit."""

from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._intakes import system_clerk
from saraban.desk.filing import NewFile
from saraban.desk.intake import TakenIn, receive_file
from saraban.errors import FolderAlreadyWatched, IntakeNotFound, MissingField, UnitNotFound
from saraban.records import Unit, WatchedFolder
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.permissions import Act, Actor, require


def add_folder(*, actor: Actor, at: datetime, unit_id: int, path: str) -> str:
    """Take in, for a unit, what is put into a folder of this machine from now on; its uid.

    Raises UnitNotFound, Refused, MissingField, FolderAlreadyWatched.
    """
    unit = _watching_unit(actor, unit_id)
    if not path.strip():
        raise MissingField(field="path")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at, unit_id=unit.id)
        if _watched(unit.id, path) is not None:
            raise FolderAlreadyWatched(path=path)
        uid = new_uid()
        ledger.insert(
            WatchedFolder, uid=uid, unit=unit.id, path=path, added_at=at, added_by=actor.name
        )
        ledger.record("watch_folder", subject=uid, path=path)
    return uid


def leave_folder(*, actor: Actor, at: datetime, unit_id: int, path: str) -> None:
    """Stop taking files from a folder; those taken in stay.

    Raises UnitNotFound, Refused, IntakeNotFound when the folder is not watched for the unit.
    """
    unit = _watching_unit(actor, unit_id)
    with write_transaction():
        folder = _watched(unit.id, path)
        if folder is None:
            raise IntakeNotFound(path=path)
        ledger = Ledger(actor=actor, at=at, unit_id=unit.id)
        ledger.update(WatchedFolder, folder.id, removed_at=at, removed_by=actor.name)
        ledger.record("leave_folder", subject=folder.uid, path=path)


def take_from_folder(*, at: datetime, folder_uid: str, file: NewFile) -> TakenIn:
    """Queue a file that lies in a watched folder; the machine brings it, as the unit's clerk.

    Raises IntakeNotFound when the folder is not watched any more, EmptyFile, FileTooLarge.
    """
    folder = WatchedFolder.get_or_none(
        WatchedFolder.uid == folder_uid, WatchedFolder.removed_at.is_null()
    )
    if folder is None:
        raise IntakeNotFound(uid=folder_uid)
    return receive_file(actor=system_clerk(folder.unit_id), at=at, file=file)


def _watching_unit(actor: Actor, unit_id: int) -> Any:
    unit = Unit.get_or_none(Unit.id == unit_id)
    if unit is None:
        raise UnitNotFound(unit_id=unit_id)
    require(actor, Act.WATCH_FOLDER, subject_path=unit.path)
    return unit


def _watched(unit_id: int, path: str) -> Any:
    return locked(
        WatchedFolder.select().where(
            WatchedFolder.unit == unit_id,
            WatchedFolder.path == path,
            WatchedFolder.removed_at.is_null(),
        )
    ).first()
