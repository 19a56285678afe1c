"""The list of a handing over tells the next due day as it was when it was signed."""

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    # Nullable: neither engine writes the rows anew.
    db.execute_sql("ALTER TABLE duty_holder ADD COLUMN next_on DATE")
