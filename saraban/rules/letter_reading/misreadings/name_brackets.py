"""The brackets round a name under a signature, where a scan lost one of them."""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.lines.office_words import is_titled

_LOST_OPENING = re.compile(r"^[ก-๎.]{3,24}(?: [ก-๎.]{2,24}){1,3}\)$")
_LONGEST_NAME = 60
_JUNK_BEFORE_NAME = re.compile(r"^(?![ก-๎.]{0,3}(?:พล|ร้อย|พัน|ว่าที่|ลง))[^()]{1,7}(?=\([^()]{6,60}\)$)")
# A bracket that the line above leaves open ends here: งานวัดผล (ครู, ทดลอง).
_LEFT_OPEN = re.compile(r"[^ ]+ \([^()]*$")


def with_both_brackets(cells: Sequence[str], above: str) -> list[str]:
    """The cells of a line, a name that lost one of its brackets with both; above is the line above.

    Wide blanks may part a name from its title: then each cell has the bracket of its own side.
    """
    if len(cells) > 1 and cells[0].startswith("(") and cells[-1].endswith(")"):
        return list(cells)
    is_open = _LEFT_OPEN.search(above) is not None
    return [_with_brackets(cell, is_open) for cell in cells]


def _with_brackets(cell: str, is_open: bool) -> str:
    if _LOST_OPENING.match(cell) and not is_open:
        return f"({cell}"
    if (junk := _JUNK_BEFORE_NAME.match(cell)) and is_titled(cell[junk.end() + 1 :].strip()):
        return cell[junk.end() :]
    if cell.startswith("(") and ")" not in cell and " " in cell and is_titled(cell[1:].strip()):
        return f"{cell})" if len(cell) < _LONGEST_NAME else cell
    return cell
