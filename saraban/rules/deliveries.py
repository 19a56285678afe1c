"""How far a delivery has come; sent, arrived, opened, received, acknowledged stay apart."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum, StrEnum


class Status(IntEnum):
    """The furthest state of a delivery, in the order in which they can be reached.

    From REFUSED on it is over: nothing further happens to it, and it is no answer either.
    """

    SENT = 0
    DELIVERED = 1
    OPENED = 2
    RECEIVED = 3
    ACKNOWLEDGED = 4
    ANSWERED = 5
    REFUSED = 6
    RETURNED = 7
    RECALLED = 8


class Step(StrEnum):
    """The instants of a delivery, named as their columns."""

    DELIVERED = "delivered_at"
    OPENED = "opened_at"
    RECEIVED = "received_at"
    ACKNOWLEDGED = "acknowledged_at"
    PASSED_ON = "passed_on_at"
    REPORTED = "reported_at"
    REFUSED = "refused_at"
    RETURNED = "returned_at"
    RECALLED = "recalled_at"


_REACHED = {
    Step.DELIVERED: Status.DELIVERED,
    Step.OPENED: Status.OPENED,
    Step.RECEIVED: Status.RECEIVED,
    Step.ACKNOWLEDGED: Status.ACKNOWLEDGED,
    Step.REPORTED: Status.ANSWERED,
    Step.REFUSED: Status.REFUSED,
    Step.RETURNED: Status.RETURNED,
    Step.RECALLED: Status.RECALLED,
}

ENDING = frozenset({Step.REFUSED, Step.RETURNED, Step.RECALLED})


class State(StrEnum):
    """A state on the pages; shape and word stand in SHAPES and THAI_STATE."""

    NOT_REACHED = "not_reached"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    PASSED_ON = "passed_on"
    REPORTED = "reported"
    REFUSED = "refused"
    RETURNED = "returned"
    RECALLED = "recalled"
    ISSUED = "issued"


SHAPES = {
    State.NOT_REACHED: "◌",
    State.SENT: "○",
    State.DELIVERED: "◔",
    State.OPENED: "◑",
    State.RECEIVED: "◕",
    State.ACKNOWLEDGED: "●",
    State.PASSED_ON: "✓",
    State.REPORTED: "✓",
    State.REFUSED: "⊘",
    State.RETURNED: "↶",
    State.RECALLED: "⊖",
    State.ISSUED: "■",
}

THAI_STATE = {
    State.NOT_REACHED: "ยังไปไม่ถึง",
    State.SENT: "ส่งแล้ว",
    State.DELIVERED: "ถึงแล้ว",
    State.OPENED: "เปิดอ่าน",
    State.RECEIVED: "ลงรับ",
    State.ACKNOWLEDGED: "รับทราบ",
    State.PASSED_ON: "แจ้งต่อแล้ว",
    State.REPORTED: "รายงานแล้ว",
    State.REFUSED: "ไม่รับ",
    State.RETURNED: "ส่งคืน",
    State.RECALLED: "ถูกดึงกลับ",
    State.ISSUED: "ต้นเรื่อง",
}


class NotDone(StrEnum):
    """Three failures that are never added up: of the level above, of silence, of lateness.

    Beside them stands what is only sent: nobody can say yet whose failure it is.
    """

    NOT_REACHED = "not_reached"
    UNPROVEN = "unproven"
    SILENT = "silent"
    LATE = "late"


THAI_NOT_DONE = {
    NotDone.NOT_REACHED: "ยังไปไม่ถึง",
    NotDone.UNPROVEN: "ส่งแล้วแต่ยังไม่มีหลักฐานว่าถึง",
    NotDone.SILENT: "ได้แล้วแต่เงียบ",
    NotDone.LATE: "รับทราบแล้วแต่รายงานช้า",
}

_SILENT = frozenset({State.DELIVERED, State.OPENED, State.RECEIVED})

# How a delivery can end without having been dealt with. Refused and returned ones wait for their
# sender; a recalled one left the set of those that should have the letter, and is still counted.
ENDS = frozenset({State.REFUSED, State.RETURNED, State.RECALLED})

# Said, in a dotted outline, of every acknowledgement that somebody gave without an account.
THAI_WEAK_PROOF = "ตอบรับโดยไม่มีบัญชี: หลักฐานอ่อนกว่า"


_STATE_AT = (
    State.SENT,
    State.DELIVERED,
    State.OPENED,
    State.RECEIVED,
    State.ACKNOWLEDGED,
    State.REPORTED,
    State.REFUSED,
    State.RETURNED,
    State.RECALLED,
)


def is_over(status: int) -> bool:
    """Whether the delivery was refused, returned or recalled."""
    return status >= Status.REFUSED


def status_after(status: int, step: Step) -> int:
    """The furthest state once `step` has happened too; passing on changes none of them."""
    return max(status, _REACHED.get(step, Status.SENT))


def status_of(steps: Iterable[Step]) -> int:
    """The furthest state of a delivery to which these things, and no others, have happened."""
    return max((_REACHED.get(step, Status.SENT) for step in steps), default=Status.SENT)


def state_of(status: int, *, passed_on: bool) -> State:
    """The one word for a delivery's furthest state; a report outranks passing on, an end both."""
    if passed_on and status < Status.ANSWERED:
        return State.PASSED_ON
    return _STATE_AT[status]


def not_done(state: State, *, due_on: date | None, today: date) -> NotDone | None:
    """Which of the failures a unit that was sent a letter is guilty of, if any.

    Silence comes before lateness: of who never acknowledged nobody knows whether it will report.
    Passing on is an answer, and so are "nil" and "not concerned". due_on is the last day in time.
    """
    if state is State.SENT:
        return NotDone.UNPROVEN
    if state in _SILENT:
        return NotDone.SILENT
    is_late = state is State.ACKNOWLEDGED and due_on is not None and due_on < today
    return NotDone.LATE if is_late else None


def days_held(arrived: date | None, left: date | None, today: date) -> int | None:
    """Calendar days from a letter's arrival at a unit until it left by the unit's own letter.

    While it has not left the days run until today. None when it never arrived.
    """
    if arrived is None:
        return None
    return max(0, ((left or today) - arrived).days)
