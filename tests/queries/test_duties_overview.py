"""All duties of a unit on one page: each number by itself, what is most behind first."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from saraban.desk._audit import Ledger
from saraban.desk.merging import merge_letters
from saraban.errors import Refused
from saraban.queries.duties_overview import Wanted, duties_overview
from saraban.queries.duty_reach import Reach, unreached_of, unreached_rows
from saraban.queries.duty_rollup import roll_up
from saraban.records import (
    Delivery,
    DutyUnit,
    ExpectedReport,
    Letter,
    ReportDuty,
    ReportPeriod,
)
from saraban.records.database import database, write_transaction
from saraban.rules.deliveries import Status
from saraban.rules.duties_overview import Shown, Side, Sort
from saraban.rules.duty_standings import Standing
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.letters import Secrecy
from tests.make import at, register
from tests.reminded import DUE, change, expected_of, occur, owe

TODAY = date(2022, 7, 4)
LATER = date(2022, 7, 31)


@pytest.fixture
def units(cast):
    """Two districts, to which the letters go, and three local units, to which none goes."""
    return [one.unit for one in (cast.district_a, cast.district_b, cast.city, cast.tao, cast.pao)]


@pytest.fixture
def past(cast, units):
    """A duty whose only day has passed."""
    return kept(cast, units, name="ก รายงานที่เลยกำหนด")


@pytest.fixture
def coming(cast, units):
    """A duty of one unit that is due later, whose reports are reviewed."""
    return kept(cast, units[:1], due_on=LATER, name="ข รายงานที่จะถึง", needs_review=True)


def kept(cast, units, **named):
    """A duty of the province, whose letter came to the districts."""
    made = owe(cast.province.clerk, units, **named)
    with write_transaction():
        Delivery.update(status=Status.DELIVERED.value).execute()
        for table in (DutyUnit, ExpectedReport):
            table.update(province=cast.province.unit.id).execute()
    return made


def again(cast, duty, units, due_on, number=2):
    """One more period of a duty."""
    with write_transaction():
        ledger = Ledger(actor=cast.province.clerk, at=at())
        occur(ledger, duty.id, units, due_on=due_on, number=number)
        ledger.record("owe", subject=duty.uid)


def stand(duty, troupe, state, **values):
    change(expected_of(duty, troupe.unit), state=state.value, **values)


def seen(actor, **wanted):
    return duties_overview(actor, today=TODAY, wanted=Wanted(**wanted))


def names(actor, **wanted):
    return [line.name[0] for line in seen(actor, **wanted).lines]


@contextmanager
def counted(questions: list[str]) -> Iterator[None]:
    """Collects what is asked of the engine meanwhile."""
    execute = database.obj.execute_sql

    def listening(sql, *rest, **named):
        questions.append(sql)
        return execute(sql, *rest, **named)

    database.obj.execute_sql = listening
    try:
        yield
    finally:
        del database.obj.execute_sql


def test_each_answer_and_each_silence_is_a_number_as_in_the_duty_itself(cast, past):
    stand(past, cast.district_a, ExpectedState.SUBMITTED, is_late=True)
    stand(past, cast.city, ExpectedState.NIL)

    (line,) = seen(cast.province.clerk).lines

    alone = roll_up(cast.province.clerk, past.uid, today=TODAY).by_period[1]
    assert line.present.numbers.tally.counts == alone.counts
    assert line.present.numbers.tally.late == alone.late
    assert +alone.counts == {
        Standing.LATE: 1, Standing.NIL: 1, Standing.MISSING: 1, Standing.NOT_REACHED: 2
    }  # fmt: skip
    assert line.present.numbers.late_count == 1


def test_reports_that_wait_for_the_keeper_are_counted_where_they_are_reviewed(cast, past, coming):
    stand(past, cast.district_a, ExpectedState.SUBMITTED)
    stand(coming, cast.district_a, ExpectedState.SUBMITTED)

    found = seen(cast.province.clerk).lines
    waiting = {line.name[0]: line.present.numbers.in_review_count for line in found}

    assert waiting == {"ก": 0, "ข": 1}


def test_what_is_most_behind_comes_first_unless_another_order_is_asked_for(cast, units, coming):
    kept(cast, units[:1], name="ค ขาดหนึ่ง")
    kept(cast, units[:2], name="ง ขาดสอง")

    assert names(cast.province.clerk) == ["ง", "ค", "ข"]
    assert names(cast.province.clerk, sort=Sort.DUE) == ["ค", "ง", "ข"]
    assert names(cast.province.clerk, sort=Sort.NAME) == ["ข", "ค", "ง"]


def test_the_round_that_passed_stays_in_sight_when_the_next_one_is_present(cast, units, past):
    again(cast, past, units, LATER)

    (line,) = seen(cast.province.clerk).lines

    assert (line.present.period.number, line.before.period.number) == (2, 1)
    assert line.present.numbers.tally.counts[Standing.WAITING] == 2
    assert line.before.numbers.tally.counts[Standing.MISSING] == 2
    assert names(cast.province.clerk, shown=Shown.MISSING) == ["ก"]


def test_a_struck_period_is_not_the_present_one(cast, units, past):
    again(cast, past, units, LATER)
    with write_transaction():
        ReportPeriod.update(struck_at=at()).where(ReportPeriod.number == 2).execute()

    (line,) = seen(cast.province.clerk).lines

    assert (line.present.period.number, line.before) == (1, None)


def test_a_unit_that_owes_sees_its_own_answer_and_nobody_elses(cast, past):
    (line,) = seen(cast.city.clerk).lines

    assert (line.side, line.is_seen, line.is_counted) == (Side.OWED, True, False)
    assert line.present.numbers.tally.expected_count == 1
    assert line.present.numbers.tally.counts[Standing.NOT_REACHED] == 1
    assert seen(cast.city.clerk, side=Side.KEPT).lines == ()
    assert seen(cast.tambon_mun.clerk).lines == ()


def test_a_unit_that_was_taken_out_owes_it_no_more(cast, past):
    with write_transaction():
        DutyUnit.update(left_at=at()).where(DutyUnit.to_unit == cast.city.unit.id).execute()

    assert seen(cast.city.clerk).lines == ()


def test_an_auditor_sees_what_the_branch_keeps_once_and_an_administrator_nothing(cast, past):
    found = seen(cast.auditor)

    assert [line.side for line in found.lines] == [Side.KEPT]
    assert found.is_branch
    assert found.total.tally.expected_count == 5
    with pytest.raises(Refused):
        seen(cast.administrator)


@pytest.mark.parametrize(
    ("shown", "state", "values"),
    [
        (Shown.RETURNED, ExpectedState.RETURNED, {}),
        (Shown.IN_REVIEW, ExpectedState.SUBMITTED, {}),
        (Shown.LATE, ExpectedState.NIL, {"is_late": True}),
        (Shown.COMPLETE, ExpectedState.NOT_CONCERNED, {}),
    ],
)
def test_only_duties_in_which_it_stands_so_are_shown(cast, past, coming, shown, state, values):
    assert names(cast.province.clerk, shown=shown) == []

    stand(coming, cast.district_a, state, **values)

    assert names(cast.province.clerk, shown=shown) == ["ข"]


def test_what_has_ended_is_shown_alone_and_only_when_asked_for(cast, past, coming):
    with write_transaction():
        ReportDuty.update(ended_at=at()).where(ReportDuty.id == past.id).execute()

    assert names(cast.province.clerk) == ["ข"]
    assert names(cast.province.clerk, shown=Shown.ENDED) == ["ก"]


def test_a_duty_without_a_period_is_told_of_and_no_nought_of_it(cast, past):
    with write_transaction():
        ReportPeriod.update(struck_at=at()).execute()

    (line,) = seen(cast.province.clerk, shown=Shown.NO_PERIOD).lines

    assert line.present is None
    assert seen(cast.province.clerk, since=DUE).lines == ()


def test_a_span_of_time_chooses_the_period_that_is_due_in_it(cast, units, past, coming):
    again(cast, past, units, LATER)

    found = seen(cast.province.clerk, since=DUE, until=DUE + timedelta(days=1))

    assert [(line.name[0], line.present.period.number) for line in found.lines] == [("ก", 1)]


def test_a_province_narrows_the_numbers_and_leaves_out_what_none_of_its_units_owes(
    cast, past, coming
):
    with write_transaction():
        ExpectedReport.update(province=None).where(
            (ExpectedReport.duty == coming.id) | (ExpectedReport.to_unit == cast.pao.unit.id)
        ).execute()

    found = seen(cast.province.clerk, province=cast.province.unit.uid)

    assert [line.present.numbers.tally.expected_count for line in found.lines] == [4]
    assert found.provinces == {cast.province.unit.uid: cast.province.unit.name_th}


def test_a_name_that_is_not_shown_is_not_found_either(cast, past, coming):
    with write_transaction():
        Letter.update(secrecy=Secrecy.SECRET.value).where(Letter.id == coming.letter_id).execute()

    assert names(cast.province.clerk, words="รายงานที่") == ["ก"]


def test_its_questions_do_not_grow_with_the_duties(cast, units, past):
    few: list[str] = []
    many: list[str] = []
    with counted(few):
        seen(cast.province.clerk)
    for number in range(6):
        kept(cast, units, name=f"{number}")

    with counted(many):
        assert seen(cast.province.clerk).count == 7

    assert len(many) == len(few) > 0


def test_whom_many_letters_did_not_come_to_is_what_each_duty_tells_of_itself(cast, units, past):
    """Came by number on paper, by a merged cascade, as its writer, and by having answered."""
    other = kept(cast, units, name="ค")
    with write_transaction():
        Delivery.update(status=Status.SENT.value).where(Delivery.root == other.letter_id).execute()
    again(cast, past, units, LATER)
    stand(past, cast.tao, ExpectedState.NIL)
    paper = register(
        cast.district_a.clerk, at=at(6, 16, 11), printed_number="ตก ๐๐๒๓.๓/ว ๙",
        issuer_text="จังหวัดตาก",
    ).letter_uid  # fmt: skip
    merge_letters(
        actor=cast.district_a.clerk, at=at(6, 17), letter_uid=paper,
        other_uid=Letter.get_by_id(other.letter_id).uid, reason="เลขบนกระดาษผิด",
    )  # fmt: skip
    duties = {one.id: Reach(one.letter_id, one.unit_id) for one in (past, other)}
    periods = [row.id for row in ReportPeriod.select()]

    found = unreached_rows(duties, periods)

    by_duty = {
        duty.id: unreached_of(duty.id, letter_id=duty.letter_id, keeper_id=duty.unit_id)
        for duty in (past, other)
    }
    assert by_duty[past.id] == {cast.city.unit.id, cast.pao.unit.id}
    assert cast.district_a.unit.id not in by_duty[other.id]
    waiting = ExpectedReport.select().where(ExpectedReport.state == ExpectedState.WAITING.value)
    assert len(found) == sum(row.to_unit_id in by_duty[row.duty_id] for row in waiting)
    assert {row.duty_id for row in found} == {past.id, other.id}
