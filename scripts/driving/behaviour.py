"""What each agency does with the circular, and after how many days: drawn by lot, by level."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

SATURDAY = 5
OPENS, MINUTES_OPEN = 8 * 60 + 30, 8 * 60


@dataclass(frozen=True)
class Pace:
    """How long a level takes for a thing: log-normal, with this median of days."""

    median: float
    spread: float

    def days(self, lot: Random) -> float:
        """One draw, in days."""
        return lot.lognormvariate(math.log(self.median), self.spread)


@dataclass(frozen=True)
class Habits:
    """A level's paces, and the shares of its agencies that stop at a point.

    silent never numbers it, numbers_only goes no further than its number, and of those that
    should tell others never_tells keep it. Of those that acknowledge, reports and nil answer.
    """

    receives: Pace
    acknowledges: Pace
    tells: Pace = Pace(5, 0.6)
    answers: Pace = Pace(14, 0.7)
    silent: float = 0.0
    numbers_only: float = 0.0
    never_tells: float = 0.0
    reports: float = 0.0
    nil: float = 0.0


HABITS = {
    "department": Habits(Pace(1, 0.4), Pace(0.5, 0.5), tells=Pace(3, 0.5)),
    "province": Habits(
        Pace(3, 0.5), Pace(0.7, 0.6), tells=Pace(5, 0.6), numbers_only=0.15, never_tells=0.03
    ),
    "district": Habits(
        Pace(2, 0.7), Pace(1, 0.8), tells=Pace(4, 0.8), silent=0.02, numbers_only=0.25,
        never_tells=0.07,
    ),
    "body": Habits(
        Pace(2, 0.9), Pace(1.5, 0.9), silent=0.14, numbers_only=0.1, reports=0.5, nil=0.12
    ),
}  # fmt: skip


def after(at: datetime, days: float, lot: Random) -> datetime:
    """That many days later, or the next working day's office hours after that; never earlier."""
    then = at + timedelta(days=days)
    minute = OPENS + lot.randrange(MINUTES_OPEN)
    moved = then.replace(hour=minute // 60, minute=minute % 60, second=lot.randrange(60))
    while moved <= at or moved.weekday() >= SATURDAY:
        moved += timedelta(days=1)
    return moved
