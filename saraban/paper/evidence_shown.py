"""What is shown of evidence in its stead: small pictures, posters, copies without a place.

Nothing here is a record: what is missing is made again from the original, so the folder may be
emptied at any time. Unlike stamped copies it is not bounded: a wall of photos is looked at whole.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import BoundedSemaphore

from saraban.paper.evidence import Examined, examined
from saraban.rules.evidence import EvidenceFacts

SMALL, SHOWN, POSTER = "small", "shown", "poster"

# Each child may take a gigabyte, and a server has many threads that want one.
_children = BoundedSemaphore(2)
_folder: Path | None = None


def use_folder(folder: Path) -> None:
    """Remember what is shown below this folder from now on, in this process."""
    global _folder
    _folder = folder


def measure(file: Path, sha256: str, name: str) -> EvidenceFacts:
    """What the file is like; what is to be shown of it is remembered on the way.

    Raises what `evidence.examined` raises.
    """
    with _children, examined(file, name) as found:
        _remember(sha256, found)
        return found.facts


def shown(file: Path, sha256: str, name: str, part: str) -> Path | None:
    """The small picture, the poster, or what stands for the file; None where there is none.

    Made again where it is missing. Raises what `evidence.examined` raises.
    """
    path = _path(sha256, part)
    if not path.exists():
        if _path(sha256, SMALL).exists():
            return None  # it was measured, and has no such part
        measure(file, sha256, name)
    return path if path.exists() else None


def forget(sha256: str) -> None:
    """Drop what was remembered of a file that is gone."""
    for part in (SMALL, SHOWN, POSTER):
        with suppress(FileNotFoundError):
            _path(sha256, part).unlink()


def _remember(sha256: str, found: Examined) -> None:
    # The small picture last: where it lies, the others do as well.
    for part, file in ((SHOWN, found.shown), (POSTER, found.poster), (SMALL, found.small)):
        if file is None:
            continue
        target = _path(sha256, part)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=".new-", delete=False) as writing:
            try:
                with file.open("rb") as opened:
                    shutil.copyfileobj(opened, writing)
                writing.flush()
                os.fsync(writing.fileno())  # after a power cut the name alone would be there
                os.replace(writing.name, target)
            except BaseException:
                with suppress(OSError):
                    os.unlink(writing.name)
                raise


def _path(sha256: str, part: str) -> Path:
    if _folder is None:
        raise RuntimeError("evidence_shown.use_folder was not called")
    return _folder / sha256[:2] / f"{sha256}-{part}"
