"""States of a delivery stay apart and never go back."""

from datetime import date

import pytest

from saraban.rules.deliveries import (
    ENDS,
    SHAPES,
    THAI_STATE,
    State,
    Status,
    Step,
    days_held,
    is_over,
    state_of,
    status_after,
)


def test_every_state_has_a_shape_and_a_word() -> None:
    assert set(SHAPES) == set(THAI_STATE) == set(State)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("step", list(Step))
def test_no_step_takes_a_delivery_back(status: Status, step: Step) -> None:
    assert status_after(status, step) >= status


def test_acknowledging_before_registering_is_not_receiving() -> None:
    assert status_after(Status.ACKNOWLEDGED, Step.RECEIVED) == Status.ACKNOWLEDGED


def test_a_report_outranks_passing_on() -> None:
    assert state_of(Status.ANSWERED, passed_on=True) is State.REPORTED
    assert state_of(Status.RECEIVED, passed_on=True) is State.PASSED_ON
    assert state_of(Status.RECEIVED, passed_on=False) is State.RECEIVED


def test_no_two_ways_to_end_look_alike_or_like_a_state_on_the_way() -> None:
    others = {SHAPES[state] for state in State if state not in ENDS}

    assert len({SHAPES[state] for state in ENDS} - others) == len(ENDS)


@pytest.mark.parametrize(
    ("step", "state"),
    [
        (Step.REFUSED, State.REFUSED),
        (Step.RETURNED, State.RETURNED),
        (Step.RECALLED, State.RECALLED),
    ],
)
def test_an_end_is_the_last_word_whatever_went_before(step: Step, state: State) -> None:
    status = status_after(Status.ACKNOWLEDGED, step)

    assert is_over(status)
    assert state_of(status, passed_on=True) is state
    assert status_after(status, Step.REPORTED) == status


def test_an_answered_delivery_is_not_over() -> None:
    assert not is_over(Status.ANSWERED)


@pytest.mark.parametrize(
    ("arrived", "left", "days"),
    [
        (date(2022, 5, 31), date(2022, 6, 3), 3),
        (date(2022, 6, 10), date(2022, 6, 16), 6),
        (date(2022, 6, 16), None, 14),
        (None, None, None),
        (date(2022, 6, 16), date(2022, 6, 16), 0),
    ],
)
def test_days_held(arrived: date | None, left: date | None, days: int | None) -> None:
    assert days_held(arrived, left, date(2022, 6, 30)) == days
