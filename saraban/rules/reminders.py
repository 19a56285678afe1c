"""When a unit is reminded of what it owes, and when the level above is told.

The steps of a duty are counted in office days from the unit's own due day, so that an extension
moves them all; whoever has answered is reminded no more, whoever got their answer back is again.
After the last step what is still owed may be told again each week, on the first office day of it,
so that a unit that owes much gets one mail of all of it. How many steps and when is the keeper's
setting: no regulation says.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from saraban.errors import N_, AlarmsUnreadable
from saraban.rules.expected_reports import OWED, ExpectedState
from saraban.rules.office_days import OfficeDays

# No reminder is farther from its due day than that many office days, and no plan has more steps.
MOST_OFFSET = 60
MOST_STEPS = 8
# All days that a run or a plan needs to know lie within so many calendar days of today.
DAYS_AROUND = timedelta(days=2 * MOST_OFFSET + 31)
# Who is silent for so long after the due day will not be moved by one more mail.
WEEKLY_FOR = timedelta(weeks=12)
_ONE_DAY = timedelta(days=1)
_ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class AlarmPlan:
    """The reminders of a duty. offsets: office days from the due day, below 0 before it.

    escalate_after: office days after the due day on which the level above is told, once; None
    for never. is_weekly: told again each week, from a week after the last step on.
    """

    offsets: tuple[int, ...]
    escalate_after: int | None
    is_weekly: bool = False

    @property
    def last_offset(self) -> int:
        """From where the weeks are counted: the last step, or the due day if that is later."""
        return max((*self.offsets, 0))


USUAL = AlarmPlan((-3, 0, 1, 5), 5, is_weekly=True)


def plan_of(text: str) -> AlarmPlan:
    """The plan out of ReportDuty.alarms; the usual one for a blank. Raises AlarmsUnreadable."""
    if not text:
        return USUAL
    try:
        kept = json.loads(text)
        found = checked(kept.pop("offsets"), kept.pop("escalate_after"), kept.pop("weekly", False))
    except (ValueError, TypeError, KeyError) as broken:
        raise AlarmsUnreadable(field="offsets") from broken
    if kept:
        raise AlarmsUnreadable(field="offsets")
    return found


def plan_text(plan: AlarmPlan) -> str:
    """The plan as it is kept; blank for the usual one."""
    if plan == USUAL:
        return ""
    kept = {
        "offsets": list(plan.offsets),
        "escalate_after": plan.escalate_after,
        "weekly": plan.is_weekly,
    }
    return json.dumps(kept, separators=(",", ":"))


def checked(
    offsets: Iterable[int], escalate_after: int | None, is_weekly: bool = False
) -> AlarmPlan:
    """A plan with its steps in order, each once. Raises AlarmsUnreadable."""
    steps = tuple(sorted(set(offsets)))
    numbers = [*steps, *(() if escalate_after is None else (escalate_after,))]
    if (
        any(type(one) is not int or abs(one) > MOST_OFFSET for one in numbers)
        or len(steps) > MOST_STEPS
        or (escalate_after is not None and escalate_after < 1)
        or type(is_weekly) is not bool
    ):
        raise AlarmsUnreadable(field="offsets")
    return AlarmPlan(steps, escalate_after, is_weekly)


def day_of_step(due_on: date, offset: int, days: OfficeDays) -> date:
    """The day of one step. On a closed due day the reminder comes on the last open one before."""
    return days.open_on_or_before(due_on) if offset == 0 else days.after(due_on, offset)


def steps_ahead(
    plan: AlarmPlan, due_on: date, *, today: date, days: OfficeDays
) -> tuple[tuple[date, int], ...]:
    """(day, offset) of the steps that come after today, the nearest first."""
    all_steps = ((day_of_step(due_on, offset, days), offset) for offset in plan.offsets)
    return tuple(sorted(step for step in all_steps if step[0] > today))


def weekly_ahead(plan: AlarmPlan, due_on: date, *, today: date, days: OfficeDays) -> date | None:
    """The next weekly reminder after today of what was due then; None where none comes."""
    if not plan.is_weekly:
        return None
    begins = day_of_step(due_on, plan.last_offset, days) + _ONE_WEEK
    monday = max(_monday_of(begins + _ONE_WEEK - _ONE_DAY), _monday_of(today))
    while monday <= due_on + WEEKLY_FOR:
        first = days.open_on_or_after(monday)
        if today < first < monday + _ONE_WEEK:
            return first
        monday += _ONE_WEEK
    return None


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Reached:
    """Which steps of a plan have come by one day, told by due days.

    A step has come for every due day up to its own; so a whole country's due days are judged by
    comparing dates. steps: (offset, last due day for which it has come), the latest step first.
    weekly: the first and the last due day of what is told again this morning, None on others.
    """

    steps: tuple[tuple[int, date], ...]
    above_until: date | None
    weekly: tuple[date, date] | None = None

    def step_for(self, due_on: date) -> int | None:
        """The latest step that has come for a due day, None before the first."""
        return next((offset for offset, until in self.steps if due_on <= until), None)

    def tells_above(self, due_on: date) -> bool:
        """Whether the level above is to be told of what was due then."""
        return self.above_until is not None and due_on <= self.above_until

    def tells_again(self, due_on: date) -> bool:
        """Whether this is the morning of the week on which what was due then is told again."""
        return self.weekly is not None and self.weekly[0] <= due_on <= self.weekly[1]


def reached_by(plan: AlarmPlan, *, today: date, days: OfficeDays) -> Reached:
    """What has come by today, which need not be an open day."""
    steps = tuple((offset, _last_due_day(offset, today, days)) for offset in reversed(plan.offsets))
    after = plan.escalate_after
    return Reached(
        steps,
        None if after is None else _last_due_day(after, today, days),
        _told_again(plan, today, days),
    )


def _told_again(plan: AlarmPlan, today: date, days: OfficeDays) -> tuple[date, date] | None:
    monday = _monday_of(today)
    if not plan.is_weekly or days.open_on_or_after(monday) != today:
        return None
    return monday - WEEKLY_FOR, _last_due_day(plan.last_offset, monday - _ONE_WEEK, days)


def _last_due_day(offset: int, today: date, days: OfficeDays) -> date:
    """The last due day whose step has come: a later due day never has an earlier step."""
    due_on = today
    while day_of_step(due_on, offset, days) > today:
        due_on -= _ONE_DAY
    while day_of_step(due_on + _ONE_DAY, offset, days) <= today:
        due_on += _ONE_DAY
    return due_on


class NewsKind(StrEnum):
    """Why something is told today; each once."""

    ASKED = "asked"
    STEP = "step"
    WEEKLY = "weekly"
    RETURNED = "returned"
    ABOVE = "above"


THAI_NEWS = {
    NewsKind.ASKED: N_("แจ้งว่ามีงานใหม่"),
    NewsKind.STEP: N_("เตือนตามกำหนด"),
    NewsKind.WEEKLY: N_("เตือนซ้ำประจำสัปดาห์"),
    NewsKind.RETURNED: N_("แจ้งว่าถูกส่งคืนให้แก้ไข"),
    NewsKind.ABOVE: N_("แจ้งหน่วยเหนือว่าเลยกำหนด"),
}


def step_key(offset: int, due_on: date) -> str:
    """What makes a step told once: with another due day it is told anew."""
    return f"{offset:+d} {due_on.isoformat()}"


def weekly_key(today: date) -> str:
    """What makes a week's reminder told once."""
    return f"weekly {today.isoformat()}"


def returned_key(report_id: int) -> str:
    """The same of a version that was returned."""
    return f"returned {report_id}"


class Section(StrEnum):
    """Where a thing stands in a digest, in the order in which they stand."""

    RETURNED = "returned"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    ASKED = "asked"
    OPEN = "open"


THAI_SECTION = {
    Section.RETURNED: N_("ถูกส่งคืนให้แก้ไข"),
    Section.OVERDUE: N_("เลยกำหนดแล้ว"),
    Section.TODAY: N_("ครบกำหนดวันนี้"),
    Section.SOON: N_("ใกล้ครบกำหนด"),
    Section.ASKED: N_("ขอให้รายงานใหม่"),
    Section.OPEN: N_("ยังไม่รายงาน ไม่ได้กำหนดวัน"),
}
BELOW_WORDS = N_("หน่วยในความดูแลที่เลยกำหนด")


def section_of(
    state: int, due_on: date | None, *, step: int | None, is_new: bool, today: date
) -> Section | None:
    """Where an expected report stands in today's digest; None where there is nothing to tell.

    step: the latest one that has come. What is past its day, and what has none, is always told
    once a digest goes out, also on days without a step of its own.
    """
    if state not in OWED:
        return None
    if state == ExpectedState.RETURNED:
        return Section.RETURNED
    if due_on is not None and due_on < today:
        return Section.OVERDUE
    if due_on == today:
        return Section.TODAY
    if step is not None:
        return Section.SOON
    if is_new:
        return Section.ASKED
    return Section.OPEN if due_on is None else None
