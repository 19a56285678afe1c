"""The dossier on paper and as a workbook: the same facts, the same bytes."""

import io
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pytest
from PIL import Image

from saraban.paper.dossier_print import Sheet, dossier_pdf
from saraban.paper.dossier_workbook import dossier_workbook
from saraban.rules.dossier import Cell, Dossier, DossierColumn, DossierPaper, DossierTable, as_json
from tests.make import at
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

PAPER = DossierPaper(
    letter_uid="letter-1", number="ตก ๐๐๒๓.๓/ว ๑", dated_on=date(2022, 6, 16),
    issuer="จังหวัดตาก", subject="การปลูกต้นไม้", holder="อำเภอแม่สอด", sha256="ab" * 32,
)  # fmt: skip


def table(name: str, count: int) -> DossierTable:
    """A table of units with days."""
    columns = (
        DossierColumn("level", "ชั้น", 10, Cell.COUNT),
        DossierColumn("unit", "หน่วย", 60),
        DossierColumn("on", "วันที่", 30, Cell.DAY),
    )
    return DossierTable(
        name,
        f"ตาราง {name}",
        columns,
        tuple({"level": 1, "unit": f"หน่วยที่ {n}", "on": "2022-06-16"} for n in range(count)),
        "หมายเหตุท้ายตาราง",
    )


def dossier(**named: object) -> Dossier:
    """A small one."""
    filled = {
        "letter_uid": "letter-1", "number": "ตก ๐๐๒๓.๓/ว ๑", "dated_on": date(2022, 6, 16),
        "issuer": "จังหวัดตาก", "subject": "การปลูกต้นไม้", "question": "ใครยังไม่ได้รับ",
        "asked_by": "ผู้ตรวจสอบ", "made_at": at(6, 20), "told": ("ส่งถึง ๓ หน่วย",), "is_part": False,
        "tables": (table("tree", 120), table("missed", 0), table("hops", 110)), "papers": (PAPER,),
    }  # fmt: skip
    return Dossier(**(filled | named))


def picture() -> Sheet:
    """A page that is all red."""
    out = io.BytesIO()
    Image.new("RGB", (700, 990), (255, 0, 0)).save(out, "JPEG")
    return Sheet(PAPER, out.getvalue(), (700, 990))


def text_of(pdf: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def test_cover_tables_and_letters_stand_in_one_numbered_book():
    pdf = dossier_pdf(dossier(), [picture(), Sheet(PAPER, None, trouble="ไม่มีไฟล์")])

    with pikepdf.open(io.BytesIO(pdf)) as book:
        lying = [page.mediabox[2] > page.mediabox[3] for page in book.pages]
        pictures = [name for name in book.pages[-2].resources.XObject if "Picture" in name]
    text = text_of(pdf)
    assert lying[0] is False
    assert lying[-2:] == [False, False]
    assert all(lying[1:-2])
    assert pictures == ["/Picture0"]
    assert "ใครยังไม่ได้รับ" in text
    assert "หน่วยที่ 119" in text
    assert f"๑/{''.join('๐๑๒๓๔๕๖๗๘๙'[int(n)] for n in str(len(lying)))}" in text


def test_a_part_without_lines_is_named_on_the_cover_and_takes_no_page():
    text = text_of(dossier_pdf(dossier(), []))

    assert text.count("ตาราง missed") == 1
    assert text.count("ตาราง hops") > 1


def test_the_same_dossier_is_the_same_bytes():
    first, second = (dossier_pdf(dossier(), [picture()]) for _ in range(2))

    assert first == second
    assert dossier_workbook(dossier()) == dossier_workbook(dossier())


def test_another_time_changes_the_line_that_tells_it_and_nothing_else():
    early, late = (
        text_of(dossier_pdf(dossier(made_at=at(6, 20) + timedelta(hours=hours)), [picture()]))
        for hours in (0, 3)
    )

    differing = [
        (one, other)
        for one, other in zip(early.splitlines(), late.splitlines(), strict=True)
        if one != other
    ]
    assert len(differing) == 1
    assert "๑๐.๐๐ น." in differing[0][0]
    assert "๑๓.๐๐ น." in differing[0][1]


def test_json_has_each_part_by_its_name_and_differs_by_time_alone():
    early = as_json(dossier())
    late = as_json(replace(dossier(), made_at=at(6, 20, 14)))

    assert {key for key in early if early[key] != late[key]} == {"made_at"}
    assert early["tree"][0] == {"level": 1, "unit": "หน่วยที่ 0", "on": "2022-06-16"}


def test_what_a_sender_wrote_is_no_formula_in_the_workbook():
    evil = DossierTable("tree", "ผัง", table("tree", 1).columns, (
        {"level": 0, "unit": "=HYPERLINK(\"http://x\")", "on": None},
    ))  # fmt: skip

    content = dossier_workbook(dossier(tables=(evil,)))

    assert b"<f>" not in _unzipped(content)


def _unzipped(content: bytes) -> bytes:

    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return b"".join(opened.read(name) for name in opened.namelist())
