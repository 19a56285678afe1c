"""The page of what a duty's reports come to."""

import subprocess
from decimal import Decimal

import pytest

from saraban.paper.share_drawing import ShareBar
from saraban.records import AuditEvent, DutyUnit, ExpectedReport
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from saraban.web.duty_bars import BARS_A_ROW, drawings
from saraban.web.duty_figures_print import figure
from tests.make import at
from tests.reminded import change, expected_of, owe


@pytest.fixture
def duty(cast, clock_at):
    clock_at(at(7, 4))
    made = owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])
    with write_transaction():
        for table in (DutyUnit, ExpectedReport):
            table.update(province=cast.province.unit.id).execute()
    change(expected_of(made, cast.city.unit), state=ExpectedState.NIL.value)
    return made


def test_the_periods_are_plotted_and_told_in_a_table_too(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/figures").text

    plot = page.split("<svg")[1].split("</svg>")[0]
    assert "ไม่มี (รายงานเป็นศูนย์) ๑</title>" in plot
    assert "หนังสือยังไปไม่ถึง ๑</title>" in plot
    assert ">๕๐%</text>" in plot
    assert "ดูเป็นตาราง" in page
    assert "ยังไม่ครบ: ตอบแล้ว ๑ จาก ๒" in page


def test_each_area_is_a_bar_of_its_own_and_told_in_a_table_too(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/figures").text

    section = page.split('id="by-area"')[1].split("</section>")[0]
    plot, table = section.split("<svg")[1].split("</svg>")
    assert plot.count("<rect") == 2
    assert "ไม่มี (รายงานเป็นศูนย์) ๑</title>" in plot
    assert "หนังสือยังไปไม่ถึง ๑</title>" in plot
    assert [">๑๐๐%</text>" in plot, ">๐%</text>" in plot] == [True, True]
    assert ">แม่สอด</text>" in plot
    assert "อำเภอแม่สอด" in table
    assert "ไม่อยู่ในอำเภอใด" in table


def test_bars_that_fill_more_than_a_page_stand_one_row_below_the_other():
    bars = [ShareBar(str(number), "–", ()) for number in range(2 * BARS_A_ROW + 1)]

    drawn = drawings(bars, title="อัตราในกำหนด", language="th")

    assert [one.count("<line") for one in drawn] == [BARS_A_ROW, BARS_A_ROW, 1]


def test_the_figures_come_as_paper_with_their_bars_and_it_is_told_who_took_them(
    cast, duty, sign_in_as
):
    answer = sign_in_as(cast.province.clerk).post(f"/duties/{duty.uid}/figures.pdf")

    printed = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=answer.data, capture_output=True, check=True
    ).stdout.decode()
    assert "ข้อมูลยังไม่ครบ: ตอบแล้ว ๑ จาก ๒" in printed
    # The print writes the vowel of อำเภอ as two letters.
    assert "เภอแม่สอด" in printed
    assert "๑๐๐%" in printed
    told = AuditEvent.select().order_by(AuditEvent.id.desc()).get()
    assert (told.act, told.actor_name) == ("print_duty", cast.province.clerk.name)


@pytest.mark.parametrize(
    ("value", "decimals", "told"),
    [
        ("1200", 2, "1,200"),
        ("0.0004", 4, "0.0004"),
        ("53.333333", 2, "53.33"),
        ("-7.50", 2, "-7.5"),
    ],
)
def test_a_number_has_the_places_of_its_field_and_no_noughts_behind(value, decimals, told):
    assert figure(Decimal(value), decimals) == told


def test_without_a_report_the_page_says_that_there_is_nothing_to_add_up(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/figures").text

    assert "ยังไม่มีรายงานให้รวม" in page
