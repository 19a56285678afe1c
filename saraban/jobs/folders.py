"""Watched folders: what is put there is taken in once; the folder stays as it is."""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from saraban import clock
from saraban.desk.filing import NewFile
from saraban.desk.watching import take_from_folder
from saraban.errors import SarabanError
from saraban.jobs.plain_files import Look, is_quiet, plain_files
from saraban.paper.file_kinds import media_type_of
from saraban.queries.watched_folders import Watched, was_taken, watched_folders

_log = logging.getLogger(__name__)


class FolderWatch:
    """Remembers how each file looked, from one look into the folders to the next."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, Path], Look] = {}
        self._done: dict[tuple[str, Path], Look] = {}
        self._missing: set[str] = set()

    def look(self) -> int:
        """Take in each file that stood still since the last look; how many were new."""
        count = 0
        for folder in watched_folders():
            for path, look in self._files_of(folder):
                key = (folder.uid, path)
                if self._done.get(key) == look:
                    continue
                if self._seen.get(key) != look or not is_quiet(look):
                    self._seen[key] = look
                    continue
                count += self._take(folder, path)
                self._done[key] = look
        return count

    def _files_of(self, folder: Watched) -> Iterator[tuple[Path, Look]]:
        """Plain files right in the folder that are not hidden and not empty, by name."""
        try:
            entries = sorted(Path(folder.path).iterdir())
        except OSError as error:
            if folder.uid not in self._missing:  # once, not each second
                self._missing.add(folder.uid)
                _log.warning("cannot look into %s: %s", folder.path, error.strerror)
            return
        self._missing.discard(folder.uid)
        for path, look in plain_files(entries):
            if look[0]:
                yield path, look

    def _take(self, folder: Watched, path: Path) -> int:
        try:
            content = path.read_bytes()
            sha256 = hashlib.sha256(content).hexdigest()
            if was_taken(folder, sha256=sha256, name=path.name):
                return 0
            file = NewFile(path.name, content, media_type_of(content, path.name))
            take_from_folder(at=clock.now(), folder_uid=folder.uid, file=file)
        except SarabanError as refusal:
            _log.warning("%s is not taken in: %s", path, refusal.text_th)
            return 0
        except OSError as error:
            _log.warning("cannot read %s: %s", path, error.strerror)
            return 0
        return 1
