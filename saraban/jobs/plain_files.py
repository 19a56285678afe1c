"""The files that lie in a folder into which others write: how each looks, whether it is done."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from saraban import clock

# A file is taken once nobody has written to it for so long, as far as its time tells.
QUIET_SECONDS = 5

# A file's size and its time in nanoseconds: whoever is still writing it changes one of the two.
Look = tuple[int, int]


def plain_files(entries: Iterable[Path]) -> Iterator[tuple[Path, Look]]:
    """Those that are plain files and not hidden, in the same order, each with how it looks."""
    for path in entries:
        try:
            found = path.lstat()
        except OSError:
            continue  # gone since
        if stat.S_ISREG(found.st_mode) and not path.name.startswith("."):
            yield path, (found.st_size, found.st_mtime_ns)


def is_quiet(look: Look) -> bool:
    """Whether the file was left alone for a while; a time in the future says nothing."""
    age = clock.now().timestamp() - look[1] / 1e9
    return age >= QUIET_SECONDS or age < 0
