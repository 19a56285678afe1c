"""From a letter's own words to a proposed "by when": to be looked at and ticked, never taken.

The reader (`letter_reading.deadlines`) tells what stands there; here it becomes what the rules
count with. Where the words leave something open (which month a report on the fifth is about, from
when seven days run) the usual reading is proposed and marked as unsure.
"""

import re
from dataclasses import dataclass
from datetime import date

from saraban.errors import WhenUnreadable
from saraban.rules.letter_reading.draft import Deadline
from saraban.rules.letter_reading.duties.deadlines import deadlines_in
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.rules.when_text import checked
from saraban.rules.whens import (
    Anchor,
    Counted,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Roll,
    Soon,
    Span,
    Standing,
    When,
)

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = "MO,TU,WE,TH,FR"
_FRIDAY = 4
_LONGEST_EVENT = 120
_SPAN_OF_MONTHS = {3: Every.QUARTER, 6: Every.HALF_YEAR}
# What is due in a month's first half is mostly about the month before. Source: unconfirmed.
_FIRST_HALF = 15
_ROLL_BACK = tones_optional(r"หรือวันทำการก่อน|เลื่อนมาเป็นวันทำการก่อน")
_ROLL_FORWARD = tones_optional(r"วันทำการถัดไป|วันเปิดทำการถัดไป")
_RECEIVED = tones_optional(r"ได้รับ(?:หนังสือ|แจ้ง|ทราบ)?")
_DATED = tones_optional(r"ลงใน|ของ(?:หนังสือ|ฉบับ)|ออกหนังสือ|ในหนังสือ|หนังสือฉบับ")
_AHEAD = tones_optional(r"ก่อน(?P<event>(?:วัน)?[ก-๎]{2,40})?|ล่วงหน้า")
_ON_EVENT = tones_optional(r"ทุกครั้งที่(?:เกิด|มี)|(?:เมื่อ|กรณี(?:ที่)?)เกิดเหตุ|ก่อนเกิดเหตุ[ก-๎ ]{0,6}ขณะเกิดเหตุ")
_STANDING = tones_optional(
    r"จนกว่าจะมี(?:คำสั่ง|หนังสือ|การ)?[ก-๎ ]{0,20}(?:เปลี่ยนแปลง|ยกเลิก)|ถือปฏิบัติ(?:ต่อไป|อย่างเคร่งครัด)"
)
_SOON = tones_optional(r"โดยด่วน(?:ที่สุด)?|โดยเร็ว(?:ที่สุด)?|ทันที|ในโอกาสแรก")


@dataclass(frozen=True)
class ProposedWhen:
    """A "by when" out of a letter's words. text is as printed; roll what it says of holidays.

    is_sure: the words leave nothing open.
    """

    when: When
    text: str
    roll: str = ""
    is_sure: bool = True


def proposed_in(text: str, *, letter_day: date | None, starts_on: date) -> tuple[ProposedWhen, ...]:
    """Every "by when" that a paragraph says, in its order; what has no day only where none has.

    letter_day gives the year to days without one; rounds begin on starts_on.
    """
    found = (
        proposed(one.deadline, starts_on=starts_on)
        for one in deadlines_in(text, letter_day=letter_day)
    )
    dated = tuple(one for one in found if one is not None)
    return dated or _undated(text)


def proposed(deadline: Deadline, *, starts_on: date) -> ProposedWhen | None:
    """What one deadline of the reader means; None where the rules have no such "by when"."""
    said = deadline.text
    roll = str(Roll.BACK if _ROLL_BACK.search(said) else "")
    if not roll and _ROLL_FORWARD.search(said):
        roll = str(Roll.FORWARD)
    if deadline.due_on is not None:
        return ProposedWhen(FixedDay(deadline.due_on), said, roll)
    found: When | None
    if deadline.rrule is None:
        found, is_sure = _counted(deadline)
    else:
        found, is_sure = _round(deadline.rrule, said, starts_on) or (None, False)
    if found is None:
        return None
    try:
        return ProposedWhen(checked(found), said, roll, is_sure)
    except WhenUnreadable:
        return None  # a thousand days: whoever reads it says what is meant


def _undated(text: str) -> tuple[ProposedWhen, ...]:
    for pattern, when in ((_ON_EVENT, OnEvent()), (_STANDING, Standing()), (_SOON, Soon())):
        if found := pattern.search(text):
            return (ProposedWhen(when, found[0]),)
    return ()


def _counted(deadline: Deadline) -> tuple[Counted | None, bool]:
    count = deadline.working_days or deadline.days
    if not count:
        return None, False
    span, said = Span.DAYS, toneless(deadline.text)
    if deadline.working_days:
        span = Span.WORKING_DAYS
    elif "เดือน" in said:  # the reader tells months and weeks in days
        span, count = Span.MONTHS, count // 30
    elif toneless("สัปดาห์") in said:
        span, count = Span.WEEKS, count // 7
    anchor = deadline.anchor or ""
    ahead = _AHEAD.search(deadline.text)
    if ahead:
        event = (ahead["event"] or "").removesuffix("ไม่น้อยกว่า").removesuffix("อย่างน้อย").strip()
        return Counted(-count, span, Anchor.EVENT, event=event[:_LONGEST_EVENT]), bool(event)
    if _RECEIVED.search(anchor):
        return Counted(count, span, Anchor.RECEIPT), True
    if _DATED.search(anchor):
        return Counted(count, span, Anchor.LETTER), True
    if anchor:
        event = anchor if anchor.startswith("วัน") else f"วันที่{anchor}"
        return Counted(count, span, Anchor.EVENT, event=event[:_LONGEST_EVENT]), True
    return Counted(count, span, Anchor.RECEIPT), False


def _round(rrule: str, said: str, starts_on: date) -> tuple[Recurring, bool] | None:
    """The round of an RFC 5545 rule as the reader writes them, and whether it is sure."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    words, byday = toneless(said), parts.get("BYDAY", "")
    is_next = toneless("ถัดไป") in words or toneless("ถัดจาก") in words
    frequency = parts["FREQ"]
    interval = int(parts.get("INTERVAL", 1))
    if frequency == "DAILY":
        return Recurring(Every.DAY, starts_on, interval=interval), True
    if frequency == "WEEKLY":
        weekdays = tuple(_WEEKDAYS.index(day) for day in byday.split(",") if day)
        after = int(is_next and toneless("สัปดาห์") in words)
        weekly = Recurring(
            Every.WEEK, starts_on, weekdays=weekdays or (_FRIDAY,), after=after, interval=interval
        )
        return weekly, bool(weekdays)
    if frequency == "YEARLY":
        month = int(parts.get("BYMONTH", 12))
        day = MonthDay(int(parts.get("BYMONTHDAY", -1)))
        # Due in a month of the year after the one that is reported, but for December.
        return Recurring(Every.YEAR, starts_on, days=(day,), after=month % 12), False
    if frequency != "MONTHLY":
        return None
    every = _SPAN_OF_MONTHS.get(interval, Every.MONTH)
    interval = interval if every is Every.MONTH else 1
    days, is_told = _days_of_month(parts, byday)
    if is_next or (every is Every.QUARTER and "เดือนแรก" in words):
        return Recurring(every, starts_on, days=days, after=1, interval=interval), is_told
    is_early = all(day.weekday is None and 0 < day.place <= _FIRST_HALF for day in days)
    is_end = all(day.place == -1 for day in days)
    is_sure = is_told and is_end
    return Recurring(every, starts_on, days=days, after=int(is_early), interval=interval), is_sure


def _days_of_month(parts: dict[str, str], byday: str) -> tuple[tuple[MonthDay, ...], bool]:
    if byday == _WORKDAYS:
        return (MonthDay(int(parts["BYSETPOS"]), is_office_day=True),), True
    if places := re.findall(r"(-?\d)([A-Z]{2})", byday):
        return tuple(MonthDay(int(place), _WEEKDAYS.index(day)) for place, day in places), True
    if "BYMONTHDAY" in parts:
        return tuple(MonthDay(int(day)) for day in parts["BYMONTHDAY"].split(",")), True
    return (MonthDay(-1),), False
