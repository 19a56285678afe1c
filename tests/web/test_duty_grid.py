"""The grid of a duty: every number leads to its list, and a line of that to the report."""

import re
from datetime import date
from io import BytesIO
from threading import Event

import openpyxl
import pytest

from saraban.desk._audit import Ledger
from saraban.jobs.export_maker import make_next
from saraban.records import Delivery, DutyUnit, ExpectedReport, Export, ReportPeriod
from saraban.records.database import write_transaction
from saraban.rules.deliveries import Status
from saraban.rules.expected_reports import ExpectedState
from tests.make import at
from tests.reminded import change, expected_of, occur, owe


@pytest.fixture
def duty(cast, clock_at):
    """Four units, two periods, the first past: nil, missing, two not reached."""
    clock_at(at(7, 4))
    units = [one.unit for one in (cast.district_a, cast.district_b, cast.city, cast.pao)]
    made = owe(cast.province.clerk, units)
    with write_transaction():
        Delivery.update(status=Status.DELIVERED.value).execute()
        ledger = Ledger(actor=cast.province.clerk, at=at())
        occur(ledger, made.id, units, due_on=date(2022, 7, 31), number=2)
        ledger.record("owe", subject=made.uid)
        for table in (DutyUnit, ExpectedReport):
            table.update(province=cast.province.unit.id).execute()
    change(expected_of(made, cast.district_a.unit), state=ExpectedState.NIL.value)
    return made


@pytest.fixture
def keeper(cast, sign_in_as):
    return sign_in_as(cast.province.clerk)


def links(page, word):
    """The addresses behind the numbers that a word of the legend has."""
    legend = page.split('class="legend"')[1].split("</ul>")[0]
    found = re.search(rf"{word}\s*<strong>\s*<a href=\"([^\"]+)\">([^<]+)</a>", legend)
    return found.group(1).replace("&amp;", "&"), found.group(2)


def test_the_grid_says_how_far_it_is_and_of_how_many_the_share_is(keeper, duty):
    page = keeper.get(f"/duties/{duty.uid}/grid").text

    assert "ยังไม่ครบ: ตอบแล้ว ๑ จาก ๘" in page
    assert "ในกำหนด ๑๒% (๑ จาก ๘ ไม่นับที่ยกเว้นและไม่เกี่ยวข้อง)" in page


@pytest.mark.parametrize(
    ("word", "count", "unit"),
    [
        ("ไม่มี \\(รายงานเป็นศูนย์\\)", "๑", "อำเภอเมืองตาก"),
        ("ขาดรายงาน", "๑", "อำเภอแม่สอด"),
        ("หนังสือยังไปไม่ถึง", "๔", "องค์การบริหารส่วนจังหวัดตาก"),
        ("ยังไม่ถึงกำหนด", "๒", "อำเภอแม่สอด"),
    ],
)
def test_a_click_on_a_number_opens_its_list_and_a_second_one_the_report(
    keeper, duty, word, count, unit
):
    address, told = links(keeper.get(f"/duties/{duty.uid}/grid").text, word)
    behind = keeper.get(address).text

    assert told == count
    assert behind.count('<th scope="row" class="wide">') == {"๑": 1, "๒": 2, "๔": 4}[count]
    report = re.search(rf'href="([^"]+)" data-row>{unit}<', behind).group(1)
    assert keeper.get(report).status_code == 200


def test_by_area_a_cell_tells_who_answered_of_whom_and_what_is_to_be_looked_after(keeper, duty):
    page = keeper.get(f"/duties/{duty.uid}/grid?by=area").text

    row = page.split("อำเภอเมืองตาก</a>")[1].split("</tr>")[0]
    assert "๑/๑</a>" in row
    outside = page.split("ไม่อยู่ในอำเภอใด")[1].split("</tr>")[0]
    assert "หนังสือยังไปไม่ถึง" in outside


def test_a_unit_is_found_by_typing_and_the_filters_stay_in_the_address(cast, keeper, duty):
    page = keeper.get(f"/duties/{duty.uid}/grid?find=แม่สอด&standing=missing").text

    table = page.split("<tbody>")[1].split("</tbody>")[0]
    assert "อำเภอแม่สอด" in table
    assert "เทศบาลนครแม่สอด" not in table
    assert 'value="แม่สอด"' in page


def test_without_a_unit_of_that_name_the_page_leads_back(keeper, duty):
    page = keeper.get(f"/duties/{duty.uid}/grid?find=ไม่มีชื่อนี้").text

    assert "ไม่มีหน่วยที่ตรงกับตัวเลือก" in page
    assert "ดูทุกหน่วย" in page


def test_where_everybody_was_excused_the_share_is_a_dash_and_not_nought(keeper, duty):
    with write_transaction():
        ExpectedReport.update(state=ExpectedState.WAIVED.value).execute()

    page = keeper.get(f"/duties/{duty.uid}/grid").text

    assert "ไม่มีเป้าหมายที่ต้องตอบ" in page
    assert "๐%" not in page


def cells(content):
    """The rows of a workbook, each without its empty cells."""
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    return [[cell for cell in row if cell is not None] for row in sheet.values]


def test_the_outstanding_list_keeps_missing_and_not_reached_apart(keeper, duty):
    answer = keeper.post(f"/duties/{duty.uid}/outstanding.xlsx?since=1&until=1")

    rows = [row for row in cells(answer.data) if row]
    assert rows[0][0].startswith("บัญชีรายชื่อหน่วยงานที่ยังไม่รายงาน")
    heads = [row[0] for row in rows if len(row) == 1 and "รายการ" in str(row[0])]
    assert heads == [
        "เลยกำหนดแล้ว ยังไม่รายงาน ๑ รายการ",
        "หนังสือยังไปไม่ถึงหน่วยงาน ๒ รายการ",
    ]
    numbered = [row[1] for row in rows if isinstance(row[0], int)]
    assert numbered[0] == "อำเภอแม่สอด"
    assert set(numbered[1:]) == {"เทศบาลนครแม่สอด", "องค์การบริหารส่วนจังหวัดตาก"}


def test_what_is_not_due_yet_is_on_no_outstanding_list(cast, keeper, duty):
    with write_transaction():
        ExpectedReport.update(due_on=date(2022, 12, 31)).execute()
        Delivery.update(to_unit=cast.pao.unit.id).where(
            Delivery.to_unit == cast.district_b.unit.id
        ).execute()
        Delivery.update(to_unit=cast.city.unit.id).where(
            Delivery.to_unit == cast.district_a.unit.id
        ).execute()

    rows = cells(keeper.post(f"/duties/{duty.uid}/outstanding.xlsx").data)

    assert not [row for row in rows if "เลยกำหนดแล้ว ยังไม่รายงาน" in str(row)]


def test_the_grid_and_the_lists_come_as_paper_too(keeper, duty):
    for what in ("grid", "list", "outstanding"):
        answer = keeper.post(f"/duties/{duty.uid}/{what}.pdf")
        assert answer.data.startswith(b"%PDF"), what


def test_a_long_list_is_made_by_the_worker_as_its_asker_may_see_it(cast, keeper, duty, monkeypatch):
    monkeypatch.setattr("saraban.web.table_papers.MOST_ROWS_AT_ONCE", 2)

    assert keeper.post(f"/duties/{duty.uid}/list.pdf").status_code == 303
    assert make_next(worker="w", stop=Event())

    made = Export.get()
    assert (made.state, made.row_count) == ("ready", 8)


def test_what_no_file_holds_is_told_before_it_is_read(keeper, duty, monkeypatch):
    monkeypatch.setattr("saraban.queries.duty_lines.MOST_ROWS", 7)

    answer = keeper.post(f"/duties/{duty.uid}/list.xlsx", follow_redirects=True)

    assert "มี ๘ บรรทัด พิมพ์ครั้งละไม่เกิน ๗ บรรทัด" in answer.text
    assert keeper.post(f"/duties/{duty.uid}/list.xlsx?period=1").data.startswith(b"PK")


def test_a_period_or_unit_that_is_not_there_is_said_so(keeper, duty):
    assert keeper.get(f"/duties/{duty.uid}/list?period=99").status_code == 404
    assert keeper.get(f"/duties/{duty.uid}/grid?province=none").status_code == 404


def test_a_day_that_is_past_is_called_neither_next_nor_late_once_all_have_answered(keeper, duty):
    ReportPeriod.update(struck_at=at()).where(ReportPeriod.number == 2).execute()
    before = keeper.get(f"/duties/{duty.uid}/periods/1").text
    ExpectedReport.update(state=ExpectedState.NIL.value).execute()

    after = keeper.get(f"/duties/{duty.uid}/periods/1").text

    assert "ช้า ๔ วัน" in before
    assert "ช้า ๔ วัน" not in after
    card = keeper.get(f"/duties/{duty.uid}").text
    assert "ครบกำหนดครั้งล่าสุด" in card
    assert "ครบกำหนดครั้งถัดไป" not in card
