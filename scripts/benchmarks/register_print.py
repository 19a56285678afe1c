"""The receive register as PDF and XLSX, beside WeasyPrint and xlsxwriter alone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from scripts.benchmarks.measuring import Result, medians_in_turn, plain_result

# lines: (most seconds, how often each way is measured, in turns)
PDF = {500: (4.0, 3), 5000: (35.0, 1)}
MOST_MB = 250.0
SHEET_ROWS, MOST_SHEET_SECONDS, SHEET_ROUNDS = 5000, 1.0, 5


def measure(engine: str) -> Iterator[Result]:
    """From the filled-in table to the bytes, the start of our printing processes included."""
    held: list[float] = []
    for rows, (most, rounds) in PDF.items():
        found = medians_in_turn(
            partial(_drawn, "ours", rows, held), partial(_drawn, "bare", rows), rounds
        )
        yield _line(f"receive register, {rows} lines, PDF", engine, found, most)
    yield plain_result(
        "receive register: largest process", engine, max(held), unit="MB", most=MOST_MB
    )
    sheets = medians_in_turn(
        lambda: _drawn("sheet", SHEET_ROWS), lambda: _drawn("bare_sheet", SHEET_ROWS), SHEET_ROUNDS
    )
    name = f"receive register, {SHEET_ROWS} lines, XLSX"
    yield _line(name, engine, sheets, MOST_SHEET_SECONDS)


def _line(name: str, engine: str, found: tuple[float, float], most: float) -> Result:
    ours, bare = found
    return Result(name, engine, ours, bare, ours / bare, "s", f"<= {most:g} s", ours <= most)


def _drawn(way: str, rows: int, held: list[float] | None = None) -> float:
    """The seconds that a process of its own took; the most memory goes to `held`."""
    program = [sys.executable, "-m", "scripts.benchmarks.printed_table", way, str(rows)]
    answer: Any = subprocess.run(program, capture_output=True, check=True)
    told = json.loads(answer.stdout)
    if held is not None:
        held.append(told["mb"])
    return float(told["seconds"])
