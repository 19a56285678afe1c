"""How long `flask --help` takes: heavy libraries must load only where they are used."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from scripts.benchmarks.measuring import Result, plain_result, seconds

ROOT = Path(__file__).resolve().parents[2]
FLASK = Path(sys.executable).parent / "flask"
MOST_SECONDS = 0.7
ROUNDS = 7


def measure(engine: str) -> Iterator[Result]:
    """The median of a few starts; no database is opened."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"SARABAN_DATA": folder}

        def ask() -> None:
            subprocess.run(
                [FLASK, "--help"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
            )

        ask()
        took = median(seconds(ask) for _ in range(ROUNDS))
    yield plain_result("flask --help", engine, took, unit="s", most=MOST_SECONDS)
