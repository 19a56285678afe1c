"""The process whose memory the bench `read` asks for: reading, and nothing of the bench."""

import json
import sys
from contextlib import suppress
from pathlib import Path

from saraban.errors import SarabanError
from saraban.paper.reading import read_content
from scripts.benchmarks.page_server import held_mb


def read_all(folder: str, first: int) -> dict[str, float]:
    """Read the files in turn; megabytes held after the first few, after all, and at most."""
    held = {"before": 0.0}
    for number, file in enumerate(sorted(Path(folder).iterdir()), start=1):
        with suppress(SarabanError):  # a damaged file is part of the mix
            read_content(file.read_bytes(), file.name)
        if number == first:
            held["before"] = held_mb()
    held["after"] = held_mb()
    # Not getrusage: its figure begins with that of the process this one was started from.
    held["peak"] = held_mb("VmHWM")
    return held


if __name__ == "__main__":
    print(json.dumps(read_all(sys.argv[1], int(sys.argv[2]))))
