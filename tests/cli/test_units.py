"""flask units: files good and bad, and what the command says about them."""

import json
import re
from pathlib import Path

import pytest

REAL_TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "tak_lao.csv"
HEAD = "dla_code,name_th,short_name_th,kind,district_th,province_th"
MAE_KU = "05630603,เทศบาลตำบลแม่กุ,ทต.แม่กุ,SUBDISTRICT_MUN,แม่สอด,ตาก"


@pytest.fixture
def opened(answer):
    answer("office", "open")
    return answer


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "units.csv"
    file.write_text(f"\ufeff{HEAD}\r\n{MAE_KU}\r\n", encoding="utf-8")
    return file


def bodies(answer) -> list[dict]:
    return json.loads(answer("units", "list", "--kind", "tambon_mun", "--json"))


def test_a_table_is_tried_and_then_imported(opened, table: Path):
    tried = opened("units", "import", str(table), "--dry-run")
    before = bodies(opened)
    done = opened("units", "import", str(table))

    assert before == []
    assert tried.removeprefix("ทดลองเท่านั้น ยังไม่ได้บันทึก\n") == done
    assert re.search("หน่วยใหม่ ๑ หน่วย\n  05630603  เทศบาลตำบลแม่กุ", done)
    [body] = bodies(opened)
    assert body["saraban_address"] == "saraban_05630603@dla.go.th"
    assert body["is_confirmed"] is False


def test_a_promoted_body_is_told_with_its_old_name(opened, table: Path):
    opened("units", "import", str(table))
    promoted = MAE_KU.replace("SUBDISTRICT_MUN", "TOWN_MUN").replace("เทศบาลตำบล", "เทศบาลเมือง")
    table.write_text(f"{HEAD}\n{promoted}\n", encoding="utf-8")

    told = opened("units", "import", str(table))

    assert "เปลี่ยนประเภท ๑ หน่วย\n  05630603  เทศบาลเมืองแม่กุ  (เดิม เทศบาลตำบลแม่กุ)" in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"{HEAD}\n{MAE_KU}".encode("cp874"), "UTF-8"),
        (b"PK\x03\x04\x14\x00", "Excel"),
        (b"%PDF-1.7\n\x00\x01", "CSV"),
        (f"{HEAD}\n{MAE_KU.replace('แม่สอด', 'ดวงจันทร์')}\n".encode(), "บรรทัด 2"),
        (b"", "บรรทัด 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_changes_nothing(
    run, opened, tmp_path: Path, content: bytes, words: str
):
    file = tmp_path / "bad.csv"
    file.write_bytes(content)

    result = run("units", "import", str(file))

    assert result.exit_code == 1
    assert result.stderr.startswith("ผิดพลาด: ")
    assert result.stderr.count("\n") == 1
    assert words in result.stderr
    assert bodies(opened) == []


@pytest.mark.parametrize("name", ["missing.csv", ""])
def test_a_file_that_cannot_be_opened_is_one_line(run, tmp_path: Path, name: str):
    result = run("units", "import", str(tmp_path / name))

    assert result.exit_code == 1
    assert result.stderr.startswith("ผิดพลาด: เปิดไฟล์ ")
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(not REAL_TABLE.is_file(), reason="../shared/data/tak_lao.csv is not here")
def test_one_provinces_file_speaks_for_that_province_only(opened):
    told = opened("units", "import", str(REAL_TABLE))

    assert "หน่วยใหม่ ๖๙ หน่วย" in told
    assert "ไม่พบในไฟล์แล้ว (ยังอยู่ในระบบ) ๐ หน่วย" in told
