"""Scraps of a stamp on a scan: its labels, or specks read as letters, beside the letter's lines.

Where a stamp was not read as one, เวลา or เลขรับ is left over at the right of the heading, on the
row of a field or on a row of its own. No field of a letter holds such a word apart from the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape
from saraban.rules.letter_reading.stamps.stamp_labels import label_kind, mended_label

_TOP_LINES = 30
_LABEL = (
    r"(?:(?:เลข)?(?:ที่)?(?:ทะเบียน)?(?:หนังสือ)?รับ(?:เลข)?(?:ที่)?|ทะเบียนรับ(?:เลข)?(?:ที่)?|ลงรับ(?:ที่)?"
    r"|เลขที่|(?:ลง)?วันที่(?:รับ)?|เวลา|ผู้รับ(?:หนังสือ)?|น\.)"
)
# What rules to write on, dots and quotes are read as.
_NO_LETTER = "[^ก-๙0-9A-Za-z]*"
_LABELS = toneless_shape(rf"^{_NO_LETTER}(?:{_LABEL}{_NO_LETTER})+$")
# Two letters and a dot are a unit's short name (กค.), not a speck.
_SPECK = re.compile(rf"^{_NO_LETTER}(?:[ก-ฮA-Za-z]{{1,2}}(?!\.){_NO_LETTER})?$")
# Behind it two letters are the code of a number that goes on below: หนังสือ ที่ / นร.
_CALLS_FOR_CODE = re.compile(r"(?:^|\s)(?:เลข)?ที่?$|หนังสือ$|ด่วน(?:ที่สุด|มาก)?$")
_FIELD = toneless_shape(r"^(?:เรื่อง|(?:กราบ)?เรียน|อ้างถึง|สิ่งที่)")
_FIGURE = re.compile("[0-9๐-๙]")
_ENDS = toneless_shape(rf"(?:^|\s)(?:{_LABEL}|[ก-ฮA-Za-z]{{1,2}}|[^ก-๙0-9A-Za-z\s]+)$")
_SHORT = 10  # what is left of a name or an hour written behind a label
_LONGEST_WRITING = 30
_NEAR_ROWS, _SAME_COLUMN = 5, 40.0  # rows, points


def with_scraps_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines of a heading, scraps at the right of a scanned row on a line of their own."""
    whole: list[Line] = []
    for index, line in enumerate(lines):
        start = _where_scraps_begin(lines, index) if index < _TOP_LINES else len(line.cells)
        if not 0 < start < len(line.cells):
            whole.append(line)
            continue
        rest = line.part(0, start)
        if rest.words and line.words:
            share = rest.words[-1].box[2] / line.words[-1].box[2]
            rest = replace(rest, width=line.width * share)
        scraps = line.part(start, len(line.cells))
        whole += [replace(scraps, is_after_blank=True), rest]
    return whole


def scraps_in(lines: Sequence[Line]) -> set[int]:
    """Lines of a scanned heading that hold nothing but scraps, no part of the letter's text."""
    return {
        index
        for index in range(min(_TOP_LINES, len(lines)))
        if lines[index].source != "text"
        and lines[index].cells
        and _where_scraps_begin(lines, index) == 0
    }


def ends_in_scrap(text: str) -> bool:
    """Whether the last word is a stamp's label, one or two bare letters, or no letter at all."""
    return _ENDS.search(toneless(text)) is not None


def _where_scraps_begin(lines: Sequence[Line], index: int) -> int:
    """The first cell from which on the row holds scraps only; the number of cells for none."""
    line = lines[index]
    count = len(line.cells)
    if line.source == "text" or heading_number(line.text):
        return count
    for start, cell in enumerate(line.cells):
        behind = line.cells[start + 1 :]
        if _is_label(cell) and all(_is_scrap(one) or _is_short(one) for one in behind):
            return start
        if start and _is_writing(lines, index, start) and all(map(_is_scrap, behind)):
            return start
        is_code = start and _CALLS_FOR_CODE.search(line.cells[start - 1])
        if _SPECK.match(cell) and not is_code and all(map(_is_scrap, behind)):
            return start
    return count


def _is_label(cell: str) -> bool:
    mended = mended_label(cell)
    return any(_LABELS.match(toneless(text)) for text in (cell, mended))


def _is_scrap(cell: str) -> bool:
    return _is_label(cell) or _SPECK.match(cell) is not None


def _is_short(cell: str) -> bool:
    return len(cell) <= _SHORT and not _FIGURE.search(cell)


def _is_writing(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether a cell beside a field is a stamp's day or hour: other labels stand in its column."""
    cell = lines[index].cells[at]
    if not _FIELD.match(toneless(lines[index].text)) or not _opens_label(cell):
        return False
    own = _left_of(lines[index], at)
    near = lines[max(0, index - _NEAR_ROWS) : index + _NEAR_ROWS + 1]
    lefts = [
        _left_of(line, place)
        for line in near
        if line is not lines[index]
        for place, other in enumerate(line.cells)
        if _opens_label(other)
    ]
    return own is not None and any(
        left is not None and abs(left - own) <= _SAME_COLUMN for left in lefts
    )


def _opens_label(cell: str) -> bool:
    return len(cell) <= _LONGEST_WRITING and (_is_label(cell) or label_kind(cell) is not None)


def _left_of(line: Line, at: int) -> float | None:
    """Where a cell begins, in points; None where its words are not known."""
    if len(line.words) != len(line.text.split(" ")):
        return None
    return line.part(at, at + 1).words[0].box[0]
