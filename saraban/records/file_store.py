"""Bytes by their SHA-256 in a folder: written whole or not at all, never overwritten."""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from saraban.errors import FileDamaged

_root: Path | None = None


def use_folder(folder: Path) -> None:
    """Keep files below this folder from now on, in this process."""
    global _root
    _root = folder


def digest_of(content: bytes) -> str:
    """The content's SHA-256 as lower-case hex."""
    return hashlib.sha256(content).hexdigest()


def path_of(sha256: str) -> Path:
    """Where the bytes of this digest lie, or would lie."""
    if _root is None:
        raise RuntimeError("file_store.use_folder was not called")
    return _root / sha256[:2] / sha256


def keep(content: bytes) -> str:
    """Store the bytes durably and give their digest; the same bytes again cost nothing.

    A temporary file is synced, renamed into place, and the folder synced, so that after a
    power cut there is either the whole file or none.
    """
    sha256 = digest_of(content)
    target = path_of(sha256)
    if not target.exists():
        _write_beside(target, lambda writing: writing.write(content))
        _sync_folder(target.parent)
    return sha256


def keep_file(file: Path, sha256: str) -> None:
    """Store a whole file that has this digest, without reading it where one disk holds both.

    It gets a second name rather than a copy; nobody may write into it any more. file stays.
    """
    target = path_of(sha256)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
        os.link(file, target)
    except FileExistsError:
        return  # somebody kept the same bytes at this moment
    except OSError:  # another disk, or one whose files have one name only
        with file.open("rb") as opened:
            _write_beside(target, lambda writing: shutil.copyfileobj(opened, writing))
    _sync_folder(target.parent)


def _write_beside(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, prefix=".new-", delete=False) as writing:
        try:
            write(writing)
            writing.flush()
            os.fsync(writing.fileno())
            os.replace(writing.name, target)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(writing.name)
            raise


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read(sha256: str) -> bytes:
    """The bytes of this digest, checked; FileDamaged when they are gone or changed."""
    try:
        content = path_of(sha256).read_bytes()
    except FileNotFoundError as error:
        raise FileDamaged(sha256=sha256) from error
    if digest_of(content) != sha256:
        raise FileDamaged(sha256=sha256)
    return content


def measured(sha256: str) -> tuple[int, str] | None:
    """(size, SHA-256) of the bytes that lie there for this digest now; None when none do."""
    try:
        with path_of(sha256).open("rb") as stored:
            return os.fstat(stored.fileno()).st_size, hashlib.file_digest(
                stored, "sha256"
            ).hexdigest()
    except (FileNotFoundError, IsADirectoryError):
        return None
