"""The foot of a letter in two columns: notes and offices at the left, the signature at the right.

Read line by line the two run into each other; here each comes after the other, the signature first.
"""

from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.endorsement import is_endorsement, is_to_own_head
from saraban.rules.letter_reading.lines.line_kinds import is_closing, is_name_line
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line

_MOST_LINES = 14
_SAME_COLUMN = 90.0  # points by which centred lines of one signature begin apart
_INDENTED = 15.0
_FAR_IN = 30.0
_SAME_EDGE = 12.0  # by which what one officer wrote begins apart
_TELEPHONE = ("โทร", "Tel")
_RULE = "| "  # drawn between the columns


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a foot in two columns sorted by column."""
    return _with_endorsement_apart(_with_signature_apart(lines))


def _with_signature_apart(lines: Sequence[Line]) -> list[Line]:
    start = _start_of_foot(lines)
    if start is None:
        return list(lines)
    block = lines[start : start + _MOST_LINES]
    named = next((line for line in block if _ends_with_name(line)), None)
    if named is None or not is_name_line(named.cells[-1]):
        return list(lines)  # none, or a name with a wide gap inside its brackets
    edge = _left_of(named.part(len(named.cells) - 1, len(named.cells)))
    if not _has_name_at_right(named) and not any(_is_mixed(line, edge) for line in block):
        return list(lines)
    left: list[Line] = []
    right: list[Line] = []
    for line in block:
        at = _where_right_begins(line, edge)
        if at < len(line.cells):
            right.append(line.part(at, len(line.cells)))
        if at > 0:
            left.append(line.part(0, at))
    return [*lines[:start], *right, *left, *lines[start + len(block) :]]


def _with_endorsement_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, what the receiver's officers wrote beside the sender's telephone after it.

    It opens with เรียน and the head of the receiving office, or with an order: ทราบ, - แจ้ง.
    """
    start = next((i for i, line in enumerate(lines) if _opens_endorsement(line)), None)
    if start is None:
        return list(lines)
    above = [line.text for line in lines[:start]]
    if not any(map(_may_stand_over_foot, [*above, lines[start].cells[0]])):
        return list(lines)
    extent = lines[start].extent(len(lines[start].cells) - 1)
    block = lines[start : start + _MOST_LINES]
    left: list[Line] = []
    written: list[Line] = []
    for line in block:
        at = _where_endorsement_begins(line, extent[0] if extent else None)
        if at < len(line.cells):
            written.append(_without_rule(line.part(at, len(line.cells))))
        if at > 0:
            left.append(line.part(0, at))
    written = [line for line in written if line.cells]
    return [*lines[:start], *left, *written, *lines[start + len(block) :]]


def _opens_endorsement(line: Line) -> bool:
    """Whether an officer of the receiver begins to write beside an office or its telephone."""
    own, last = line.cells[0], line.cells[-1].lstrip(_RULE)
    if len(line.cells) == 1:
        return False
    is_beside = is_unit(own) or own.startswith(_TELEPHONE)
    return is_to_own_head(last) or (is_beside and is_endorsement(last))


def _may_stand_over_foot(text: str) -> bool:
    return is_closing(text) or is_name_line(text) or text.startswith("ถึง")


def _where_endorsement_begins(line: Line, edge: float | None) -> int:
    """The first cell that stands as far in as the endorsement; the number of cells for none."""
    count = len(line.cells)
    lefts = [extent[0] for extent in map(line.extent, range(count)) if extent]
    if edge is None or len(lefts) < count:
        return 1 if count > 1 else 0 if line.indent > _FAR_IN else 1
    return next((at for at, left in enumerate(lefts) if left > edge - _SAME_EDGE), count)


def _without_rule(line: Line) -> Line:
    """The line without what was drawn between the columns."""
    cells = tuple(cell for cell in (cell.strip(_RULE) for cell in line.cells) if cell)
    return replace(line, text=" ".join(cells), cells=cells)


def _start_of_foot(lines: Sequence[Line]) -> int | None:
    closed = next((i for i, line in enumerate(lines) if is_closing(line.cells[-1])), None)
    if closed is not None:
        # The closing words, too, may have an office beside them.
        return closed if len(lines[closed].cells) > 1 else closed + 1
    return next((i for i, line in enumerate(lines) if _has_name_at_right(line)), None)


def _ends_with_name(line: Line) -> bool:
    return is_name_line(line.cells[-1]) or is_name_line(line.text)


def _has_name_at_right(line: Line) -> bool:
    return len(line.cells) > 1 and is_name_line(line.cells[-1]) and not is_name_line(line.cells[0])


def _is_mixed(line: Line, edge: float | None) -> bool:
    """Whether the line has something in both columns, as far as places are known."""
    return edge is not None and 0 < _where_right_begins(line, edge) < len(line.cells)


def _where_right_begins(line: Line, edge: float | None) -> int:
    """The first cell of the right column; the number of cells when all stand at the left."""
    for at in range(len(line.cells)):
        own = _left_of(line.part(at, len(line.cells)))
        if edge is None or own is None:
            is_right = at > 0 or (len(line.cells) == 1 and line.indent > _INDENTED)
        else:
            is_right = own > edge - _SAME_COLUMN
        if is_right:
            return at
    return len(line.cells)


def _left_of(line: Line) -> float | None:
    return min((word.box[0] for word in line.words), default=None)
