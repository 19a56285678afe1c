"""Statements over a whole set of units at once: the set goes as one value, not as 7,850."""

import json
from collections.abc import Sequence
from typing import Any

from saraban.records.database import Table, database, is_postgres


def chosen_units(unit_ids: Sequence[int]) -> tuple[str, Any]:
    """A condition on unit.id and its one parameter, for either engine."""
    if is_postgres():
        return "unit.id = ANY(%s)", list(unit_ids)
    return "unit.id IN (SELECT value FROM json_each(?))", json.dumps(list(unit_ids))


def insert_for_each(
    table: type[Table], common: dict[str, Any], unit_ids: Sequence[int], *, is_here: bool
) -> list[tuple[int, int, int | None]]:
    """One row for each of the units that works in this installation, or for each that does not.

    The common columns, to_unit_id and province_id, by one INSERT … SELECT; what each row got,
    as (id, to_unit_id, province_id).
    """
    place = "%s" if is_postgres() else "?"
    condition, parameter = chosen_units(unit_ids)
    columns = ", ".join(common)
    places = ", ".join(
        # PostgreSQL cannot tell the kind of a bare parameter in a SELECT list.
        f"CAST({place} AS {_cast(value)})" if is_postgres() else place
        for value in common.values()
    )
    joined = "IS NOT NULL" if is_here else "IS NULL"
    cursor = database.execute_sql(
        f"INSERT INTO {table._meta.table_name} ({columns}, to_unit_id, province_id) "  # noqa: S608
        f"SELECT {places}, unit.id, unit.province_id FROM unit "
        f"WHERE {condition} AND unit.joined_at {joined} ORDER BY unit.id "
        "RETURNING id, to_unit_id, province_id",
        (*common.values(), parameter),
    )
    made: list[tuple[int, int, int | None]] = cursor.fetchall()
    cursor.close()
    return made


def _cast(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "bigint" if isinstance(value, int) else "varchar"


def insert_members(
    table: type[Table], set_id: int, members: Sequence[tuple[int | None, int]]
) -> list[tuple[int, int, int | None]]:
    """The (line, unit id) pairs as rows of one set, by one statement; (id, to_unit_id, line) each.

    A unit that does not exist has no row: the caller compares the counts.
    """
    pairs = json.dumps(list(members))
    name = table._meta.table_name
    if is_postgres():
        source = (
            "SELECT CAST(%s AS bigint), CAST(pair.value->>1 AS bigint), "
            "CAST(pair.value->>0 AS integer) "
            "FROM json_array_elements(CAST(%s AS json)) WITH ORDINALITY AS pair (value, place)"
        )
        order = "ORDER BY pair.place"
    else:
        source = (
            "SELECT ?, json_extract(pair.value, '$[1]'), json_extract(pair.value, '$[0]') "
            "FROM json_each(?) AS pair"
        )
        order = "ORDER BY pair.key"
    unit = "CAST(pair.value->>1 AS bigint)" if is_postgres() else "json_extract(pair.value, '$[1]')"
    cursor = database.execute_sql(
        f"INSERT INTO {name} (unit_set_id, to_unit_id, line) {source} "
        f"JOIN unit ON unit.id = {unit} {order} RETURNING id, to_unit_id, line",
        (set_id, pairs),
    )
    made: list[tuple[int, int, int | None]] = cursor.fetchall()
    cursor.close()
    return made
