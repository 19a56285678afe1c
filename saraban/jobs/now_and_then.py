"""What the worker looks after every so often: it asks many times a minute."""

from collections.abc import Callable
from datetime import datetime, timedelta

from saraban import clock


class NowAndThen:
    """Does something at once, and then again whenever so much time has passed."""

    def __init__(self, every: timedelta, act: Callable[[], object]) -> None:
        self._every = every
        self._act = act
        self._looked_at: datetime | None = None

    def look(self) -> None:
        """Do it, if it is time again."""
        at = clock.now()
        if self._looked_at is not None and at - self._looked_at < self._every:
            return
        self._looked_at = at
        self._act()
