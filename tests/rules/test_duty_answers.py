"""When an answer is late, and when the time for late ones is over too."""

from datetime import date

import pytest

from saraban.rules.due_dates import too_late_at
from saraban.rules.duty_answers import days_late, is_asked_for, is_shut
from saraban.rules.expected_reports import ExpectedState
from tests.make import at

WEDNESDAY = date(2022, 6, 29)
OFFICE = too_late_at(WEDNESDAY, is_until_office_hours=True)
MIDNIGHT = too_late_at(WEDNESDAY, is_until_office_hours=False)


@pytest.mark.parametrize(
    ("moment", "of_office_hours", "of_the_whole_day"),
    [
        (at(6, 29, 9), 0, 0),
        (at(6, 29, 16).replace(minute=30), 0, 0),
        (at(6, 29, 16).replace(minute=31), 1, 0),
        (at(6, 29, 23), 1, 0),
        (at(6, 30, 0), 1, 1),
        (at(7, 1, 16), 2, 2),
        (at(7, 1, 17), 3, 2),
    ],
)
def test_days_late_are_those_begun_since_it_was_too_late(moment, of_office_hours, of_the_whole_day):
    assert days_late(moment, OFFICE) == of_office_hours
    assert days_late(moment, MIDNIGHT) == of_the_whole_day


def test_what_has_no_day_is_never_late_and_never_shut():
    assert days_late(at(12, 31), None) == 0
    assert not is_shut(at(12, 31), None, closes_after=1)


def test_late_answers_are_taken_for_so_many_days():
    assert not is_shut(at(7, 2, 16), OFFICE, closes_after=3)
    assert is_shut(at(7, 2, 17), OFFICE, closes_after=3)
    assert not is_shut(at(12, 31), OFFICE, closes_after=None)


@pytest.mark.parametrize(
    ("state", "is_asked"),
    [
        (ExpectedState.WAITING, True),
        (ExpectedState.RETURNED, True),
        (ExpectedState.SUBMITTED, True),
        (ExpectedState.NIL, True),
        (ExpectedState.ACCEPTED, False),
        (ExpectedState.WAIVED, False),
        (ExpectedState.STRUCK, False),
    ],
)
def test_a_further_version_is_taken_until_it_is_accepted(state, is_asked):
    assert is_asked_for(state) is is_asked
