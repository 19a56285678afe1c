"""What an answer to a duty needs, what it makes of the expected report, and how late it is."""

from datetime import date, datetime, timedelta

from saraban.rules.answers import Answer
from saraban.rules.expected_reports import OUTSIDE, ExpectedState

MOST_TEXT = 20_000
MOST_REASON = 1_000
_ONE_DAY = timedelta(days=1)

_STATE_AFTER = {
    Answer.REPORT: ExpectedState.SUBMITTED,
    Answer.NIL: ExpectedState.NIL,
    Answer.NOT_CONCERNED: ExpectedState.NOT_CONCERNED,
    Answer.PASSED_ON: ExpectedState.PASSED_ON,
    Answer.COVERED: ExpectedState.COVERED,
    Answer.ELSEWHERE: ExpectedState.DECLARED,
}
# Nobody can judge an answer without its reason.
NEEDS_REASON = frozenset({Answer.NOT_CONCERNED})
# Answers that may stand for those of the level below: what it did, or that there was nothing.
SUMS_UP = frozenset({Answer.REPORT, Answer.NIL})


def state_after(answer: Answer) -> ExpectedState:
    """What the expected report becomes when this answer is the newest."""
    return _STATE_AFTER[answer]


def is_asked_for(state: ExpectedState) -> bool:
    """Whether an answer, or a further version of one, is taken in this state.

    What was accepted is settled until its keeper returns it.
    """
    return state not in OUTSIDE and state is not ExpectedState.ACCEPTED


def days_late(at: datetime, too_late_at: datetime | None) -> int:
    """Days begun since the first instant that was too late; 0 in time, or where no day is set.

    An answer of the same evening, after office hours, is one day late.
    """
    if too_late_at is None or at < too_late_at:
        return 0
    return int((at - too_late_at) / _ONE_DAY) + 1


def is_shut(at: datetime, too_late_at: datetime | None, *, closes_after: int | None) -> bool:
    """Whether the time for late answers is over too, so many days after the due one.

    The end of the duty is none: it strikes what is to come, while what fell due before stays owed
    and is answered late until it is waived, its period closed, or this time is over. A keeper who
    ends a project still waits for its last reports. Source: unconfirmed (practice).
    """
    if too_late_at is None or closes_after is None:
        return False
    return at >= too_late_at + closes_after * _ONE_DAY


def is_past_closing(due_on: date | None, *, today: date, closes_after: int | None) -> bool:
    """Whether no late answer is taken any more on the whole of this day: is_shut, by days."""
    if due_on is None or closes_after is None:
        return False
    return today > due_on + closes_after * _ONE_DAY
