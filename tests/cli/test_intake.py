"""flask intake: files and folders in, the worker, and what it says of them."""

import json
from pathlib import Path

import pytest

from saraban.records.database import connected
from tests.cast import make_cast
from tests.readings import INVITATION, sample


@pytest.fixture
def desk(run):
    """Commands in an office with the cast in it."""
    with connected():
        make_cast()
    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ก.txt").write_text(sample(INVITATION), "utf-8")
    (tmp_path / "ข.pdf").write_bytes(b"%PDF-1.7 cut off")
    (tmp_path / ".ซ่อน").write_text("ไม่ใช่หนังสือ", "utf-8")
    return tmp_path


def test_a_folder_is_taken_in_read_and_listed(desk, folder):
    added = desk("intake", "add", str(folder), "--as", "clerk.tao")
    read = desk("intake", "work", "--once")
    listed = desk("intake", "list", "--as", "clerk.tao", "--json")

    assert added.output.count("รับเข้าคิว") == 2
    assert read.output == "อ่านแล้ว 2 ไฟล์\n"
    told = {one["name"]: one for one in json.loads(listed.stdout)}
    assert (told["ก.txt"]["state"], told["ก.txt"]["waiting_count"]) == ("read", 1)
    assert told["ข.pdf"]["state"] == "failed"


def test_a_list_for_people_names_the_trouble(desk, folder):
    desk("intake", "add", str(folder), "--as", "clerk.tao")
    desk("intake", "work", "--once")

    listed = desk("intake", "list", "--as", "clerk.tao").output

    assert "อ่านไม่ได้" in listed
    assert "PDF เสียหาย" in listed
    assert listed.splitlines()[-1] == "รออ่าน 0 กำลังอ่าน 0 อ่านไม่ได้ 1 รอตรวจ 1 ฉบับ"


def test_an_empty_file_is_told_and_stops_no_other(desk, folder):
    (folder / "ค.txt").touch()

    added = desk("intake", "add", str(folder), "--as", "clerk.tao")

    assert added.exit_code == 1
    assert added.output.count("รับเข้าคิว") == 2
    assert "ว่างเปล่า" in added.output


def test_the_same_file_again_is_told(desk, folder):
    desk("intake", "add", str(folder / "ก.txt"), "--as", "clerk.tao")

    again = desk("intake", "add", str(folder / "ก.txt"), "--as", "clerk.tao")

    assert "มีไฟล์เดียวกันนี้อยู่แล้ว" in again.output


def test_a_watched_folder_is_left_again(desk, folder):
    watched = desk("intake", "add", str(folder), "--as", "clerk.tao", "--watch")
    twice = desk("intake", "add", str(folder), "--as", "clerk.tao", "--watch")
    left = desk("intake", "leave", str(folder), "--as", "clerk.tao")

    assert (watched.exit_code, twice.exit_code, left.exit_code) == (0, 1, 0)
    assert f"เฝ้าโฟลเดอร์ {folder}" in watched.output


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (["--as", "nobody"], "ไม่พบบุคคล"),
        (["--as", "clerk.tao", "--unit", "ทน.แม่สอด"], "ไม่พบหน่วยงาน"),
        (["--as", "officer.tao"], "เจ้าหน้าที่สารบรรณ"),
    ],
)
def test_only_a_clerk_of_the_unit_takes_files_in(desk, folder, words, refused):
    added = desk("intake", "add", str(folder / "ก.txt"), *words)

    assert added.exit_code == 1
    assert refused in added.output


def test_accuracy_without_any_reading_is_a_table_without_rows(desk):
    told = desk("intake", "accuracy")

    assert told.exit_code == 0
    assert told.output.startswith("หนังสือที่ตรวจแล้ว 0 ฉบับ")
