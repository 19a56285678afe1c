"""Habits of the Python sources that the linters have no rule for."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SARABAN = ROOT / "saraban"

# What may stand at the top of the project; anything else wants a folder.
TOP_LEVEL = {
    "saraban", "templates", "scripts", "tests", "config.py", "wsgi.py", "requirements.txt",
    "README.md", "pyproject.toml", "LICENSE",
}  # fmt: skip
IGNORED_BY_GIT = {"data", "__pycache__", "node_modules"}

# pattern: where it may stand, and what to do instead
KEPT_APART = {
    r"\.atomic\(": ("records/", "write_transaction(): plain atomic() loses writes on SQLite"),
    r"\benviron(\[|\.get\()|\bgetenv\(": ("", "settings come from config.load_settings"),
    r"\bTODO\b(?!\(#\d+\))": ("", "TODO(#issue), or open an issue"),
}


def python_sources():
    return sorted(SARABAN.rglob("*.py"))


@pytest.mark.parametrize("pattern", KEPT_APART)
def test_a_habit_is_kept_in_every_source(pattern):
    allowed_under, instead = KEPT_APART[pattern]

    found = [
        f"{source.relative_to(ROOT)}:{number}: {instead}"
        for source in python_sources()
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
        and not (allowed_under and source.is_relative_to(SARABAN / allowed_under))
    ]

    assert found == []


def test_the_top_level_stays_tidy():
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert here - TOP_LEVEL - IGNORED_BY_GIT == set()


def test_every_module_says_what_it_is():
    silent = [
        str(source.relative_to(ROOT))
        for source in python_sources()
        if not re.match(r'r?"""', source.read_text(encoding="utf-8"))
    ]

    assert silent == []
