"""Rounds go on while nobody watches: the worker makes what the horizon has come to."""

from datetime import timedelta
from typing import Any

import pytest

from saraban import clock
from saraban.jobs.period_rounds import PeriodRounds
from saraban.jobs.worker import work_off
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent
from saraban.rules.whens import Every, Recurring
from tests.cast import Cast
from tests.dated import owe, periods
from tests.ledgers import tell_cast
from tests.make import send


@pytest.fixture
def duty(cast: Cast) -> Any:
    """A daily duty that was opened ten days ago."""
    tell_cast(cast)
    then = clock.now() - timedelta(days=10)
    letter = send(
        cast.province.clerk, at=then, dated_on=then.date(), phrase="นายอำเภอทุกอำเภอ"
    ).letter_uid
    daily = Recurring(Every.DAY, then.date())
    return owe(cast.province.clerk, letter, daily, [cast.district_a.unit], made_at=then)


def test_the_worker_makes_the_days_that_passed_and_tells_the_keepers_ledger(
    cast: Cast, duty: Any
) -> None:
    made = len(periods(duty))

    work_off()

    assert len(periods(duty)) == made + 10
    event = AuditEvent.get(AuditEvent.act == "make_periods")
    assert (event.unit_id, event.subject) == (cast.province.unit.id, duty.uid)
    assert check_ledger().is_whole


def test_a_second_look_on_the_same_day_does_nothing(cast: Cast, duty: Any) -> None:
    PeriodRounds().look()
    made = len(periods(duty))

    PeriodRounds().look()

    assert len(periods(duty)) == made
    assert AuditEvent.select().where(AuditEvent.act == "make_periods").count() == 1
