"""A clip of 30 MB comes up in pieces: what the server holds, and the time beside a bare one.

Part of `duties`. The server is a process of its own, with the settings of an office; the sender
speaks tus as a phone does. Bare is the same web server appending the same pieces to a file.
"""

import http.client
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from saraban.settings import Settings
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import add_country, new_office, session_id_of

ROOT = Path(__file__).resolve().parents[2]
MEBIBYTE = 1024 * 1024
LARGE = 30 * MEBIBYTE
# Each of the server's eight threads may hold a piece of half a megabyte and what reads it; a file
# of thirty that was held anywhere would show at once.
MOST_GROWTH_MB = 6.0
# Each piece asks who sends, whose the file is and where it ends; a village's line is slower still.
MOST_TIMES_BARE = 10.0


def measure(engine: str) -> Iterator[Result]:
    """The growth of the most ever held from a file of 1 MB to one of 30, then the time."""
    content = bytes(range(256)) * (LARGE // 256)
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        ministry = add_country(1, 0, 0).ministry
        session_id = session_id_of(ministry)
        with _server("ours", url, folder, session_id) as our, _server("bare", folder) as bare:
            our.send(content[:MEBIBYTE])
            before = our.most_held_mb()
            our.send(content)
            grown = our.most_held_mb() - before
            measured = medians_in_turn(
                lambda: seconds(lambda: our.send(content)),
                lambda: seconds(lambda: bare.send(content)),
            )
    yield plain_result(
        "server's growth, a clip of 30 MB", engine, grown, unit="MB", most=MOST_GROWTH_MB
    )
    yield ratio_result("a clip of 30 MB sent up", engine, measured, unit="s", most=MOST_TIMES_BARE)


class _Running:
    """A server in a process of its own, and a sender to it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        told = json.loads(self._line())
        self.headers: dict[str, str] = {"Tus-Resumable": "1.0.0", **told["headers"]}
        self.line = http.client.HTTPConnection("127.0.0.1", told["port"])

    def send(self, content: bytes) -> None:
        """Announce a file and send it piece by piece, over one connection."""
        begun = self._ask("POST", "/uploads", {"Upload-Length": str(len(content))})
        address = begun.headers.get("Location", "/uploads/bare")
        size = Settings.upload_chunk_bytes
        for offset in range(0, len(content), size):
            told = {
                "Upload-Offset": str(offset),
                "Content-Type": "application/offset+octet-stream",
            }
            self._ask("PATCH", address, told, content[offset : offset + size])
        if begun.headers.get("Location"):
            self._ask("DELETE", address, {})

    def most_held_mb(self) -> float:
        """The most that the process ever held in memory, in megabytes."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self._line())

    def _ask(self, method: str, address: str, told: dict[str, str], body: Any = None) -> Any:
        self.line.request(method, address, body, self.headers | told)
        answer = self.line.getresponse()
        answer.read()
        assert answer.status in (201, 204), (method, answer.status)
        return answer

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@contextmanager
def _server(*words: str) -> Iterator[_Running]:
    with subprocess.Popen(
        [sys.executable, "-m", "scripts.benchmarks.upload_server", json.dumps(words)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield _Running(process)
        finally:
            process.terminate()
