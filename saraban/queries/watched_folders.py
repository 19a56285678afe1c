"""Folders of this machine that are watched, for the worker that looks into them."""

from dataclasses import dataclass
from typing import Any

from saraban.records import Intake, Unit, WatchedFolder


@dataclass(frozen=True)
class Watched:
    """A folder and the unit its files are taken in for."""

    uid: str
    path: str
    unit_id: int
    unit_name: str


def watched_folders() -> tuple[Watched, ...]:
    """All folders that are watched now."""
    rows: Any = (
        WatchedFolder.select(WatchedFolder.uid, WatchedFolder.path, Unit.id, Unit.name_th)
        .join(Unit, on=(WatchedFolder.unit == Unit.id))
        .where(WatchedFolder.removed_at.is_null())
        .order_by(WatchedFolder.id)
        .tuples()
    )
    return tuple(Watched(*row) for row in rows)


def was_taken(folder: Watched, *, sha256: str, name: str) -> bool:
    """Whether the unit took in a file of this name with these bytes before."""
    return bool(
        Intake.select()
        .where(Intake.unit == folder.unit_id, Intake.file == sha256, Intake.name == name)
        .exists()
    )
