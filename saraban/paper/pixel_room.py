"""Room for one page's pixels at a time: from its drawing until its lines are cut out of it.

Pages are read side by side, and most of that time waits for Tesseract. What comes before holds
150 MB a page, so it is done for one page after another.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_room = threading.Lock()
_own = threading.local()


@contextmanager
def pixels_of_one_page() -> Iterator[None]:
    """Hold the room till the block ends, or till leave_room in it; a block within is the same."""
    if _is_held():
        yield
        return
    _room.acquire()
    _own.is_held = True
    try:
        yield
    finally:
        leave_room()


def leave_room() -> None:
    """The pixels of this thread's page are done with: another page may be drawn."""
    if _is_held():
        _own.is_held = False
        _room.release()


def _is_held() -> bool:
    return getattr(_own, "is_held", False)
