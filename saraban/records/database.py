"""Which engine, which connection, which transaction: the only place that asks.

The traps behind each choice are listed in saraban/README.md, "Two engines".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import peewee
from playhouse.pool import PooledPostgresqlDatabase, PooledSqliteDatabase

from saraban.errors import DatabaseUnusable, LedgerConflict

BUSY_TIMEOUT_SECONDS = 30
POOL_SIZE = 40

database = peewee.DatabaseProxy()


class Table(peewee.Model):
    """Base of every table of ours: bound to whichever database this process opened."""

    if TYPE_CHECKING:
        id = peewee.AutoField()

    class Meta:
        database = database
        legacy_table_names = False


def open_database(url: str) -> peewee.Database:
    """The database behind `sqlite:///PATH` or `postgresql://…`, not yet connected.

    SQLite runs in WAL mode with synchronous FULL: a number once shown must survive a
    power cut. Raises DatabaseUnusable when the address names neither engine.
    """
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        sqlite: peewee.Database = PooledSqliteDatabase(
            url.removeprefix("sqlite:///"),
            pragmas={
                "journal_mode": "wal",
                "synchronous": "full",
                "foreign_keys": 1,
                "busy_timeout": BUSY_TIMEOUT_SECONDS * 1000,
                "cache_size": -16 * 1024,
                "temp_store": "memory",
            },
            timeout=BUSY_TIMEOUT_SECONDS,
            max_connections=POOL_SIZE,
            check_same_thread=False,
        )
        return sqlite
    if scheme in {"postgresql", "postgres"}:
        postgres: peewee.Database = PooledPostgresqlDatabase(
            url, max_connections=POOL_SIZE, stale_timeout=300, prefer_psycopg3=True
        )
        return postgres
    raise DatabaseUnusable(reason=f"ไม่รู้จักที่อยู่ฐานข้อมูลแบบ {scheme or '(ว่าง)'}")


def bind(url: str) -> peewee.Database:
    """Open the database and make it the one that all tables of this process use."""
    opened = open_database(url)
    database.initialize(opened)
    return opened


def is_postgres() -> bool:
    """True on PostgreSQL, False on SQLite."""
    return isinstance(database.obj, peewee.PostgresqlDatabase)


@contextmanager
def write_transaction() -> Iterator[None]:
    """One transaction that will write; commits at the end or leaves nothing behind.

    SQLite must announce a write at once (BEGIN IMMEDIATE): a transaction that reads first
    and writes later fails with "database is locked" under load. Inside another write
    transaction it is a savepoint. Raises LedgerConflict when two people met at one row: the
    second may simply try again.
    """
    kind = () if is_postgres() or database.in_transaction() else ("IMMEDIATE",)
    try:
        with database.atomic(*kind):
            yield
    except (peewee.IntegrityError, peewee.OperationalError) as error:
        if _is_a_meeting(error):
            raise LedgerConflict() from error
        raise


# SQLSTATE and SQLite's own names for "somebody else was there at the same moment".
_MEETINGS = frozenset(
    {"23505", "40001", "40P01", "55P03", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_BUSY"}
)


def _is_a_meeting(error: peewee.PeeweeException) -> bool:
    """Whether a unique index, a lock or a deadlock refused, and not a fault of ours."""
    cause: Any = getattr(error, "orig", None)  # the driver's own error; peewee's stubs miss it
    name = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    return name in _MEETINGS


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment, however long it takes; others go on writing.

    Texts come even where their bytes are no UTF-8 any more: a check must name that row, not
    fail at it.
    """
    with database.atomic():
        if is_postgres():
            database.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
            return
        connection: Any = database.connection()
        connection.text_factory = lambda content: content.decode(errors="backslashreplace")
        try:
            yield
        finally:
            connection.text_factory = str


def locked(query: Any) -> Any:
    """The query holding its rows until the transaction ends; SQLite's writer holds all anyway."""
    return query.for_update() if is_postgres() else query


def locked_lightly(query: Any) -> Any:
    """The same, but others may still point new rows at these.

    A plain lock would make who inserts a receipt of the letter wait, who holds its delivery.
    """
    return query.for_update("FOR NO KEY UPDATE") if is_postgres() else query


def first_free(query: Any) -> Any:
    """The query's first row that nobody else holds, held; None when there is none.

    On SQLite nobody else can hold one: there is one writer at a time.
    """
    return (query.for_update("FOR UPDATE SKIP LOCKED") if is_postgres() else query).first()


@contextmanager
def connected() -> Iterator[None]:
    """A connection for the length of a command or request, given back afterwards."""
    try:
        opened_here = database.connect(reuse_if_open=True)
    except peewee.OperationalError as error:
        raise DatabaseUnusable(reason=str(error).strip().splitlines()[0]) from error
    try:
        yield
    finally:
        if opened_here and not database.is_closed():
            database.close()


def ping() -> bool:
    """True when the database answers a question."""
    return bool(database.execute_sql("SELECT 1").fetchone() == (1,))
