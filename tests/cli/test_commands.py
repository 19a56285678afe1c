"""The commands as a whole: quick to list, one line for a refusal, nothing opened for help."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from saraban.cli import COMMANDS
from saraban.cli.lazy import LazyCommand
from saraban.errors import ImportRefused
from saraban.records.database import bind

ROOT = Path(__file__).resolve().parents[2]


@click.command("refusing")
@click.option("--usage", is_flag=True)
def refusing(usage: bool) -> None:
    """Refuse."""
    if usage:
        raise click.UsageError("no such word")
    raise ImportRefused(line=7, reason="ว่าง")


def test_every_command_is_there_with_help_of_its_own():
    for command in COMMANDS:
        result = CliRunner().invoke(command, ["--help"])

        assert result.exit_code == 0, result.output
        assert command.short_help


def test_help_opens_no_database(tmp_path: Path):
    bind(f"sqlite:///{tmp_path}/nowhere/at/all.db")

    for words in (["people", "list"], ["units", "import"], ["demo", "load"], ["office", "open"]):
        [command] = [one for one in COMMANDS if one.name == words[0]]
        result = CliRunner().invoke(command, [*words[1:], "--help"])
        assert result.exit_code == 0, result.output
    assert not (tmp_path / "nowhere").exists()


def test_listing_the_commands_loads_none_of_them():
    lines = (
        "import sys, flask",
        "from saraban import cli",
        "app = flask.Flask('saraban')",
        "cli.register(app)",
        "app.cli.get_help(__import__('click').Context(app.cli))",
        "heavy = {'peewee', 'weasyprint', 'argon2', 'geothai', 'pythainlp', 'PIL', 'saraban.desk'}",
        "print(sorted(heavy & set(sys.modules)))",
    )

    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, text=True
    )

    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_refusal_is_one_line_and_status_1():
    command = LazyCommand("refusing", f"{__name__}:refusing", "Refuse.")
    sys.modules[__name__].refusing = refusing

    result = CliRunner().invoke(command, [])

    assert result.exit_code == 1
    assert result.stderr == "ผิดพลาด: นำเข้าไม่ได้: บรรทัด 7 ว่าง\n"
    assert result.stdout == ""


def test_a_misspelt_option_keeps_clicks_own_words():
    command = LazyCommand("refusing", f"{__name__}:refusing", "Refuse.")

    result = CliRunner().invoke(command, ["--nosuch"])

    assert result.exit_code == 2
    assert "--nosuch" in result.stderr


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:////nowhere/at/all.db", "unable to open"),
        ("postgresql://nobody@127.0.0.1:1/none", "connection"),
        ("sqlite:///{folder}/empty.db", "flask database upgrade"),
        ("sqlite:///{folder}/text.db", "not a database"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(tmp_path: Path, url, words):
    (tmp_path / "text.db").write_text("this is no database at all, " * 100)
    bind(url.format(folder=tmp_path))
    [people] = [one for one in COMMANDS if one.name == "people"]

    result = CliRunner().invoke(people, ["list"])

    assert result.exit_code == 1
    assert result.stderr.startswith("ผิดพลาด: เปิดฐานข้อมูลไม่ได้: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
