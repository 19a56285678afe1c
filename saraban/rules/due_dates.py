"""The day a duty falls due, and why that day, so that it can be explained on a click.

Sources: Civil and Commercial Code, sections 193/3 (a period is counted from the next day, however
the letter puts it: นับจาก, นับแต่, นับถัดจาก), 193/5 (weeks, months and years end on the day before
the corresponding one) and 193/8 (a period whose last day is a holiday ends on the next working
day). A fixed day is no period: it stays where it was put unless the duty says otherwise. Holidays
inside a period count, but for วันทำการ.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.office_days import OfficeDays
from saraban.rules.whens import (
    Anchor as Anchor,
    Counted as Counted,
    FixedDay as FixedDay,
    Recurring,
    Roll as Roll,
    Span as Span,
    When as When,
)

# Source: unconfirmed (practice of all offices: 08.30 to 16.30); section 193/4 of the Code has the
# day of official matters end with them.
OFFICE_CLOSES_AT = time(16, 30)
_ONE_DAY = timedelta(days=1)


class Reason(StrEnum):
    """A step on the way to a due day; its words stand in THAI_REASON."""

    FIXED = "fixed"
    FROM_NEXT_DAY = "from_next_day"
    BACK_FROM_EVENT = "back_from_event"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    MONTHS_BACK = "months_back"
    SHORT_MONTH = "short_month"
    PATTERN = "pattern"
    BY_HAND = "by_hand"
    EXTENDED = "extended"
    MOVED_FORWARD = "moved_forward"
    MOVED_BACK = "moved_back"
    STAYS_CLOSED = "stays_closed"


THAI_REASON = {
    Reason.FIXED: N_("หนังสือกำหนดวันไว้ตายตัว คือ %(day)s"),
    Reason.FROM_NEXT_DAY: N_("เริ่มนับหนึ่งในวันถัดจาก %(anchor)s (ป.พ.พ. มาตรา ๑๙๓/๓)"),
    Reason.BACK_FROM_EVENT: N_("นับถอยหลังจาก %(anchor)s ไม่รวมวันนั้น"),
    Reason.CALENDAR_DAYS: N_("นับ %(count)s วันตามปฏิทิน วันหยุดที่อยู่ระหว่างนั้นนับด้วย"),
    Reason.WORKING_DAYS: N_("นับ %(count)s วันทำการ ไม่นับวันหยุด %(closed)s วัน"),
    Reason.WEEKS: N_("นับ %(count)s สัปดาห์ (ป.พ.พ. มาตรา ๑๙๓/๕) วันหยุดที่อยู่ระหว่างนั้นนับด้วย"),
    Reason.MONTHS: N_("นับ %(count)s เดือน ถึงวันก่อนหน้าวันที่ตรงกับวันเริ่มนับ (ป.พ.พ. มาตรา ๑๙๓/๕)"),
    Reason.MONTHS_BACK: N_("นับถอยหลัง %(count)s เดือน ถึงวันที่มีเลขวันตรงกัน"),
    Reason.SHORT_MONTH: N_("เดือนสุดท้ายไม่มีวันที่ตรงกัน จึงครบในวันสุดท้ายของเดือน (ป.พ.พ. มาตรา ๑๙๓/๕)"),
    Reason.PATTERN: N_("ตามรอบที่กำหนดไว้ ตรงกับ %(day)s"),
    Reason.BY_HAND: N_("แก้วันด้วยมือ: %(why)s"),
    Reason.EXTENDED: N_("ขยายเวลาให้ถึง %(day)s: %(why)s"),
    Reason.MOVED_FORWARD: N_("%(day)s เป็น%(why)s จึงเลื่อนไปวันทำการถัดไป (ป.พ.พ. มาตรา ๑๙๓/๘)"),
    Reason.MOVED_BACK: N_("%(day)s เป็น%(why)s จึงเลื่อนมาวันทำการก่อนหน้า"),
    Reason.STAYS_CLOSED: N_("%(day)s เป็น%(why)s แต่วันที่กำหนดไว้ตายตัวไม่เลื่อนเอง"),
}

# A day that a person set or granted follows from nothing, and no holiday moves it.
OF_PERSONS = frozenset({Reason.BY_HAND, Reason.EXTENDED})

Fact = date | int | str


@dataclass(frozen=True)
class Step:
    """One reason with its facts: days as days, counts as whole numbers, names as they are."""

    reason: Reason
    facts: dict[str, Fact]


@dataclass(frozen=True)
class DueDay:
    """A due day and how it was found.

    closed: the days without an office that were passed over, by counting or by moving, each with
    why.
    """

    on: date
    steps: tuple[Step, ...]
    closed: tuple[tuple[date, str], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether it stayed on a day without an office: worth a warning."""
        return any(step.reason is Reason.STAYS_CLOSED for step in self.steps)


def usual_roll(when: When) -> Roll:
    """What the law does with a last day that is a holiday, where the duty itself says nothing.

    Section 193/8 is of periods only, so a fixed day and each day of a round stay. A count
    backwards must leave the whole of its days before the event, so it moves back.
    """
    if not isinstance(when, Counted):
        return Roll.NONE
    return Roll.FORWARD if when.count >= 0 else Roll.BACK


def roll_of(when: When, said: str) -> Roll:
    """What the duty says of a closed day, else what the law does."""
    return Roll(said) if said else usual_roll(when)


def due_day(
    when: FixedDay | Counted,
    *,
    anchored_on: date | None = None,
    days: OfficeDays,
    roll: Roll | None = None,
) -> DueDay:
    """The last day on which the duty is done in time.

    anchored_on: the day the count begins at, which itself is not counted; not asked of a fixed
    day. roll: what the duty says of a closed day, else what the law does.
    """
    if isinstance(when, FixedDay):
        found = DueDay(when.on, (Step(Reason.FIXED, {"day": when.on}),))
    else:
        assert anchored_on is not None, "a count begins somewhere"
        found = _counted(when, anchored_on, days)
    return rolled(found, days=days, roll=usual_roll(when) if roll is None else roll)


def rolled(found: DueDay, *, days: OfficeDays, roll: Roll) -> DueDay:
    """The due day moved off a closed day as `roll` says, the move among its steps."""
    if days.is_open(found.on):
        return found
    facts: dict[str, Fact] = {"day": found.on, "why": days.why_closed(found.on)}
    if roll is Roll.NONE:
        return replace(found, steps=(*found.steps, Step(Reason.STAYS_CLOSED, facts)))
    if roll is Roll.FORWARD:
        moved, reason = days.open_on_or_after(found.on), Reason.MOVED_FORWARD
        passed = days.closed_between(found.on - _ONE_DAY, moved)
    else:
        moved, reason = days.open_on_or_before(found.on), Reason.MOVED_BACK
        passed = days.closed_between(moved, found.on)
    steps = (*found.steps, Step(reason, facts))
    return DueDay(moved, steps, tuple(sorted({*found.closed, *passed})))


def patterned(day: date, *, days: OfficeDays, roll: Roll) -> DueDay:
    """The due day of one occurrence of a round, whose rule says that day."""
    return rolled(DueDay(day, (Step(Reason.PATTERN, {"day": day}),)), days=days, roll=roll)


def by_hand(day: date, *, reason: str, before: DueDay | None = None) -> DueDay:
    """A day that a person chose; it never moves by itself.

    before is the day that it takes the place of: which day of the round it was stays told.
    """
    of_round = [step for step in (before.steps if before else ()) if step.reason is Reason.PATTERN]
    return DueDay(day, (*of_round, Step(Reason.BY_HAND, {"day": day, "why": reason})))


def extended(day: date, *, reason: str) -> DueDay:
    """A later day that the keeper granted one unit; it never moves by itself either."""
    return DueDay(day, (Step(Reason.EXTENDED, {"day": day, "why": reason}),))


def too_late_at(due_on: date, *, is_until_office_hours: bool) -> datetime:
    """The first instant that is too late, aware, in Asia/Bangkok.

    Source: Civil and Commercial Code, section 193/4: a day of official matters is its office
    hours; a duty may take the whole day instead.
    """
    if is_until_office_hours:
        return datetime.combine(due_on, OFFICE_CLOSES_AT, OFFICIAL_ZONE) + timedelta(minutes=1)
    return datetime.combine(due_on + _ONE_DAY, time(), OFFICIAL_ZONE)


def is_recurring(when: When) -> bool:
    """Whether the duty has a round of periods, made ahead."""
    return isinstance(when, Recurring)


def _counted(when: Counted, start: date, days: OfficeDays) -> DueDay:
    is_back = when.count < 0
    begin = Step(Reason.BACK_FROM_EVENT if is_back else Reason.FROM_NEXT_DAY, {"anchor": start})
    count: dict[str, Fact] = {"count": abs(when.count)}
    if when.span is Span.WORKING_DAYS:
        on = days.after(start, when.count)
        first, last = (on, start - _ONE_DAY) if is_back else (start, on)
        closed = days.closed_between(first, last)
        facts = count | {"closed": len(closed)}
        return DueDay(on, (begin, Step(Reason.WORKING_DAYS, facts)), closed)
    if when.span is Span.MONTHS:
        on, is_short = _months_after(start, when.count)
        steps: tuple[Step, ...] = (
            begin,
            Step(Reason.MONTHS_BACK if is_back else Reason.MONTHS, count),
        )
        if is_short:
            steps = (*steps, Step(Reason.SHORT_MONTH, {}))
        return DueDay(on, steps)
    is_weeks = when.span is Span.WEEKS
    on = start + timedelta(days=when.count * (7 if is_weeks else 1))
    reason = Reason.WEEKS if is_weeks else Reason.CALENDAR_DAYS
    return DueDay(on, (begin, Step(reason, count)))


def _months_after(start: date, count: int) -> tuple[date, bool]:
    """The last day of a period of so many months, and whether its last month was too short.

    The period begins on the day after `start` (section 193/3) and ends on the day before the one
    that corresponds to that first day, or on the month's last where it has none (section 193/5):
    one month from 28 February ends on 31 March, from 30 January on the last of February. Of months
    back from an event the law says nothing; they end on the day that bears the event's number.
    """
    first = start + _ONE_DAY if count > 0 else start
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    last = monthrange(year, month + 1)[1]
    if first.day > last:
        return date(year, month + 1, last), True
    corresponding = date(year, month + 1, first.day)
    return corresponding - _ONE_DAY if count > 0 else corresponding, False
