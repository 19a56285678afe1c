"""The reading process may hang, die or refuse: whoever asked is told, and the next file is read."""

import os
import signal
import tempfile
from pathlib import Path

import pytest

from saraban.errors import ReadingTooSlow
from saraban.jobs.reader import Reader, ReaderEnded, Refusal
from tests.paper.pictures import drawn, picture
from tests.readings import INVITATION, SAMPLES


@pytest.fixture
def reader():
    with Reader() as started:
        yield started


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that nobody can read to its end: a pipe into which nothing is written."""
    path = tmp_path / "endless.pdf"
    os.mkfifo(path)
    return path


def read(reader: Reader, path: Path, **named):
    calls = {"on_page": lambda done, pages: None, "while_waiting": lambda: None}
    return reader.read(path, path.name, **(calls | named))


def test_a_file_is_read_page_by_page(reader):
    told = []

    reading = read(
        reader,
        SAMPLES / f"{INVITATION}.txt",
        on_page=lambda done, pages: told.append((done, pages)),
    )

    assert reading["letters"][0]["number"]["running"] == "215"
    assert told == [(1, 1)]


def test_a_refusal_is_told_in_thai_and_the_process_lives_on(reader, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")

    with pytest.raises(Refusal, match="เสียหาย"):
        read(reader, tmp_path / "broken.pdf")

    assert read(reader, SAMPLES / f"{INVITATION}.txt")["letters"]


def test_a_file_that_says_nothing_for_too_long_is_left(reader, endless):
    reader.most_silent_seconds = 1
    with pytest.raises(ReadingTooSlow):
        read(reader, endless)

    reader.most_silent_seconds = 60
    assert read(reader, SAMPLES / f"{INVITATION}.txt")["letters"]


def test_the_death_of_the_process_is_told_apart_from_a_refusal(reader, endless):
    read(reader, SAMPLES / f"{INVITATION}.txt")
    pid = reader._process.pid

    with pytest.raises(ReaderEnded):
        read(reader, endless, while_waiting=lambda: os.kill(pid, signal.SIGKILL))

    assert read(reader, SAMPLES / f"{INVITATION}.txt")["letters"]


def test_a_file_that_is_gone_is_a_refusal(reader, tmp_path):
    with pytest.raises(Refusal):
        read(reader, tmp_path / "gone.pdf")


def test_a_reading_broken_off_leaves_no_copy_of_the_letter_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(picture("PDF", pages=(drawn(), drawn())))
    seen = []

    class NoLonger(Exception):
        pass

    def stop(done, pages):
        seen.extend(tmp_path.glob("saraban-child-*/*/letter.pdf"))
        raise NoLonger

    with Reader() as reader, pytest.raises(NoLonger):
        read(reader, letter, on_page=stop)

    assert seen
    assert list(tmp_path.iterdir()) == [letter]
