"""The limits of a child that opens other people's files."""

import resource
from collections.abc import Iterator

import pytest

from saraban.paper.limited import run_limited


@pytest.fixture
def cores_are_written() -> Iterator[None]:
    """As on a machine that keeps a core of each program that breaks, where that may be said."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


def test_no_core_is_left_of_a_child_that_breaks(cores_are_written):
    told = run_limited(["/bin/sh", "-c", "ulimit -c"], name="a.pdf")

    assert told.printed == "0\n"
