"""Office holidays out of a list in CSV, and what is odd about the day of a number."""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import N_, ImportRefused, SarabanError
from saraban.thai.dates import parse_date
from saraban.thai.text import clean_line

MOST_LINES = 2000
MOST_NAME = 160
SATURDAY = 5


@dataclass(frozen=True)
class HolidayRow:
    """One day of a list, with the name it has there."""

    day: date
    name_th: str


class DayOddity(StrEnum):
    """What a clerk is told of a day before its number is given; none of it forbids anything."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    OUT_OF_ORDER = "out_of_order"


def read_holiday_rows(text: str) -> list[HolidayRow]:
    """Day and name of each line: `วันที่,ชื่อวันหยุด`, with or without a heading line.

    The day in any form that Thai offices write, or 2026-04-13. Blank lines are passed over; a
    day that stands twice keeps its first name. Raises ImportRefused, which names the line.
    """
    rows: dict[date, HolidayRow] = {}
    for line, cells in enumerate(csv.reader(text.lstrip("\ufeff").splitlines()), start=1):
        if not any(cell.strip() for cell in cells):
            continue
        if line > MOST_LINES:
            raise ImportRefused(line=line, reason=N_("รายการยาวเกินไป"))
        try:
            day = _day(cells[0])
        except SarabanError:
            if not rows and line == 1:
                continue  # the heading
            raise ImportRefused(line=line, reason=N_("อ่านวันที่ไม่ออก")) from None
        name = clean_line(cells[1]) if len(cells) > 1 else ""
        if not name or len(name) > MOST_NAME:
            raise ImportRefused(line=line, reason=N_("ไม่มีชื่อวันหยุด หรือชื่อยาวเกินไป"))
        rows.setdefault(day, HolidayRow(day, name))
    if not rows:
        raise ImportRefused(line=1, reason=N_("ไม่พบวันหยุดเลย"))
    return list(rows.values())


def oddities(
    day: date, *, is_holiday: bool, before_on: date | None, after_on: date | None = None
) -> tuple[DayOddity, ...]:
    """What is odd about giving a number on this day.

    before_on is the day of the number before it, after_on that of the one after it, where the
    number is not the next one. Source: unconfirmed; inspectors ask about such numbers.
    """
    odd = []
    if is_holiday:
        odd.append(DayOddity.HOLIDAY)
    elif day.weekday() >= SATURDAY:
        odd.append(DayOddity.WEEKEND)
    is_too_early = before_on is not None and day < before_on
    is_too_late = after_on is not None and day > after_on
    if is_too_early or is_too_late:
        odd.append(DayOddity.OUT_OF_ORDER)
    return tuple(odd)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return parse_date(text)
