"""Drops uploads that nobody went on with or used, now and then, in the worker's loop."""

from datetime import timedelta

from saraban import clock
from saraban.desk.uploads import drop_expired
from saraban.jobs.now_and_then import NowAndThen
from saraban.paper import evidence_shown

# With desk.uploads.MOST_DROPPED_AT_ONCE, more in a day than a country sends up in one.
EVERY = timedelta(minutes=5)


class UploadSweep(NowAndThen):
    """Drops what is over, if it is time to look."""

    def __init__(self) -> None:
        super().__init__(EVERY, _drop)


def _drop() -> None:
    for sha256 in drop_expired(at=clock.now()):
        evidence_shown.forget(sha256)
