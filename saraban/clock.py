"""The one place that asks what time it is; read at the doors and handed down."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")


def now() -> datetime:
    """The present instant, aware, in Asia/Bangkok."""
    return datetime.now(BANGKOK)


def today() -> date:
    """The present day in Asia/Bangkok, Gregorian."""
    return now().date()
