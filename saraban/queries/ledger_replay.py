"""Rows as the ledger tells them: every change of every event, folded row by row.

The changes wait in a temporary SQLite database, which sorts them by row and moves to disk what
does not fit in memory: an office of a million letters is replayed in no more of it than a demo.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

CHANGES_AT_ONCE = 5000


@dataclass(frozen=True)
class Place:
    """Where an event stands: in which unit's chain, at which place."""

    unit_id: int
    seq: int


@dataclass(frozen=True)
class ToldRow:
    """A row as told: each column's last value, and the event that told it."""

    key: int | str
    columns: dict[str, tuple[Any, Place]]
    last: Place


class ToldRows:
    """Takes in changes in the order of the events, gives rows in the order of their keys."""

    def __init__(self) -> None:
        # The empty name is SQLite's word for a file of its own that is gone when it is closed.
        self._store = sqlite3.connect("")
        self._store.execute("PRAGMA journal_mode = off")
        self._store.execute("CREATE TABLE told (table_name, key, unit_id, seq, columns)")
        self._waiting: list[tuple[Any, ...]] = []
        self._is_sorted = False

    def __enter__(self) -> "ToldRows":
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def add(self, place: Place, table: str, key: int | str, columns: dict[str, Any]) -> None:
        """One row that the event at `place` changed.

        Raises TypeError, OverflowError or ValueError for a name or key that no table has.
        """
        if not isinstance(key, int):
            key.encode()
        else:
            key.to_bytes(8, signed=True)
        table.encode()
        text = json.dumps(columns)
        self._waiting.append((table, key, place.unit_id, place.seq, text))
        if len(self._waiting) >= CHANGES_AT_ONCE:
            self._store_waiting()

    def tables(self) -> set[str]:
        """The tables that changes named."""
        self._sort()
        return {row[0] for row in self._store.execute("SELECT DISTINCT table_name FROM told")}

    def rows(self, table: str) -> Iterator[ToldRow]:
        """The rows of a table, by key."""
        self._sort()
        found = self._store.execute(
            "SELECT key, unit_id, seq, columns FROM told WHERE table_name = ? ORDER BY key, rowid",
            (table,),
        )
        for key, changes in groupby(found, key=itemgetter(0)):
            columns: dict[str, tuple[Any, Place]] = {}
            for _, unit_id, seq, text in changes:
                place = Place(unit_id, seq)
                columns.update((name, (value, place)) for name, value in json.loads(text).items())
            yield ToldRow(key, columns, place)

    def _store_waiting(self) -> None:
        self._store.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?)", self._waiting)
        self._waiting.clear()

    def _sort(self) -> None:
        if not self._is_sorted:
            self._store_waiting()
            self._store.execute("CREATE INDEX by_row ON told (table_name, key)")
            self._is_sorted = True
