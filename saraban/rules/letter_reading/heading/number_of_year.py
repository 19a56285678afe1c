"""A letter's number that ends in the letter's own year: ปทส. 0412/2566 of the year 2566.

Societies and companies number their letters anew each year and tell the year behind the number;
an office's code and a running number look the same, and only the day of the letter tells which.
"""

import re
from dataclasses import replace

from saraban.rules.letter_reading.draft import NumberParts
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.thai.dates import BE_OFFSET

# Codes of annex 1 have two letters: ทส 0412/2566 is a ministry's, whatever the year.
_PRIVATE = re.compile(r"[ก-ฮ](?:\.?[ก-ฮ]){2,4}")
_PADDED = re.compile("0[0-9]{3}")


def as_numbered_in_year(parts: NumberParts, anatomy: Anatomy) -> NumberParts:
    """The parts; what stands before the letter's own year is the running number."""
    is_private = _PRIVATE.fullmatch(parts.issuer_code or "") and _PADDED.fullmatch(
        parts.unit_code or ""
    )
    if not is_private or parts.is_circular or parts.running not in _years_of(anatomy):
        return parts
    return replace(parts, unit_code=None, running=parts.unit_code)


def _years_of(anatomy: Anatomy) -> set[str]:
    """The years of the days told in the heading, as a number ends in one."""
    days = (day for index in anatomy.heading for day in dates_in(anatomy.lines[index].text))
    return {str(day.day.year + BE_OFFSET) for day in days}
