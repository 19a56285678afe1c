"""Starts clerks in processes of their own and hears what they say."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Clerk = subprocess.Popen[str]


@contextmanager
def clerks(
    url: str,
    files: Path,
    unit_id: int,
    tags: Sequence[int],
    count: int,
    *,
    work: str = "tests.clerk_at_work",
) -> Iterator[list[Clerk]]:
    """Processes that stand ready and begin at `begin`; none outlives the block.

    work is the module that says what each of them does.
    """
    started = [
        subprocess.Popen(
            [
                sys.executable, "-m", work,
                url, str(files), str(unit_id), str(tag), str(count),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for tag in tags
    ]  # fmt: skip
    try:
        for clerk in started:
            assert clerk.stdout is not None
            assert clerk.stdout.readline() == "ready\n"
        yield started
    finally:
        for clerk in started:
            clerk.kill()
            clerk.communicate()


def begin(clerk: Clerk) -> None:
    """Let a clerk who stands ready start."""
    assert clerk.stdin is not None
    clerk.stdin.write("\n")
    clerk.stdin.flush()


def next_number_of(clerk: Clerk) -> int:
    """The next number that a clerk gives, waited for."""
    assert clerk.stdout is not None
    return int(clerk.stdout.readline())


def numbers_of(clerk: Clerk) -> list[int]:
    """The numbers a clerk has given since, until their process ended; whole lines only."""
    assert clerk.stdout is not None
    return [int(line) for line in clerk.stdout.read().splitlines(keepends=True) if "\n" in line]
