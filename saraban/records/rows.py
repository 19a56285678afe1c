"""Writes single rows and says what was stored, for the ledger and for speed.

The statements are built once per table and set of columns: building a query anew costs more
than running it, and a registration writes seven rows.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import peewee

from saraban.records.database import Table, database, is_postgres


def plain(value: Any) -> Any:
    """A stored value as JSON can hold it, the same on both engines: dates ISO, booleans 0/1."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def stored_values(table: type[Table], values: dict[str, Any]) -> dict[str, Any]:
    """Column name to stored value, defaults filled in; every column but an automatic key."""
    fields = table._meta.fields
    stored: dict[str, Any] = {}
    for name, column, default in _columns(table):
        if name in values:
            stored[column] = fields[name].db_value(values[name])
        elif default is not None:
            stored[column] = fields[name].db_value(default() if callable(default) else default)
        else:
            stored[column] = None
    return stored


def _key_column(table: type[Table]) -> str:
    key: Any = table._meta.primary_key  # the stubs allow False, for tables without a key
    return str(key.column_name)


@cache
def _columns(table: type[Table]) -> tuple[tuple[str, str, Any], ...]:
    return tuple(
        (field.name, field.column_name, field.default)
        for field in table._meta.sorted_fields
        if not isinstance(field, peewee.AutoField)
    )


@cache
def _insert_sql(table: type[Table], on_postgres: bool, may_exist: bool) -> str:
    place = "%s" if on_postgres else "?"
    columns = [column for _, column, _ in _columns(table)]
    key = _key_column(table)
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join([place] * len(columns))
    return (
        f'INSERT INTO "{table._meta.table_name}" ({names}) VALUES ({places}) '  # noqa: S608 - names are ours
        f'{"ON CONFLICT DO NOTHING " if may_exist else ""}RETURNING "{key}"'
    )


def insert(
    table: type[Table], values: dict[str, Any], *, may_exist: bool = False
) -> tuple[Any, dict[str, Any]]:
    """Insert one row; its primary key and the plain values that were stored.

    A foreign key is given as the other row's key. With may_exist the key is None, and nothing
    inserted, where a unique column has the value already, also from somebody who wrote it at
    this very moment; without, that raises peewee.IntegrityError.
    """
    stored = stored_values(table, values)
    statement = _insert_sql(table, is_postgres(), may_exist)
    cursor = database.execute_sql(statement, tuple(stored.values()))
    made = cursor.fetchone()
    cursor.close()
    return made and made[0], {column: plain(value) for column, value in stored.items()}


# SQLite takes no more than 32,766 values a statement.
_MOST_AT_ONCE = 500


def insert_all(
    table: type[Table], values: Sequence[dict[str, Any]], *, told: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Insert many rows, some hundred a statement; the columns `told` of each, in no promised order.

    A foreign key is given as the other row's key, and told by its column's name.
    """
    place = "%s" if is_postgres() else "?"
    names = [column for _, column, _ in _columns(table)]
    head = ", ".join(f'"{column}"' for column in names)
    row = f"({', '.join([place] * len(names))})"
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(values), _MOST_AT_ONCE):
        part = [stored_values(table, one) for one in values[start : start + _MOST_AT_ONCE]]
        cursor = database.execute_sql(
            f'INSERT INTO "{table._meta.table_name}" ({head}) VALUES '  # noqa: S608 - names are ours
            f"{', '.join([row] * len(part))} RETURNING {', '.join(told)}",
            tuple(value for one in part for value in one.values()),
        )
        found += cursor.fetchall()
        cursor.close()
    return found


@cache
def _update_sql(table: type[Table], names: tuple[str, ...], on_postgres: bool) -> str:
    place = "%s" if on_postgres else "?"
    fields = table._meta.fields
    sets = ", ".join(f'"{fields[name].column_name}" = {place}' for name in names)
    key = _key_column(table)
    return f'UPDATE "{table._meta.table_name}" SET {sets} WHERE "{key}" = {place}'  # noqa: S608 - names are ours


def update(table: type[Table], key: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Update one row by its primary key; the plain values that were stored, by column."""
    fields = table._meta.fields
    stored = {name: fields[name].db_value(value) for name, value in values.items()}
    database.execute_sql(
        _update_sql(table, tuple(stored), is_postgres()), (*stored.values(), key)
    ).close()
    return {fields[name].column_name: plain(value) for name, value in stored.items()}


def one(table: type[Table], condition: str, *values: Any, is_held: bool = False) -> Any:
    """The first row of the table under a plain condition with `?` for each value, or None.

    is_held keeps it until the transaction ends, where the engine has locks. For the few reads of
    every act, as `first` is.
    """
    cursor = database.execute_sql(_one_sql(table, condition, is_postgres(), is_held), values)
    found = cursor.fetchone()
    cursor.close()
    if found is None:
        return None
    row: Any = table(__no_default__=1)  # as peewee makes its own rows
    row.__data__ = {
        field.name: field.python_value(value)
        for field, value in zip(table._meta.sorted_fields, found, strict=True)
    }
    row._dirty.clear()
    return row


@cache
def _one_sql(table: type[Table], condition: str, on_postgres: bool, is_held: bool) -> str:
    columns = ", ".join(field.column_name for field in table._meta.sorted_fields)
    sql = f"SELECT {columns} FROM {table._meta.table_name} WHERE {condition} LIMIT 1"  # noqa: S608
    held = " FOR UPDATE" if is_held and on_postgres else ""
    return _placed(sql, on_postgres) + held


def first(sql: str, *values: Any) -> tuple[Any, ...] | None:
    """Run plain SQL, with `?` for each value on both engines; its first row, if it gives one.

    For the few statements of every act: peewee takes longer to build a query than the engine
    to answer it.
    """
    cursor = database.execute_sql(_placed(sql, is_postgres()), values)
    found: tuple[Any, ...] | None = cursor.fetchone() if cursor.description else None
    cursor.close()
    return found


def column(sql: str, *values: Any) -> list[Any]:
    """Run plain SQL in the same way; the first column of each of its rows."""
    cursor = database.execute_sql(_placed(sql, is_postgres()), values)
    found = [row[0] for row in cursor.fetchall()]
    cursor.close()
    return found


@cache
def _placed(sql: str, on_postgres: bool) -> str:
    return sql.replace("?", "%s") if on_postgres else sql


ROWS_AT_ONCE = 2000


def all_rows(table: type[Table]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """(primary key, plain stored values by column) of every row, in the order of the key.

    Read in pages by key: psycopg would hold a whole table in memory.
    """
    place = "%s" if is_postgres() else "?"
    key = _key_column(table)
    names = [column for _, column, _ in _columns(table)]
    columns = ", ".join(f'"{column}"' for column in (key, *names))
    sql = f'SELECT {columns} FROM "{table._meta.table_name}" '  # noqa: S608 - names are ours
    order = f'ORDER BY "{key}" LIMIT {ROWS_AT_ONCE}'
    cursor = database.execute_sql(sql + order)
    while page := cursor.fetchall():
        for last, *values in page:
            yield last, {name: plain(value) for name, value in zip(names, values, strict=True)}
        cursor = database.execute_sql(f'{sql} WHERE "{key}" > {place} {order}', (last,))


def default_values(table: type[Table]) -> dict[str, Any]:
    """What a column holds, as `plain`, when nothing was said: its fixed default or null."""
    fields = table._meta.fields
    return {
        column: None if callable(default) else plain(fields[name].db_value(default))
        for name, column, default in _columns(table)
    }
