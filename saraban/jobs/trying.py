"""Handing in what took long to make."""

from collections.abc import Callable

from saraban.errors import LedgerConflict

MOST_TRIES_TO_HAND_IN = 5


def handed_in(hand_in: Callable[[], None]) -> None:
    """Hand in, again where two met at one row: minutes of work are not lost to a moment."""
    for attempt in range(1, MOST_TRIES_TO_HAND_IN + 1):
        try:
            hand_in()
        except LedgerConflict:
            if attempt == MOST_TRIES_TO_HAND_IN:
                raise
        else:
            return
