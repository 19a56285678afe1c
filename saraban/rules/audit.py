"""The ledger's own arithmetic: canonical text, digest, and replay of changes into rows."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True)
class Change:
    """What an act did to one row: `columns` as stored (text, int, bool or null).

    key is the row's primary key. For many rows that differ in few columns only, `for_each`
    names these and `values` lists them, a tuple a row; key is then null.
    """

    table: str
    key: int | str | None
    columns: Mapping[str, Any]
    for_each: Sequence[str] = ()
    values: Sequence[Sequence[Any]] = ()

    def as_json(self) -> dict[str, Any]:
        """The change as it stands in an event's body."""
        stored: dict[str, Any] = {"table": self.table, "set": dict(self.columns)}
        if not self.for_each:
            return stored | {"key": self.key}
        return stored | {"for_each": list(self.for_each), "values": list(self.values)}


def canonical(value: Any) -> str:
    """One JSON text for one value: sorted keys, no blanks, Thai left as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_digest(previous: str, body: str) -> str:
    """SHA-256 over the previous digest and the event's canonical body, as hex."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


class Replay:
    """Rebuilds rows from events; a row is {column: stored value} under (table, key).

    Rows that a for_each change made have no key in the ledger: they wait in `unkeyed` until
    the first change that names their key, and are matched to real rows by their own columns.
    """

    def __init__(self) -> None:
        self.rows: dict[str, dict[Any, dict[str, Any]]] = {}
        self.unkeyed: dict[str, list[dict[str, Any]]] = {}

    def apply(self, changes: Iterable[Mapping[str, Any]]) -> None:
        """Fold one event's changes into the rows."""
        for change in changes:
            if "for_each" in change:
                made = self.unkeyed.setdefault(change["table"], [])
                made.extend(
                    {**change["set"], **dict(zip(change["for_each"], value, strict=True))}
                    for value in change["values"]
                )
            else:
                rows = self.rows.setdefault(change["table"], {})
                rows.setdefault(change["key"], {}).update(change["set"])
