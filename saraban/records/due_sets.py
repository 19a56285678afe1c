"""Due days of many expected reports at once: whole groups that share a day and its reasons."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from saraban.records.database import database, is_postgres
from saraban.records.expected_reports import ExpectedReport

# States in which something is still owed: rules.expected_reports.OWED, asked by the engine.
_OWED = "state IN (0, 1)"


def set_due(
    period_id: int, unit_ids: Collection[int], *, due_on: date, steps: str
) -> list[tuple[int]]:
    """Give units their own day in a period where they have none yet; the ids, as rows."""
    among, chosen = _among("to_unit_id", unit_ids)
    return _rows(
        "UPDATE expected_report SET due_on = ?, steps = ? "  # noqa: S608 - the words are ours
        f"WHERE period_id = ? AND due_on IS NULL AND {_OWED} AND {among} RETURNING id",
        (due_on, steps, period_id, chosen),
    )


def move_due(
    period_id: int,
    *,
    before_on: date,
    before_steps: str,
    after_on: date,
    after_steps: str,
    province_id: int | None = None,
    but_provinces: Collection[int] = (),
) -> list[tuple[int]]:
    """Move what is still owed of a period from one day to another; the ids, as rows.

    Only what has exactly the day and the reasons that were read is moved: whoever got another day
    meanwhile keeps it. province_id narrows it to one province's units, but_provinces leaves those
    of some out.
    """
    where, values = "", []
    if province_id is not None:
        where, values = " AND province_id = ?", [province_id]
    elif but_provinces:
        among, chosen = _among("province_id", but_provinces)
        where, values = f" AND (province_id IS NULL OR NOT ({among}))", [chosen]
    return _rows(
        "UPDATE expected_report SET due_on = ?, steps = ? "  # noqa: S608 - the words are ours
        f"WHERE period_id = ? AND due_on = ? AND steps = ? AND {_OWED}{where} RETURNING id",
        (after_on, after_steps, period_id, before_on, before_steps, *values),
    )


def owed_days(period_id: int) -> list[tuple[date | None, str]]:
    """The days that units still owing a period have, each with its reasons as JSON."""
    found: Any = (
        ExpectedReport.select(ExpectedReport.due_on, ExpectedReport.steps)
        .where(ExpectedReport.period == period_id, ExpectedReport.state.in_((0, 1)))
        .distinct()
        .tuples()
    )
    return list(found)


def set_due_of_all(period_id: int, *, due_on: date) -> list[tuple[int]]:
    """Give the units that have no day yet the period's own; the ids, as rows."""
    return _rows(
        "UPDATE expected_report SET due_on = ?, steps = '' "  # noqa: S608 - the words are ours
        f"WHERE period_id = ? AND due_on IS NULL AND {_OWED} RETURNING id",
        (due_on, period_id),
    )


def strike_waiting_of(period_id: int, *, struck: int) -> list[tuple[int]]:
    """Expect nothing any more of the units that have not answered a period; the ids, as rows."""
    return _rows(
        "UPDATE expected_report SET state = ? WHERE period_id = ? AND state = 0 RETURNING id",
        (struck, period_id),
    )


def expect_again(period_id: int, *, struck: int) -> list[tuple[int]]:
    """Expect again what was struck of a period, of units that owe the duty; the ids, as rows."""
    return _rows(
        "UPDATE expected_report SET state = 0 WHERE period_id = ? AND state = ? AND EXISTS ("
        "SELECT 1 FROM duty_unit AS owing WHERE owing.duty_id = expected_report.duty_id "
        "AND owing.to_unit_id = expected_report.to_unit_id AND owing.left_at IS NULL"
        ") RETURNING id",
        (period_id, struck),
    )


def _among(column: str, ids: Collection[int]) -> tuple[str, Any]:
    if is_postgres():
        return f"{column} = ANY(?)", list(ids)
    some = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - the words are ours
    return some, json.dumps(list(ids))


def _rows(sql: str, values: tuple[Any, ...]) -> list[tuple[int]]:
    on_postgres = is_postgres()
    placed = sql.replace("?", "%s") if on_postgres else sql
    told = [one.isoformat() if isinstance(one, date) else one for one in values]
    cursor = database.execute_sql(placed, values if on_postgres else tuple(told))
    found: list[tuple[int]] = cursor.fetchall()
    cursor.close()
    return found
