"""The files that a person asked for, and how far they are."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.errors import ExportNotFound
from saraban.records import Export, Unit, file_store
from saraban.rules.exports import ExportState, ask_of_text
from saraban.rules.permissions import Actor

MOST_FILES = 100


@dataclass(frozen=True)
class ExportFile:
    """One file. rows_done of row_count lines are drawn; trouble says why it could not be made."""

    uid: str
    name: str
    unit_name: str
    state: ExportState
    row_count: int
    rows_done: int
    trouble: str
    queued_at: datetime
    made_at: datetime | None
    expires_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether a machine still has to do with it."""
        return self.state in (ExportState.WAITING, ExportState.MAKING)


def my_exports(actor: Actor, *, at: datetime) -> tuple[ExportFile, ...]:
    """The newest first, without those that have expired."""
    found: Any = (
        Export.select(
            Export.uid,
            Export.name,
            Unit.name_th,
            Export.state,
            Export.row_count,
            Export.rows_done,
            Export.trouble,
            Export.queued_at,
            Export.made_at,
            Export.expires_at,
        )
        .join(Unit, on=(Export.unit == Unit.id))
        .where(_mine(actor, at))
        .order_by(Export.queued_at.desc(), Export.id.desc())
        .limit(MOST_FILES)
        .tuples()
    )
    return tuple(
        ExportFile(uid, name, unit, ExportState(state), *rest)
        for uid, name, unit, state, *rest in found
    )


def unseen_count(actor: Actor, *, at: datetime) -> int:
    """How many files are settled, made or failed, that the person has not been told of."""
    settled = (ExportState.READY.value, ExportState.FAILED.value)
    return int(
        Export.select()
        .where(_mine(actor, at), Export.state.in_(settled), Export.seen_at.is_null())
        .count()
    )


def export_content(actor: Actor, uid: str, *, at: datetime) -> tuple[str, str, bytes]:
    """(name, media type, bytes) of a file that is ready. Raises ExportNotFound, FileDamaged."""
    export: Any = Export.select().where(_mine(actor, at), Export.uid == uid).first()
    if export is None or export.file_id is None:
        raise ExportNotFound(uid=uid)
    return (
        export.name,
        ask_of_text(export.ask).media_type,
        file_store.read(export.file_id),
    )


def _mine(actor: Actor, at: datetime) -> Any:
    return (Export.person == actor.person_id) & (
        Export.expires_at.is_null() | (Export.expires_at > at)
    )
