"""Duties without a calendar: an owing unit tells of an event, or the keeper asks about one."""

from datetime import date

import pytest

from saraban.desk.duty_events import ask_of_event, tell_event
from saraban.desk.report_duties import DutySaid, Owers, open_duty
from saraban.errors import (
    DutyNotKept,
    DutyNotOwed,
    DutyOwedByNobody,
    EventToldAlready,
    InvalidInput,
    MissingField,
    NoEventOfThis,
)
from saraban.queries.ledger_check import check_ledger
from saraban.records import ExpectedReport, ReportPeriod
from saraban.rules.whens import Anchor, Counted, FixedDay, OnEvent, Span
from tests.ledgers import tell_cast
from tests.make import at, send

FLOOD = "น้ำท่วมหมู่ ๓"


@pytest.fixture
def letter(cast):
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def opened(cast, letter, when=None):
    return open_duty(
        actor=cast.province.officer, at=at(), letter_uid=letter,
        said=DutySaid(name="รายงานเหตุ", when=when or OnEvent()), owers=Owers(everyone_sent=True),
    ).uid  # fmt: skip


def told(cast, duty, **named):
    filled = {"actor": cast.district_a.officer, "at": at(6, 20), "event": FLOOD}
    return tell_event(duty_uid=duty, **(filled | named))


def asked(cast, duty, **named):
    filled = {"actor": cast.province.officer, "at": at(6, 20), "event": FLOOD}
    return ask_of_event(duty_uid=duty, **(filled | named))


def test_a_unit_that_tells_of_an_event_owes_the_report_on_it_alone(cast, letter):
    event = told(cast, opened(cast, letter), event_on=date(2022, 6, 19))

    period = ReportPeriod.get()
    assert (event.number, event.unit_count) == (1, 1)
    assert (period.label, period.covers_from) == (FLOOD, date(2022, 6, 19))
    assert period.event_unit_id == cast.district_a.unit.id
    assert period.due_on is None
    assert ExpectedReport.get().to_unit_id == cast.district_a.unit.id
    assert check_ledger().findings == ()


def test_the_keeper_asks_everybody_or_some_and_may_set_a_day(cast, letter):
    duty = opened(cast, letter)

    everybody = asked(cast, duty)
    some = asked(
        cast, duty, event="ไฟป่า", unit_ids=[cast.district_b.unit.id], due_on=date(2022, 6, 24)
    )

    assert [(one.number, one.unit_count) for one in (everybody, some)] == [(1, 2), (2, 1)]
    last = ExpectedReport.select().order_by(ExpectedReport.id.desc()).get()
    assert (last.to_unit_id, last.due_on) == (cast.district_b.unit.id, date(2022, 6, 24))


def test_a_duty_that_counts_from_its_events_gives_each_its_own_day(cast, letter):
    after = Counted(3, Span.WORKING_DAYS, Anchor.EVENT)

    told(cast, opened(cast, letter, after), event_on=date(2022, 6, 17))

    # A Friday: Monday, Tuesday, Wednesday.
    assert ExpectedReport.get().due_on == date(2022, 6, 22)


def test_the_same_event_is_told_once_by_each(cast, letter):
    duty = opened(cast, letter)
    told(cast, duty)

    with pytest.raises(EventToldAlready):
        told(cast, duty, event=f" {FLOOD} ")
    told(cast, duty, actor=cast.district_b.officer)

    assert ReportPeriod.select().count() == 2


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"event": " "}, MissingField),
        ({"event_on": date(2022, 7, 20)}, InvalidInput),
    ],
    ids=["no name", "a day to come"],
)
def test_an_event_has_a_name_and_has_happened(cast, letter, named, refusal):
    with pytest.raises(refusal):
        told(cast, opened(cast, letter), **named)


def test_who_owes_it_tells_and_who_keeps_it_asks(cast, letter):
    duty = opened(cast, letter)

    with pytest.raises(DutyNotOwed):
        told(cast, duty, actor=cast.province.officer)
    with pytest.raises(DutyNotKept):
        asked(cast, duty, actor=cast.district_a.officer)
    with pytest.raises(DutyOwedByNobody):
        asked(cast, duty, unit_ids=[cast.city.unit.id])
    assert ReportPeriod.select().count() == 0


def test_a_duty_with_a_day_takes_no_events(cast, letter):
    with pytest.raises(NoEventOfThis):
        told(cast, opened(cast, letter, FixedDay(date(2022, 6, 30))))
