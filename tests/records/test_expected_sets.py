"""Who owes a duty, and what is expected of them, written by one statement a set."""

from datetime import date

import pytest

from saraban.records import (
    DutyUnit,
    ExpectedReport,
    Letter,
    ReportDuty,
    ReportPeriod,
    expected_sets,
)
from saraban.records.database import write_transaction
from tests.make import at, send

MADE = "2022-06-16 03:00:00.000000Z"


@pytest.fixture
def duty(cast):
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    letter = Letter.get(Letter.uid == sent.letter_uid)
    with write_transaction():
        return ReportDuty.create(
            unit=cast.province.unit, letter=letter, name="รายงานผล",
            when_text="{}", unit_count=2, began_on=at().date(), made_at=at(), made_by="เสมียน",
        )  # fmt: skip


@pytest.fixture
def districts(cast):
    return [cast.district_a.unit.id, cast.district_b.unit.id]


def _period(duty, number, due_on):
    return ReportPeriod.create(duty=duty, number=number, due_on=due_on, made_at=at()).id


def test_each_unit_owes_a_duty_once_however_often_it_is_named(cast, duty, districts):
    first = expected_sets.insert_owing(duty.id, districts, added_at=MADE)
    second = expected_sets.insert_owing(duty.id, [*districts, cast.city.unit.id], added_at=MADE)

    assert [row[1:] for row in first] == [(one, cast.province.unit.id) for one in districts]
    assert [row[1] for row in second] == [cast.city.unit.id]
    assert DutyUnit.select().count() == 3


def test_an_answer_is_expected_of_each_unit_in_each_period_on_the_day_of_the_period(
    duty, districts
):
    expected_sets.insert_owing(duty.id, districts, added_at=MADE)
    weeks = [_period(duty, 1, date(2022, 6, 22)), _period(duty, 2, None)]

    told = expected_sets.insert_expected(duty.id, weeks)

    assert [row[1:4] for row in told] == [
        (weeks[0], "2022-06-22", districts[0]),
        (weeks[0], "2022-06-22", districts[1]),
        (weeks[1], None, districts[0]),
        (weeks[1], None, districts[1]),
    ]
    rows = ExpectedReport.select().order_by(ExpectedReport.id)
    assert [row.due_on for row in rows] == [date(2022, 6, 22)] * 2 + [None] * 2
    assert {row.state for row in rows} == {0}


def test_nothing_is_expected_twice_nor_of_a_unit_that_was_taken_out(duty, districts):
    expected_sets.insert_owing(duty.id, districts, added_at=MADE)
    week = _period(duty, 1, date(2022, 6, 22))
    narrowed = expected_sets.insert_expected(duty.id, [week], unit_ids=districts[:1])
    DutyUnit.update(left_at=at()).where(DutyUnit.to_unit == districts[1]).execute()

    again = expected_sets.insert_expected(duty.id, [week])

    assert [row[3] for row in narrowed] == districts[:1]
    assert again == []
