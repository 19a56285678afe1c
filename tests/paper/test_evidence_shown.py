"""What is shown of evidence is made by few children, however many ask for it at once."""

import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from saraban.paper import evidence_shown
from tests.paper.clips import clip


def running_children() -> int:
    """How many processes of ours are there, whichever thread began them."""
    lists = Path("/proc/self/task").glob("*/children")
    return sum(len(one.read_text().split()) for one in lists)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted through /proc")
def test_a_page_of_pictures_starts_no_more_than_two_children_at_once(tmp_path):
    evidence_shown.use_folder(tmp_path / "shown")
    path = clip(tmp_path, 1)
    before = running_children()

    with ThreadPoolExecutor(6) as browsers:
        asked = [
            browsers.submit(evidence_shown.shown, path, f"{n:064}", path.name, evidence_shown.SMALL)
            for n in range(6)
        ]
        seen = []
        while wait(asked, timeout=0.005).not_done:
            seen.append(running_children() - before)

    assert max(seen) == 2
    assert all(one.result().stat().st_size for one in asked)
