"""The page of what a duty's reports come to."""

import pytest

from saraban.rules.expected_reports import ExpectedState
from tests.make import at
from tests.reminded import change, expected_of, owe


@pytest.fixture
def duty(cast, clock_at):
    clock_at(at(7, 4))
    made = owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])
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


def test_without_a_report_the_page_says_that_there_is_nothing_to_add_up(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/figures").text

    assert "ยังไม่มีรายงานให้รวม" in page
