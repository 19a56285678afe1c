"""Which lines stand in the column of a stamp, and which to one side of it."""

from saraban.rules.letter_reading.lines.page_lines import Line


def stands_beside(line: Line, stamp: Line) -> bool:
    """Whether a line stands wholly to one side of the stamp's row, where places are known."""
    if not line.words or not stamp.words:
        return False
    left, right = line.words[0].box[0], line.words[-1].box[2]
    return right < stamp.words[0].box[0] or left > stamp.words[-1].box[2]
