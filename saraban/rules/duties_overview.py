"""Many duties on one page: which are shown, in which order, and what a line of it counts."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.duty_standings import OUTSTANDING, Standing, Tally


class Side(StrEnum):
    """What the duty is to the reader's unit: it collects the answers, or it owes one."""

    KEPT = "kept"
    OWED = "owed"


class Shown(StrEnum):
    """Which duties are shown, by what stands in the periods of their lines."""

    MISSING = "missing"
    NOT_REACHED = "not_reached"
    RETURNED = "returned"
    IN_REVIEW = "in_review"
    LATE = "late"
    COMPLETE = "complete"
    NO_PERIOD = "no_period"
    ENDED = "ended"


class Sort(StrEnum):
    """In which order; names settle what is equal."""

    BEHIND = "behind"
    DUE = "due"
    NAME = "name"


THAI_SIDE = {Side.KEPT: N_("ที่ติดตาม"), Side.OWED: N_("ที่ต้องรายงาน")}
THAI_SHOWN = {
    Shown.MISSING: N_("มีหน่วยขาดรายงาน"),
    Shown.NOT_REACHED: N_("มีหน่วยที่หนังสือยังไปไม่ถึง"),
    Shown.RETURNED: N_("มีรายงานที่ส่งคืนให้แก้ไข"),
    Shown.IN_REVIEW: N_("มีรายงานรอตรวจ"),
    Shown.LATE: N_("มีหน่วยตอบช้า"),
    Shown.COMPLETE: N_("ตอบครบแล้ว"),
    Shown.NO_PERIOD: N_("ยังไม่มีงวด"),
    Shown.ENDED: N_("สิ้นสุดแล้ว"),
}
THAI_SORT = {
    Sort.BEHIND: N_("ค้างมากที่สุดก่อน"),
    Sort.DUE: N_("ครบกำหนดก่อน"),
    Sort.NAME: N_("ตามชื่อ"),
}
# Each kind of answer and of silence that has a column of its own, in its order.
COUNTED = (
    Standing.IN_TIME,
    Standing.LATE,
    Standing.NIL,
    Standing.NOT_CONCERNED,
    Standing.RETURNED,
    Standing.WAITING,
    Standing.MISSING,
    Standing.NOT_REACHED,
)
# Answers that are neither a report nor nil: counted together where there is one column.
ELSEWHERE = (Standing.PASSED_ON, Standing.COVERED, Standing.DECLARED)


@dataclass(frozen=True)
class Numbers:
    """A period's answers, each kind apart; of the reports, in_review_count wait for the keeper."""

    tally: Tally = field(default_factory=Tally)
    in_review_count: int = 0

    @property
    def late_count(self) -> int:
        """Answers of every kind that came after their day; what is still owed is not among them."""
        return self.tally.late.total() - sum(self.tally.late[one] for one in OUTSTANDING)


def is_shown(shown: Shown | None, every: tuple[Numbers, ...], *, is_over: bool) -> bool:
    """Whether a duty with these periods is among those asked for; None is all that go on."""
    if is_over or shown is Shown.ENDED:
        return is_over and shown is Shown.ENDED
    if shown is None:
        return True
    if shown is Shown.NO_PERIOD:
        return not every
    if shown is Shown.COMPLETE:
        return bool(every) and all(one.tally.is_complete for one in every)
    return any(_count(shown, one) for one in every)


def behind_key(every: tuple[Numbers, ...]) -> tuple[int, int, int]:
    """Sorts what is most behind first: by who is silent, whom it never reached, what is returned.

    Counts, not shares: five silent units of seven are more work than the one of one.
    """
    tallies = [one.tally for one in every]
    missing, not_reached, returned = (
        -sum(tally.counts[standing] for tally in tallies)
        for standing in (Standing.MISSING, Standing.NOT_REACHED, Standing.RETURNED)
    )
    return missing, not_reached, returned


def due_key(due_on: date | None) -> tuple[bool, date]:
    """Sorts by due day, what has none last."""
    return due_on is None, due_on or date.max


def _count(shown: Shown, one: Numbers) -> int:
    if shown is Shown.IN_REVIEW:
        return one.in_review_count
    if shown is Shown.LATE:
        return one.late_count
    return one.tally.counts[Standing(shown.value)]
