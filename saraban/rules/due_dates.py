"""By when: the day a duty falls due, and why that day, so that it can be explained on a click.

Sources: Civil and Commercial Code, sections 193/3 (a period is counted from the next day, however
the letter puts it: นับจาก, นับแต่, นับถัดจาก), 193/5 (months end on the corresponding day) and 193/8
(a period whose last day is a holiday ends on the next working day). A fixed day is no period: it
stays where it was put unless the duty says otherwise. Holidays inside a period count, but for
วันทำการ.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.office_days import OfficeDays


class Roll(StrEnum):
    """What becomes of a due day on which offices are closed."""

    NONE = "none"
    FORWARD = "forward"
    BACK = "back"


class Span(StrEnum):
    """What is counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Anchor(StrEnum):
    """What a count begins at, or ends before."""

    RECEIPT = "receipt"
    LETTER = "letter"
    EVENT = "event"


@dataclass(frozen=True)
class FixedDay:
    """ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕: that day is the last one, until the end of office hours."""

    on: date


@dataclass(frozen=True)
class Counted:
    """ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ; a negative count goes back from an event."""

    count: int
    span: Span
    anchor: Anchor


class Reason(StrEnum):
    """A step on the way to a due day; its words stand in THAI_REASON."""

    FIXED = "fixed"
    FROM_NEXT_DAY = "from_next_day"
    BACK_FROM_EVENT = "back_from_event"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    SHORT_MONTH = "short_month"
    PATTERN = "pattern"
    BY_HAND = "by_hand"
    MOVED_FORWARD = "moved_forward"
    MOVED_BACK = "moved_back"
    STAYS_CLOSED = "stays_closed"


THAI_REASON = {
    Reason.FIXED: N_("หนังสือกำหนดวันไว้ตายตัว ถึงสิ้นเวลาราชการของวันนั้น"),
    Reason.FROM_NEXT_DAY: N_("เริ่มนับหนึ่งในวันถัดจาก %(anchor)s (ป.พ.พ. มาตรา ๑๙๓/๓)"),
    Reason.BACK_FROM_EVENT: N_("นับถอยหลังจาก %(anchor)s ไม่รวมวันนั้น"),
    Reason.CALENDAR_DAYS: N_("นับ %(count)s วันตามปฏิทิน วันหยุดที่อยู่ระหว่างนั้นนับด้วย"),
    Reason.WORKING_DAYS: N_("นับ %(count)s วันทำการ ไม่นับวันหยุด %(closed)s วัน"),
    Reason.MONTHS: N_("นับ %(count)s เดือน ถึงวันก่อนหน้าวันที่ตรงกัน (ป.พ.พ. มาตรา ๑๙๓/๕)"),
    Reason.SHORT_MONTH: N_("เดือนสุดท้ายไม่มีวันที่ตรงกัน จึงครบในวันสุดท้ายของเดือน (ป.พ.พ. มาตรา ๑๙๓/๕)"),
    Reason.PATTERN: N_("ตามรอบที่กำหนดไว้ในหนังสือ"),
    Reason.BY_HAND: N_("แก้วันด้วยมือ"),
    Reason.MOVED_FORWARD: N_("%(day)s เป็น%(why)s จึงเลื่อนไปวันทำการถัดไป (ป.พ.พ. มาตรา ๑๙๓/๘)"),
    Reason.MOVED_BACK: N_("%(day)s เป็น%(why)s จึงเลื่อนมาวันทำการก่อนหน้า"),
    Reason.STAYS_CLOSED: N_("%(day)s เป็น%(why)s แต่วันที่กำหนดไว้ตายตัวไม่เลื่อนเอง"),
}


@dataclass(frozen=True)
class Step:
    """One reason with its facts: days as days, counts as whole numbers, names as they are."""

    reason: Reason
    facts: dict[str, date | int | str]


@dataclass(frozen=True)
class DueDay:
    """A due day and how it was found. closed: the days that working days passed over."""

    on: date
    steps: tuple[Step, ...]
    closed: tuple[tuple[date, str], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether it stayed on a day without an office: worth a warning."""
        return any(step.reason is Reason.STAYS_CLOSED for step in self.steps)


def usual_roll(when: FixedDay | Counted) -> Roll:
    """What the law does with a last day that is a holiday, where the duty itself says nothing.

    A count backwards must leave the whole of its days before the event, so it moves back.
    """
    if isinstance(when, FixedDay):
        return Roll.NONE
    return Roll.FORWARD if when.count >= 0 else Roll.BACK


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
        found = DueDay(when.on, (Step(Reason.FIXED, {}),))
    else:
        assert anchored_on is not None, "a count begins somewhere"
        found = _counted(when, anchored_on, days)
    return rolled(found, days=days, roll=usual_roll(when) if roll is None else roll)


def rolled(found: DueDay, *, days: OfficeDays, roll: Roll) -> DueDay:
    """The due day moved off a closed day as `roll` says, the move among its steps."""
    if days.is_open(found.on):
        return found
    facts: dict[str, date | int | str] = {"day": found.on, "why": days.why_closed(found.on)}
    if roll is Roll.NONE:
        return replace(found, steps=(*found.steps, Step(Reason.STAYS_CLOSED, facts)))
    if roll is Roll.FORWARD:
        moved, reason = days.open_on_or_after(found.on), Reason.MOVED_FORWARD
    else:
        moved, reason = days.open_on_or_before(found.on), Reason.MOVED_BACK
    return replace(found, on=moved, steps=(*found.steps, Step(reason, facts)))


def _counted(when: Counted, start: date, days: OfficeDays) -> DueDay:
    is_back = when.count < 0
    begin = Step(Reason.BACK_FROM_EVENT if is_back else Reason.FROM_NEXT_DAY, {"anchor": start})
    count: dict[str, date | int | str] = {"count": abs(when.count)}
    if when.span is Span.WORKING_DAYS:
        on = days.after(start, when.count)
        first, last = (on, start - timedelta(days=1)) if is_back else (start, on)
        closed = days.closed_between(first, last)
        facts = count | {"closed": len(closed)}
        return DueDay(on, (begin, Step(Reason.WORKING_DAYS, facts)), closed)
    if when.span is Span.MONTHS:
        on, is_short = _months_after(start, when.count)
        steps: tuple[Step, ...] = (begin, Step(Reason.MONTHS, count))
        if is_short:
            steps = (*steps, Step(Reason.SHORT_MONTH, {}))
        return DueDay(on, steps)
    each = 7 if when.span is Span.WEEKS else 1
    facts = {"count": abs(when.count) * each}
    on = start + timedelta(days=when.count * each)
    return DueDay(on, (begin, Step(Reason.CALENDAR_DAYS, facts)))


def _months_after(start: date, count: int) -> tuple[date, bool]:
    """The day of that number so many months on, or the month's last where it has none.

    Counting begins on the day after `start`, and the period ends on the day before the one that
    corresponds to that first day: which is the day that bears the number of `start`.
    """
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)), start.day > last
