"""Mail that came back: each file of a folder into which a mail program delivers, read once.

The folder may be a Maildir, or any in which whole mails lie. It stays as it is; after a start all
of it is read again, which changes nothing for a mail that is known to have come back.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from saraban import clock
from saraban.desk.mailing import keep_mail_bounced
from saraban.jobs.now_and_then import NowAndThen
from saraban.jobs.plain_files import Look, is_quiet, plain_files
from saraban.post.bounces import MOST_BYTES, read_bounce

_log = logging.getLogger(__name__)
EVERY = timedelta(minutes=1)
_MAILDIR = ("new", "cur")

_folder: Path | None = None


def use_folder(folder: Path | None) -> None:
    """Where mail comes back to; None where nobody looks."""
    global _folder
    _folder = folder


class BounceWatch:
    """Remembers what it has read, from one look to the next."""

    def __init__(self) -> None:
        self._read: dict[Path, Look] = {}
        self._is_missing = False

    def look(self) -> int:
        """Read what is new in the folder; how many mails are known since to have come back."""
        if _folder is None:
            return 0
        count = 0
        found: dict[Path, Look] = {}
        for path, look in self._files(_folder):
            if self._read.get(path) != look:
                if not is_quiet(look):
                    continue
                count += note_bounce(_content(path))
            found[path] = look
        self._read = found
        return count

    def _files(self, folder: Path) -> Iterator[tuple[Path, Look]]:
        places = [folder / name for name in _MAILDIR if (folder / name).is_dir()] or [folder]
        for place in places:
            try:
                entries = sorted(place.iterdir())
            except OSError as error:
                if not self._is_missing:  # once, not each second
                    self._is_missing = True
                    _log.warning("cannot look into %s: %s", place, error.strerror)
                return
            self._is_missing = False
            yield from plain_files(entries)


class BounceRounds(NowAndThen):
    """Looks into the folder in the worker's loop: it may hold thousands of mails."""

    def __init__(self) -> None:
        super().__init__(EVERY, BounceWatch().look)


def note_bounce(content: bytes) -> bool:
    """Note what a mail tells of one of ours that came back; whether it was news."""
    bounce = read_bounce(content)
    if bounce is None:
        return False
    words = f"{bounce.address}: {bounce.words}" if bounce.address else bounce.words
    return keep_mail_bounced(at=clock.now(), uid=bounce.mail_uid, words=words)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        _log.warning("cannot read %s: %s", path, error.strerror)
        return b""
