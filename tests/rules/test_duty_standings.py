"""Every answer and every silence is a number of its own, and the share says of how many."""

from datetime import date

import pytest

from saraban.rules.duty_standings import (
    STANDING_SHAPES,
    THAI_STANDING,
    Standing,
    Tally,
    standing_of,
)
from saraban.rules.expected_reports import ExpectedState

DUE = date(2022, 6, 30)
AFTER = date(2022, 7, 1)


@pytest.mark.parametrize(
    ("state", "is_late", "today", "is_reached", "standing"),
    [
        (ExpectedState.SUBMITTED, False, AFTER, True, Standing.IN_TIME),
        (ExpectedState.ACCEPTED, True, AFTER, True, Standing.LATE),
        (ExpectedState.NIL, True, AFTER, True, Standing.NIL),
        (ExpectedState.DECLARED, False, AFTER, False, Standing.DECLARED),
        (ExpectedState.RETURNED, False, AFTER, True, Standing.RETURNED),
        (ExpectedState.WAITING, False, DUE, True, Standing.WAITING),
        (ExpectedState.WAITING, False, AFTER, True, Standing.MISSING),
        (ExpectedState.WAITING, False, AFTER, False, Standing.NOT_REACHED),
        (ExpectedState.WAITING, False, DUE, False, Standing.NOT_REACHED),
        (ExpectedState.STRUCK, False, AFTER, True, None),
    ],
)
def test_where_an_answer_stands(state, is_late, today, is_reached, standing):
    told = standing_of(state, is_late=is_late, due_on=DUE, today=today, is_reached=is_reached)

    assert told is standing


def test_without_a_day_nothing_is_missing():
    told = standing_of(
        ExpectedState.WAITING, is_late=False, due_on=None, today=AFTER, is_reached=True
    )

    assert told is Standing.WAITING


def test_every_state_but_struck_stands_somewhere():
    states = [state for state in ExpectedState if state is not ExpectedState.STRUCK]

    told = [
        standing_of(state, is_late=False, due_on=DUE, today=DUE, is_reached=True)
        for state in states
    ]

    assert None not in told


def test_every_standing_has_its_own_word_and_shape():
    assert len(set(THAI_STANDING.values())) == len(Standing)
    assert len(set(STANDING_SHAPES.values())) == len(Standing)


def test_the_share_leaves_out_the_waived_and_the_not_concerned_and_nothing_else():
    tally = Tally()
    tally.add(Standing.IN_TIME, 3)
    tally.add(Standing.LATE, 1, is_late=True)
    tally.add(Standing.NIL, 2)
    tally.add(Standing.NIL, 1, is_late=True)
    tally.add(Standing.MISSING, 2)
    tally.add(Standing.NOT_REACHED, 1)
    tally.add(Standing.WAIVED, 4)
    tally.add(Standing.NOT_CONCERNED, 5)

    assert tally.expected_count == 19
    assert (tally.in_time_count, tally.share_base) == (5, 10)
    assert tally.on_time_share == 0.5
    assert (tally.answered_count, tally.asked_count) == (12, 15)
    assert not tally.is_complete


@pytest.mark.parametrize(("in_time", "of", "told"), [(29, 100, 29), (199, 200, 99), (7, 7, 100)])
def test_a_share_is_told_in_whole_percent_and_only_all_is_a_hundred(in_time, of, told):
    tally = Tally()
    tally.add(Standing.IN_TIME, in_time)
    tally.add(Standing.MISSING, of - in_time)

    assert tally.on_time_percent == told


def test_where_nobody_was_to_answer_there_is_no_share_and_not_nought():
    tally = Tally()
    tally.add(Standing.WAIVED, 3)

    assert tally.on_time_share is None
    assert tally.on_time_percent is None
