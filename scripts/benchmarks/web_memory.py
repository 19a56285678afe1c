"""How much memory a web worker holds after 1,000 pages, the big tree among them."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks.big_cascade import add_big_cascade
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import Result, plain_result
from scripts.benchmarks.offices import new_office, session_id_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = 1000
MOST_MB = 120.0
LETTERS = 5000


def measure(engine: str) -> Iterator[Result]:
    """A process of its own serves the pages and is asked for its size at the end."""
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        big = add_big_cascade(20_000)
        ministry = big.country.ministry
        add_letters(ministry, LETTERS, engine)
        session_id = session_id_of(ministry)
        tree = f"/letters/{big.root_uid}/cascade"
        # A working day's mix: in fifty pages one is the whole tree of a country's circular.
        letter = f"/letters/{big.root_uid}"
        pages = ["/", "/letters", "/letters?page=20", "/registers/receive", letter] * 10
        asked = json.dumps([url, folder, session_id, PAGES, [*pages[:-1], tree]])
        done = subprocess.run(
            [sys.executable, "-m", "scripts.benchmarks.page_server", asked],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        held = float(done.stdout)
    yield plain_result(f"web worker after {PAGES:,} pages", engine, held, unit="MB", most=MOST_MB)
