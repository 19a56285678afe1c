"""The foot of a letter in two columns: notes and offices at the left, the signature at the right.

Read line by line the two run into each other; here each comes after the other, the signature first.
"""

from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.endorsement import is_to_own_head
from saraban.rules.letter_reading.line_kinds import is_closing, is_name_line
from saraban.rules.letter_reading.page_lines import Line

_MOST_LINES = 14
_SAME_COLUMN = 90.0  # points by which centred lines of one signature begin apart
_INDENTED = 15.0
_FAR_IN = 30.0
_RULE = "| "  # drawn between the columns


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a foot in two columns sorted by column."""
    return _with_endorsement_apart(_with_signature_apart(lines))


def _with_signature_apart(lines: Sequence[Line]) -> list[Line]:
    start = _start_of_foot(lines)
    if start is None:
        return list(lines)
    block = lines[start : start + _MOST_LINES]
    named = next((line for line in block if is_name_line(line.cells[-1])), None)
    if named is None:
        return list(lines)
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

    It opens with เรียน and the head of the receiving office, in a column of its own.
    """
    start = next((i for i, line in enumerate(lines) if _opens_endorsement(line)), None)
    if start is None or not any(is_closing(line.text) for line in lines[:start]):
        return list(lines)
    block = lines[start : start + _MOST_LINES]
    written = [_endorsed_part(line) for line in block]
    left = [line.part(0, 1) for line, part in zip(block, written, strict=True) if part is not line]
    right = [part for part in written if part is not None]
    return [*lines[:start], *left, *right, *lines[start + len(block) :]]


def _opens_endorsement(line: Line) -> bool:
    return len(line.cells) > 1 and is_to_own_head(line.cells[-1].lstrip(_RULE))


def _endorsed_part(line: Line) -> Line | None:
    """What stands at the right of such a line; a line set far in stands there as a whole."""
    if len(line.cells) == 1:
        return line if line.indent > _FAR_IN else None
    part = line.part(1, len(line.cells))
    bare = tuple(cell for cell in (cell.strip(_RULE) for cell in part.cells) if cell)
    return replace(part, text=" ".join(bare), cells=bare) if bare else None


def _start_of_foot(lines: Sequence[Line]) -> int | None:
    closed = next((i for i, line in enumerate(lines) if is_closing(line.cells[-1])), None)
    if closed is not None:
        # The closing words, too, may have an office beside them.
        return closed if len(lines[closed].cells) > 1 else closed + 1
    return next((i for i, line in enumerate(lines) if _has_name_at_right(line)), None)


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
