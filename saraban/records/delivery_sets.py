"""Statements over many deliveries of one letter at once."""

import json
from collections.abc import Sequence
from typing import Any

from saraban.records.database import database, is_postgres
from saraban.records.deliveries import Delivery, DeliveryEnd
from saraban.rules.deliveries import Status


def recall(
    letter_id: int, from_unit_id: int, at_text: str, to_unit_ids: Sequence[int] | None
) -> list[tuple[int]]:
    """Set recalled_at of those not received yet, of all or of some units; their ids, as rows.

    The condition is rules.delivery_ends.may_be_recalled, asked by the engine of each row when it
    holds it: whoever acknowledged a moment before is left out.
    """
    condition, parameters = _chosen("to_unit_id", to_unit_ids)
    return _rows(
        "UPDATE delivery SET recalled_at = ?, status = ? WHERE letter_id = ? "  # noqa: S608 - ours
        f"AND from_unit_id = ? AND status < ? AND passed_on_at IS NULL{condition} RETURNING id",
        (at_text, int(Status.RECALLED), letter_id, from_unit_id, int(Status.RECEIVED)),
        parameters,
    )


def end_each(common: dict[str, Any], delivery_ids: Sequence[int]) -> list[tuple[int, int]]:
    """One DeliveryEnd a delivery, with these columns in common; (id, delivery_id) of each."""
    condition, parameters = _chosen("id", delivery_ids)
    places = ", ".join(
        # PostgreSQL cannot tell the kind of a bare parameter in a SELECT list.
        f"CAST(? AS {'bigint' if isinstance(value, int) else 'varchar'})"
        for value in common.values()
    )
    columns = ", ".join(f'"{column}"' for column in common)
    return _rows(
        f"INSERT INTO {DeliveryEnd._meta.table_name} ({columns}, delivery_id) "  # noqa: S608
        f"SELECT {places}, id FROM {Delivery._meta.table_name} WHERE id = id{condition} "
        "ORDER BY id RETURNING id, delivery_id",
        tuple(common.values()),
        parameters,
    )


def burn_links(delivery_ids: Sequence[int], at_text: str) -> list[tuple[int]]:
    """Set burned_at of the links of these deliveries that could still be used; their ids."""
    condition, parameters = _chosen("delivery_id", delivery_ids)
    return _rows(
        "UPDATE delivery_link SET burned_at = ? "  # noqa: S608 - ours
        f"WHERE burned_at IS NULL AND used_at IS NULL{condition} RETURNING id",
        (at_text,),
        parameters,
    )


def insert_links(
    common: dict[str, Any], each: Sequence[tuple[str, int, str]]
) -> list[tuple[int, str, int, str]]:
    """One DeliveryLink for each (uid, delivery_id, token_digest); the same with the id before."""
    place = f"({', '.join('?' * (len(common) + 3))})"
    columns = ", ".join(common)
    values = [value for one in each for value in (*common.values(), *one)]
    return _rows(
        f"INSERT INTO delivery_link ({columns}, uid, delivery_id, token_digest) "  # noqa: S608
        f"VALUES {', '.join([place] * len(each))} RETURNING id, uid, delivery_id, token_digest",
        tuple(values),
        (),
    )


def _chosen(column: str, ids: Sequence[int] | None) -> tuple[str, tuple[Any, ...]]:
    """A further condition on a column and its parameters; the set goes as one value."""
    if ids is None:
        return "", ()
    if is_postgres():
        return f" AND {column} = ANY(?)", (list(ids),)
    condition = f" AND {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
    return condition, (json.dumps(list(ids)),)


def _rows(sql: str, values: tuple[Any, ...], parameters: tuple[Any, ...]) -> list[Any]:
    placed = sql.replace("?", "%s") if is_postgres() else sql
    cursor = database.execute_sql(placed, (*values, *parameters))
    found: list[Any] = cursor.fetchall()
    cursor.close()
    return found
