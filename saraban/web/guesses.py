"""How often somebody tried a code that is none: counted by where they ask from, in this process.

A token has eighty bits, so nobody finds one by trying; the limit keeps those who try from the
database. Behind a proxy that does not tell who asks, all count as one: the limit is wide for that.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_GUESSES = 40
WITHIN = timedelta(minutes=10)
# So many askers are remembered; of more the oldest is forgotten.
MOST_ASKERS = 10_000


@dataclass
class _Count:
    since: datetime
    wrong: int


class Guesses:
    """Wrong codes by asker."""

    def __init__(self) -> None:
        self._counts: OrderedDict[str, _Count] = OrderedDict()

    def minutes_to_wait(self, asker: str, at: datetime) -> int:
        """Whole minutes until the asker may try again; 0 when they may now."""
        count = self._counts.get(asker)
        if count is None or count.wrong < MOST_GUESSES or at - count.since >= WITHIN:
            return 0
        return max(1, -(-int((count.since + WITHIN - at).total_seconds()) // 60))

    def note_wrong(self, asker: str, at: datetime) -> None:
        """Count one more wrong code."""
        count = self._counts.get(asker)
        if count is None or at - count.since >= WITHIN:
            self._counts[asker] = _Count(at, 1)
            self._counts.move_to_end(asker)
        else:
            count.wrong += 1
        while len(self._counts) > MOST_ASKERS:
            self._counts.popitem(last=False)
