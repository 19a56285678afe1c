"""The same rows written with the database's own driver: no checks, no layers, no lookups.

What any programmer would write by hand who had to leave the same rows behind: the counter, the
letter, its entry and receipt, and the ledger's event with its digest, in one transaction.
"""

import hashlib
import json
import sqlite3
from datetime import date
from typing import Any

import psycopg
import uuid_utils

from saraban.records import AuditEvent, Letter, Receipt, RegisterEntry

SQLITE_PRAGMAS = ("journal_mode=wal", "synchronous=full", "foreign_keys=1", "busy_timeout=30000",
                  "cache_size=-16384", "temp_store=memory")  # fmt: skip
DAY = date(2022, 6, 16)
COUNTER = (
    "INSERT INTO book_year (unit_id, register, be_year, first_number, last_number) "
    "VALUES (?, 'receive', 2565, 1, 1) ON CONFLICT (unit_id, register, be_year) "
    "DO UPDATE SET last_number = book_year.last_number + 1 RETURNING id, last_number"
)
NEW_HEAD = "INSERT INTO audit_head VALUES (?, 0, ?) ON CONFLICT DO NOTHING"


def connect(url: str) -> Any:
    """A connection of the bare driver, without transactions of its own making."""
    if not url.startswith("sqlite:///"):
        return psycopg.connect(url, autocommit=True)
    connection = sqlite3.connect(
        url.removeprefix("sqlite:///"), timeout=30, isolation_level=None, cached_statements=200
    )
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


class BareRegistry:
    """Registers received letters for one unit on a bare connection."""

    def __init__(self, url: str, unit_id: int) -> None:
        self.connection = connect(url)
        self.unit_id = unit_id
        self.is_postgres = not url.startswith("sqlite")
        self.begin = "BEGIN" if self.is_postgres else "BEGIN IMMEDIATE"
        self.head = self._sql("SELECT seq, digest FROM audit_head WHERE unit_id = ?")
        self.head += " FOR UPDATE" if self.is_postgres else ""
        self.move = self._sql("UPDATE audit_head SET seq = ?, digest = ? WHERE unit_id = ?")
        self.counter = self._sql(COUNTER)
        self.letter, self.letter_columns = self._insert(Letter)
        self.entry, self.entry_columns = self._insert(RegisterEntry)
        self.receipt, self.receipt_columns = self._insert(Receipt)
        self.event, self.event_columns = self._insert(AuditEvent, returning="")
        self.connection.execute(self._sql(NEW_HEAD), (unit_id, "0" * 64))

    def register(self, printed: str, key: str, subject: str) -> int:
        """One letter, one transaction; its receipt number."""
        run, now = self.connection.execute, "2022-06-16T03:00:00.000000Z"
        day: Any = DAY if self.is_postgres else DAY.isoformat()
        uid, entry_uid = str(uuid_utils.uuid7()), str(uuid_utils.uuid7())
        false: Any = False if self.is_postgres else 0
        run(self.begin)
        book_id, number = run(self.counter, (self.unit_id,)).fetchone()
        letter = (
            uid, "external", false, key, printed, key, day, 2565, None, "กรมตัวอย่าง", subject,
            "นายอำเภอทุกอำเภอ", "normal", None, "normal", "", "", "", "", "", None, None, "",
            self.unit_id, false, now, key.replace(" ", "") + subject.replace(" ", ""),
        )  # fmt: skip
        letter_id = run(self.letter, letter).fetchone()[0]
        entry = (
            entry_uid, self.unit_id, "receive", 2565, number, letter_id, None, false, day, "", "",
            now, "เสมียน", None, None, None,
        )  # fmt: skip
        entry_id = run(self.entry, entry).fetchone()[0]
        receipt = (
            entry_id, letter_id, self.unit_id, day, None, str(number), "16 มิ.ย. 65", "system", now
        )  # fmt: skip
        receipt_id = run(self.receipt, receipt).fetchone()[0]
        seq, previous = run(self.head, (self.unit_id,)).fetchone()
        changes = [
            ("book_year", book_id, {"last_number": number, "unit_id": self.unit_id}),
            ("letter", letter_id, dict(zip(self.letter_columns, letter, strict=True))),
            ("register_entry", entry_id, dict(zip(self.entry_columns, entry, strict=True))),
            ("receipt", receipt_id, dict(zip(self.receipt_columns, receipt, strict=True))),
        ]
        told = [{"table": table, "key": made, "set": row} for table, made, row in changes]
        facts = {"number": number, "letter_number": printed}
        body = json.dumps(
            {"unit": self.unit_id, "seq": seq + 1, "at": now, "actor": "เสมียน",
             "act": "register_received", "subject": uid, "facts": facts, "changes": told},
            ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str,
        )  # fmt: skip
        digest = hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
        event = (self.unit_id, seq + 1, now, "เสมียน", "register_received", uid, body, digest)
        run(self.event, event)
        run(self.move, (seq + 1, digest, self.unit_id))
        run("COMMIT")
        return int(number)

    def _sql(self, text: str) -> str:
        return text.replace("?", "%s") if self.is_postgres else text

    def _insert(self, table: Any, returning: str = " RETURNING id") -> tuple[str, list[str]]:
        names = [field.column_name for field in table._meta.sorted_fields if field.name != "id"]
        places = ", ".join("?" * len(names))
        name = table._meta.table_name
        sql = f"INSERT INTO {name} ({', '.join(names)}) VALUES ({places}){returning}"  # noqa: S608
        return self._sql(sql), names
