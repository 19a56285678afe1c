"""Stamps pressed beside the heading, whose parts were read on one line with the letter's own.

A wide gap parts the two; the stamp's parts stand in a column of their own on the lines below each
other, perhaps with lines of the letter between: its office, its number, its day, its hour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_unit, without_address
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape
from saraban.rules.letter_reading.stamps.stamp_offices import may_be_office
from saraban.rules.letter_reading.stamps.stamps import (
    is_day_of_stamp,
    is_hour_of_stamp,
    is_number_alone,
    opens_stamp,
    tells_hour,
)

_TOP_LINES = 30
_MOST_BELOW = 3
_MOST_BETWEEN = 2
_SAME_EDGE = 12.0  # characters or points by which rows of one stamp begin apart
_LABEL = re.compile(r"(?:เวลา|วันที่|(?:เลข)?(?:ที่)?รับ(?:ที่)?)[ .:]*")
_FULL_MONTH = re.compile("[ก-๎]{5,}")
# A part of an office writes no letter of its own, but it has a stamp; a branch is no part's whole.
_PART_OF_OFFICE = toneless_shape("สำนัก(?!งาน)|กอง(?!ทัพ|ทุน|พล|พัน|บิน|เรือ|บัญชาการ)|กลุ่ม|ฝ่าย|งาน")
_BRANCH = toneless_shape(
    "สำนักงาน(?!ปลัด|คณะกรรมการ|เลขา|อธิการ)|ที่ว่าการ|ที่ทำการ|โรงเรียน|โรงพยาบาล|วิทยาลัย|สถานี"
)


@dataclass(frozen=True)
class _Part:
    """A cell of a stamp: its line, and which of the line's cells it is."""

    row: int
    at: int


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with such stamps taken out of them and before all others.

    There no line of the letter is over a stamp to be taken for its office.
    """
    taken: dict[int, set[int]] = {}
    stamps: list[Line] = []
    for row, line in enumerate(lines[:_TOP_LINES]):
        free = set(range(len(line.cells))) - taken.get(row, set())
        opening = [at for at in free if _opens(lines, _Part(row, at))]
        if len(opening) != 1 or _is_whole(line, opening[0]):
            continue
        parts = _parts_of(lines, _Part(row, opening[0]))
        if all(_is_alone(lines[part.row]) for part in parts) and _is_unbroken(parts):
            continue  # a stamp on lines of its own
        for part in parts:
            taken.setdefault(part.row, set()).add(part.at)
            stamps.append(lines[part.row].part(part.at, part.at + 1))
    whole = [_without(line, taken.get(row, set())) for row, line in enumerate(lines)]
    return [*stamps, *(line for line in whole if line is not None)]


def _is_whole(line: Line, number: int) -> bool:
    """Whether one line tells all of a stamp: กองช่าง   รับที่ ๕๘   วันที่ ๔ มี.ค. ๖๒   เวลา ๑๐.๒๐ น."""
    return all(map(is_unit, line.cells[:number])) and any(
        line.cells[at].startswith("วันที่") and _is_short_day(line, at)
        for at in range(number + 1, len(line.cells))
    )


def _is_alone(line: Line) -> bool:
    """Whether the line holds parts of a stamp and nothing else, a label perhaps far before."""
    if len(line.cells) == 1 or (len(line.cells) == 2 and _LABEL.fullmatch(line.cells[0])):
        return True
    return all(_is_row(line, at) for at in range(len(line.cells)))  # its day and its hour


def _is_unbroken(parts: Sequence[_Part]) -> bool:
    return parts[-1].row - parts[0].row == len({part.row for part in parts}) - 1


def _opens(lines: Sequence[Line], number: _Part) -> bool:
    cell = lines[number.row].cells[number.at]
    if opens_stamp(cell):
        return True
    return is_number_alone(cell) and bool(
        _office(lines, number, only_unit=True) and _rows_below(lines, number)
    )


def _parts_of(lines: Sequence[Line], number: _Part) -> list[_Part]:
    return [*_office(lines, number), number, *_rows_below(lines, number)]


def _in_column(line: Line, number: _Part, of: Line) -> int | None:
    """The line's cell that stands over or under the number; None when nothing does.

    Where places are unknown it is the cell at the same end of the line.
    """
    own = of.extent(number.at)
    extents = [line.extent(at) for at in range(len(line.cells))]
    if own is None or None in extents:
        return len(line.cells) - 1 if number.at else 0
    distances = [
        (abs(left - own[0]), at, left, right)
        for at, (left, right) in enumerate(extent for extent in extents if extent)
    ]
    distance, at, left, right = min(distances)
    is_under = left < own[1] and right > own[0]
    return at if distance <= _SAME_EDGE or (is_under and len(line.cells) > 1) else None


def _office(lines: Sequence[Line], number: _Part, *, only_unit: bool = False) -> list[_Part]:
    """The stamp's office, in the column over its number."""
    if number.row == 0:
        return []
    above, own = lines[number.row - 1], lines[number.row]
    if _is_under_part_of_office(lines, number):
        return [_Part(number.row - 1, 1)]
    at = _outermost_office(above, number, own)
    at = _in_column(above, number, own) if at is None else at
    if at is None or (at == 0 and len(above.cells) == 1 and not is_unit(above.text)):
        return []
    cell = above.cells[at]
    if not may_be_office(cell) or heading_number(cell) or (only_unit and not is_unit(cell)):
        return []
    is_beside_number = at == 1 == len(above.cells) - 1 and heading_number(above.cells[0])
    if is_beside_number and not _has_office_below(lines, number):
        return []
    return [_Part(number.row - 1, at)]


def _is_under_part_of_office(lines: Sequence[Line], number: _Part) -> bool:
    """Whether a text without columns has the stamp's office behind the letter's number.

    That office is only a part of one, the stamp's rows stand next under it on lines of their own,
    and the letter's office, a branch, under these.
    """
    above, own = lines[number.row - 1], lines[number.row]
    if len(own.cells) > 1 or own.words or own.indent != above.indent or len(above.cells) != 2:
        return False
    if not heading_number(above.cells[0]) or not _PART_OF_OFFICE.match(toneless(above.cells[1])):
        return False
    rows = {part.row for part in _rows_below(lines, number)}
    under = number.row + 1
    while under in rows:
        under += 1
    has_rows = under > number.row + 1 and under < len(lines)
    return has_rows and _BRANCH.match(toneless(lines[under].text)) is not None


def _has_office_below(lines: Sequence[Line], number: _Part) -> bool:
    """Whether the letter's office stands beside the stamp or under it: then none is over it."""
    for row, line in enumerate(lines[number.row : number.row + _MOST_BELOW], start=number.row):
        under = _in_column(line, number, lines[number.row])
        others = [cell for at, cell in enumerate(line.cells) if at != under or row > number.row]
        if any(is_unit(cell) and without_address(cell) for cell in others):
            return True
    return False


def _outermost_office(above: Line, number: _Part, of: Line) -> int | None:
    """The last cell of the line above, for a number that is the last of its own line."""
    last = len(above.cells) - 1
    is_last = 0 < number.at == len(of.cells) - 1 and last > 1
    return last if is_last and is_unit(above.cells[last]) else None


def _rows_below(lines: Sequence[Line], number: _Part) -> list[_Part]:
    """The day, the hour and who received; lines of the letter may stand between.

    One day alone, and nothing from under the number of another stamp on lines of its own.
    """
    parts: list[_Part] = []
    between, has_day = 0, False
    for row in range(number.row + 1, len(lines)):
        line = lines[row]
        if len(line.cells) == 1 and opens_stamp(line.text):
            break
        at = _in_column(line, number, lines[number.row])
        if at is None or not _is_row(line, at):
            ragged = _labelled_at_an_end(line)
            at = at if ragged is None else ragged
        if at is None and between < _MOST_BETWEEN:
            between += 1
            continue
        if at is None or not _is_row(line, at):
            break
        is_day = is_day_of_stamp(line.cells[at])
        if is_day and has_day:
            break
        has_day = has_day or is_day
        parts.append(_Part(row, at))
        if is_day and at + 1 < len(line.cells) and is_hour_of_stamp(line.cells[at + 1]):
            parts.append(_Part(row, at + 1))
        between = 0
        if len(parts) >= _MOST_BELOW:
            break
    return parts


def _labelled_at_an_end(line: Line) -> int | None:
    """The one cell at an end of the line that no letter has there: เวลา, วันที่ and a short day.

    Text whose blanks were put in anew keeps its gaps and loses its columns.
    """
    found = [
        at
        for at in sorted({0, len(line.cells) - 1})
        if is_hour_of_stamp(line.cells[at])
        or (line.cells[at].startswith("วันที่") and _is_short_day(line, at))
    ]
    return found[0] if len(found) == 1 else None


def _is_short_day(line: Line, at: int) -> bool:
    cell = line.cells[at]
    is_memos = heading_number(line.text) is not None
    is_full = _FULL_MONTH.search(cell.removeprefix("วันที่")) is not None
    return is_day_of_stamp(cell) and not (is_full or is_memos)


def _is_row(line: Line, at: int) -> bool:
    cell = line.cells[at]
    if is_hour_of_stamp(cell):
        return True
    is_told = len(line.cells) > 1 or "วันที่" in cell or tells_hour(cell)
    is_told = is_told or _FULL_MONTH.search(cell) is None
    if len(line.cells) == 1 and dates_in(cell) and re.search("[ก-๎]{5,}$", cell):
        return False
    return is_told and is_day_of_stamp(cell)


def _without(line: Line, taken: set[int]) -> Line | None:
    """What is left of a line, its words with it; None for nothing."""
    if not taken:
        return line
    kept = [line.part(at, at + 1) for at in range(len(line.cells)) if at not in taken]
    if not kept:
        return None
    extent = kept[-1].extent(0)
    return replace(
        kept[0],
        text=" ".join(part.text for part in kept),
        cells=tuple(part.text for part in kept),
        words=tuple(word for part in kept for word in part.words),
        lefts=tuple(left for part in kept for left in part.lefts),
        width=extent[1] if extent else line.width,
    )
