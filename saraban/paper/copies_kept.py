"""Stamped copies that were made already, in a folder of bounded size that may be emptied.

Nothing here is a record: a copy is found again by its mark or made anew. A full disk, or a
folder that somebody removed, costs time and nothing else.
"""

import os
import threading
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from saraban.paper.limited import MEBIBYTE

MOST_BYTES = 256 * MEBIBYTE

_folder: Path | None = None
_most_bytes = MOST_BYTES
_one_sweeps = threading.Lock()


def use_folder(folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Remember copies below this folder from now on, in this process."""
    global _folder, _most_bytes
    _folder, _most_bytes = folder, most_bytes


def kept_copy(mark: str) -> bytes | None:
    """The copy with this mark, if it is still there; it then counts as just used."""
    if _folder is None:
        return None
    path = _folder / mark
    try:
        copy = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return copy


def remember_copy(mark: str, copy: bytes) -> None:
    """Keep the copy where there is room; those used longest ago make room for it."""
    if _folder is None or len(copy) > _most_bytes:
        return
    with suppress(OSError):
        _folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=_folder, prefix=".new-", delete=False) as writing:
            try:
                writing.write(copy)
                writing.flush()
                os.replace(writing.name, _folder / mark)
            except OSError:
                with suppress(OSError):
                    os.unlink(writing.name)
                raise
        _make_room()


def _make_room() -> None:
    """Drop what was used longest ago until the rest is within bounds."""
    if _folder is None:
        return
    with _one_sweeps:
        found = []
        for entry in os.scandir(_folder):
            with suppress(FileNotFoundError):  # another process was here first
                told = entry.stat()
                found.append((told.st_mtime, told.st_size, entry.path))
        total = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if total <= _most_bytes:
                break
            with suppress(FileNotFoundError):
                os.unlink(path)
            total -= size
