"""Frames that a text draws with strokes around a stamp or between the columns of a form.

+----------------+
| เลขรับ ๑๒๓      |      and      ที่   | ทส ๙๙๐๑/ว ๘๑   |
+----------------+
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.page_lines import Line

_EDGE = re.compile(r"[+|┌┐└┘├┤]?[-=─_+]{6,}[+|┌┐└┘├┤]|[+┌└├][-=─_+]{6,}")
_STROKES = " |│"
# A form copied as a web page's table: | ถึง | นายอำเภอทุกอำเภอ | จำนวน | ๓ แผ่น |.
_LABEL = re.compile(r"(?:ส่วนราชการ|จาก|(?:ส่ง)?ถึง|เรียน|เรื่อง|ที่|(?:ลง)?วันที่|อ้างถึง|สิ่งที่ส่งมาด้วย) ?:?")
# A table as web pages are written has every cell between strokes on a line without gaps.
_FEWEST_BETWEEN = 2


def without_frames(lines: Sequence[Line]) -> list[Line]:
    """The lines without such strokes; what stood in a frame begins after a blank."""
    whole: list[Line] = []
    is_after_edge = False
    for line in lines:
        if _EDGE.fullmatch(line.text):
            is_after_edge = True
            continue
        own = _without_strokes(line)
        if own is not None:
            is_after_blank = own.is_after_blank or is_after_edge
            whole.append(replace(own, is_after_blank=is_after_blank))
        is_after_edge = False
    return whole


def _without_strokes(line: Line) -> Line | None:
    """The line, its cells without the strokes beside them; None where nothing else stands."""
    inner = line.text.strip(_STROKES)
    pieces = tuple(piece for part in inner.split("|") if (piece := part.strip()))
    if line.text.startswith("|") and len(pieces) > 1 and _LABEL.fullmatch(pieces[0]):
        return replace(line, text=" ".join(pieces), cells=pieces, lefts=(), words=())
    is_framed = any(cell[:1] in _STROKES or cell[-1:] in _STROKES for cell in line.cells)
    if not is_framed or inner.count("|") > _FEWEST_BETWEEN:
        return line
    kept = [(at, own) for at, cell in enumerate(line.cells) if (own := cell.strip(_STROKES))]
    if not kept:
        return None
    cells = tuple(own for _, own in kept)
    lefts: tuple[float, ...] = ()
    if len(line.lefts) == len(line.cells):
        lefts = tuple(
            line.lefts[at] + len(line.cells[at]) - len(line.cells[at].lstrip(_STROKES))
            for at, _ in kept
        )
    words = tuple(word for word in line.words if word.text.strip(_STROKES))
    return replace(line, text=" ".join(cells), cells=cells, lefts=lefts, words=words)
