"""Watched folders: each file once, when it is whole, and the folder stays as it is."""

import os
from pathlib import Path

import pytest

from saraban import clock
from saraban.desk.watching import add_folder, leave_folder
from saraban.jobs.folders import FolderWatch
from saraban.queries.intake_queue import intake_queue
from saraban.records import Intake
from tests.cast import Cast
from tests.make import at
from tests.readings import INVITATION, sample


@pytest.fixture
def folder(cast: Cast, tmp_path: Path) -> Path:
    path = tmp_path / "สแกน"
    path.mkdir()
    add_folder(actor=cast.administrator, at=at(), unit_id=cast.tao.unit.id, path=str(path))
    return path


def put(folder: Path, name: str, *, seconds_ago: float = 60) -> Path:
    """A letter in the folder, last written to so long ago."""
    path = folder / name
    path.write_text(sample(INVITATION), "utf-8")
    when = clock.now().timestamp() - seconds_ago
    os.utime(path, (when, when))
    return path


def names() -> list[str]:
    return [one.name for one in Intake.select().order_by(Intake.id)]


def test_a_file_is_taken_in_for_the_unit_and_left_where_it_is(cast: Cast, folder: Path) -> None:
    path = put(folder, "ก.txt")
    watch = FolderWatch()

    counts = [watch.look(), watch.look(), watch.look()]

    [file] = intake_queue(cast.tao.clerk).open_files
    assert counts == [0, 1, 0]
    assert (file.name, file.brought_by) == ("ก.txt", "ระบบสารบรรณ")
    assert path.exists()


def test_a_worker_that_starts_anew_does_not_take_a_file_again(cast: Cast, folder: Path) -> None:
    put(folder, "ก.txt")
    for watch in (FolderWatch(), FolderWatch()):
        watch.look()
        watch.look()

    assert names() == ["ก.txt"]


def test_a_file_that_is_still_being_written_waits(cast: Cast, folder: Path) -> None:
    put(folder, "ก.txt", seconds_ago=0)
    watch = FolderWatch()

    watch.look()
    watch.look()
    while_written = names()
    put(folder, "ก.txt")
    watch.look()
    watch.look()

    assert while_written == []
    assert names() == ["ก.txt"]


def test_hidden_empty_and_linked_files_and_folders_are_passed_by(
    cast: Cast, folder: Path, tmp_path: Path
) -> None:
    put(folder, ".ก.txt")
    (folder / "ว่าง.pdf").touch()
    (folder / "ชั้นใน").mkdir()
    secret = put(tmp_path, "นอกโฟลเดอร์.txt")
    (folder / "ลิงก์.txt").symlink_to(secret)
    watch = FolderWatch()

    watch.look()
    watch.look()

    assert names() == []


def test_a_kind_that_is_not_taken_is_kept_and_told_by_its_reading(cast: Cast, folder: Path) -> None:
    path = put(folder, "หนังสือ.exe")
    path.write_bytes(b"MZ\x90\x00" * 100)
    os.utime(path, (0, 0))
    watch = FolderWatch()

    watch.look()
    watch.look()

    assert names() == ["หนังสือ.exe"]


def test_a_folder_that_was_left_or_is_gone_gives_nothing(cast: Cast, folder: Path) -> None:
    put(folder, "ก.txt")
    gone = str(folder / "ไม่มี")
    add_folder(actor=cast.administrator, at=at(), unit_id=cast.tao.unit.id, path=gone)
    leave_folder(actor=cast.administrator, at=at(), unit_id=cast.tao.unit.id, path=str(folder))
    watch = FolderWatch()

    watch.look()
    watch.look()

    assert names() == []
