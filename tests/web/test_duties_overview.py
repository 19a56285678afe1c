"""The page of all duties: filters in the address, numbers that lead to their lists, files."""

import re
from datetime import date
from io import BytesIO
from threading import Event

import openpyxl
import pikepdf
import pytest

from saraban.jobs.export_maker import make_next
from saraban.records import AuditEvent, Delivery, DutyUnit, ExpectedReport, Export, Letter
from saraban.records.database import write_transaction
from saraban.rules.deliveries import Status
from saraban.rules.expected_reports import ExpectedState
from tests.make import at
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.reminded import change, expected_of, owe


@pytest.fixture
def duty(cast, clock_at):
    """Three units, one day, past: nil, missing, not reached; beside it a duty due later."""
    clock_at(at(7, 4))
    units = [one.unit for one in (cast.district_a, cast.district_b, cast.city)]
    made = owe(cast.province.clerk, units)
    owe(cast.province.clerk, units[:1], due_on=date(2022, 7, 31), name="สรุปการเตรียมการ")
    with write_transaction():
        Delivery.update(status=Status.DELIVERED.value).execute()
        for table in (DutyUnit, ExpectedReport):
            table.update(province=cast.province.unit.id).execute()
    change(expected_of(made, cast.district_a.unit), state=ExpectedState.NIL.value)
    return made


@pytest.fixture
def keeper(cast, duty, sign_in_as):
    return sign_in_as(cast.province.clerk)


def row_of(page, name):
    """The table's row of a duty."""
    return next(row for row in page.split("<tr>") if name in row)


@pytest.mark.parametrize(
    ("word", "count", "units"),
    [
        ("ไม่มี (รายงานเป็นศูนย์)", "๑", "อำเภอเมืองตาก"),
        ("ขาดรายงาน", "๑", "อำเภอ"),
        ("หนังสือยังไปไม่ถึง", "๑", "เทศบาลนครแม่สอด"),
    ],
)
def test_a_number_leads_to_the_units_behind_it(keeper, word, count, units):
    row = row_of(keeper.get("/duties/overview").text, "รายงานผลการดำเนินงาน")

    cell = re.search(rf'data-word="{re.escape(word)}"><a href="([^"]+)">([^<]+)</a>', row)
    assert cell.group(2) == count
    behind = keeper.get(cell.group(1).replace("&amp;", "&")).text
    assert behind.count("data-row") == 1
    assert units in behind


def test_who_owes_it_gets_numbers_without_lists(cast, duty, sign_in_as):
    row = row_of(sign_in_as(cast.city.clerk).get("/duties/overview").text, "รายงานผลการดำเนินงาน")

    assert f'href="/duties/{duty.uid}"' in row
    assert "/list?" not in row
    assert "ต้องรายงานต่อ จังหวัดตาก" in row


def test_the_choices_stand_in_the_address_and_on_the_page(keeper):
    page = keeper.get("/duties/overview?shown=missing&q=รายงาน&since=๑ มิ.ย. ๒๕๖๕").text

    assert page.count("data-row") == 1
    assert '<option value="missing" selected>' in page
    assert 'value="๑ มิ.ย. ๒๕๖๕"' in page
    assert "ล้างตัวเลือก" in page
    assert "ไม่มีภารกิจที่ตรงกับตัวเลือก" in keeper.get("/duties/overview?shown=returned").text


def test_a_day_that_nobody_can_read_is_told_of_beside_it_and_kept(keeper):
    page = keeper.get("/duties/overview?since=เมื่อวาน").text

    assert 'value="เมื่อวาน"' in page
    assert 'aria-describedby="since-error"' in page
    assert page.count("data-row") == 2


def test_a_secret_letters_duty_is_not_named(cast, duty, keeper):
    with write_transaction():
        Letter.update(secrecy="secret").where(Letter.id == duty.letter_id).execute()

    page = keeper.get("/duties/overview").text
    assert "รายงานผลการดำเนินงาน" not in page
    assert "หนังสือชั้นความลับ ไม่แสดงเรื่อง" in page


def test_a_unit_without_duties_is_told_where_they_come_from(cast, sign_in_as):
    assert "ตั้งได้จากหน้าหนังสือ" in sign_in_as(cast.pao.clerk).get("/duties/overview").text


def test_the_lists_of_duties_lead_here(keeper):
    for address in ("/duties", "/duties/kept"):
        assert 'href="/duties/overview"' in keeper.get(address).text


def test_the_workbook_has_every_line_and_says_what_was_left_out(keeper):
    made = keeper.post("/duties/overview.xlsx?shown=missing")

    sheet = openpyxl.load_workbook(BytesIO(made.data)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "มีหน่วยขาดรายงาน" in rows[1][0]
    head, line = rows[2], rows[3]
    told = dict(zip(head, line, strict=True))
    assert told["ภารกิจ"] == "รายงานผลการดำเนินงาน"
    assert [told[word] for word in ("ต้องตอบ", "ไม่มี", "ขาดรายงาน")] == [3, 1, 1]
    assert rows[4][1] is None


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_a_long_paper_is_made_by_the_worker_and_both_are_told_in_the_ledger(keeper, monkeypatch):
    assert pikepdf.open(BytesIO(keeper.post("/duties/overview.pdf").data)).pages
    monkeypatch.setattr("saraban.web.table_papers.MOST_ROWS_AT_ONCE", 1)

    assert keeper.post("/duties/overview.pdf?sort=due").status_code == 303
    assert make_next(worker="w", stop=Event())

    made = Export.get()
    assert (made.state, made.row_count) == ("ready", 2)
    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id.desc()).limit(3)]
    assert {"print_duty", "ask_export"} <= set(acts)


def test_nothing_to_print_is_said_and_no_file_is_made(cast, duty, sign_in_as):
    answer = sign_in_as(cast.pao.clerk).post("/duties/overview.xlsx")

    assert (answer.status_code, answer.location) == (303, "/duties/overview")
