"""What still waits is found by who owes it and for which duty, without reading the rows."""

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    db.execute_sql(
        "CREATE INDEX expected_report_waiting "
        "ON expected_report (to_unit_id, duty_id, due_on, period_id) WHERE state = 0"
    )
