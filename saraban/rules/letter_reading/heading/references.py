"""What stands under อ้างถึง: letters and orders, and what else is cited there by its day.

An announcement, a contract or an approval is no letter where running text names it; under the
label whatever has a day is what the letter refers to.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from saraban.rules.letter_reading.draft import Citation
from saraban.rules.letter_reading.heading.citations import CitationFound, citations_in
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import number_at

_ITEM = re.compile(r"(?:^|(?<= ))(?:\(?[0-9๐-๙]{1,2}[.)] )?(?=(?:ประกาศ|สัญญา|ข้อตกลง|อนุมัติ|มติ)[ก-๎ ])")
_KIND = re.compile(r"(?P<kind>ประกาศ|สัญญา[ก-๎]*|ข้อตกลง|อนุมัติ|มติ)(?P<unit>[ก-๎. ]*)")
_UNIT_ENDS = re.compile(r" ?(?:เรื่อง|เลขที่|ที่ [0-9๐-๙ก-ฮ]|ลงวันที่|ลว)")
_DAY = re.compile(r"(?:ลงวันที่|ลง|ลว\.?) ?$")
_NUMBER = re.compile(r"(?:เลข)?ที่ ?")
_CONTRACT = "สัญญา"


def references_in(text: str) -> list[CitationFound]:
    """The citations of the field, from left to right."""
    letters = citations_in(text)
    others = [
        one
        for one in _others(text)
        if not any(one.start < letter.end and letter.start < one.end for letter in letters)
    ]
    return sorted([*letters, *others], key=lambda one: one.start)


def _others(text: str) -> Iterator[CitationFound]:
    starts = [found.end() for found in _ITEM.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        item = text[start:end]
        day = next((one for one in dates_in(item) if _DAY.search(item[: one.start])), None)
        kind = _KIND.match(item)
        if day is None or kind is None:
            continue
        number = _number_in(item[: day.start]) if kind["kind"].startswith(_CONTRACT) else None
        unit = _UNIT_ENDS.split(kind["unit"])[0].strip(" ")
        issuer = unit if unit and not kind["kind"].startswith(_CONTRACT) else None
        yield CitationFound(Citation(number, day.day, issuer), start, start + day.end, day.is_plain)


def _number_in(item: str) -> str | None:
    for word in _NUMBER.finditer(item):
        if number := number_at(item, word.end()):
            return number.parts.normalized
    return None
