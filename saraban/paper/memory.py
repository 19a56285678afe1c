"""Memory given back once a page's picture is done with."""

import ctypes
from functools import lru_cache

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # as <malloc.h> numbers them
_MEBIBYTE = 1024 * 1024
# What is freed above the last block in use is given back from so many on. Smaller blocks come and
# go a thousand times a page, and each time the system would clear them anew: 0.2 s of a page.
_LARGE_BYTES, _LOOSE_BYTES = 2 * _MEBIBYTE, 8 * _MEBIBYTE


def give_back_what_is_free() -> bool:
    """Ask the C library to return what is free between the blocks in use: 20 MB after a scan.

    False where there was nothing to return, or the C library is another one.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return False
    return bool(trim(0))


@lru_cache(maxsize=1)
def give_back_large_blocks() -> bool:
    """Ask the C library to return blocks of two megabytes and more as soon as they are freed.

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
        (_M_TRIM_THRESHOLD, _LOOSE_BYTES),
        (_M_ARENA_MAX, 1),
    )
    return all(mallopt(option, value) for option, value in wanted)
