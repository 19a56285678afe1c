"""A cast that the ledger knows of, and hands that change what they should not."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.ledger_check import LedgerReport, check_ledger
from saraban.records import AuditEvent, Person, Post, Unit, UnitVersion, rows
from saraban.records.database import database, is_postgres, write_transaction
from tests.cast import THEN, Cast

_TRIGGERS = {
    True: "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = %s::regclass",
    False: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
}


def tell_cast(cast: Cast) -> None:
    """Record the rows of the cast, which no desk made, as one event."""
    with write_transaction():
        ledger = Ledger(actor=cast.administrator, at=THEN)
        for table in (Unit, UnitVersion, Person, Post):
            for key, stored in rows.all_rows(table):
                ledger.note(table, key, stored)
        ledger.record("move_in", subject="cast")


@contextmanager
def unguarded(table: str) -> Iterator[None]:
    """Without the triggers of a table, as somebody with a database shell would do it."""
    names = [row[0] for row in run(_TRIGGERS[is_postgres()], [table])]
    definitions = [] if is_postgres() else _sqlite_triggers(names)
    if is_postgres():
        run(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    for name, _ in definitions:
        run(f"DROP TRIGGER {name}")
    yield
    if is_postgres():
        run(f"ALTER TABLE {table} ENABLE TRIGGER ALL")
    for _, definition in definitions:
        run(definition)


def _sqlite_triggers(names: Sequence[str]) -> list[tuple[str, str]]:
    found = run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return [(name, definition) for name, definition in found if name in names]


def run(statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """Run a statement as it is, `?` for a value on both engines; its rows, if it gives any."""
    if is_postgres():
        statement = statement.replace("?", "%s")
    cursor = database.execute_sql(statement, tuple(values))
    return list(cursor.fetchall()) if cursor.description else []


def change(table: str, column: str, value: Any, where: str, values: Sequence[Any]) -> None:
    """Change one column by hand, behind the ledger's back."""
    with unguarded(table):
        run(f"UPDATE {table} SET {column} = ? WHERE {where}", [value, *values])  # noqa: S608 - ours


def last_event(unit: Unit) -> Any:
    """The newest event of a unit."""
    return (
        AuditEvent.select().where(AuditEvent.unit == unit.id).order_by(AuditEvent.seq.desc()).get()
    )


def found(report: LedgerReport | None = None) -> list[tuple[Any, ...]]:
    """(code, table, key, column, unit, seq) of each finding."""
    report = report or check_ledger()
    return [
        (one.code, one.table, one.key, one.column, one.unit_id, one.seq)
        for one in report.findings
    ]  # fmt: skip
