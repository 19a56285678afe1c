import platform

import pytest

from saraban.paper.memory import give_back_large_blocks


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="another C library has no such limits"
)
def test_the_c_library_takes_the_limits():
    assert give_back_large_blocks()
