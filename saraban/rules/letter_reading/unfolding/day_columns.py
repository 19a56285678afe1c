"""A table of duties in the text whose last column tells by when: การดำเนินการ | กำหนดเวลา.

Read line by line a day broken over two lines has the duty's words between its halves; here the
lines of a row's last column come after those of the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.labelled_fields import is_enumerated
from saraban.rules.letter_reading.lines.line_kinds import is_closing
from saraban.rules.letter_reading.lines.page_lines import Line

_HEAD = re.compile(
    r"(?:วันที่)?กำหนด(?:เวลา|ส่ง|วัน|การ|แล้วเสร็จ|วันส่ง|ระยะเวลา)[ก-๎ ]{0,20}|ระยะเวลา[ก-๎ ]{0,20}"
    r"|วัน ?/? ?เดือน ?/? ?ปี|ภายใน(?:วันที่|กำหนด)?|วันที่(?:ส่ง|แล้วเสร็จ)"
)
_AFTER_TABLE = re.compile("ทั้งนี้|จึง|อนึ่ง|ในการนี้|ขอให้")
_FAR_IN = 20.0
_WAITS = re.compile(r" (?:ภายใน|ก่อน|ไม่เกิน)(?:วันที่)?$")
_DAY_BELOW = re.compile(r"วัน|เดือน|[0-9๐-๙]")


def with_days_behind(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a table's rows sorted by column."""
    head = next((index for index, line in enumerate(lines) if _is_head(line)), None)
    if head is None:
        return list(lines)
    end = head + 1
    while end < len(lines) and _is_in_table(lines[end]):
        end += 1
    rows: list[list[Line]] = []
    for line in lines[head + 1 : end]:
        if not rows or is_enumerated(line.arabic):
            rows.append([])
        rows[-1].append(line)
    return [*lines[: head + 1], *(one for row in rows for one in _by_column(row)), *lines[end:]]


def _is_head(line: Line) -> bool:
    return len(line.cells) > 1 and _HEAD.fullmatch(line.cells[-1]) is not None


def _is_in_table(line: Line) -> bool:
    if is_closing(line.cells[-1]) or _AFTER_TABLE.match(line.text):
        return False
    return len(line.cells) > 1 or is_enumerated(line.arabic) or not line.is_after_blank


def _by_column(row: Sequence[Line]) -> Iterator[Line]:
    """A row's own words first, then what its last column tells."""
    told: list[Line] = []
    for place, line in enumerate(row):
        count = len(line.cells)
        waiting = _WAITS.search(line.text)
        if count > 1:
            yield line.part(0, count - 1)
            told.append(line.part(count - 1, count))
        elif line.indent > row[0].indent + _FAR_IN:
            told.append(replace(line, indent=row[0].indent))  # set in, it opens no paragraph
        elif waiting and any(_DAY_BELOW.match(below.cells[-1]) for below in row[place + 1 :]):
            # The row's words reach so far that no gap is left before the last column.
            yield _with_text(line, line.text[: waiting.start()])
            told.append(_with_text(line, waiting[0].strip()))
        else:
            yield line
    yield from told


def _with_text(line: Line, text: str) -> Line:
    return replace(line, text=text, cells=(text,))
