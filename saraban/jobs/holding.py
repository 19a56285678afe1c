"""Holding what a worker is in the middle of: prolonged in time, or given up when told to stop."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event

from saraban import clock
from saraban.jobs.stopping import ToldToStop


class Held:
    """A claim held for a lease from now on.

    prolong asks for another lease while nothing is told of the work; it may raise LeaseLost.
    """

    def __init__(self, lease: timedelta, stop: Event, prolong: Callable[[], None]) -> None:
        self._lease, self._stop, self._prolong = lease, stop, prolong
        self.begin_anew()

    def begin_anew(self) -> None:
        """Count the lease from now: it was asked for with what was told of the work."""
        self._until = clock.now() + self._lease

    def while_waiting(self) -> None:
        """To be called often: prolongs at half of the lease. Raises ToldToStop, LeaseLost."""
        if self._stop.is_set():
            raise ToldToStop()
        if self._until - clock.now() < self._lease / 2:
            self._prolong()
            self.begin_anew()
