"""scripts/country: one province of a made country is driven, and its pages say what was driven."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ONE_PROVINCE = ("--share", "0.013", "--start", "2026-03-02", "--until", "2026-04-10")


def country(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "scripts.driving", "--data", str(folder), *words],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("SARABAN")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country")
    done = country(folder, *ONE_PROVINCE)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_pages_of_a_driven_country_say_what_was_driven(driven: Path):
    done = country(driven, "--check")

    assert (done.returncode, done.stdout) == (0, "the pages say what was driven\n")


def test_a_page_that_says_otherwise_is_told_of(driven: Path):
    kept = driven / "driven.json"
    was = kept.read_text("utf-8")
    (told,) = json.loads(was)
    told["states"][0][3] += 1
    told["waiting"] = {**told["waiting"], told["states"][0][0]: 999}
    kept.write_text(json.dumps([told]), "utf-8")

    done = country(driven, "--check")

    kept.write_text(was, "utf-8")
    assert done.returncode == 1
    assert "on the page" in done.stdout


def test_a_folder_that_has_a_country_is_left_as_it_is(driven: Path):
    done = country(driven, *ONE_PROVINCE)

    assert done.returncode == 1
    assert "empty folder" in done.stderr
