"""Makes further periods of duties that go on, and moves what holidays moved, in the worker's loop.

Asked each minute, done once a day, and at once where a holiday moves more days than its own act
took on. Two workers that do it at once make nothing twice.
"""

from datetime import datetime, timedelta

from saraban import clock
from saraban.desk.period_keeping import is_due, keep_periods
from saraban.rules.days import day_of

EVERY = timedelta(minutes=1)


class PeriodRounds:
    """Looks at once, and then again after a while: the worker asks many times a minute."""

    def __init__(self) -> None:
        self._looked_at: datetime | None = None

    def look(self) -> None:
        """Make and move what there is, if it is time to look."""
        at = clock.now()
        if self._looked_at is not None and at - self._looked_at < EVERY:
            return
        self._looked_at = at
        if is_due(day_of(at)):
            keep_periods(at=at)
