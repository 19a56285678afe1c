"""Statements over a whole set of units at once: the set goes as one value, not as 7,850."""

import json
from collections.abc import Sequence
from typing import Any

from saraban.records.database import Table, database, is_postgres


def _chosen(unit_ids: Sequence[int]) -> tuple[str, Any]:
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
    condition, parameter = _chosen(unit_ids)
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
