"""Makes further periods of duties that go on, and moves what holidays moved, in the worker's loop.

Asked each minute, done once a day, and at once where a holiday moves more days than its own act
took on. Two workers that do it at once make nothing twice.
"""

from datetime import timedelta

from saraban import clock
from saraban.desk.period_keeping import is_due, keep_periods
from saraban.jobs.now_and_then import NowAndThen
from saraban.rules.days import day_of

EVERY = timedelta(minutes=1)


class PeriodRounds(NowAndThen):
    """Makes and moves what there is, if it is time to look."""

    def __init__(self) -> None:
        super().__init__(EVERY, _keep)


def _keep() -> None:
    at = clock.now()
    if is_due(day_of(at)):
        keep_periods(at=at)
