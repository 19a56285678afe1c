"""One page's pixels at a time, though pages are read side by side."""

import threading

import pytest

from saraban.paper.pixel_room import leave_room, pixels_of_one_page


def is_free() -> bool:
    """Whether a page of another thread finds the room free now."""
    entered = threading.Event()

    def enter():
        with pixels_of_one_page():
            entered.set()

    other = threading.Thread(target=enter, daemon=True)
    other.start()
    other.join(timeout=0.2)
    return entered.is_set()


def test_another_page_waits_until_the_first_one_leaves():
    with pixels_of_one_page():
        assert not is_free()
        leave_room()
        assert is_free()
    assert is_free()


def test_a_block_within_is_the_same_room():
    with pixels_of_one_page():
        with pixels_of_one_page():
            assert not is_free()
        assert not is_free()
    assert is_free()


def test_a_page_that_fails_leaves_the_room():
    with pytest.raises(ValueError, match="no picture"), pixels_of_one_page():
        raise ValueError("no picture")

    assert is_free()
