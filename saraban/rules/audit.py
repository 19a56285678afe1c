"""The ledger's own arithmetic: canonical text, digest, and the rows that an event tells of."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64

# Secrets that the ledger, which auditors read and nobody can erase, knows by their SHA-256 only:
# enough to notice a value put there by hand, nothing to sign in with or to guess from.
SEALED_COLUMNS = {
    ("person", "password_hash"): "whoever reads it can try passwords against it for ever",
    ("person", "session_mark"): "a session is made from it",
}


@dataclass(frozen=True)
class Change:
    """What an act did to one row: `columns` as stored (text, int, bool or null).

    key is the row's primary key. For many new rows that differ in few columns only, `for_each`
    names these, the primary key first, and `values` lists them, a tuple a row; key is then null.
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


def sealed(table: str, columns: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of one row as the ledger tells them: secrets by their digest."""
    return {
        column: hashlib.sha256(str(value).encode()).hexdigest()
        if value is not None and (table, column) in SEALED_COLUMNS
        else value
        for column, value in columns.items()
    }


def rows_told(change: Mapping[str, Any]) -> Iterator[tuple[str, int | str, dict[str, Any]]]:
    """(table, primary key, columns) of each row that a change in an event's body tells of.

    Folding them in the order of the events gives the rows as they must stand. Raises KeyError,
    TypeError, ValueError or IndexError for a change that nobody of ours wrote.
    """
    table, common = change["table"], dict(change["set"])
    if "for_each" not in change:
        yield table, change["key"], common
        return
    names = change["for_each"][1:]
    for key, *values in change["values"]:
        yield table, key, common | dict(zip(names, values, strict=True))
