"""Bytes on their way up: one file an upload, grown piece by piece, never held in memory.

How far an upload has come is the length of its file and stands nowhere else, so that no power cut
can leave a number that the bytes do not bear out.
"""

import base64
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import FileIO
from pathlib import Path
from tempfile import SpooledTemporaryFile

from saraban.errors import (
    StorageFull,
    UploadAtOnce,
    UploadChecksum,
    UploadNotFound,
    UploadOffset,
    UploadOverfull,
)

# A full disk, a used-up quota, a file as long as the disk's format allows.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

# Of a piece with a digest, in memory; more waits in a file.
_HELD_BYTES = 1024 * 1024

_root: Path | None = None


def use_folder(folder: Path) -> None:
    """Let uploads lie below this folder from now on, in this process."""
    global _root
    _root = folder


def path_of(uid: str) -> Path:
    """Where the bytes of this upload lie, or would lie."""
    if _root is None:
        raise RuntimeError("upload_store.use_folder was not called")
    return _root / uid


def free_bytes() -> int:
    """What the disk has left for more of them."""
    path_of("any").parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return shutil.disk_usage(path_of("any").parent).free


def begin(uid: str) -> None:
    """Make room for an upload: nothing of it is there yet."""
    path = path_of(uid)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)


def length(uid: str) -> int:
    """How many bytes have come. Raises UploadNotFound."""
    try:
        return path_of(uid).stat().st_size
    except FileNotFoundError:
        raise UploadNotFound(uid=uid) from None


def append(
    uid: str,
    pieces: Iterable[bytes],
    *,
    offset: int,
    size: int,
    checksum: tuple[str, str] | None = None,
) -> int:
    """Put bytes at the end, which must be at offset; how many there are then.

    Where the line breaks or the disk is full while pieces come, what came before stays. With a
    checksum (a name that hashlib knows, the digest in base64) they stay all or not at all. Raises
    UploadNotFound, UploadOffset, UploadAtOnce, UploadOverfull (nothing kept), UploadChecksum,
    StorageFull.
    """
    with _held(uid) as file:
        end = file.seek(0, os.SEEK_END)
        if end != offset:
            raise UploadOffset(offset=end)
        kept_until = end
        try:
            for piece in pieces if checksum is None else _verified(pieces, *checksum):
                if file.tell() + len(piece) > size:
                    raise UploadOverfull(size=size)
                _write(file, piece)
                if checksum is None:
                    kept_until = file.tell()
            kept_until = file.tell()
        except UploadOverfull:
            kept_until = end
            raise
        finally:
            file.truncate(kept_until)
        return kept_until


def _verified(pieces: Iterable[bytes], name: str, told: str) -> Iterator[bytes]:
    """The same bytes once all of them are there and have the digest that was told.

    They wait beside the upload: a process that is killed meanwhile leaves none of them in it.
    """
    digest = hashlib.new(name, usedforsecurity=False)
    with SpooledTemporaryFile(_HELD_BYTES) as waiting:
        for piece in pieces:
            digest.update(piece)
            waiting.write(piece)
        if base64.b64encode(digest.digest()).decode("ascii") != told:
            raise UploadChecksum()
        waiting.seek(0)
        yield from iter(lambda: waiting.read(_HELD_BYTES), b"")


def _write(file: FileIO, piece: bytes) -> None:
    rest = memoryview(piece)
    try:
        while rest:
            rest = rest[file.write(rest) :]
    except OSError as refusal:
        if refusal.errno in _FULL:
            raise StorageFull() from None
        raise


def digest_of(uid: str) -> str:
    """The SHA-256 of what has come, on the disk for good from now on. Raises UploadNotFound."""
    with _held(uid) as file:
        os.fsync(file.fileno())
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()


def forget(uid: str) -> None:
    """Drop the bytes; nothing happens when they are gone."""
    with suppress(FileNotFoundError):
        path_of(uid).unlink()


def waiting() -> list[str]:
    """The uploads of which there are bytes."""
    with suppress(FileNotFoundError):
        return sorted(path.name for path in path_of("any").parent.iterdir())
    return []


def is_older(uid: str, *, than: datetime) -> bool:
    """Whether nothing came for the upload since then; False when its bytes are gone."""
    with suppress(FileNotFoundError):
        return path_of(uid).stat().st_mtime < than.timestamp()
    return False


@contextmanager
def _held(uid: str) -> Iterator[FileIO]:
    """The file, by one writer at a time, of this process or any other.

    Unbuffered: what a full disk did not take must not come again when the file is closed.
    """
    try:
        file = path_of(uid).open("r+b", buffering=0)
    except FileNotFoundError:
        raise UploadNotFound(uid=uid) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UploadAtOnce() from None
        yield file
