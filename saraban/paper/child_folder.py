"""The temporary folder of one child process, which its parent takes away.

A child that is killed, as one that hangs is, removes nothing it left lying about: the copy of a
letter it read, pictures of pages, fonts. In a process that runs for months that fills a disk.
"""

import os
import shutil
import tempfile


class ChildFolder:
    """Where a child keeps its temporary files; used in a `with` block, or removed by hand."""

    def __init__(self) -> None:
        self.path = tempfile.mkdtemp(prefix="saraban-child-")
        self._owner = os.getpid()

    @property
    def environment(self) -> dict[str, str]:
        """What the child is started with: this process's, its temporary files here, UTF-8."""
        return {**os.environ, "TMPDIR": self.path, "PYTHONIOENCODING": "utf-8"}

    def remove(self) -> None:
        """Take the folder away, whatever is in it; once is enough, twice does no harm."""
        # A fork has this object too, but not the child.
        if os.getpid() == self._owner:
            shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> "ChildFolder":
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()
