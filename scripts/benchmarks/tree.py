"""The tree of a circular with 8,900 agencies inside a million deliveries, and its page."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saraban.queries.cascade_tree import cascade_of
from saraban.settings import Settings
from scripts.benchmarks.bare import connect
from scripts.benchmarks.big_cascade import DAY, BigCascade, add_big_cascade
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import browser_of, new_office

MOST_RATIO = 2.0
MOST_PAGE_MS = 300.0
PAGES = 9

# The same rows that the tree is built of, by hand: every delivery with its unit, every letter
# with whether its number was struck through, every receipt with its desk.
BARE = (
    """
    SELECT d.id, d.letter_id, d.from_unit_id, d.to_unit_id, d.province_id, d.is_inner, d.status,
           d.dispatched_at, d.delivered_at, d.opened_at, d.received_at, d.acknowledged_at,
           d.passed_on_at, d.reported_at, u.uid, u.name_th, u.short_name_th, u.kind, u.district_id
    FROM delivery d JOIN unit u ON u.id = d.to_unit_id WHERE d.root_id = {root}
    """,
    """
    SELECT l.id, l.uid, l.letter_number, l.printed_number, l.dated_on, l.issuer_id, l.issuer_text,
           l.subject, l.urgency, l.conveys_id, l.relay_phrase, e.id
    FROM letter l LEFT JOIN register_entry e
      ON e.letter_id = l.id AND e.register <> 'receive' AND e.voided_at IS NOT NULL
    WHERE l.id = {root} OR l.root_id = {root} ORDER BY l.id
    """,
    """
    SELECT r.letter_id, r.unit_id, u.registry_name, u.name_th, e.register, e.number,
           r.printed_number, r.received_on, r.printed_date, r.received_time
    FROM receipt r JOIN unit u ON u.id = r.unit_id JOIN register_entry e ON e.id = r.entry_id
         JOIN letter l ON l.id = r.letter_id
    WHERE (l.id = {root} OR l.root_id = {root}) AND e.voided_at IS NULL
    ORDER BY r.received_on, r.id
    """,
)


def measure(engine: str) -> Iterator[Result]:
    """The tree as data beside the bare statements, then its page with branches closed."""
    with new_office(engine) as url:
        big, connection = add_big_cascade(), connect(url)
        times = medians_in_turn(
            lambda: seconds(lambda: _tree(big)) * 1000,
            lambda: seconds(lambda: _bare(connection, big)) * 1000,
            PAGES,
        )
        connection.close()
        name = f"tree of {big.node_count:,} in a million deliveries"
        yield ratio_result(name, engine, times, unit="ms", most=MOST_RATIO)
        yield plain_result(
            "page of that tree", engine, _page(url, big), unit="ms", most=MOST_PAGE_MS
        )


def _tree(big: BigCascade) -> None:
    cascade = cascade_of(big.root_uid, actor=None, today=DAY, with_coverage=False)
    assert cascade.node_count == big.node_count


def _bare(connection: Any, big: BigCascade) -> None:
    found = [connection.execute(sql.format(root=big.root_id)).fetchall() for sql in BARE]
    assert len(found[0]) == big.node_count - 1


def _page(url: str, big: BigCascade) -> float:
    """Milliseconds for the page as an auditor of the whole branch gets it, the median."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
        browser = browser_of(settings, big.country.ministry)
        address = f"/letters/{big.root_uid}/cascade"
        times = sorted(seconds(lambda: _seen(browser, address)) for _ in range(PAGES))
        return times[PAGES // 2] * 1000


def _seen(browser: Any, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status
