"""Programs that open other people's files run as children with limits.

A hostile file ends that child and no other: memory, processor time and written bytes are
bounded by the system, the wall clock by us.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Timer
from typing import IO

from saraban.errors import ReadingTooSlow

MEBIBYTE = 1024 * 1024
MOST_MEMORY_BYTES = 512 * MEBIBYTE
MOST_OUTPUT_BYTES = 32 * MEBIBYTE
MOST_SECONDS = 20

# The shell sets the limits and becomes the program: preexec_fn is unsafe beside threads.
# No core of one that breaks: what it held was a stranger's papers.
_LIMITED = 'ulimit -c 0; ulimit -v {memory}; ulimit -t {seconds}; ulimit -f {blocks}; exec "$@"'
# CPU time used up, or killed.
_OUT_OF_TIME = frozenset({-24, 152, -9, 137})


@dataclass(frozen=True)
class Ended:
    """How a program ended: its status, 0 for well, and what it printed."""

    status: int
    printed: str
    complaint: str

    @property
    def is_full(self) -> bool:
        """It was stopped because it wrote more than it may."""
        return self.status in (-25, 153)


def run_limited(
    command: Sequence[str],
    *,
    name: str,
    most_seconds: float | None = None,
    most_memory: int = MOST_MEMORY_BYTES,
    most_output: int = MOST_OUTPUT_BYTES,
) -> Ended:
    """Run a program; what it prints is bounded like what it writes.

    most_seconds are of processor time, MOST_SECONDS unless told; the wall clock is given a few
    more. name is that of the file it opens, for the words of a refusal. Raises ReadingTooSlow.
    """
    most_seconds = MOST_SECONDS if most_seconds is None else most_seconds
    limits = _LIMITED.format(
        memory=most_memory // 1024,
        seconds=max(1, round(most_seconds)),
        blocks=max(1, most_output // 512),
    )
    # Into files, not pipes: the limit on written bytes holds for files only.
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaint:
        with subprocess.Popen(  # noqa: S603 - fixed programs; the file's name is ours
            ["/bin/sh", "-c", limits, "sh", *command],
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=complaint,
        ) as child:
            # Waiting with a timeout would look only every twentieth of a second.
            alarm = Timer(most_seconds + 5, child.kill)
            alarm.daemon = True
            alarm.start()
            try:
                status = child.wait()
            finally:  # whoever stops us stops the child as well; one that ended is left alone
                alarm.cancel()
                child.kill()
        if status in _OUT_OF_TIME:
            raise ReadingTooSlow(name=name, seconds=round(most_seconds))
        return Ended(status, _text(printed), _text(complaint))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")
