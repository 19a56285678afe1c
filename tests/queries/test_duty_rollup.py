"""The answers of a duty added up by area and unit, and the lists behind the numbers."""

from collections import Counter
from datetime import date

import pytest

from saraban.desk._audit import Ledger
from saraban.errors import DutyNotFound, UnitNotFound
from saraban.queries.duty_lines import Narrowed, expected_lines
from saraban.queries.duty_rollup import Level, roll_up
from saraban.queries.duty_unit_grid import unit_grid
from saraban.records import (
    Delivery,
    DutyUnit,
    ExpectedReport,
    Report,
    ReportAnswer,
    ReportPeriod,
    rows,
)
from saraban.records.database import write_transaction
from saraban.rules.deliveries import Status
from saraban.rules.duty_standings import Standing
from saraban.rules.expected_reports import ExpectedState
from tests.make import at
from tests.reminded import change, expected_of, occur, owe

AFTER = date(2022, 7, 4)
SECOND = date(2022, 7, 31)


@pytest.fixture
def duty(cast):
    """Two periods, five units: the letter went to the two districts alone, and came to both."""
    units = [one.unit for one in (cast.district_a, cast.district_b, cast.city, cast.tao, cast.pao)]
    made = owe(cast.province.clerk, units)
    with write_transaction():
        Delivery.update(status=Status.DELIVERED.value).execute()
        DutyUnit.update(province=cast.province.unit.id).execute()
        ledger = Ledger(actor=cast.province.clerk, at=at())
        occur(ledger, made.id, units, due_on=SECOND, number=2)
        ledger.record("owe", subject=made.uid)
        ExpectedReport.update(province=cast.province.unit.id).execute()
    return made


def answered(duty, troupe, **values):
    """A version of the unit's answer; how late it was as told."""
    expected = expected_of(duty, troupe.unit)
    with write_transaction():
        report, _ = rows.insert(
            Report,
            {"letter": duty.letter_id, "unit": troupe.unit.id, "answer": "report",
             "submitted_at": at(), "submitted_by": troupe.officer.name},
        )  # fmt: skip
        rows.insert(
            ReportAnswer, {"report": report, "expected": expected.id, "version": 1, **values}
        )


def stand(duty, troupe, state, **values):
    change(expected_of(duty, troupe.unit), state=state.value, **values)


def test_silence_of_those_whom_the_letter_came_to_and_of_others_are_two_numbers(cast, duty):
    stand(duty, cast.district_a, ExpectedState.SUBMITTED)
    stand(duty, cast.city, ExpectedState.NIL, is_late=True)

    found = roll_up(cast.province.clerk, duty.uid, today=AFTER)

    first, second = found.by_period[1], found.by_period[2]
    assert +first.counts == Counter(
        {Standing.IN_TIME: 1, Standing.NIL: 1, Standing.MISSING: 1, Standing.NOT_REACHED: 2}
    )
    assert first.late[Standing.NIL] == 1
    # Who answered once was reached, whatever way the letter came.
    assert +second.counts == Counter({Standing.WAITING: 3, Standing.NOT_REACHED: 2})
    assert found.total.expected_count == 10


def test_units_of_one_province_are_shown_by_district_with_those_of_none_apart(cast, duty):
    stand(duty, cast.tao, ExpectedState.WAIVED)

    found = roll_up(cast.province.clerk, duty.uid, today=AFTER)

    assert found.level is Level.DISTRICT
    by_name = {line.name: line for line in found.lines}
    assert by_name["อำเภอแม่สอด"].tallies[1].counts[Standing.WAIVED] == 1
    assert sum(line.total.expected_count for line in found.lines) == 10
    assert {line.uid for line in found.lines if not line.name} <= {None}


def test_a_letter_that_was_only_sent_has_come_to_nobody(cast, duty):
    with write_transaction():
        Delivery.update(status=Status.SENT.value).execute()

    found = roll_up(cast.province.clerk, duty.uid, today=AFTER)

    assert found.by_period[1].counts[Standing.NOT_REACHED] == 5


@pytest.mark.parametrize("standing", list(Standing))
def test_the_list_behind_each_number_is_as_long_as_the_number(cast, duty, standing):
    for troupe, state in (
        (cast.district_a, ExpectedState.RETURNED),
        (cast.city, ExpectedState.DECLARED),
        (cast.pao, ExpectedState.NOT_CONCERNED),
    ):
        stand(duty, troupe, state)
    number = roll_up(cast.province.clerk, duty.uid, today=AFTER).total.counts[standing]

    behind = expected_lines(
        cast.province.clerk, duty.uid, today=AFTER, wanted=Narrowed(standing=standing)
    )

    assert behind.count == len(behind.lines) == number
    assert {line.standing for line in behind.lines} <= {standing}


def test_the_grid_of_units_adds_up_to_the_roll_up(cast, duty):
    answered(duty, cast.district_b, days_late=2)
    stand(duty, cast.district_b, ExpectedState.ACCEPTED, is_late=True, answered_at=at(7, 2))

    grid = unit_grid(cast.province.clerk, duty.uid, today=AFTER, wanted=Narrowed())
    found = roll_up(cast.province.clerk, duty.uid, today=AFTER)

    assert grid.total.counts == found.total.counts
    assert sum((unit.total.counts for unit in grid.units), Counter()) == +found.total.counts
    cell = next(unit for unit in grid.units if unit.name == "อำเภอแม่สอด").cells[1]
    assert (cell.standing, cell.days_late) == (Standing.LATE, 2)


@pytest.mark.parametrize("state", [ExpectedState.SUBMITTED, ExpectedState.ACCEPTED])
def test_a_correction_makes_an_answer_no_later_than_its_first_version_was(cast, duty, state):
    answered(duty, cast.city, days_late=1)
    answered(duty, cast.city, days_late=30, version=2)
    stand(duty, cast.city, state, is_late=True, answered_at=at(7, 30))

    (line,) = expected_lines(
        cast.province.clerk, duty.uid, today=date(2022, 8, 20),
        wanted=Narrowed(standing=Standing.LATE),
    ).lines  # fmt: skip

    assert (line.unit_name, line.days_late) == ("เทศบาลนครแม่สอด", 1)


def test_a_grid_is_narrowed_by_name_district_and_standing(cast, duty):
    stand(duty, cast.city, ExpectedState.NIL)

    def names(**wanted):
        grid = unit_grid(cast.province.clerk, duty.uid, today=AFTER, wanted=Narrowed(**wanted))
        assert grid.total.expected_count == 2 * grid.unit_count
        return [unit.name for unit in grid.units]

    assert names(find="ทน.แม่สอด") == ["เทศบาลนครแม่สอด"]
    assert names(standing=Standing.NIL) == ["เทศบาลนครแม่สอด"]
    assert len(names(district=cast.district_b.unit.uid)) == 3


def test_a_struck_period_is_no_column_and_counts_nowhere(cast, duty):
    with write_transaction():
        period = ReportPeriod.get(ReportPeriod.duty == duty.id, ReportPeriod.number == 2)
        ReportPeriod.update(struck_at=at()).where(ReportPeriod.id == period.id).execute()
        ExpectedReport.update(state=ExpectedState.STRUCK.value).where(
            ExpectedReport.period == period.id
        ).execute()

    found = roll_up(cast.province.clerk, duty.uid, today=AFTER)

    assert [one.number for one in found.periods] == [1]
    assert found.total.expected_count == 5


def test_who_only_owes_the_duty_gets_no_sums_and_a_stranger_does_not_find_it(cast, duty):
    with pytest.raises(DutyNotFound):
        roll_up(cast.city.clerk, duty.uid, today=AFTER)
    with pytest.raises(DutyNotFound):
        expected_lines(cast.city.clerk, duty.uid, today=AFTER, wanted=Narrowed())
    with pytest.raises(DutyNotFound):
        roll_up(cast.tambon_mun.clerk, duty.uid, today=AFTER)


def test_a_province_that_owes_nothing_is_not_looked_into(cast, duty):
    with pytest.raises(UnitNotFound):
        roll_up(cast.province.clerk, duty.uid, today=AFTER, province_uid=cast.city.unit.uid)


def test_an_auditor_over_the_keeper_sees_the_sums(cast, duty):
    assert roll_up(cast.auditor, duty.uid, today=AFTER).total.expected_count == 10
