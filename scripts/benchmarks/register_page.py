"""A page of 50 lines of a book of 1,000,000: in a browser, and beside the bare engine."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saraban.queries.register_book import register_book
from saraban.records.database import database
from saraban.settings import Settings
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import NOW, add_country, browser_of, clerk_of, new_office

LINES = 1_000_000
MOST_MS = 100.0
MOST_RATIO = 40.0
PAGES = 9
# The newest page, one from the middle of the book, and the page of holes.
ADDRESSES = {
    "the newest page": "/registers/receive?year=2565",
    "a page of its middle": f"/registers/receive?year=2565&before={LINES // 2}",
}
_BARE = """
SELECT e.number, l.printed_number, l.dated_on, l.issuer_text, l.addressee_text, l.subject,
       e.handling, e.remark, e.entered_on, r.received_time
FROM register_entry e LEFT JOIN letter l ON l.id = e.letter_id
LEFT JOIN receipt r ON r.entry_id = e.id
WHERE e.unit_id = {unit} AND e.register = 'receive' AND e.be_year = 2565 AND e.number < {before}
ORDER BY e.number DESC LIMIT 50
"""


def measure(engine: str) -> Iterator[Result]:
    """Each page whole, signed in, not the first of its process; then what the query adds."""
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        unit = add_country(1, 0, 0).provinces[0]
        add_letters(unit, LINES, engine)
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
        browser = browser_of(settings, unit)
        for name, address in ADDRESSES.items():
            _seen(browser, address)
            times = sorted(seconds(lambda: _seen(browser, address)) for _ in range(PAGES))  # noqa: B023
            took = times[PAGES // 2] * 1000
            yield plain_result(
                f"register of {LINES:,}: {name}", engine, took, unit="ms", most=MOST_MS
            )
        clerk, bare = clerk_of(unit), _BARE.format(unit=unit.id, before=LINES // 2)

        def ours() -> object:
            return register_book(
                clerk, register="receive", be_year=2565, today=NOW.date(), before=LINES // 2
            )

        found = medians_in_turn(
            lambda: seconds(ours) * 1000, lambda: seconds(lambda: _rows(bare)) * 1000
        )
        yield ratio_result(
            f"register of {LINES:,}: query", engine, found, unit="ms", most=MOST_RATIO
        )


def _rows(statement: str) -> list[Any]:
    """The same fifty lines by the bare driver, and nothing else of the page."""
    cursor = database.connection().cursor()
    cursor.execute(statement)
    rows = list(cursor.fetchall())
    cursor.close()
    assert len(rows) == 50
    return rows


def _seen(browser: Any, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status
    assert answer.text.count("data-row>") == 50
