"""Bytes are kept whole, once, and checked when read."""

from pathlib import Path

import pytest

from saraban.errors import FileDamaged
from saraban.records import file_store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    file_store.use_folder(tmp_path)
    return tmp_path


def test_what_was_kept_is_read_again() -> None:
    digest = file_store.keep("หนังสือ".encode())

    assert file_store.read(digest) == "หนังสือ".encode()


def test_the_same_bytes_are_kept_once(folder: Path) -> None:
    file_store.keep(b"same")
    file_store.keep(b"same")

    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_changed_bytes_are_not_given_out() -> None:
    digest = file_store.keep(b"true")
    file_store.path_of(digest).write_bytes(b"fals")

    with pytest.raises(FileDamaged):
        file_store.read(digest)


def test_missing_bytes_are_told() -> None:
    with pytest.raises(FileDamaged):
        file_store.read("0" * 64)


def test_a_write_that_fails_leaves_no_half_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)

    with pytest.raises(OSError, match="No space"):
        file_store.keep(b"too much")

    assert not [path for path in folder.rglob("*") if path.is_file()]
