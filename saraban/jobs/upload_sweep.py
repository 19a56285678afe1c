"""Drops uploads that nobody went on with or used, now and then, in the worker's loop."""

from datetime import datetime, timedelta

from saraban import clock
from saraban.desk.uploads import drop_expired
from saraban.paper import evidence_shown

EVERY = timedelta(hours=1)


class UploadSweep:
    """Looks at once, and then again after a while: the worker asks many times a minute."""

    def __init__(self) -> None:
        self._looked_at: datetime | None = None

    def look(self) -> None:
        """Drop what is over, if it is time to look."""
        at = clock.now()
        if self._looked_at is not None and at - self._looked_at < EVERY:
            return
        self._looked_at = at
        for sha256 in drop_expired(at=at):
            evidence_shown.forget(sha256)
