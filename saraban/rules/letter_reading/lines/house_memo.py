"""Memos on the form of a state enterprise: บันทึก beside its name, then จาก, เลขที่ and วันที่.

Its offices have no ส่วนราชการ: what stands behind จาก sent the memo, and belongs to the house
whose name is printed over it.
"""

import re
from collections.abc import Iterable, Sequence

from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line

_TITLE = re.compile(r"บันทึก(?:ภายใน(?:หน่วยงาน|องค์กร)?|ติดต่อ(?:งาน|ภายใน))?")
_MOST_BELOW = 4
_FROM = re.compile(r"^จาก(?: ?[:：] ?|[ .…]+)(?=[ก-ฮเ-ไ])")


def house_memo_line(lines: Sequence[Line], top: Iterable[int]) -> tuple[int, int] | None:
    """The line with จาก and where the office begins on it; None on what is no such memo."""
    top = list(top)
    titles = [i for i in top if any(_TITLE.fullmatch(cell) for cell in lines[i].cells)]
    if not titles or not any(_tells_number_and_day(lines[i]) for i in top):
        return None
    below = range(titles[0] + 1, min(titles[0] + 1 + _MOST_BELOW, len(lines)))
    for index in below:  # a label of forms for faxes and mails too, so kept out of other headings
        if found := _FROM.match(lines[index].text):
            return index, found.end()
    return None


def house_of_memo(lines: Sequence[Line], top: Iterable[int], sent_from: int) -> int | None:
    """The line with the name of the house over จาก, where it stands alone."""
    over = [i for i in top if i < sent_from and len(lines[i].cells) == 1 and is_unit(lines[i].text)]
    return over[0] if over else None


def _tells_number_and_day(line: Line) -> bool:
    return heading_number(line.text) is not None and "วันที่" in line.text
