"""The ledger's pen: rows and the event that tells of them, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from saraban.errors import ActingOver
from saraban.records import AuditEvent, rows
from saraban.records.database import Table, is_postgres
from saraban.records.fields import InstantField
from saraban.rules.audit import GENESIS, Change, canonical, event_digest, sealed
from saraban.rules.days import day_of
from saraban.rules.permissions import THAI_MANNER, Acting, Actor

_instant = InstantField()

_FIND_HEAD = "SELECT seq, digest FROM audit_head WHERE unit_id = ?"
_NEW_HEAD = "INSERT INTO audit_head (unit_id, seq, digest) VALUES (?, 0, ?) ON CONFLICT DO NOTHING"
_MOVE_HEAD = "UPDATE audit_head SET seq = ?, digest = ? WHERE unit_id = ?"


class Ledger:
    """Collects what one act changes and records it as one event of one unit's chain.

    Used inside a write transaction, as the desk's only way to write a row that is replayed.
    Lock order everywhere: register counter, then letter, then audit head (`record` comes last).
    queries.ledger_check replays the events in the order of their ids and relies on that: a row is
    always written, and so locked, before the event that tells of it gets its id.
    """

    def __init__(self, *, actor: Actor, at: datetime, unit_id: int | None = None) -> None:
        """Raises ActingOver when the actor acts in another's post outside its dates."""
        if actor.acting is not None and not actor.acting.is_valid_on(day_of(at)):
            raise ActingOver(manner=THAI_MANNER[actor.acting.manner], post=actor.acting.post_title)
        self.actor = actor
        self.at = at
        self.unit_id = actor.unit_id if unit_id is None else unit_id
        self.at_text = str(_instant.db_value(at))
        self.changes: list[Change] = []

    def insert(self, table: type[Table], **values: Any) -> Any:
        """Insert one row and remember it; its primary key."""
        key, stored = rows.insert(table, values)
        self._remember(table, key, stored)
        return key

    def insert_new(self, table: type[Table], **values: Any) -> Any:
        """The same for a row that may be there already: None, and nothing remembered, if it is.

        Of two who insert it at once the second waits, and then finds it there.
        """
        key, stored = rows.insert(table, values, may_exist=True)
        if key is not None:
            self._remember(table, key, stored)
        return key

    def update(self, table: type[Table], key: Any, **values: Any) -> None:
        """Change one row by its key and remember the new values."""
        self._remember(table, key, rows.update(table, key, values))

    def note(
        self,
        table: type[Table],
        key: Any,
        stored: Mapping[str, Any],
        *,
        for_each: Sequence[str] = (),
        values: Sequence[Sequence[Any]] = (),
    ) -> None:
        """Remember rows that a statement of the caller's own wrote, just before this call."""
        plain = {column: rows.plain(value) for column, value in stored.items()}
        self._remember(table, key, plain, for_each, values)

    def _remember(self, table: type[Table], key: Any, stored: dict[str, Any], *many: Any) -> None:
        name = table._meta.table_name
        self.changes.append(Change(name, key, sealed(name, stored), *many))

    def hold_head(self) -> tuple[int, str]:
        """The chain's last (seq, digest), held until the transaction ends.

        For an act that signs what stands: nobody of the unit can add to it meanwhile.
        """
        return self._locked_head()

    def record(self, act: str, *, subject: str, **facts: Any) -> str:
        """Append the event; its digest. subject is the uid of what was acted on.

        The head row is locked first: two acts of one unit are one after the other.
        """
        seq, previous = self._locked_head()
        seq += 1
        body = canonical(
            {
                "unit": self.unit_id,
                "seq": seq,
                "at": self.at_text,
                "actor": self.actor.name,
                "actor_id": self.actor.person_id,
                "actor_unit": self.actor.unit_id,
                "act": act,
                "subject": subject,
                "facts": facts,
                "changes": [change.as_json() for change in self.changes],
                **_acting_for(self.actor.acting),
            }
        )
        digest = event_digest(previous, body)
        rows.insert(
            AuditEvent,
            {
                "unit": self.unit_id,
                "seq": seq,
                "at": self.at_text,
                "actor_name": self.actor.name,
                "act": act,
                "subject": subject,
                "body": body,
                "digest": digest,
            },
        )
        rows.first(_MOVE_HEAD, seq, digest, self.unit_id)
        self.changes = []
        return digest

    def _locked_head(self) -> tuple[int, str]:
        """The chain's last (seq, digest), its row locked; a new chain starts at (0, GENESIS)."""
        find = f"{_FIND_HEAD} FOR UPDATE" if is_postgres() else _FIND_HEAD
        head = rows.first(find, self.unit_id)
        if head is None:
            # Two desks may write a unit's first event at once: both must queue at one row.
            rows.first(_NEW_HEAD, self.unit_id, GENESIS)
            head = rows.first(find, self.unit_id)
        assert head is not None
        return int(head[0]), str(head[1])


def _acting_for(acting: Acting | None) -> dict[str, Any]:
    """For whom somebody acted, beside their own name; nothing for one's own act."""
    if acting is None:
        return {}
    told = {
        "manner": acting.manner.value,
        "post": acting.post_title,
        "person": acting.principal_name,
        "person_id": acting.principal_id,
    }
    return {"acting_for": told}
