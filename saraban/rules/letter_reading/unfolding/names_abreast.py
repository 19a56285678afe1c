"""Two who signed beside each other, put below each other: the one at the left signed first.

So memos go up, the officer at the left and the superior who adds a word at the right, and so
orders of two offices are signed.
"""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.page_lines import Line

_TO_SIGN_ON = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)\)?[ .…_]*")
_MOST_BELOW = 5


def with_names_below(lines: Sequence[Line]) -> list[Line]:
    """The lines, a row of two names with what stands under each sorted by column."""
    at = next((place for place, line in enumerate(lines) if _is_row_of_names(line)), None)
    if at is None:
        return list(lines)
    start = at - 1 if at and _is_row_to_sign_on(lines[at - 1]) else at
    end = at + 1
    while end < min(at + 1 + _MOST_BELOW, len(lines)) and not lines[end].is_after_blank:
        end += 1
    left: list[Line] = []
    right: list[Line] = []
    for line in lines[start:end]:
        count = _count_at_left(line, lines[at])
        if count:
            left.append(line.part(0, count))
        if count < len(line.cells):
            right.append(line.part(count, len(line.cells)))
    return [*lines[:start], *left, *right, *lines[end:]]


def _is_row_of_names(line: Line) -> bool:
    return len(line.cells) == 2 and all(map(is_name_line, line.cells))


def _is_row_to_sign_on(line: Line) -> bool:
    return len(line.cells) == 2 and all(map(_TO_SIGN_ON.fullmatch, line.cells))


def _count_at_left(line: Line, names: Line) -> int:
    """How many cells of the line stand nearer to the left name than to the right one."""
    first, second = names.extent(0), names.extent(1)
    extents = [line.extent(at) for at in range(len(line.cells))]
    if first is None or second is None or None in extents:
        return min(1, len(line.cells) - 1) or 1
    middle = (first[0] + second[0]) / 2
    return sum(extent[0] < middle for extent in extents if extent)
