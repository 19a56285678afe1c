"""Has files read in a process of their own, and outlives whatever they do to it."""

import json
import selectors
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from saraban.errors import ReadingTooSlow
from saraban.paper.child_folder import ChildFolder

PROJECT = Path(__file__).resolve().parents[2]
# No page takes this long; a file that says nothing for so long hangs.
MOST_SILENT_SECONDS = 180
# To load the libraries on a busy machine; it does not count as a file's silence.
MOST_SECONDS_TO_START = 120
_LOOK_SECONDS = 1.0


class ReaderEnded(Exception):
    """The reading process died over a file: no refusal of the file's, it may be read again."""


class Refusal(Exception):
    """What the reader answered instead of a reading, in Thai."""


class Reader:
    """One reading process at a time, started when needed; used in a `with` block."""

    def __init__(self, *, most_silent_seconds: float = MOST_SILENT_SECONDS) -> None:
        self.most_silent_seconds = most_silent_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: ChildFolder | None = None
        self._is_ready = False

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def read(
        self,
        path: Path,
        name: str,
        *,
        on_page: Callable[[int, int], None],
        while_waiting: Callable[[], None],
    ) -> dict[str, Any]:
        """What the file says, as paper.reading.read_content gives it.

        while_waiting is called about once a second; what it or on_page raises ends the reading.
        Raises Refusal, ReadingTooSlow after most_silent_seconds without a word, ReaderEnded.
        """
        process = self._started()
        try:
            return self._ask(process, path, name, on_page, while_waiting)
        except Refusal:
            raise
        except BaseException:
            self.end()  # it is in the middle of something that nobody waits for any more
            raise

    def end(self) -> None:
        """Kill the reading process, if there is one."""
        if self._process is None:
            return
        self._process.kill()
        self._process.communicate()
        self._process = None
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.end()
            self._is_ready = False
            self._folder = ChildFolder()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "saraban.jobs.reading_child"],
                cwd=PROJECT,
                env=self._folder.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,  # Ctrl-C is for the worker, which then gives its file back
            )
        return self._process

    def _ask(
        self,
        process: "subprocess.Popen[bytes]",
        path: Path,
        name: str,
        on_page: Callable[[int, int], None],
        while_waiting: Callable[[], None],
    ) -> dict[str, Any]:
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps({"path": str(path), "name": name}).encode() + b"\n")
        except BrokenPipeError:
            raise ReaderEnded() from None
        for told in self._answers(process, name, while_waiting):
            if "page" in told:
                on_page(told["page"], told["of"])
            elif "trouble" in told:
                raise Refusal(told["trouble"])
            else:
                reading: dict[str, Any] = told["reading"]
                return reading
        raise ReaderEnded()

    def _answers(
        self, process: "subprocess.Popen[bytes]", name: str, while_waiting: Callable[[], None]
    ) -> Any:
        """Each line the process says, until its end."""
        assert process.stdout is not None
        heard, silent = b"", 0.0
        most_silent = self.most_silent_seconds if self._is_ready else MOST_SECONDS_TO_START
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while True:
                while_waiting()
                if not selector.select(timeout=_LOOK_SECONDS):
                    silent += _LOOK_SECONDS
                    if silent >= most_silent:
                        raise ReadingTooSlow(name=name, seconds=round(silent))
                    continue
                silent = 0.0
                piece = process.stdout.read(1 << 16)
                if not piece:
                    return
                *lines, heard = (heard + piece).split(b"\n")
                for line in lines:
                    told = json.loads(line)
                    if "ready" in told:
                        self._is_ready, most_silent = True, self.most_silent_seconds
                    else:
                        yield told
