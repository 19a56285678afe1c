"""The periods of a duty on its pages, and holidays that move their days."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest

from saraban import clock
from saraban.records import ReportPeriod
from saraban.rules.civil_holidays import known_holidays
from saraban.rules.office_days import OfficeDays
from saraban.rules.whens import FixedDay, Roll
from saraban.thai.dates import format_medium
from tests.cast import Cast
from tests.dated import due_days, owe
from tests.make import send

# A working day well ahead, and the one after it: the pages go by the real clock.
_YEARS = (clock.today().year, clock.today().year + 1)
_DAYS = OfficeDays({row.day: row.name_th for year in _YEARS for row in known_holidays(year)})
DUE = _DAYS.open_on_or_after(clock.today() + timedelta(days=40))
NEXT = _DAYS.after(DUE, 1)


@pytest.fixture
def duty(cast: Cast) -> Any:
    """A duty of both districts by a day ahead, which moves on if offices close."""
    letter = send(
        cast.province.clerk,
        at=clock.now(),
        dated_on=clock.today(),
        phrase="นายอำเภอทุกอำเภอ",
    ).letter_uid
    units = [cast.district_a.unit, cast.district_b.unit]
    return owe(
        cast.province.clerk,
        letter,
        FixedDay(DUE),
        units,
        roll=Roll.FORWARD,
        made_at=clock.now(),
    )


def test_a_unit_reads_when_it_is_due_and_why(cast: Cast, duty: Any, sign_in_as: Any) -> None:
    page = sign_in_as(cast.district_a.clerk).get(f"/duties/{duty.uid}/periods")

    assert f"ภายในวันที่ {format_medium(DUE)}" in page.text
    assert "หนังสือกำหนดวันไว้ตายตัว" in page.text
    assert "สิ้นเวลาราชการ ๑๖.๓๐ น." in page.text
    assert "๐ จาก ๒ หน่วย" in page.text
    assert "เพิ่มงวด" not in page.text


def test_the_keeper_moves_a_day_and_everybody_reads_why(
    cast: Cast, duty: Any, sign_in_as: Any
) -> None:
    keeper = sign_in_as(cast.province.officer)
    page = keeper.post(
        f"/duties/{duty.uid}/periods/1/date",
        data={"due_on": format_medium(NEXT), "reason": "ประชุมเลื่อน"},
        follow_redirects=True,
    )
    again = keeper.post(
        f"/duties/{duty.uid}/periods/1/date",
        data={"due_on": format_medium(NEXT), "reason": "ประชุมเลื่อน"},
    )
    seen = sign_in_as(cast.district_a.clerk).get(f"/duties/{duty.uid}/periods/1")

    assert "มีผลกับ ๒ หน่วย" in page.text
    assert (again.status_code, "วันใหม่ตรงกับวันเดิม" in again.text) == (422, True)
    assert "แก้วันด้วยมือ: ประชุมเลื่อน" in seen.text
    assert format_medium(DUE)[:-5] in seen.text
    assert "แก้วันครบกำหนด</h2>" not in seen.text


def test_a_period_is_added_closed_opened_and_struck(cast: Cast, duty: Any, sign_in_as: Any) -> None:
    keeper = sign_in_as(cast.province.officer)
    base = f"/duties/{duty.uid}/periods"
    added = keeper.post(
        base,
        data={"due_on": format_medium(NEXT), "label": "รอบพิเศษ", "reason": "เพิ่ม"},
        follow_redirects=True,
    )
    closed = keeper.post(f"{base}/2/close", follow_redirects=True)
    opened = keeper.post(f"{base}/2/reopen", follow_redirects=True)
    struck = keeper.post(f"{base}/2/strike", data={"reason": "ซ้ำ"}, follow_redirects=True)
    offered = keeper.get(f"{base}/2")
    unsaid = keeper.post(f"{base}/2/back", data={"reason": ""})
    back = keeper.post(f"{base}/2/back", data={"reason": "ไม่ซ้ำ"}, follow_redirects=True)

    assert "รอบพิเศษ" in added.text
    assert "ปิดรับแล้ว" in closed.text
    assert "เปิดรับรายงานของงวดนี้อีกครั้งแล้ว" in opened.text
    assert "ตัดออก: ซ้ำ" in struck.text
    assert 'id="back-reason"' in offered.text
    assert (unsaid.status_code, "โปรดกรอกช่องนี้" in unsaid.text) == (422, True)
    assert "นำงวดกลับมาแล้ว ต้องตอบ ๒ หน่วย" in back.text
    assert back.text.index(">ไม่ซ้ำ · ") < back.text.index(">ซ้ำ · ")


def test_a_holiday_shows_what_it_moves_before_it_is_saved_and_afterwards(
    cast: Cast, duty: Any, sign_in_as: Any
) -> None:
    keeper = sign_in_as(cast.administrator)
    said = {"day": format_medium(DUE), "name_th": "วันหยุดพิเศษ", "province": ""}

    asked = keeper.post("/holidays", data=said)
    before = due_days(duty)
    code = asked.text.split('name="seen" value="')[1].split('"')[0]
    saved = keeper.post("/holidays", data=said | {"seen": code}, follow_redirects=True)

    assert "วันเหล่านี้จะเลื่อน" in asked.text
    assert (format_medium(DUE) in asked.text, format_medium(NEXT) in asked.text) == (True, True)
    assert before == [DUE]
    assert due_days(duty) == [NEXT]
    assert "รายงานผลการปลูกต้นไม้" in saved.text
    assert format_medium(NEXT) in saved.text


def test_taking_a_holiday_out_and_a_list_of_them_show_what_moves_too(
    cast: Cast, duty: Any, sign_in_as: Any
) -> None:
    keeper = sign_in_as(cast.administrator)
    content = f"{DUE.isoformat()},วันหยุดพิเศษ".encode()
    asked = keeper.post("/holidays/import", data={"file": (BytesIO(content), "ก.csv")})
    code = asked.text.split('name="seen" value="')[1].split('"')[0]
    rows = {"rows": f"{DUE.isoformat()},วันหยุดพิเศษ", "seen": code}
    keeper.post("/holidays/import", data=rows)
    assert due_days(duty) == [NEXT]

    out = keeper.post("/holidays/remove", data={"day": DUE.isoformat()})

    assert "วันเหล่านี้จะเลื่อน" in out.text
    assert due_days(duty) == [NEXT]


def test_a_holiday_of_one_province_is_told_apart(cast: Cast, duty: Any, sign_in_as: Any) -> None:
    keeper = sign_in_as(cast.administrator)
    said = {
        "day": format_medium(DUE),
        "name_th": "วันหยุดของจังหวัด",
        "province": str(cast.province.unit.id),
    }
    asked = keeper.post("/holidays", data=said)
    code = asked.text.split('name="seen" value="')[1].split('"')[0]
    keeper.post("/holidays", data=said | {"seen": code})

    page = keeper.get(f"/holidays?year={DUE.year + 543}")
    unit = sign_in_as(cast.district_a.clerk).get(f"/duties/{duty.uid}/periods/1")

    assert "เฉพาะจังหวัดตาก" in asked.text
    assert "วันหยุดของจังหวัด · จังหวัดตาก" in page.text
    assert "ของหน่วยเรา" in unit.text
    assert due_days(duty) == [DUE]
    assert ReportPeriod.get().due_on == DUE


def test_a_day_without_moves_is_saved_at_once(cast: Cast, duty: Any, sign_in_as: Any) -> None:
    said = {"day": format_medium(date(2022, 4, 12)), "name_th": "วันหยุดพิเศษ", "province": ""}

    page = sign_in_as(cast.administrator).post("/holidays", data=said, follow_redirects=True)

    assert "เพิ่มวันหยุดแล้ว" in page.text
