"""Receipt stamps woven into the heading: their parts on one line with the letter's, no gap between.

So text comes out of a page whose columns were read row by row: a stamp's number behind the
letter's, its day before the office's address, its hour behind the salutation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import ADDRESS, is_unit
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.thai.digits import to_arabic

_TOP_LINES = 22
_MOST_BELOW = 6
_LONGEST = 150
_LABEL_OF_DAY = 12
_RECEIVED = r"(?:เลข(?:ที่)?(?:ทะเบียน)?รับ(?:ที่|เลขที่)?|(?:ลง)?รับ(?:เลข)?ที่|ทะเบียนรับ(?:เลข)?(?:ที่)?)"
_SHORT_DAY = r"[0-9]{1,2} ?(?:/ ?[0-9]{1,2} ?/|[ก-ฮเ][ก-๎]?[ก-ฮ]?\. ?[ก-ฮ]\.) ?(?:25)?[0-9]{2}"
_PARTS = (
    ("number", re.compile(rf"{_RECEIVED}[ .:…]*[0-9]{{1,6}}(?= |$)")),
    ("day", re.compile(rf"(?:ลง)?วันที่(?:รับ)?[ .:…]*{_SHORT_DAY}(?= |$)")),
    ("hour", re.compile(r"เวลา(?:รับ)?[ .:…]*[0-9]{1,2} ?[.:] ?[0-9]{2} ?(?:น\.)?(?= |$)")),
)


@dataclass(frozen=True)
class _Part:
    """A part of a stamp: its line, its characters there, and whether the letter's stand beside."""

    row: int
    name: str
    start: int
    end: int
    is_woven: bool


def unwoven(lines: Sequence[Line]) -> list[Line]:
    """The lines, with such stamps taken out and put before all others, each on lines of its own."""
    top = lines[:_TOP_LINES]
    if any(len(line.cells) > 1 or line.words for line in top):
        return list(lines)  # where gaps or places are known others look at them
    parts = [part for row in range(len(top)) for part in _parts_on(lines, row)]
    taken: list[_Part] = []
    stamps: list[Line] = []
    for number in (part for part in parts if part.name == "number"):
        own = [number, *_below(number, parts, taken)]
        between = [lines[row] for row in range(own[0].row, own[-1].row) if _is_free(row, own)]
        is_torn = any(_is_letters_own(line) for line in between)
        if not (is_torn or any(part.is_woven for part in own)) or len(own) == 1:
            continue  # a stamp on lines of its own
        if office := _office_over(lines, number, parts):
            own.insert(0, office)
        taken += own
        stamps += [_line_of(lines[part.row], part) for part in own]
    rest = [
        _without(line, [part for part in taken if part.row == row])
        for row, line in enumerate(lines)
    ]
    return [*stamps, *(line for line in rest if line is not None)]


def _is_free(row: int, parts: Sequence[_Part]) -> bool:
    return all(part.row != row for part in parts)


def _is_letters_own(line: Line) -> bool:
    return label_of(line.text) is not None or heading_number(line.text) is not None


def _parts_on(lines: Sequence[Line], row: int) -> list[_Part]:
    """The stamp's parts on a line, at one of its ends or between two of the letter's."""
    line = lines[row]
    if len(line.text) > _LONGEST:
        return []
    days = dates_in(line.text)
    is_labelled = line.text.startswith("วันที่") and days and days[0].start < _LABEL_OF_DAY
    if is_labelled and days[0].end == len(line.text):  # however long its month is
        return [_Part(row, "day", 0, len(line.text), is_woven=False)]
    found = []
    for name, shape in _PARTS:
        for part in shape.finditer(line.arabic):
            before, after = line.text[: part.start()].strip(), line.text[part.end() :].strip()
            if _may_stand_before(before, name) and _may_stand_behind(after, before):
                is_woven = bool(before or after)
                found.append(_Part(row, name, part.start(), part.end(), is_woven))
    return found if len(found) == 1 else []


def _may_stand_before(text: str, name: str) -> bool:
    """The letter's number or address, or a field that ends here, whose day may be its own."""
    if not text:
        return True
    if heading_number(text) or ADDRESS.match(to_arabic(text)):
        return True
    return name != "day" and label_of(text) is not None and not dates_in(text)


def _may_stand_behind(text: str, before: str) -> bool:
    """The letter's office or a piece of its address."""
    if not text:
        return True
    is_place = is_unit(text) or ADDRESS.search(to_arabic(text)) is not None
    return is_place and (not before or heading_number(before) is not None)


def _below(number: _Part, parts: Sequence[_Part], taken: Sequence[_Part]) -> list[_Part]:
    """The day and the hour next under a stamp's number, up to the number of another stamp."""
    found: list[_Part] = []
    for part in parts:
        if part.row <= number.row or part in taken or part.row > number.row + _MOST_BELOW:
            continue
        if part.name == "number":
            break
        if part.name not in {one.name for one in found}:
            found.append(part)
    return found


def _office_over(lines: Sequence[Line], number: _Part, parts: Sequence[_Part]) -> _Part | None:
    row = number.row - 1
    if row < 0 or any(part.row == row for part in parts):
        return None
    text = lines[row].text
    is_office = is_unit(text) and len(text) < 60 and not ADDRESS.search(to_arabic(text), 4)
    return _Part(row, "office", 0, len(text), is_woven=False) if is_office else None


def _line_of(line: Line, part: _Part) -> Line:
    text = line.text[part.start : part.end]
    return replace(line, text=text, cells=(text,), lefts=())


def _without(line: Line, parts: Sequence[_Part]) -> Line | None:
    """What is left of the line, in cells around the parts; None for nothing."""
    if not parts:
        return line
    cells: list[str] = []
    at = 0
    for part in sorted(parts, key=lambda one: one.start):
        cells += [line.text[at : part.start].strip()]
        at = part.end
    cells = [cell for cell in [*cells, line.text[at:].strip()] if cell]
    return replace(line, text=" ".join(cells), cells=tuple(cells), lefts=()) if cells else None
