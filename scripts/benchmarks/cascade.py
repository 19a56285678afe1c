"""A cascade of 8,900 agencies among ten million deliveries: sending, asking, acknowledging."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from saraban.queries import cascade_rows
from saraban.settings import Settings
from scripts.benchmarks import acknowledging, fan_out
from scripts.benchmarks.bare import connect
from scripts.benchmarks.big_cascade import LOCAL_UNITS, BigCascade, add_big_cascade, fill_up
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import browser_of, clerk_of, new_office, session_id_of

FEW, MANY = 100_000, 10_000_000
ROUNDS = 9
MOST_FAN_OUT, MOST_ROLL_UP, MOST_GROWTH = 3.0, 2.0, 1.3
MOST_PAGE_MS, MOST_WHO_MS = 300.0, 50.0
PAGES_OF_FEW, PAGES_OF_MANY, MOST_MEMORY_GROWTH = 20, 200, 1.1
ROOT = Path(__file__).resolve().parents[2]
WHO_HAS_NOT = (
    "SELECT u.district_id, COUNT(*) FROM delivery d JOIN unit u ON u.id = d.to_unit_id "
    "WHERE d.root_id = {root} AND d.status < 4 GROUP BY u.district_id"
)
PROVINCES = (
    "SELECT province_id, status, COUNT(*) FROM delivery "
    "WHERE root_id = {root} GROUP BY province_id, status"
)


def measure(engine: str) -> Iterator[Result]:
    """The pages among few and among many deliveries; then everything else among the many."""
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        big = add_big_cascade(FEW)
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
        browser = browser_of(settings, big.country.ministry)
        few = {name: _page(browser, address) for name, address in _pages(big).items()}
        fill_up(big, MANY)
        for name, address in _pages(big).items():
            took = _page(browser, address)
            yield plain_result(f"{name} page", engine, took, unit="ms", most=MOST_PAGE_MS)
            yield ratio_result(
                f"{name} page, {MANY:,} beside {FEW:,}",
                engine,
                (took, few[name]),
                unit="ms",
                most=MOST_GROWTH,
            )
        connection = connect(url)
        yield _roll_up(engine, connection, big)
        yield _who_has_not(engine, connection, big)
        yield _fan_out(engine, connection, big)
        connection.close()
        yield _memory(engine, url, folder, big)
        yield acknowledging.measure(engine, url, big.country.local_ids)


def _pages(big: BigCascade) -> dict[str, str]:
    """The pages whose cost must not grow with the letters of others."""
    address = f"/letters/{big.root_uid}/cascade"
    return {
        "tree": address,
        "table": f"{address}?tab=table",
        "who has not": f"{address}?tab=missing",
        "map": f"{address}?tab=map",
    }


def _page(browser: Any, address: str) -> float:
    """Milliseconds, the median, not the first of its process."""

    def seen() -> None:
        answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.status)

    seen()
    return median(seconds(seen) for _ in range(ROUNDS)) * 1000


def _roll_up(engine: str, connection: Any, big: BigCascade) -> Result:
    statement = PROVINCES.format(root=big.root_id)
    times = medians_in_turn(
        lambda: _ms(lambda: cascade_rows.provinces_of(big.root_id)),
        lambda: _ms(lambda: connection.execute(statement).fetchall()),
        ROUNDS,
    )
    return ratio_result("roll-up by province", engine, times, unit="ms", most=MOST_ROLL_UP)


def _who_has_not(engine: str, connection: Any, big: BigCascade) -> Result:
    """The engine's time alone, every district of the country at once."""
    statement = WHO_HAS_NOT.format(root=big.root_id)
    times = [_ms(lambda: connection.execute(statement).fetchall()) for _ in range(ROUNDS)]
    name = "who has not acknowledged, by district"
    return plain_result(name, engine, median(times), unit="ms", most=MOST_WHO_MS)


def _memory(engine: str, url: str, folder: str, big: BigCascade) -> Result:
    """What a process holds after many of these pages, beside what it holds after a few."""
    pages, session = list(_pages(big).values()), session_id_of(big.country.ministry)

    def held(count: int) -> float:
        asked = json.dumps([url, folder, session, count, pages])
        command = [sys.executable, "-m", "scripts.benchmarks.page_server", asked]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        return float(done.stdout)

    name = f"memory after {PAGES_OF_MANY} of these pages beside {PAGES_OF_FEW}"
    measured = held(PAGES_OF_MANY), held(PAGES_OF_FEW)
    return ratio_result(name, engine, measured, unit="MB", most=MOST_MEMORY_GROWTH)


def _fan_out(engine: str, connection: Any, big: BigCascade) -> Result:
    top = big.country.ministry
    addressees = fan_out.Addressees(fan_out.PHRASE)
    times = medians_in_turn(
        partial(fan_out.issue_circular, clerk_of(top), addressees),
        partial(fan_out.insert_bare, connection, top, engine),
        ROUNDS,
    )
    name = f"circular to {LOCAL_UNITS:,} units"
    return ratio_result(name, engine, times, unit="ms", most=MOST_FAN_OUT)


def _ms(work: Callable[[], object]) -> float:
    return seconds(work) * 1000
