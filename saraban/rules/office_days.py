"""Counting days that offices are open: weekends and holidays are left out.

Only "วันทำการ" is counted so. Plain "วัน" are calendar days, of which holidays are part.
Sources: Civil and Commercial Code, sections 193/3 (the first day is not counted), 193/4 (in
official matters a day means the office's hours) and 193/8 (a last day that is a holiday).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5
_WEEKEND = {5: "วันเสาร์", 6: "วันอาทิตย์"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OfficeDays:
    """Which days are open. holidays: the name of each closed day that is no mere weekend."""

    holidays: Mapping[date, str] = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """Whether offices work on it."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def why_closed(self, day: date) -> str:
        """The holiday's name, the weekend's, or nothing for an open day."""
        return self.holidays.get(day) or _WEEKEND.get(day.weekday(), "")

    def open_on_or_after(self, day: date) -> date:
        """The day itself where it is open, else the next that is (section 193/8)."""
        while not self.is_open(day):
            day += _ONE_DAY
        return day

    def open_on_or_before(self, day: date) -> date:
        """The day itself where it is open, else the last before it that is."""
        while not self.is_open(day):
            day -= _ONE_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The count-th open day after a day, which itself is not counted; negative goes back."""
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_open(day)
        return day

    def between(self, day: date, until: date) -> int:
        """How many open days come after `day`, `until` included; negative when it lies before."""
        if until < day:
            return -self.between(until, day)
        return sum(self.is_open(each) for each in _each_after(day, until))

    def closed_between(self, day: date, until: date) -> tuple[tuple[date, str], ...]:
        """The closed days after `day`, `until` included, each with why."""
        return tuple(
            (each, self.why_closed(each))
            for each in _each_after(day, until)
            if not self.is_open(each)
        )


def _each_after(day: date, until: date) -> Iterator[date]:
    while day < until:
        day += _ONE_DAY
        yield day
