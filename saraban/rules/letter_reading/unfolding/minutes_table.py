"""A table of minutes whose columns are known by their gaps: วาระ | เรื่อง | มติ | ผู้รับผิดชอบ.

Read line by line the parts of a row's cells are mixed; here each row tells its cells one after the
other, what was resolved as one sentence and who is responsible apart.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from saraban.rules.letter_reading.lines.page_lines import Joined, Line

_TOP_LINES = 30
_HEADS = re.compile(
    r"(?:ลำดับ|ที่|วาระ|ระเบียบวาระ|เรื่อง|ประเด็น|มติ|ข้อสั่งการ|หน่วยงาน|ผู้รับ|กำหนด|การดำเนินการ)"
)
_RESOLVED = re.compile(r"มติ|ข้อสั่งการ")
_RESPONSIBLE = re.compile(r"รับผิดชอบ|หน่วยงาน|ผู้เกี่ยวข้อง")
_NUMBER = re.compile(r"^\(?[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]{1,2})*[.)]?(?: |$)")
_NUMBER_ALONE = re.compile(r"[0-9๐-๙]{1,2}[.)]?")
_HEAD_ALONE = re.compile(
    r"ลำดับ(?:ที่)?|ที่|วาระ|เรื่อง|ประเด็น|มติ[ก-๎/ ]{0,20}|ข้อสั่งการ|การดำเนินการ"
    r"|(?:หน่วยงาน|ผู้)(?:ที่)?รับผิดชอบ"
)
_FEWEST_COLUMNS = 3
_SLACK = 6.0  # characters by which a cell may begin left of its column's head


def with_cells_in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table whose every cell has lines of its own, heads and numbers too.

    What stands last in a row is who is responsible, where the last head asks for it.
    """
    first, end = _heads_alone(lines)
    numbers = [i for i in range(end, len(lines)) if _NUMBER_ALONE.fullmatch(lines[i].text)]
    if end - first < _FEWEST_COLUMNS or not _RESPONSIBLE.search(lines[end - 1].text):
        return list(lines)
    whole = list(lines)
    for number, after in pairwise([*numbers, len(lines)]):
        row = range(number + 1, after)
        last = row[-1] if after < len(lines) and row else None
        for index in row:
            opens = index - number <= 2
            whole[index] = replace(lines[index], is_after_blank=opens, is_aside=index == last)
    return whole


def _heads_alone(lines: Sequence[Line]) -> tuple[int, int]:
    """Where heads of columns stand line under line, from the first to behind the last."""
    for first, line in enumerate(lines[:_TOP_LINES]):
        if not _HEAD_ALONE.fullmatch(line.text):
            continue
        under = takewhile(lambda one: _HEAD_ALONE.fullmatch(one.text), lines[first:])
        return first, first + len(list(under))
    return 0, 0


def with_rows_by_column(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a table's rows told cell by cell."""
    head = next((i for i, line in enumerate(lines[:_TOP_LINES]) if _is_head(line)), None)
    if head is None:
        return list(lines)
    columns = lines[head].lefts
    rows: list[list[Line]] = []
    end = head + 1
    while end < len(lines) and _is_in_table(lines[end], columns):
        if not rows or _opens_row(lines[end], columns):
            rows.append([])
        rows[-1].append(lines[end])
        end += 1
    if not any(_opens_row(row[0], columns) for row in rows):
        return list(lines)
    told = [line for row in rows for line in _by_column(row, lines[head])]
    return [*lines[: head + 1], *told, *lines[end:]]


def _is_head(line: Line) -> bool:
    return (
        len(line.cells) >= _FEWEST_COLUMNS
        and len(line.lefts) == len(line.cells)
        and all(_HEADS.match(cell) for cell in line.cells)
        and any(_RESOLVED.search(cell) for cell in line.cells)
    )


def _is_in_table(line: Line, columns: Sequence[float]) -> bool:
    """A row, or what goes on under one; behind a blank only a row."""
    if len(line.lefts) != len(line.cells):
        return False
    return not line.is_after_blank or _opens_row(line, columns)


def _opens_row(line: Line, columns: Sequence[float]) -> bool:
    """Whether a number stands in the first column; a day may begin a line in another."""
    return _NUMBER.match(line.text) is not None and line.lefts[0] < columns[1] - 1


def _by_column(row: Sequence[Line], head: Line) -> list[Line]:
    cells: list[list[Line]] = [[] for _ in head.cells]
    # A full row tells its columns better than their heads, which stand in the middle.
    own_lefts = row[0].lefts if len(row[0].lefts) == len(head.lefts) else head.lefts
    for line in row:
        for at, left in enumerate(line.lefts):
            column = max((n for n, own in enumerate(own_lefts) if left >= own - _SLACK), default=0)
            cells[column].append(line.part(at, at + 1))
    told: list[Line] = []
    for name, parts in zip(head.cells, cells, strict=True):
        if not parts:
            continue
        whole = Joined()
        for number, part in enumerate(parts):
            whole.add(number, part.text)
        one = replace(parts[0], text=whole.text, cells=(whole.text,), lefts=(), indent=0)
        is_responsible = _RESPONSIBLE.search(name) is not None
        is_own = is_responsible or _RESOLVED.search(name) is not None
        told.append(replace(one, is_aside=is_responsible, is_after_blank=is_own))
    return told
