"""Duties and reports: opening, adding up, pages, reminding, and evidence on its way up."""

from collections.abc import Iterator

from scripts.benchmarks import (
    duty_creating,
    duty_pages,
    duty_reminders,
    duty_rollup,
    duty_upload,
)
from scripts.benchmarks.measuring import Result

PARTS = (duty_creating, duty_rollup, duty_pages, duty_reminders, duty_upload)


def measure(engine: str) -> Iterator[Result]:
    """Every part in an office of its own."""
    for part in PARTS:
        yield from part.measure(engine)
