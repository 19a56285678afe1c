"""Every script says how it is used, and changes nothing while saying so."""

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(
    path.name
    for path in (ROOT / "scripts").iterdir()
    if path.is_file() and re.fullmatch(r"[a-z][a-z_]*", path.name)
)


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_says_how_it_is_used(name, tmp_path):
    script = ROOT / "scripts" / name

    done = subprocess.run(
        [script, "--help"], cwd=tmp_path, capture_output=True, text=True, timeout=30
    )

    assert os.access(script, os.X_OK)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(rf"^usage: .*scripts/{name}", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_readme_names_the_script(name):
    assert f"scripts/{name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [["--port"], ["--port", "0"], ["--port", "70000"], ["--port", "x"], ["--colour"]]
)
def test_serve_refuses_what_it_does_not_understand_before_it_does_anything(words):
    done = subprocess.run(
        [ROOT / "scripts" / "serve", *words], capture_output=True, text=True, timeout=30
    )

    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.startswith("serve: ")


def test_serve_says_that_a_port_is_taken(taken_port):
    done = subprocess.run(
        [ROOT / "scripts" / "serve", "--port", str(taken_port)],
        capture_output=True,
        text=True,
        timeout=30,
    )

    assert done.returncode == 1
    assert done.stderr == f"serve: port {taken_port} is taken; choose another with --port N\n"


def test_setup_left_the_fonts_that_printing_needs():
    # Tests that print skip where they are missing; this one says so instead.
    fonts = {path.name for path in (ROOT / "saraban/paper/fonts").glob("*.ttf")}

    assert {"Sarabun-Regular.ttf", "Sarabun-Bold.ttf"} <= fonts
