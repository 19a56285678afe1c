"""From an instant to the official day it falls on."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

OFFICIAL_ZONE = ZoneInfo("Asia/Bangkok")


def day_of(instant: datetime) -> date:
    """The day in Asia/Bangkok on which an aware instant falls."""
    return instant.astimezone(OFFICIAL_ZONE).date()
