import platform
from pathlib import Path

import pytest

from saraban.paper.memory import give_back_large_blocks, give_back_what_is_free

only_glibc = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="another C library has no such calls"
)


@only_glibc
def test_the_c_library_takes_the_limits():
    assert give_back_large_blocks()


def held_pages() -> int:
    """Pages of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1])


@only_glibc
def test_what_is_free_between_blocks_is_given_back_each_time():
    for _ in range(2):
        small = [bytes(500) for _ in range(40_000)]
        last = bytes(500)
        del small
        before = held_pages()

        assert give_back_what_is_free()
        assert held_pages() < before - 2_000
        assert last == bytes(500)
