"""What an engine answers as it stands: of counts and ids nothing needs to be made, row by row."""

from datetime import date
from typing import Any, overload

from saraban.records.database import database


def bare_rows(query: Any) -> list[Any]:
    """The rows of a query as tuples, each value as the engine gives it (`stored_day`)."""
    cursor: Any = database.execute(query)
    found: list[Any] = cursor.fetchall()
    cursor.close()
    return found


@overload
def stored_day(value: date | str) -> date: ...
@overload
def stored_day(value: date | str | None) -> date | None: ...
def stored_day(value: date | str | None) -> date | None:
    """A day out of a bare row or a computed column, which SQLite tells as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
