"""flask audit verify: exit 0 when nothing differs, 1 and the exact row when anything does."""

import json
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from click.testing import Result

from saraban.desk.closing import close_day
from saraban.desk.office import open_office
from saraban.records import AuditEvent, Unit
from saraban.records.database import connected
from tests.cast import make_cast
from tests.ledgers import change, last_event
from tests.make import DAY, at, register

Run = Callable[..., Result]


@pytest.fixture
def office(run: Run) -> None:
    """An office just opened: the country's units, all of them told."""
    with connected():
        open_office(datetime(2022, 5, 1, 9, 0, tzinfo=ZoneInfo("Asia/Bangkok")))


def test_an_untouched_ledger_is_whole(run: Run, office: None) -> None:
    result = run("audit", "verify")

    assert result.exit_code == 0
    assert result.output.startswith("บัญชีเหตุการณ์ถูกต้องครบถ้วน: ตรวจ ")


def test_the_same_for_programs(run: Run, office: None) -> None:
    result = run("audit", "verify", "--json")

    answer = json.loads(result.output)
    assert result.exit_code == 0
    assert answer["is_whole"] is True
    assert (answer["units"], answer["files"], answer["findings"]) == (1, 0, [])
    assert answer["rows"] > 2000


def test_a_changed_row_is_named_on_a_line_of_its_own(run: Run, office: None) -> None:
    with connected():
        unit = Unit.get(Unit.name_th == "จังหวัดตาก")
        change("unit", "name_th", "จังหวัดตาค", "id = ?", [unit.id])

    result = run("audit", "verify")

    assert result.exit_code == 1
    first, last = result.output.splitlines()
    assert first.startswith(f"row_differs  ข้อมูลไม่ตรงกับบัญชีเหตุการณ์: unit แถว {unit.id} คอลัมน์ name_th")
    assert "“จังหวัดตาก” แต่พบ “จังหวัดตาค”" in first
    assert last.startswith("พบสิ่งที่ไม่ตรงกัน 1 แห่ง")


def test_a_changed_event_is_named_for_programs(run: Run, office: None) -> None:
    with connected():
        event = last_event(Unit.get(Unit.kind == "country"))
        change("audit_event", "body", event.body + " ", "id = ?", [event.id])
        count = AuditEvent.select().count()

    result = run("audit", "verify", "--json")

    answer = json.loads(result.output)
    assert result.exit_code == 1
    assert answer["events"] == count
    assert [(one["code"], one["key"], one["seq"]) for one in answer["findings"]] == [
        ("event_changed", event.id, event.seq),
        ("event_not_canonical", event.id, event.seq),
    ]


def test_a_signed_day_is_confirmed_on_one_line_and_a_changed_one_is_not(
    run: Run, database: str
) -> None:
    with connected():
        cast = make_cast()
        register(cast.province.clerk)
        code = close_day(actor=cast.province.clerk, at=at(hour=16), day=DAY).code
    right = run("audit", "closing", code.lower())
    with connected():
        change("letter", "subject", "แก้ทีหลัง", "id = ?", [1])

    wrong = run("audit", "closing", code)
    unknown = run("audit", "closing", "nothing")

    assert right.exit_code == 0
    assert "ตรงกับที่ลงนามทุกบรรทัด" in right.output
    assert (wrong.exit_code, unknown.exit_code) == (1, 1)
    assert "ทะเบียนหนังสือรับ เลข ๑/๒๕๖๕" in wrong.output
    assert [len(one.output.splitlines()) for one in (right, wrong, unknown)] == [1, 1, 1]
