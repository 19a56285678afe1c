"""The letter's number where the letter tells it twice and a figure of the first was misread.

OCR takes ๔, ๘ and ๙ for ๕, ๖ for ๒ or ๐, ๗ for ๓. Under its heading a letter names itself again,
over its annex (แนบหนังสือ… ที่ กษ ๐๘๐๙.๒/ว ๘๑๗) or where it says what to cite in the answer: a
number that differs in nothing but such figures is the one that was meant. What was printed stays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from saraban.rules.letter_reading.draft import LetterDraft, NumberParts
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import number_at
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.thai.digits import to_arabic

_TOLD = re.compile(r"(?:ที่?|ท) ?(?=[ก-ฮ]{2,4}\.? ?\(?[0-9๐-๙])")
_DATED = re.compile(r" ?ลง ?(?:วันที่?)? ?")
# A figure as it is read, and the figures it may have been.
_MISREAD = {"5": "489", "2": "6", "0": "6", "3": "7"}


def with_number_put_right(draft: LetterDraft, lines: Sequence[Line]) -> bool:
    """Give the draft the number that it tells again without misread figures; whether it does."""
    if draft.number is None:
        return False
    meant = {
        told.normalized: told
        for told in _numbers_told(lines, draft.dated_on)
        if _was_misread(to_arabic(draft.number.normalized), to_arabic(told.normalized))
    }
    if len(meant) != 1:
        return False
    (only,) = meant.values()
    draft.number = replace(only, raw=draft.number.raw)
    return True


def _numbers_told(lines: Sequence[Line], letter_day: date | None) -> list[NumberParts]:
    """Every number on the lines but those of letters of another day."""
    found: list[NumberParts] = []
    for line in lines:
        for word in _TOLD.finditer(line.text):
            number = number_at(line.text, word.end())
            if number is None:
                continue
            behind = _DATED.match(line.text, number.end)
            days = dates_in(line.text[behind.end() :]) if behind else []
            if not behind or (days and days[0].day == letter_day):
                found.append(number.parts)
    return found


def _was_misread(printed: str, told: str) -> bool:
    """Whether the two differ, and in nothing but figures that are read for one another."""
    return (
        len(printed) == len(told)
        and printed != told
        and all(
            one == other or other in _MISREAD.get(one, "")
            for one, other in zip(printed, told, strict=True)
        )
    )
