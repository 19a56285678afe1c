"""flask office, database and people: from an empty folder to the first administrator."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from saraban.cli import COMMANDS
from saraban.desk import office
from saraban.records import Unit
from saraban.records.database import bind, connected
from tests.make import at


def code_in(text: str) -> str:
    found = re.search(r"first-run code\): ([A-Z0-9]{4}(?:-[A-Z0-9]{4}){2})", text)
    assert found, text
    return found[1]


def test_an_empty_file_becomes_an_office(tmp_path: Path):
    bind(f"sqlite:///{tmp_path}/saraban.db")
    [command] = [one for one in COMMANDS if one.name == "office"]

    result = CliRunner().invoke(command, ["open"])

    assert result.exit_code == 0, result.output
    assert code_in(result.stdout)
    with connected():
        assert Unit.select().where(Unit.kind == "province").count() == 76


def test_opening_again_shows_another_code_until_there_is_an_administrator(answer):
    first, second = code_in(answer("office", "open")), code_in(answer("office", "open"))
    with connected():
        office.make_first_administrator(
            code=second, sign_in="somsri", name_th="นางสมศรี ตัวอย่าง", password="0123456789", at=at()
        )

    after = answer("office", "open")

    assert first != second
    assert "first-run code" not in after
    [person] = json.loads(answer("people", "list", "--json"))
    assert person["sign_in"] == "somsri"
    assert (person["name"], person["roles"]) == ("นางสมศรี ตัวอย่าง", ["administrator"])
    assert person["unit"] == "ประเทศไทย"
    assert re.fullmatch("[0-9a-f-]{36}", person["unit_uid"])


def test_a_database_that_is_current_stays_as_it_is(answer):
    assert "รุ่นปัจจุบันอยู่แล้ว" in answer("database", "upgrade")


@pytest.mark.parametrize("words", [("people", "list"), ("units", "list")])
def test_an_office_that_was_never_opened_says_how(run, words):
    result = run(*words)

    assert result.exit_code == 1
    assert "flask office open" in result.stderr
