"""The month between a day and a year, where the page reader spelt another word than our own reader.

Tesseract's words are the better ones but where a face is strange to it: จงั้นวาคม. Between the
figures of a day and of a year nothing but a month can stand, and our reader knows no words: when
the letters that it saw are a month, it is one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from saraban.paper.scans.line_signs import LineSign
from saraban.rules.letter_reading.lines.toneless import toneless
from saraban.rules.letter_reading.stamps.stamp_days import FULL_MONTHS

_MONTHS = {toneless(month): month for month in FULL_MONTHS}
_DATE = re.compile(r"[0-9๐-๙] ?(?P<month>[ก-๎]{5,12}) ?(?=[2๒][5๕][0-9๐-๙]{2})")


def with_months(theirs: Sequence[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    """Tesseract's signs, with the month that our letters tell where its letters tell none."""
    signs = list(theirs)
    pieces = [f"{' ' if sign.is_after_blank else ''}{sign.text}" for sign in ours]
    ends = list(accumulate(map(len, pieces)))
    for found in reversed(list(_DATE.finditer("".join(pieces)))):
        month = _MONTHS.get(toneless(found["month"]))
        inside = [
            n for n, end in enumerate(ends) if found.start("month") < end <= found.end("month")
        ]
        if month is None or not inside or inside[0] == 0 or inside[-1] + 1 >= len(ours):
            continue
        left, right = ours[inside[0] - 1].right, ours[inside[-1] + 1].left
        over = [n for n, sign in enumerate(signs) if left < sign.middle < right]
        read = "".join(signs[n].text for n in over)
        if not over or over[-1] - over[0] + 1 != len(over) or toneless(read) in _MONTHS:
            continue
        letters = [replace(ours[n], source="ocr", rivals=()) for n in inside]
        letters[0] = replace(letters[0], is_after_blank=True)
        signs[over[0] : over[-1] + 1] = letters
        after = over[0] + len(letters)
        if after < len(signs):
            signs[after] = replace(signs[after], is_after_blank=True)
    return signs
