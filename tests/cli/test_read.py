"""flask read: letters as JSON, refusals as warnings, and the table of scores."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from saraban.cli.lazy import LazyCommand
from saraban.cli.read import read_file

SAMPLES = Path(__file__).parents[1] / "rules" / "letter_reading" / "samples"
command = LazyCommand("read", "saraban.cli.read:group", "")


def answer(*words: str):
    return CliRunner().invoke(command, list(words))


def test_a_letter_is_told_with_its_evidence():
    told = answer(str(SAMPLES / "letters" / "district-arabic.txt"), "--json")

    (file,) = json.loads(told.stdout)
    (letter,) = file["letters"]
    assert set(file) == {
        "file", "sha256", "pages", "letters", "warnings", "seconds", "sheets", "marks", "links",
    }  # fmt: skip
    assert letter["number"]["normalized_arabic"] == "ลย 0118/ว 1204"
    assert letter["evidence"]["number"]["source"] == "text"
    assert letter["conveys"] == []


@pytest.mark.parametrize(
    ("name", "content", "warning"),
    [
        ("empty.pdf", b"", "ว่างเปล่า"),
        ("broken.pdf", b"%PDF-1.4\nnothing", "เสียหาย"),
        ("program.pdf", b"MZ\x90\x00\x03", "ไม่ใช่ชนิด"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "ไฟล์ภาพ"),
    ],
)
def test_what_cannot_be_read_is_a_warning_and_stops_no_other(tmp_path, name, content, warning):
    bad = tmp_path / name
    bad.write_bytes(content)
    good = SAMPLES / "letters" / "memo-school.txt"

    told = answer(str(bad), str(good), "--json")

    assert told.exit_code == 0
    first, second = json.loads(told.stdout)
    assert first["letters"] == []
    assert warning in first["warnings"][0]
    assert len(second["letters"]) == 1


def test_a_missing_file_ends_with_status_one():
    told = answer("/nowhere/letter.pdf")

    assert told.exit_code == 1
    assert "เปิดไฟล์ไม่ได้" in told.stdout


def test_a_person_sees_the_fields_and_what_to_confirm(tmp_path):
    told = answer(str(SAMPLES / "letters" / "damaged-marks.txt"))

    assert "ที่  ศธ ๐๔๑๑๑/ว ๓๒๐๑" in told.stdout
    assert "? ลงวันที่" in told.stdout


def test_the_score_is_a_table_with_the_overall_mean():
    told = answer("score", str(SAMPLES), "--errors")

    assert told.exit_code == 0
    assert told.stdout.splitlines()[1].split()[:3] == ["field", "gold", "acc"]
    assert "OVERALL" in told.stdout


def test_letters_of_another_form_are_found_by_their_suffix_and_the_rest_left_out(tmp_path):
    text = (SAMPLES / "letters" / "district-arabic.txt").read_text("utf-8")
    (tmp_path / "district-arabic-again.txt").write_text(text, "utf-8")

    words = ("score", str(SAMPLES), "--from", str(tmp_path), "--suffix", "-again")
    every, found = answer(*words), answer(*words, "--found")

    assert "without a prediction" in every.stdout
    assert found.stdout.startswith("1 documents, 0 without a prediction")


def test_a_list_of_letters_is_scored_by_its_name(tmp_path):
    for part in ("letters", "labels"):
        (tmp_path / part).symlink_to(SAMPLES / part)
    (tmp_path / "split.json").write_text(json.dumps({"dev": ["memo-school", "fax-message"]}))

    told = answer("score", str(tmp_path))

    assert told.stdout.startswith("split dev: 2 documents, 0 without a prediction")
    assert answer("score", str(tmp_path), "--split", "other").exit_code == 1


def test_a_folder_without_labels_is_refused(tmp_path):
    told = answer("score", str(tmp_path))

    assert told.exit_code == 1
    assert "ไม่พบคำตอบ" in told.output
    assert "labels/*.json" in told.output


def test_a_fault_of_ours_is_one_line_and_its_traceback_waits_for_debug(caplog):
    told = read_file(Path("a\0name"))  # no file has such a name: Python raises, not the disk

    shown = [one for one in caplog.records if one.levelname == "ERROR"]
    assert [one.exc_info for one in shown] == [None]
    assert "ValueError" in shown[0].getMessage()
    assert told["letters"] == []
    assert "ระบบขัดข้อง" in told["warnings"][0]
