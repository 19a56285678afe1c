"""The page of 50 letters among 100,000: how many SQL statements it takes, and how long."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saraban.settings import Settings
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import Result, plain_result, seconds
from scripts.benchmarks.offices import add_country, browser_of, new_office

LETTERS = 100_000
MOST_STATEMENTS = 3
MOST_MS = 300.0
PAGES = 9


class _Counting(logging.Handler):
    """Counts the statements that peewee runs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def measure(engine: str) -> Iterator[Result]:
    """The whole page, signed in, not the first of its process."""
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        unit = add_country(1, 0, 0).provinces[0]
        add_letters(unit, LETTERS, engine)
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
        browser = browser_of(settings, unit)
        _seen(browser)
        name = f"list of 50 among {LETTERS:,} letters"
        count = float(_statements(browser))
        yield plain_result(name, engine, count, unit="statements", most=MOST_STATEMENTS)
        times = sorted(seconds(lambda: _seen(browser)) for _ in range(PAGES))
        took = times[PAGES // 2] * 1000
        yield plain_result(f"{name}: the page", engine, took, unit="ms", most=MOST_MS)


def _statements(browser: Any) -> int:
    counting, log = _Counting(), logging.getLogger("peewee")
    log.addHandler(counting)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    try:
        _seen(browser)
    finally:
        log.removeHandler(counting)
        log.setLevel(logging.NOTSET)
    return counting.count


def _seen(browser: Any) -> None:
    answer = browser.get("/letters")
    assert answer.status_code == 200, answer.status
    assert "การรายงานกิจกรรมอาสาพัฒนา ครั้งที่ " in answer.text
