"""Months as programs that read scans misprint them beside a day and a year, spelt out again.

Only where one month alone is near: what could be two stays as it was read.
"""

import re
from difflib import SequenceMatcher

from saraban.rules.letter_reading.lines.dates_in_text import month_number
from saraban.rules.letter_reading.stamps.stamp_days import FULL_MONTHS, full_month_like

_SHORT_NAMES = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_SHORTENED = re.compile(
    r"(?<![0-9๐-๙])(?P<day>[0-9๐-๙]{1,2}) ?(?P<month>[ก-๎.]{3,7}) ?"
    r"(?P<year>(?:[2๒][5๕])?[0-9๐-๙]{2})(?![0-9๐-๙])"
)
_LIKE_A_MONTH = 0.7
_APART = 0.1
# Nothing but a day stands on the line, as under the number of a letter.
_DAY_ALONE = re.compile(
    r"^(?P<day>[0-9๐-๙]{1,2}) ?(?P<month>[ก-๎]{6,13}) ?(?P<year>[2๒][5๕][0-9๐-๙]{2})$"
)


def with_month_spelt(cell: str) -> str:
    """The text of a cell with the months of its days put right."""
    return _DAY_ALONE.sub(_with_full_month, _SHORTENED.sub(_with_short_month, cell))


def _with_full_month(day: re.Match[str]) -> str:
    """A day alone whose month is more like one month than like any other: ๑ จงั้นว่าคม ๒๕๕๗."""
    month = full_month_like(day["month"])
    if month is None or month_number(day["month"]) is not None:
        return day[0]
    return f"{day['day']} {FULL_MONTHS[month - 1]} {day['year']}"


def _with_short_month(day: re.Match[str]) -> str:
    """A day whose shortened month is a letter away from one short month and from no other."""
    scored = sorted(
        ((SequenceMatcher(None, day["month"], short).ratio(), short) for short in _SHORT_NAMES),
        reverse=True,
    )
    (best, name), (second, _) = scored[:2]
    if day["month"] in _SHORT_NAMES or best < _LIKE_A_MONTH or best - second < _APART:
        return day[0]
    return f"{day['day']} {name} {day['year']}"
