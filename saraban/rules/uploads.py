"""How much may be on its way up at once, and how long what nobody used is kept."""

from datetime import datetime, timedelta

MEBIBYTE = 1024 * 1024
# A phone that lost its signal on Friday goes on on Monday.
UNFINISHED_KEPT_FOR = timedelta(days=3)
# A draft may wait for its last figure over a month's reports.
UNUSED_KEPT_FOR = timedelta(days=45)
# Bytes of a used upload lie in the file store as well; a while for a page that still shows it.
USED_KEPT_FOR = timedelta(days=1)
MOST_WAITING = 60
MOST_WAITING_BYTES = 2048 * MEBIBYTE
# The disk keeps this much for letters and the database.
SPARED_BYTES = 512 * MEBIBYTE


def expires_at(
    begun_at: datetime, finished_at: datetime | None, used_at: datetime | None
) -> datetime:
    """From when an upload may be dropped."""
    if used_at is not None:
        return used_at + USED_KEPT_FOR
    if finished_at is not None:
        return finished_at + UNUSED_KEPT_FOR
    return begun_at + UNFINISHED_KEPT_FOR
