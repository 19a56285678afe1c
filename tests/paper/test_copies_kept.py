"""Copies remembered: within bounds, the longest unused gone first, never in anybody's way."""

import os

import pytest

from saraban.paper import copies_kept
from saraban.paper.copies_kept import kept_copy, remember_copy

MARKS = ("a" * 64, "b" * 64, "c" * 64)


@pytest.fixture
def folder(tmp_path):
    """Room for two copies of 40 bytes."""
    copies_kept.use_folder(tmp_path / "copies", most_bytes=100)
    yield tmp_path / "copies"
    copies_kept.use_folder(tmp_path / "over")


def used_at(folder, mark, seconds):
    os.utime(folder / mark, (seconds, seconds))


def test_what_was_remembered_is_found_again(folder):
    remember_copy(MARKS[0], b"a copy")

    assert kept_copy(MARKS[0]) == b"a copy"
    assert kept_copy(MARKS[1]) is None


def test_the_copy_used_longest_ago_makes_room(folder):
    for place, mark in enumerate(MARKS[:2]):
        remember_copy(mark, bytes(40))
        used_at(folder, mark, 1000 + place)
    kept_copy(MARKS[0])

    remember_copy(MARKS[2], bytes(40))

    assert [kept_copy(mark) is not None for mark in MARKS] == [True, False, True]


def test_a_copy_larger_than_all_the_room_is_not_kept(folder):
    remember_copy(MARKS[0], bytes(101))

    assert kept_copy(MARKS[0]) is None


def test_a_place_that_cannot_be_written_costs_nothing_but_the_memory(tmp_path, folder):
    (tmp_path / "a file").write_bytes(b"")
    copies_kept.use_folder(tmp_path / "a file")

    remember_copy(MARKS[0], b"a copy")

    assert kept_copy(MARKS[0]) is None


def test_only_the_office_may_look_into_the_folder(folder):
    remember_copy(MARKS[0], b"a copy")

    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / MARKS[0]).stat().st_mode & 0o077 == 0


def test_nothing_half_written_stays_behind(folder):
    for mark in MARKS:
        remember_copy(mark, bytes(40))

    assert all(len(file.name) == 64 for file in folder.iterdir())
