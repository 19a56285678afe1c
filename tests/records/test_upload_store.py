"""Bytes on their way up: kept as far as they came, never further than announced."""

import base64
import errno
import hashlib
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from saraban.errors import (
    StorageFull,
    UploadAtOnce,
    UploadChecksum,
    UploadNotFound,
    UploadOffset,
    UploadOverfull,
)
from saraban.records import file_store, upload_store

UID = "an-upload"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    upload_store.use_folder(tmp_path / "uploads")
    upload_store.begin(UID)
    return tmp_path / "uploads"


def cut_after(*pieces: bytes):
    """A line that breaks after these."""
    yield from pieces
    raise ConnectionResetError


def sha1(content: bytes) -> tuple[str, str]:
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return "sha1", base64.b64encode(digest).decode()


def test_pieces_follow_one_another():
    upload_store.append(UID, [b"one", b"two"], offset=0, size=11)
    end = upload_store.append(UID, [b"three"], offset=6, size=11)

    assert end == upload_store.length(UID) == 11
    assert upload_store.digest_of(UID) == hashlib.sha256(b"onetwothree").hexdigest()


def test_what_came_before_the_line_was_cut_stays():
    with pytest.raises(ConnectionResetError):
        upload_store.append(UID, cut_after(b"one", b"two"), offset=0, size=11)

    assert upload_store.length(UID) == 6


@contextmanager
def disk_of_eight_bytes() -> Iterator[None]:
    """The system takes no more bytes into any file, as a disk does that is full.

    Only around the act itself: the file that tells how the tests went is a file as well.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_came_before_the_disk_was_full_stays():
    with pytest.raises(StorageFull), disk_of_eight_bytes():
        upload_store.append(UID, [b"one", b"two", b"three"], offset=0, size=11)

    assert upload_store.length(UID) == 6
    assert upload_store.digest_of(UID) == hashlib.sha256(b"onetwo").hexdigest()


def test_of_a_piece_with_a_digest_a_full_disk_keeps_nothing():
    content = b"onetwothree"

    with pytest.raises(StorageFull), disk_of_eight_bytes():
        upload_store.append(UID, [b"onetwo", b"three"], offset=0, size=11, checksum=sha1(content))

    assert upload_store.length(UID) == 0


def test_a_piece_for_another_place_is_refused_and_told_where_to_go_on():
    upload_store.append(UID, [b"one"], offset=0, size=11)

    with pytest.raises(UploadOffset) as refused:
        upload_store.append(UID, [b"three"], offset=6, size=11)

    assert refused.value.facts["offset"] == upload_store.length(UID) == 3


def test_more_than_was_announced_is_refused_and_nothing_of_it_kept():
    upload_store.append(UID, [b"one"], offset=0, size=5)

    with pytest.raises(UploadOverfull):
        upload_store.append(UID, [b"tw", b"o"], offset=3, size=5)

    assert upload_store.length(UID) == 3


def test_a_piece_that_differs_from_its_digest_is_not_kept():
    with pytest.raises(UploadChecksum):
        upload_store.append(UID, [b"one"], offset=0, size=3, checksum=sha1(b"two"))

    assert upload_store.length(UID) == 0
    assert upload_store.append(UID, [b"one"], offset=0, size=3, checksum=sha1(b"one")) == 3


def test_nothing_of_a_piece_with_a_digest_is_there_before_all_of_it_came():
    lengths = []

    def watched():
        for letter in (b"o", b"n", b"e"):
            yield letter
            lengths.append(upload_store.length(UID))

    assert upload_store.append(UID, watched(), offset=0, size=3, checksum=sha1(b"one")) == 3
    assert lengths == [0, 0, 0]


def test_a_piece_with_a_digest_whose_line_was_cut_is_not_kept():
    with pytest.raises(ConnectionResetError):
        upload_store.append(UID, cut_after(b"on"), offset=0, size=3, checksum=sha1(b"one"))

    assert upload_store.length(UID) == 0


def test_of_two_who_send_at_once_the_second_is_told_to_wait():
    def meanwhile():
        yield b"one"
        with pytest.raises(UploadAtOnce):
            upload_store.append(UID, [b"other"], offset=3, size=9)

    assert upload_store.append(UID, meanwhile(), offset=0, size=9) == 3


def test_nothing_is_known_of_an_upload_that_was_dropped():
    upload_store.forget(UID)

    with pytest.raises(UploadNotFound):
        upload_store.length(UID)
    with pytest.raises(UploadNotFound):
        upload_store.append(UID, [b"one"], offset=0, size=3)
    upload_store.forget(UID)


def test_a_whole_upload_gets_its_place_among_the_files_without_being_copied(tmp_path):
    file_store.use_folder(tmp_path / "files")
    upload_store.append(UID, [b"evidence"], offset=0, size=8)
    sha256 = upload_store.digest_of(UID)

    file_store.keep_file(upload_store.path_of(UID), sha256)

    assert file_store.path_of(sha256).samefile(upload_store.path_of(UID))
    upload_store.forget(UID)
    assert file_store.read(sha256) == b"evidence"


def test_a_file_on_another_disk_is_copied(monkeypatch, tmp_path):
    def another_disk(*_):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", another_disk)
    file_store.use_folder(tmp_path / "files")
    upload_store.append(UID, [b"evidence"], offset=0, size=8)
    sha256 = upload_store.digest_of(UID)

    file_store.keep_file(upload_store.path_of(UID), sha256)

    assert file_store.read(sha256) == b"evidence"
