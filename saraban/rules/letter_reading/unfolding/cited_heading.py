"""A heading that a web page tells in one line, as a letter is cited, over the salutation.

กรมทดสอบ ด่วนที่สุด ที่ ทส ๙๙๐๑/ว ๘๑ ลงวันที่ ๓ มิถุนายน ๒๕๖๕ เรื่อง …: each part gets its own line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.number_line import heading_number, numbers_after_word
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line

_TOP_LINES = 15
_SALUTATION_WITHIN = 4
_LETTER_OF = re.compile(r"^(?:สำเนา)?(?:หนังสือ|โทรสาร|วิทยุ)(?:ในราชการ|ราชการ|เวียน|ของ)* ?")
_URGENCY = re.compile(r" ?(?P<urgency>ด่วน ?(?:ที่สุด|มาก)?) ?$")
_DATED = re.compile(r" ?(?:ลงวันที่|ลง|ลว\.?) ?$")
_SUBJECT = re.compile(r"^ ?(?=เรื่อง ?\S)")


def with_heading_in_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, such a heading among the first of them as a letter has it."""
    top = lines[:_TOP_LINES]
    if any(heading_number(line.text) for line in top):
        return list(lines)
    for index, line in enumerate(top):
        below = lines[index + 1 : index + 1 + _SALUTATION_WITHIN]
        if not any(label_of(one.text, ("addressees",)) for one in below):
            continue
        if parts := _parts_of(line.text):
            own = [replace(line, text=part, cells=(part,)) for part in parts]
            return [*lines[:index], *own, *lines[index + 1 :]]
    return list(lines)


def _parts_of(text: str) -> list[str]:
    """Urgency, number, office, day and subject; nothing where the line is no such heading."""
    number = next(numbers_after_word(text), None)
    if number is None or number.parts.running is None:
        return []
    before = _LETTER_OF.sub("", text[: number.lead])
    urgency = _URGENCY.search(before)
    office = before[: urgency.start()] if urgency else before
    behind = text[number.end :]
    day = next(iter(dates_in(behind)), None)
    if not is_unit(office) or day is None or not _DATED.fullmatch(behind[: day.start]):
        return []
    rest = behind[day.end :]
    if rest and not _SUBJECT.match(rest):
        return []
    parts = [
        urgency["urgency"] if urgency else "",
        text[number.lead : number.end],
        office,
        behind[day.start : day.end],
        rest,
    ]
    return [part.strip() for part in parts if part.strip()]
