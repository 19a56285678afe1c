"""How long many took: the middle one, the ninetieth of a hundred, and the last."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Of whole days that `count` units took. No averages: one year of silence would be one.

    Nearest ranks: each figure is a number of days that some unit really took.
    """

    count: int
    median: int
    ninetieth: int
    worst: int


def spread_of(counts: Mapping[int, int]) -> Spread | None:
    """The spread of days by how many took so long; None of nobody."""
    days = sorted(day for day, count in counts.items() if count > 0)
    total = sum(counts[day] for day in days)
    if not total:
        return None
    return Spread(total, _at(counts, days, total, 50), _at(counts, days, total, 90), days[-1])


def _at(counts: Mapping[int, int], days: list[int], total: int, hundredth: int) -> int:
    """The days of the unit at that hundredth of all, by nearest rank."""
    left = -(-total * hundredth // 100)
    for day in days:
        left -= counts[day]
        if left <= 0:
            return day
    return days[-1]
