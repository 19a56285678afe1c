"""Deadlines told by a month, a quarter, a year or "this month": ภายในสิ้นเดือนกันยายน."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from saraban.rules.letter_reading.draft import Deadline
from saraban.rules.letter_reading.duties.recurring_days import (
    MONTH_NAME,
    ORDINAL,
    WEEKDAY,
    ordinal_place,
    weekday_number,
)
from saraban.rules.letter_reading.lines.dates_in_text import last_day, month_number
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.thai.dates import BE_OFFSET
from saraban.thai.number_words import NUMBER_WORDS, number_in_words

# The deadline without its text, the characters it stands on, and whether it is plain.
InMonth = tuple[Deadline, int, int, bool]

# By a month or its last days: อย่างช้าสิ้นเดือนมีนาคม.
_AT_LATEST = (
    r"(?:อย่างช้า(?:ที่สุด)?(?:ไม่เกิน|ภายใน)?|ไม่ช้ากว่า|ไม่เกิน)"
    r"(?=\s?(?:ใน)?(?:เดือน|สิ้น|วันสิ้น|วันสุดท้าย|วันทำการ))(?:ใน)?"
)
_IN_MONTH = tones_optional(
    rf"(?:ภายใน|ก่อน(?=(?:วัน)?สิ้น)|{_AT_LATEST})\s?(?P<end>สิ้น|วันสิ้น|วันสุดท้ายของ|วันทำการสุดท้ายของ|วันทำการแรกของ|ต้น"
    rf"|กลาง)?\s?(?:เดือน)?\s?(?P<month>{MONTH_NAME})\s?(?:พ\.?ศ\.?\s?)?(?P<year>2[45][0-9]{{2}}"
    rf"|[4-9][0-9](?![0-9]))?(?P<every>\s?ของทุกปี|\s?ทุกปี)?"
)
_IN_QUARTER = tones_optional(
    r"ภายในไตรมาส(?:ที่)? ?(?P<quarter>[1-4]) ?(?:ของ)?ปี(?P<fiscal>งบประมาณ)? ?(?:พ\.?ศ\.?)?"
    r" ?(?P<year>2[45][0-9]{2})"
)
_IN_YEAR = tones_optional(
    r"(?:ภายใน|ก่อน(?=สิ้น))(?:สิ้น)?ปี(?P<fiscal>งบประมาณ)?\s?(?:พ\.?ศ\.?)?\s?(?P<year>2[45][0-9]{2})"
)
# By a year a plan has its goals, which nobody is asked to see to: กำหนดเป้าหมายให้เลิกใช้ถุงภายในปี ๒๕๗๐.
_GOAL = tones_optional(
    r"(?:(?:กำหนด|มี|วาง|ตั้ง)เป้าหมาย|ตั้งเป้า)(?:(?!ขอให้|โปรด|กรุณา|จึง|ดังนั้น).){0,200}$"
)
_IN_BUDGET_YEAR = tones_optional(
    r"(?:ภายใน|ก่อน(?=สิ้น))(?:สิ้น)?ปี(?P<fiscal>งบประมาณ)?(?:นี้|ปัจจุบัน)(?!ของ)"
)
_ON_WEEKDAY = tones_optional(
    rf"(?:ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า)\s?วัน(?P<weekday>{WEEKDAY})(?P<place>{ORDINAL})\s?ของเดือน\s?"
    rf"(?P<month>{MONTH_NAME})\s?(?:พ\.?ศ\.?\s?)?(?P<year>2[45][0-9]{{2}})"
)

# Where no day stands beside it: ภายในวันศุกร์นี้.
_THIS_WEEKDAY = tones_optional(
    rf"(?:ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า)วัน(?P<weekday>{WEEKDAY})(?:นี้|ที่จะถึง(?:นี้)?)"
    r"(?!\s?\(?(?:วัน)?(?:ที่)?\s?[0-9])"
)


def in_months(line: str, letter_day: date | None) -> Iterator[InMonth]:
    """The deadlines of a line in Arabic digits; letter_day gives the year to months without one."""
    for found in _IN_MONTH.finditer(line):
        month = month_number(found["month"])
        if month is None:
            continue
        if found["every"]:
            rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1"
            yield Deadline("", "recurring", rrule=rule), *found.span(), True
            continue
        year = _year(found["year"]) if found["year"] else None
        if year is None and letter_day:
            year = letter_day.year + (month < letter_day.month)
        if year is None:
            continue
        due = last_day(year, month)
        if found["end"] == "กลาง":
            due = date(year, month, 15)
        if toneless(found["end"] or "") == toneless("วันทำการสุดท้ายของ"):
            due -= timedelta(days=max(0, due.weekday() - 4))
        if toneless(found["end"] or "") == toneless("วันทำการแรกของ"):
            due = due.replace(day=1)
            due += timedelta(days=(7 - due.weekday()) % 7 if due.weekday() > 4 else 0)
        yield Deadline("", "absolute", due), *found.span(), True
    yield from _in_quarters(line)
    yield from _on_weekdays(line)
    for found in _IN_YEAR.finditer(line):
        if not found["fiscal"] and _GOAL.search(line[: found.start()]):
            continue
        year = int(found["year"]) - BE_OFFSET
        due = date(year, 9, 30) if found["fiscal"] else date(year, 12, 31)
        yield Deadline("", "absolute", due), *found.span(), True
    if letter_day:
        yield from _in_this_month(line, letter_day)
        for found in _IN_BUDGET_YEAR.finditer(line):
            yield (
                Deadline("", "absolute", _end_of_budget_year(letter_day)),
                *found.span(),
                False,
            )
        for found in re.finditer(r"ภายใน(?:สิ้น)?เดือน(?:นี้|ถัดไป|หน้า)(?!ของ)", line):
            month = letter_day.month + ("นี้" not in found[0])
            year = letter_day.year + (month > 12)
            due = last_day(year, (month - 1) % 12 + 1)
            yield Deadline("", "absolute", due), *found.span(), True


def _in_quarters(line: str) -> Iterator[InMonth]:
    """ภายในไตรมาสที่ ๑: of a budget year the first quarter is the calendar's last before it."""
    for found in _IN_QUARTER.finditer(line):
        month = int(found["quarter"]) * 3 - (3 if found["fiscal"] else 0)
        year = int(found["year"]) - BE_OFFSET - (month == 0)
        due = last_day(year, month or 12)
        yield Deadline("", "absolute", due), *found.span(), True


def _on_weekdays(line: str) -> Iterator[InMonth]:
    """ภายในวันศุกร์สุดท้ายของเดือนกรกฎาคม ๒๕๖๕, ภายในวันพุธแรกของเดือนตุลาคม ๒๕๖๕."""
    for found in _ON_WEEKDAY.finditer(line):
        month = month_number(found["month"])
        if month is None:
            continue
        weekday, place = weekday_number(found["weekday"]), ordinal_place(found["place"])
        end = last_day(_year(found["year"]), month)
        days = [end.replace(day=day) for day in range(1, end.day + 1)]
        due = [day for day in days if day.weekday() == weekday][place - (place > 0)]
        yield Deadline("", "absolute", due), *found.span(), True


def _end_of_budget_year(letter_day: date) -> date:
    """The 30 September on which the budget year of the day ends."""
    return date(letter_day.year + (letter_day.month > 9), 9, 30)


def _in_this_month(line: str, letter_day: date) -> Iterator[InMonth]:
    """ภายในวันที่ ๒๕ เดือนนี้, ภายในวันนี้: counted from the letter's own day."""
    shape = (
        rf"(?:ภายใน|ก่อน|ไม่เกิน)(?:วัน)?ที่ ?(?P<day>[0-9]{{1,2}}|{NUMBER_WORDS}) "
        r"(?:ของ)?เดือน(?P<which>นี้|เดียวกัน|หน้า)"
    )
    for found in re.finditer(r"(?:ภายใน|ก่อน)(?P<when>วันนี้|วันพรุ่งนี้)", line):
        due = letter_day + timedelta(days=found["when"] == "วันพรุ่งนี้")
        yield Deadline("", "absolute", due), *found.span(), False
    for found in _THIS_WEEKDAY.finditer(line):
        ahead = (weekday_number(found["weekday"]) - letter_day.weekday()) % 7
        yield Deadline("", "absolute", letter_day + timedelta(days=ahead)), *found.span(), False
    for found in re.finditer(shape, line):
        first = letter_day.replace(day=1)
        if found["which"] == "หน้า":
            first = last_day(first.year, first.month) + timedelta(days=1)
        day = int(found["day"]) if found["day"].isdigit() else number_in_words(found["day"])
        if not day or day > last_day(first.year, first.month).day:
            continue
        due = first.replace(day=day)
        yield Deadline("", "absolute", due), *found.span(), False


def _year(digits: str) -> int:
    return int(digits) - BE_OFFSET if len(digits) == 4 else 2500 + int(digits) - BE_OFFSET
