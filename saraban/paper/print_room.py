"""A child that stays, with WeasyPrint loaded: a letter is drawn while its writer still looks.

Starting a child costs ten times what printing a letter does. This one answers one letter after
another, is started when first needed, and ends by itself: when its parent is gone, when nothing
was asked for a while, or after so many letters that whatever it hoards should go.
"""

import atexit
import json
import logging
import os
import select
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from time import monotonic
from typing import IO

from saraban.paper import pdf_print
from saraban.paper.child_folder import ChildFolder
from saraban.paper.house_style import ROOT, PrintFailed, check_fonts
from saraban.paper.printed_letter import PrintedLetter, as_json, from_json

IDLE_SECONDS = 600.0
MOST_LETTERS = 500
MOST_BYTES = 64 * 1024 * 1024

log = logging.getLogger(__name__)


class PrintRoom:
    """The child of this process; threads take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None
        self._folder: ChildFolder | None = None
        self._owner = 0

    def render(self, letter: PrintedLetter) -> bytes:
        """The letter as PDF; raises PrintFailed, and is ready for the next letter then too."""
        check_fonts()
        with self._turn:
            # A child that stood ready may have ended by itself meanwhile: then a new one answers.
            for fresh in (self._ensure_child(), True):
                try:
                    return self._ask(letter, fresh)
                except (BrokenPipeError, EOFError) as gone:
                    self._put_away()
                    if fresh:
                        raise PrintFailed(reason="child", letter_count=1) from gone
                    self._ensure_child()
        raise AssertionError("a new child answers or fails")

    def close(self) -> None:
        """End the child; the next letter starts another."""
        with self._turn:
            self._put_away()

    def _ensure_child(self) -> bool:
        """Start a child where none runs; whether this one is new."""
        if self._owner != os.getpid():
            # A fork inherits the pipes of its parent's child: those are not ours to talk to.
            self._child, self._complaints, self._folder = None, None, None
            self._owner = os.getpid()
        if self._child is not None and self._child.poll() is None:
            return False
        self._put_away()
        self._folder = ChildFolder()
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the child lives
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "saraban.paper.print_room"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                cwd=ROOT,
                env=self._folder.environment,
            )
        except OSError as unstarted:
            self._put_away()
            raise PrintFailed(reason="start", letter_count=1) from unstarted
        return True

    def _ask(self, letter: PrintedLetter, fresh: bool) -> bytes:
        assert self._child is not None
        assert self._child.stdin is not None
        patience = pdf_print.seconds_for(letter) + (pdf_print.START_SECONDS if fresh else 0)
        ends_at = monotonic() + patience
        asked = json.dumps(as_json(letter)).encode() + b"\n"
        self._child.stdin.write(asked)
        self._child.stdin.flush()
        head = self._read(ends_at)
        length = int.from_bytes(head[:4], "big")
        if not 0 < length <= MOST_BYTES:
            self._put_away()
            raise PrintFailed(reason="answer", letter_count=1)
        answer = head[4:]
        while len(answer) < length:
            answer += self._read(ends_at)
        return answer

    def _read(self, ends_at: float) -> bytes:
        """What the child says next, at least four bytes at its beginning; EOFError at its end."""
        assert self._child is not None
        assert self._child.stdout is not None
        descriptor = self._child.stdout.fileno()
        ready, _, _ = select.select([descriptor], [], [], max(0.0, ends_at - monotonic()))
        if not ready:
            self._put_away()
            raise PrintFailed(reason="timeout", letter_count=1)
        said = os.read(descriptor, 1024 * 1024)
        if not said:
            raise EOFError
        return said

    def _put_away(self) -> None:
        child, complaints, folder = self._child, self._complaints, self._folder
        self._child, self._complaints, self._folder = None, None, None
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
            child.wait()
        if folder is not None:
            folder.remove()
        if complaints is not None:
            complaints.seek(0)
            words = complaints.read().decode(errors="replace").strip()
            complaints.close()
            if words:
                log.error("printing failed:\n%s", words)


ROOM = PrintRoom()
atexit.register(ROOM.close)


def render_soon(letter: PrintedLetter) -> bytes:
    """The letter as PDF from this process's room; raises PrintFailed."""
    return ROOM.render(letter)


def main() -> None:
    """The child: a letter as one line of JSON in, four bytes of length and a PDF out."""
    for _ in range(MOST_LETTERS):
        ready, _, _ = select.select([sys.stdin.buffer], [], [], IDLE_SECONDS)
        line = sys.stdin.buffer.readline() if ready else b""
        if not line:
            return
        pdf = pdf_print.letter_pdf(from_json(json.loads(line)))
        sys.stdout.buffer.write(len(pdf).to_bytes(4, "big") + pdf)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
