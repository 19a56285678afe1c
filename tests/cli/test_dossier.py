"""flask dossier: one file in the form that its name asks for."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from saraban.cli.lazy import LazyCommand
from tests.cast import Cast
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.stories.circular import tell

command = LazyCommand("dossier", "saraban.cli.dossier:command", "")


@pytest.fixture
def told(cast: Cast) -> Cast:
    tell(cast)
    return cast


def write(out: Path, *words: str) -> Result:
    return CliRunner().invoke(command, ["มท ๐๒๒๙/ว ๓๗๙๙", "--out", str(out), *words])


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_pdf_when_nothing_else_is_said(told, tmp_path):
    answer = write(tmp_path / "chain")

    assert answer.exit_code == 0, answer.output
    assert (tmp_path / "chain").read_bytes().startswith(b"%PDF")


def test_a_workbook_by_the_name_of_the_file(told, tmp_path):
    assert write(tmp_path / "chain.xlsx").exit_code == 0

    with zipfile.ZipFile(io.BytesIO((tmp_path / "chain.xlsx").read_bytes())) as opened:
        assert "xl/workbook.xml" in opened.namelist()


def test_json_of_what_one_person_may_see(told, tmp_path):
    answer = write(tmp_path / "all.json", "--question", "ใครถือไว้")
    assert answer.exit_code == 0, answer.output
    everything = json.loads((tmp_path / "all.json").read_text())
    assert everything["question"] == "ใครถือไว้"
    assert {"จังหวัดตาก", "เทศบาลตำบลตัวอย่าง"} <= {row["unit"] for row in everything["tree"]}

    refused = write(tmp_path / "none.json", "--as", "clerk.tao")

    assert refused.exit_code == 1
    assert not (tmp_path / "none.json").exists()
