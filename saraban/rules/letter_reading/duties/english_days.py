"""Days by which a letter in English asks that its own words tell: within 30 days of receipt."""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.draft import Deadline
from saraban.rules.letter_reading.duties.months_in_text import InMonth
from saraban.rules.letter_reading.lines.dates_in_text import last_day, month_number
from saraban.thai.dates import BE_OFFSET

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "fourteen": 14,
    "fifteen": 15, "thirty": 30, "sixty": 60,
}  # fmt: skip
_WITHIN = re.compile(
    r"\bwithin (?:a period of )?(?P<count>[0-9]{1,3}|" + "|".join(_COUNTS) + r")"
    r"(?: ?\([0-9a-z]+\))? (?P<kind>working |business |calendar )?days?"
    r"(?: (?:of|from|after|following|upon) (?P<anchor>(?:the )?[a-z]+(?: of [a-z]+(?: [a-z]+)?)?))?"
)
_END_OF = re.compile(
    r"\b(?:by|before|no later than) (?:the )?end of (?P<month>[A-Z][a-z]{2,8})\.?,?"
    r" (?P<year>(?:2[45]|20)[0-9]{2})"
)
_BUDDHIST_ERA = 2400


def in_english(line: str) -> Iterator[InMonth]:
    """The deadlines of a line that are told in English and by no day of their own."""
    for found in _WITHIN.finditer(line):
        count = _COUNTS.get(found["count"]) or int(found["count"])
        is_working = (found["kind"] or "").strip() in ("working", "business")
        deadline = Deadline(
            "",
            "relative",
            days=None if is_working else count,
            working_days=count if is_working else None,
            anchor=found["anchor"],
        )
        yield deadline, *found.span(), True
    for found in _END_OF.finditer(line):
        year = int(found["year"])
        month = month_number(found["month"])
        if month:
            day = last_day(year - BE_OFFSET if year > _BUDDHIST_ERA else year, month)
            yield Deadline("", "absolute", day), *found.span(), True
