"""Memory given back once a page's picture is done with."""

import ctypes
from functools import lru_cache

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # as <malloc.h> numbers them
_LARGE_BYTES = 1024 * 1024


@lru_cache(maxsize=1)
def give_back_large_blocks() -> bool:
    """Ask the C library to return blocks of a megabyte and more as soon as they are freed.

    Left alone, glibc raises that limit to 32 MB at the first large block freed and keeps pages
    of 26 MB for ever: a worker stood at 230 MB instead of 125 after ten scans. It also gives
    each thread an arena of its own, which cost 40 MB more. False where the C library is another
    one; there is nothing to do then.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    wanted = (
        (_M_MMAP_THRESHOLD, _LARGE_BYTES),
        (_M_TRIM_THRESHOLD, _LARGE_BYTES),
        (_M_ARENA_MAX, 1),
    )
    return all(mallopt(option, value) for option, value in wanted)
