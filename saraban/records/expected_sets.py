"""Who owes a duty, and every answer that is expected of them: written by one statement a set."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from saraban.records.database import database, is_postgres
from saraban.records.unit_sets import chosen_units

# What insert_expected tells of each row, in this order: by these a ledger's note names it.
EXPECTED_TOLD = ("id", "period_id", "due_on", "to_unit_id", "province_id")
OWING_TOLD = ("id", "to_unit_id", "province_id")


def insert_owing(
    duty_id: int, unit_ids: Sequence[int], *, added_at: str
) -> list[tuple[int, int, int | None]]:
    """A row of duty_unit for each unit, in the order of their ids; OWING_TOLD of each.

    added_at is the instant as it is stored. A unit that owes the duty already gets no second row.
    """
    place = "%s" if is_postgres() else "?"
    condition, parameter = chosen_units(unit_ids)
    number, text = ("CAST(%s AS bigint)", "CAST(%s AS varchar)") if is_postgres() else ("?", "?")
    cursor = database.execute_sql(
        "INSERT INTO duty_unit "  # noqa: S608 - the words are ours
        "(duty_id, added_at, left_reason, to_unit_id, province_id) "
        f"SELECT {number}, {text}, '', unit.id, unit.province_id FROM unit "
        f"WHERE {condition} AND NOT EXISTS (SELECT 1 FROM duty_unit AS owing "
        f"WHERE owing.duty_id = {place} AND owing.to_unit_id = unit.id) "
        "ORDER BY unit.id RETURNING id, to_unit_id, province_id",
        (duty_id, added_at, parameter, duty_id),
    )
    made: list[tuple[int, int, int | None]] = cursor.fetchall()
    cursor.close()
    return made


def insert_expected(
    duty_id: int, period_ids: Collection[int], *, unit_ids: Collection[int] | None = None
) -> list[tuple[Any, ...]]:
    """An expected answer for each of these periods and each unit that owes the duty now.

    Every row has its period's own due day. unit_ids narrows the units down; a unit that is
    expected in a period already gets no second row. EXPECTED_TOLD of each row, days as text.
    """
    is_narrowed = unit_ids is not None
    if is_postgres():
        among, day = "= ANY(%s)", "to_char(due_on, 'YYYY-MM-DD')"
        values: list[Any] = [duty_id, list(period_ids)]
        values += [list(unit_ids or ())] if is_narrowed else []
        is_late, place = "FALSE", "%s"
    else:
        among, day = "IN (SELECT value FROM json_each(?))", "due_on"
        values = [duty_id, json.dumps(list(period_ids))]
        values += [json.dumps(list(unit_ids or ()))] if is_narrowed else []
        is_late, place = "0", "?"
    narrowed = f"AND owing.to_unit_id {among} " if is_narrowed else ""
    cursor = database.execute_sql(
        "INSERT INTO expected_report "  # noqa: S608 - the words are ours
        "(duty_id, period_id, to_unit_id, province_id, due_on, steps, state, is_late) "
        "SELECT owing.duty_id, period.id, owing.to_unit_id, owing.province_id, period.due_on, "
        f"'', 0, {is_late} FROM report_period AS period "
        "JOIN duty_unit AS owing ON owing.duty_id = period.duty_id "
        f"WHERE owing.duty_id = {place} AND period.id {among} {narrowed}"
        "AND owing.left_at IS NULL "
        "ORDER BY period.id, owing.to_unit_id ON CONFLICT (period_id, to_unit_id) DO NOTHING "
        f"RETURNING id, period_id, {day}, to_unit_id, province_id",
        tuple(values),
    )
    made: list[tuple[Any, ...]] = cursor.fetchall()
    cursor.close()
    return made


STRUCK_TOLD = ("id",)


def strike_waiting(
    duty_id: int, *, after: date | None, struck: int, unit_ids: Collection[int] | None = None
) -> list[tuple[int, int, str | None]]:
    """Answers that nobody gave, due after the day or on none, are no more expected.

    Without a day these are all of them. struck is the state they get; (id, period id, due day as
    text) of each.
    """
    place, day = ("%s", "to_char(due_on, 'YYYY-MM-DD')") if is_postgres() else ("?", "due_on")
    values: list[Any] = [struck, duty_id]
    narrowed = ""
    if after is not None:
        narrowed = f"AND (due_on IS NULL OR due_on > {place}) "
        values.append(after.isoformat())
    if unit_ids is not None:
        among = "= ANY(%s)" if is_postgres() else "IN (SELECT value FROM json_each(?))"
        narrowed += f"AND to_unit_id {among} "
        values.append(list(unit_ids) if is_postgres() else json.dumps(list(unit_ids)))
    cursor = database.execute_sql(
        f"UPDATE expected_report SET state = {place} "  # noqa: S608 - the words are ours
        f"WHERE duty_id = {place} AND state = 0 {narrowed}RETURNING id, period_id, {day}",
        tuple(values),
    )
    found: list[tuple[int, int, str | None]] = cursor.fetchall()
    cursor.close()
    return sorted(found)
