"""The database connection of one request or command, for the doors that may not touch tables."""

from saraban.records.database import connected, ping
from saraban.records.schema import is_current

__all__ = ["connected", "is_current", "ping"]
