"""The floors hold, and each contract of pyproject.toml does catch what it is there for."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"

# One bad import for each contract: where it is planted, and what it imports.
PLANTED = {
    "floors": ("thai/planted_floor.py", "import saraban.rules"),
    "rooms-of-letter-reading": (
        "rules/letter_reading/lines/planted_room.py",
        "import saraban.rules.letter_reading.stamps",
    ),
    "rooms-of-scans": ("paper/places/planted_scan.py", "import saraban.paper.scans"),
    "pure-rules": ("rules/planted_frame.py", "import jinja2"),
    "flask-ends-at-the-doors": ("desk/planted_flask.py", "import flask_login"),
    "doors-touch-no-tables": ("web/planted_table.py", "import peewee"),
    "settings-are-handed-in": ("queries/planted_settings.py", "import config"),
    "no-paper-no-post-upstairs": ("queries/planted_paper.py", "import saraban.paper"),
    "time-is-handed-in": ("desk/planted_clock.py", "import saraban.clock"),
    "only-the-desk-takes-numbers": ("web/planted_number.py", "import saraban.desk._numbering"),
}


def contracts():
    """Every contract's id and name."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)["tool"]["importlinter"]
    return {contract["id"]: contract["name"] for contract in settings["contracts"]}


def lint_imports(folder):
    done = subprocess.run(
        [LINT_IMPORTS, "--no-logo", "--no-cache"],
        cwd=folder,
        env={"COLUMNS": "200", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def report_on_planted_tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(
        ROOT / "saraban",
        folder / "saraban",
        ignore=shutil.ignore_patterns("static", "fonts", "__pycache__"),
    )
    for place, line in PLANTED.values():
        (folder / "saraban" / place).write_text(f"{line}\n", encoding="utf-8")
    code, output = lint_imports(folder)
    assert code == 1, output
    return output


def test_the_tree_as_it_stands_keeps_every_contract():
    code, output = lint_imports(ROOT)

    assert code == 0, output


def test_every_contract_has_a_planted_import():
    assert set(PLANTED) == set(contracts())


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_import_breaks_its_contract(contract, report_on_planted_tree):
    place, _ = PLANTED[contract]
    planted_module = f"saraban.{place.removesuffix('.py').replace('/', '.')}"

    assert f"{contracts()[contract]} BROKEN" in report_on_planted_tree
    assert f"{planted_module} -> " in report_on_planted_tree
