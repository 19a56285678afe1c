"""What the answers of a duty add up to: each kind of answer and of silence a number of its own.

Missing, late and not reached are no states that anybody writes: they follow from the day, from
the instant of the answer and from the letter's deliveries, and are told apart here.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.expected_reports import ExpectedState


class Standing(StrEnum):
    """Where one unit stands in one period; every expected answer has exactly one.

    IN_TIME and LATE are reports, accepted or not. The other answers may be late as well: a Tally
    counts those among them that are.
    """

    IN_TIME = "in_time"
    LATE = "late"
    NIL = "nil"
    NOT_CONCERNED = "not_concerned"
    PASSED_ON = "passed_on"
    COVERED = "covered"
    DECLARED = "declared"
    RETURNED = "returned"
    WAIVED = "waived"
    WAITING = "waiting"
    MISSING = "missing"
    NOT_REACHED = "not_reached"


THAI_STANDING = {
    Standing.IN_TIME: N_("รายงานในกำหนด"),
    Standing.LATE: N_("รายงานล่าช้า"),
    Standing.NIL: N_("ไม่มี (รายงานเป็นศูนย์)"),
    Standing.NOT_CONCERNED: N_("ไม่เกี่ยวข้อง"),
    Standing.PASSED_ON: N_("แจ้งต่อแล้ว"),
    Standing.COVERED: N_("ตอบไว้แล้วในหนังสืออื่น"),
    Standing.DECLARED: N_("บันทึกในระบบอื่นแล้ว (แจ้งเอง)"),
    Standing.RETURNED: N_("ส่งคืนให้แก้ไข"),
    Standing.WAIVED: N_("ยกเว้น"),
    Standing.WAITING: N_("ยังไม่ถึงกำหนด"),
    Standing.MISSING: N_("ขาดรายงาน"),
    Standing.NOT_REACHED: N_("หนังสือยังไปไม่ถึง"),
}
# A drawn ✗ for silence: a word stands beside it wherever it is shown.
STANDING_SHAPES = {
    Standing.IN_TIME: "✓",
    Standing.LATE: "✓▲",
    Standing.NIL: "✓0",
    Standing.NOT_CONCERNED: "✓–",
    Standing.PASSED_ON: "✓→",
    Standing.COVERED: "✓=",
    Standing.DECLARED: "✓*",
    Standing.RETURNED: "↶",
    Standing.WAIVED: "⊖",
    Standing.WAITING: "○",
    Standing.MISSING: "✗",
    Standing.NOT_REACHED: "◌",
}

ANSWERED = (
    Standing.IN_TIME,
    Standing.LATE,
    Standing.NIL,
    Standing.NOT_CONCERNED,
    Standing.PASSED_ON,
    Standing.COVERED,
    Standing.DECLARED,
)
# Something is still to come.
OUTSTANDING = (Standing.RETURNED, Standing.WAITING, Standing.MISSING, Standing.NOT_REACHED)
# Outside the share of what came in time: nobody may ask them for an answer.
OUTSIDE_SHARE = (Standing.NOT_CONCERNED, Standing.WAIVED)
# What is written to the units on paper: their day has passed, or the letter never came.
ON_OUTSTANDING_LIST = (Standing.MISSING, Standing.RETURNED, Standing.NOT_REACHED)

_BY_STATE = {
    ExpectedState.RETURNED: Standing.RETURNED,
    ExpectedState.NIL: Standing.NIL,
    ExpectedState.NOT_CONCERNED: Standing.NOT_CONCERNED,
    ExpectedState.PASSED_ON: Standing.PASSED_ON,
    ExpectedState.COVERED: Standing.COVERED,
    ExpectedState.DECLARED: Standing.DECLARED,
    ExpectedState.WAIVED: Standing.WAIVED,
}


def standing_of(
    state: int, *, is_late: bool, due_on: date | None, today: date, is_reached: bool
) -> Standing | None:
    """Where an expected answer stands today; None for one that was struck out.

    What somebody answered counts as that, also where no delivery came to them. A day that is not
    set is never past.
    """
    if state == ExpectedState.STRUCK:
        return None
    if state in (ExpectedState.SUBMITTED, ExpectedState.ACCEPTED):
        return Standing.LATE if is_late else Standing.IN_TIME
    if state != ExpectedState.WAITING:
        return _BY_STATE[ExpectedState(state)]
    if not is_reached:
        return Standing.NOT_REACHED
    return Standing.MISSING if due_on is not None and due_on < today else Standing.WAITING


@dataclass(frozen=True)
class Tally:
    """How many expected answers stand where; late how many of each came after their day.

    Of what was returned or is not reached, late are those whose day has passed.
    """

    counts: Counter[Standing] = field(default_factory=Counter)
    late: Counter[Standing] = field(default_factory=Counter)

    @classmethod
    def summed(cls, tallies: Iterable["Tally"]) -> "Tally":
        """All of them added up, each number for itself."""
        whole = cls()
        for one in tallies:
            whole.counts.update(one.counts)
            whole.late.update(one.late)
        return whole

    def add(self, standing: Standing, count: int = 1, *, is_late: bool = False) -> None:
        """Count so many more; negative takes back."""
        self.counts[standing] += count
        if is_late:
            self.late[standing] += count

    def count(self, *standings: Standing) -> int:
        """How many stand in any of these."""
        return sum(self.counts[one] for one in standings)

    @property
    def expected_count(self) -> int:
        """All that were expected, also those that were excused since."""
        return self.counts.total()

    @property
    def answered_count(self) -> int:
        """Those of whom any answer is there."""
        return self.count(*ANSWERED)

    @property
    def asked_count(self) -> int:
        """Those of whom an answer is still asked, or was given."""
        return self.expected_count - self.counts[Standing.WAIVED]

    @property
    def share_base(self) -> int:
        """The denominator of on_time_share: expected without the waived and not concerned."""
        return self.expected_count - self.count(*OUTSIDE_SHARE)

    @property
    def in_time_count(self) -> int:
        """Answers of every kind within the share that came by their day."""
        inside = [one for one in ANSWERED if one not in OUTSIDE_SHARE]
        return sum(self.counts[one] - self.late[one] for one in inside)

    @property
    def on_time_share(self) -> float | None:
        """in_time_count of share_base, 0 to 1; None where nobody was to answer: no target."""
        return self.in_time_count / self.share_base if self.share_base else None

    @property
    def on_time_percent(self) -> int | None:
        """on_time_share in whole percent, rounded down: only all is 100; None as there.

        Counted in whole numbers: 29 of 100 as a binary fraction times 100 is less than 29.
        """
        return 100 * self.in_time_count // self.share_base if self.share_base else None

    @property
    def is_complete(self) -> bool:
        """Whether every answer that is asked for is there."""
        return not self.count(*OUTSTANDING)
