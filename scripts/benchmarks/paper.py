"""What is drawn on paper, each beside the bare library doing the same."""

from collections.abc import Iterator

from scripts.benchmarks import letter, register_print, stamp
from scripts.benchmarks.measuring import Result

PARTS = (letter, stamp, register_print)


def measure(engine: str) -> Iterator[Result]:
    """The lines of every part, one after the other."""
    for part in PARTS:
        yield from part.measure(engine)
