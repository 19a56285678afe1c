"""Brings a database to the newest schema, forward only."""

from pathlib import Path

from playhouse.migrations import Runner

from saraban.records.database import database

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade() -> list[str]:
    """Apply the migrations that are missing, in order; their names, or [] when up to date."""
    return list(Runner(database.obj, str(MIGRATIONS)).up())


def is_current() -> bool:
    """True when no migration waits."""
    return all(step.applied for step in Runner(database.obj, str(MIGRATIONS)).status())
