"""Days of a month as a person lists them: ๑, ๑๕ or ๑๕ และสิ้นเดือน."""

import re

from saraban.errors import DaysUnreadable
from saraban.thai.digits import to_arabic
from saraban.thai.text import clean_line

# The last day, as MonthDay.place has it.
LAST = -1
_LAST_WORDS = frozenset({"สิ้นเดือน", "วันสิ้นเดือน", "สุดท้าย", "วันสุดท้าย", "last"})
_BETWEEN = re.compile(r"[,;]|และ|\band\b|\s")


def read_days(text: str) -> tuple[int, ...]:
    """The places, each once and in order, the last day last; between 1 and 31, or LAST.

    Digits may be Thai; commas, blanks or และ stand between. Raises DaysUnreadable.
    """
    words = [word for word in _BETWEEN.split(to_arabic(clean_line(text))) if word]
    places = {_place(word, text) for word in words}
    return tuple(sorted(places, key=lambda place: (place == LAST, place)))


def _place(word: str, text: str) -> int:
    if word.lower() in _LAST_WORDS:
        return LAST
    if not re.fullmatch("[0-9]{1,2}", word) or not 1 <= int(word) <= 31:
        raise DaysUnreadable(text=text[:60])
    return int(word)
