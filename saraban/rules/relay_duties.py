"""The duty to pass a circular on: by when, how it ends, and what is said of it.

The Rule says only that whoever sees that others below must know passes a circular on quickly;
every number of days is therefore the receiving registry's own.
Source: Rule on Saraban Work B.E. 2526, clause 32 (second sentence) for the duty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.letters import Urgency
from saraban.rules.office_days import OfficeDays

MOST_DAYS = 60
LONGEST_REASON = 500


class RelayState(StrEnum):
    """Where a duty stands. What is only proposed binds nobody until a person takes it on."""

    PROPOSED = "proposed"
    OPEN = "open"
    DONE = "done"
    EXCUSED = "excused"


OWED = frozenset({RelayState.PROPOSED, RelayState.OPEN})


class Excuse(StrEnum):
    """Why a unit need not pass a circular on."""

    NOBODY_BELOW = "nobody_below"
    TOLD_BEFORE = "told_before"
    NOT_OURS = "not_ours"
    SENT_BACK = "sent_back"
    OTHER = "other"


THAI_RELAY_STATE = {
    RelayState.PROPOSED: N_("อาจต้องแจ้งต่อ"),
    RelayState.OPEN: N_("ต้องแจ้งต่อ"),
    RelayState.DONE: N_("แจ้งต่อแล้ว"),
    RelayState.EXCUSED: N_("ไม่ต้องแจ้งต่อ"),
}
RELAY_SHAPES = {
    RelayState.PROPOSED: "◌",
    RelayState.OPEN: "○",
    RelayState.DONE: "✓",
    RelayState.EXCUSED: "–",
}
THAI_EXCUSE = {
    Excuse.NOBODY_BELOW: N_("ไม่มีหน่วยในพื้นที่ที่ต้องแจ้ง"),
    Excuse.TOLD_BEFORE: N_("แจ้งด้วยหนังสือฉบับอื่นแล้ว"),
    Excuse.NOT_OURS: N_("หนังสือไม่ได้ให้หน่วยนี้แจ้งต่อ"),
    Excuse.SENT_BACK: N_("ส่งคืนหนังสือแล้ว"),
    Excuse.OTHER: N_("เหตุอื่น"),
}
# What a person may choose; a letter that is sent back excuses by itself.
CHOSEN_EXCUSES = tuple(excuse for excuse in Excuse if excuse is not Excuse.SENT_BACK)
# An excuse that says nothing by itself; the others may be explained, and need not.
EXCUSES_TO_EXPLAIN = frozenset({Excuse.OTHER})


class DueBecause(StrEnum):
    """What decided the day."""

    HABIT = "habit"
    URGENCY = "urgency"
    PARENT = "parent"


THAI_DUE_BECAUSE = {
    DueBecause.HABIT: N_("ตามจำนวนวันที่หน่วยตั้งไว้"),
    DueBecause.URGENCY: N_("ตามชั้นความเร็ว"),
    DueBecause.PARENT: N_("เพื่อให้ทันกำหนดของหนังสือต้นเรื่อง"),
}


@dataclass(frozen=True)
class RelayDays:
    """A registry's office days: to pass on by urgency, to collect answers in, left at the bottom.

    bottom_days is the least that those who carry the matter out should have.
    Source: unconfirmed; the Rule gives none.
    """

    normal: int = 5
    urgent: int = 3
    very_urgent: int = 2
    most_urgent: int = 1
    collect_days: int = 2
    bottom_days: int = 3

    def for_urgency(self, urgency: str) -> int:
        """Office days to pass a letter of this urgency on."""
        by_urgency = {
            Urgency.URGENT: self.urgent,
            Urgency.VERY_URGENT: self.very_urgent,
            Urgency.MOST_URGENT: self.most_urgent,
        }
        return by_urgency.get(Urgency(urgency), self.normal)


@dataclass(frozen=True)
class RelayDue:
    """The day by which a circular shall be passed on, and why that day."""

    due_on: date
    because: DueBecause


def relay_due(
    began_on: date,
    *,
    urgency: str,
    days: RelayDays,
    points_due_on: Iterable[date | None],
    office: OfficeDays,
) -> RelayDue:
    """By when a letter that came on began_on shall be passed on; counting begins the day after.

    The registry's days for the letter's urgency, and no later than leaves `bottom_days` office
    days before the earliest date that the letter itself sets. Never before the next open day:
    what came too late is due at once, not overdue.
    """
    count = days.for_urgency(urgency)
    found = office.after(began_on, count)
    is_hurried = count < days.normal
    because = DueBecause.URGENCY if is_hurried else DueBecause.HABIT
    dates = [day for day in points_due_on if day is not None]
    if dates:
        latest = office.after(min(dates), -days.bottom_days) if days.bottom_days else min(dates)
        if latest < found:
            found, because = latest, DueBecause.PARENT
    return RelayDue(max(found, office.after(began_on, 1)), because)
