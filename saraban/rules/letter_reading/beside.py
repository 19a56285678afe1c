"""Stamps pressed beside the heading, whose parts were read on one line with the letter's own.

A wide gap parts the two; the stamp's parts stand in the outermost column of the lines below each
other: its office, its number, its day, its hour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.number_line import heading_number
from saraban.rules.letter_reading.office_words import is_unit
from saraban.rules.letter_reading.page_lines import Line
from saraban.rules.letter_reading.stamps import (
    is_day_of_stamp,
    is_hour_of_stamp,
    may_be_office,
    opens_stamp,
    tells_hour,
)

_TOP_LINES = 30
_MOST_BELOW = 3
_SAME_EDGE = 12.0  # characters or points by which centred rows of one stamp begin apart


@dataclass
class _Column:
    """The cells of one stamp: their lines, and at which end of a line they stand."""

    is_right: bool
    rows: list[int] = field(default_factory=list)

    def cell_of(self, line: Line) -> str:
        """The cell of the line that stands in this column."""
        return line.cells[-1] if self.is_right else line.cells[0]


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the parts of such stamps on lines of their own before the letter's."""
    left: list[Line | None] = list(lines)
    before: dict[int, list[Line]] = {}
    for index, line in enumerate(lines[:_TOP_LINES]):
        column = _column_at(lines, index)
        if column is None or left[index] is not line:
            continue
        column.rows = [
            *_office_row(lines, index, column),
            index,
            *_rows_below(lines, index, column),
        ]
        before[column.rows[0]] = [_cut(lines[row], column, taken=True) for row in column.rows]
        for row in column.rows:
            rest = lines[row].cells[:-1] if column.is_right else lines[row].cells[1:]
            left[row] = _cut(lines[row], column, taken=False) if rest else None
    whole: list[Line] = []
    for index, rest_of_line in enumerate(left):
        whole += before.get(index, [])
        if rest_of_line is not None:
            whole.append(rest_of_line)
    return whole


def _column_at(lines: Sequence[Line], index: int) -> _Column | None:
    """Where a stamp's number stands on a line with something else, or None."""
    cells = lines[index].cells
    opening = [opens_stamp(cell) for cell in cells]
    if opening.count(True) != 1 or not (opening[0] or opening[-1]):
        return None
    if len(cells) == 1:
        return _column_by_other_rows(lines, index)
    return _Column(is_right=opening[-1])


def _column_by_other_rows(lines: Sequence[Line], index: int) -> _Column | None:
    """The column of a number that has its line to itself, but whose day, hour or office has not."""
    for line in lines[index + 1 : index + 1 + _MOST_BELOW]:
        at_left, at_right = _is_labelled_row(line.cells[0]), _is_labelled_row(line.cells[-1])
        if at_left != at_right:
            return _Column(is_right=at_right)
        if not at_left or len(line.cells) > 1:
            break
    return _Column(is_right=False) if _is_office_at_left(lines, index) else None


def _is_labelled_row(cell: str) -> bool:
    return is_hour_of_stamp(cell) or (cell.startswith("วันที่") and is_day_of_stamp(cell))


def _is_office_at_left(lines: Sequence[Line], index: int) -> bool:
    """Whether an office opens the line above right over a number that stands alone."""
    if index == 0 or len(lines[index - 1].cells) < 2:
        return False
    above, office = lines[index - 1], lines[index - 1].cells[0]
    is_over_number = abs(above.indent - lines[index].indent) <= _SAME_EDGE
    return is_over_number and is_unit(office) and may_be_office(office)


def _office_row(lines: Sequence[Line], index: int, column: _Column) -> list[int]:
    """The line over the number if its cell in the column is the stamp's office."""
    if index == 0 or len(lines[index - 1].cells) < 2:
        return []
    above, own = lines[index - 1], lines[index].cells[0]
    cell = column.cell_of(above)
    if not may_be_office(cell) or heading_number(cell):
        return []
    # Beside the letter's number stands its office, unless that stands beside the stamp's.
    is_letters = (
        column.is_right
        and len(above.cells) == 2
        and heading_number(above.cells[0]) is not None
        and not is_unit(own)
    )
    return [] if is_letters else [index - 1]


def _rows_below(lines: Sequence[Line], index: int, column: _Column) -> list[int]:
    rows: list[int] = []
    for below in range(index + 1, min(index + 1 + _MOST_BELOW, len(lines))):
        line = lines[below]
        cell = column.cell_of(line)
        is_told = len(line.cells) > 1 or "วันที่" in cell or tells_hour(cell)
        is_day = is_day_of_stamp(cell) and is_told
        if len(line.cells) == 1 and dates_in(cell) and re.search("[ก-๎]{5,}$", cell):
            is_day = False
        if not (is_day or is_hour_of_stamp(cell)):
            break
        rows.append(below)
    return rows


def _cut(line: Line, column: _Column, *, taken: bool) -> Line:
    """The stamp's cell of the line, or what is left of it; words go with their cells."""
    count = len(line.cells) - 1
    cells = (
        (line.cells[count:] if taken else line.cells[:count])
        if column.is_right
        else (line.cells[:1] if taken else line.cells[1:])
    )
    words = line.words
    if len(words) == len(line.text.split(" ")):
        own = sum(len(cell.split(" ")) for cell in cells)
        is_at_end = column.is_right == taken
        words = words[len(words) - own :] if is_at_end else words[:own]
    return replace(line, text=" ".join(cells), cells=cells, words=words)
