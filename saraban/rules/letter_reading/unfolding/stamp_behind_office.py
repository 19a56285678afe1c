"""A stamp's number right behind the letter's office: ศาลากลางจังหวัดทดสอบ เลขรับ 408.

On a page that was stamped full no gap parts them, and the two are one cell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.thai.digits import to_arabic

_TOP_LINES = 22
_BEHIND = re.compile(
    r"(?P<office>[^0-9]{6,60}?) "
    r"(?P<number>(?:เลข(?:ที่|ทะเบียน)?รับ(?:ที่)?|(?:ลง)?รับ(?:เลข)?ที่)[ .:]*[0-9]{1,6})"
)


def with_stamps_in_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines; behind a letter's number such a cell is two."""
    return [*map(_parted, lines[:_TOP_LINES]), *lines[_TOP_LINES:]]


def _parted(line: Line) -> Line:
    last = line.cells[-1] if line.cells else ""
    behind = _BEHIND.fullmatch(to_arabic(last))
    if len(line.cells) < 2 or not behind or not heading_number(line.cells[0]):
        return line
    office, number = (last[slice(*behind.span(part))] for part in ("office", "number"))
    if not is_unit(office):
        return line
    return replace(line, cells=(*line.cells[:-1], office, number))
