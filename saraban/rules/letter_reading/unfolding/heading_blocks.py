"""A heading whose lines were put together block by block: number to day, subject to enclosures.

Programs that save pages as text keep a line for each block of the layout. What stands on the first
line, number, office, address and day, tells such a heading; other letters have the day on a line
of its own, and only a memo has it beside the number.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.line_kinds import MEMO, MEMO_UNIT
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.unfolding.glued_heading import number_of_head

_HEADING_LINES = 15
_SHORTEST_OFFICE = 15
_MOST_BLOCKS = 4
_MOST_BEHIND_DAY = 12  # the year of the other era
_ON_DAY = re.compile(r"\s*วันที่")
# Before its number a letter that is referred to: หนังสือกรมทดสอบ ที่ …, ๒. โทรสาร ด่วนที่สุด ที่ ….
_CITED = re.compile(r"หนังสือ|บันทึก|คำสั่ง|^\(?[0-9๐-๙]{1,2}[.)]")
_LISTS = ("references", "enclosures")
_LABELS = ("subject", "addressees", *_LISTS)


def with_blocks_in_one(lines: Sequence[Line]) -> list[Line]:
    """The blocks of such a heading on one line, to be cut where its parts begin."""
    for index, line in enumerate(lines[:_HEADING_LINES]):
        if label_of(line.text, _LISTS):
            break  # the number, office and day that a line under it has are of what it lists
        if _opens_label(line) or not _holds_number_office_and_day(line.text):
            continue
        end = index + 1
        while end < len(lines) and end - index <= _MOST_BLOCKS and _opens_label(lines[end]):
            end += 1
        if end == index + 1:
            return list(lines)
        text = " ".join(one.text for one in lines[index:end])
        words = tuple(word for one in lines[index:end] for word in one.words)
        whole = replace(line, text=text, cells=(text,), words=words)
        return [*lines[:index], whole, *lines[end:]]
    return list(lines)


def _holds_number_office_and_day(text: str) -> bool:
    number, days = number_of_head(text), dates_in(text)
    if number is None or not days or len(text) - days[-1].end > _MOST_BEHIND_DAY:
        return False
    if MEMO.match(text) or MEMO_UNIT.match(text):
        return True
    if _CITED.search(text[: number.lead]):
        return False
    between = text[number.end : days[-1].start]
    is_office = max(len(between), number.lead) >= _SHORTEST_OFFICE
    return is_office and not _ON_DAY.match(between)


def _opens_label(line: Line) -> bool:
    return label_of(line.text, _LABELS) is not None
