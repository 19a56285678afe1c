"""A letter whose line ends were lost, unfolded again at the words that open a line."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.line_kinds import is_closing
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import toneless
from saraban.rules.letter_reading.stamps.stamp_scraps import with_scraps_apart
from saraban.rules.letter_reading.unfolding.beside import set_apart
from saraban.rules.letter_reading.unfolding.chat_lines import without_chat_marks
from saraban.rules.letter_reading.unfolding.cited_heading import with_heading_in_lines
from saraban.rules.letter_reading.unfolding.day_columns import with_days_behind
from saraban.rules.letter_reading.unfolding.drawn_frames import without_frames
from saraban.rules.letter_reading.unfolding.foot_columns import in_columns
from saraban.rules.letter_reading.unfolding.form_rows import with_rows_parted
from saraban.rules.letter_reading.unfolding.gathering import gathered
from saraban.rules.letter_reading.unfolding.glued_foot import lines_of_foot
from saraban.rules.letter_reading.unfolding.glued_heading import lines_of_head
from saraban.rules.letter_reading.unfolding.glued_text import lines_of_text
from saraban.rules.letter_reading.unfolding.heading_blocks import with_blocks_in_one
from saraban.rules.letter_reading.unfolding.labels_apart import with_values_beside
from saraban.rules.letter_reading.unfolding.minutes_table import (
    with_cells_in_rows,
    with_rows_by_column,
)
from saraban.rules.letter_reading.unfolding.names_abreast import with_names_below
from saraban.rules.letter_reading.unfolding.stamp_behind_office import with_stamps_in_cells
from saraban.rules.letter_reading.unfolding.stamp_labels_apart import with_stamps_whole
from saraban.rules.letter_reading.unfolding.woven_stamps import unwoven

_FILLED = 45
_HEADING_LINES = 15
_MOST_RUN_ON = 4
_OPENER = (
    r"(?:เรื่อง[ :]|(?:กราบ)?เรียน |อ้างถึง |สิ่งที่ส่งมาด้วย |ด้วย(?=[ก-ฮเ-ไ])|ตามที่|ตามหนังสือ"
    r"|เนื่องด้วย|จึง(?:ขอ)?(?:กราบ)?เรียนมา"
    r"|ขอแสดงความนับถือ|\((?:นาย|นาง|พล|ร้อย|พัน|ดร\.|ผู้ช่วยศ|รองศ|ศาสตราจ)[^()0-9]{4,50}\))"
)
_A_LABEL = "เรือง|เรียน|กราบเรียน|ถึง|อางถึง|สิงที|วันที|บันทึก|สวน"
_HEAD_LABELS = ("subject", "addressees")
# In this order: frames go before what stands in them is looked at, a stamp is whole before it is
# set apart, and only what is left is the letter's own and may be put together.
_LINE_BY_LINE: tuple[Callable[[Sequence[Line]], list[Line]], ...] = (
    without_frames,
    with_rows_parted,
    without_chat_marks,
    with_stamps_whole,
    with_stamps_in_cells,
    unwoven,
    set_apart,
    with_scraps_apart,
    with_values_beside,
    with_heading_in_lines,
    with_blocks_in_one,
    gathered,
)
# These need lines that are already cut where lines begin.
_ONCE_CUT: tuple[Callable[[Sequence[Line]], list[Line]], ...] = (
    with_cells_in_rows,
    with_rows_by_column,
    with_days_behind,
    in_columns,
    with_names_below,
)


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines as they were typed.

    Those that hold a whole heading or a whole letter are cut where lines begin, those broken
    inside a phrase are put together.
    """
    for undo in _LINE_BY_LINE:
        lines = undo(lines)
    whole: list[Line] = []
    is_heading = True
    for line in _with_run_on_heading(lines):
        parts = _parts(line, is_heading=is_heading)
        whole += parts
        is_heading = is_heading and not any(label_of(part.text, _HEAD_LABELS) for part in parts)
    for undo in _ONCE_CUT:
        whole = undo(whole)
    return whole


def _with_run_on_heading(lines: Sequence[Line]) -> Sequence[Line]:
    """A heading that runs on from line to line as a sentence does, on one line."""
    for index, line in enumerate(lines[:_HEADING_LINES]):
        if not heading_number(line.text):
            continue
        after = [one.text for one in lines[index + 1 : index + 1 + _MOST_RUN_ON]]
        if len(line.text) < _FILLED or any(re.match(_A_LABEL, toneless(text)) for text in after):
            return lines
        for count in range(1, len(after) + 1):
            text = _run_on(line.text, after[:count])
            if re.search(r" เรื่อง[ :]", text) and re.search(r" (?:กราบ)?เรียน \S", text):
                joined = replace(
                    line,
                    text=text,
                    cells=(text,),
                    words=tuple(w for one in lines[index : index + 1 + count] for w in one.words),
                )
                return [*lines[:index], joined, *lines[index + 1 + count :]]
        return lines
    return lines


def _run_on(text: str, after: Sequence[str]) -> str:
    for more in after:
        is_inside = re.search("[ก-๎]$", text) and not re.match(_OPENER, more)
        is_inside = is_inside and not re.search(r"(?:^|\s)(?:เรื่อง|เรียน|อ้างถึง|ที่)$", text)
        text += more if is_inside and re.match("[ก-๎]", more) else f" {more}"
    return text


def _parts(line: Line, *, is_heading: bool) -> list[Line]:
    """The lines that stand in one, the first of them after the blank before it."""
    if len(line.cells) > 1 and is_closing(line.cells[-1]):
        return [line]  # an office stands beside the closing words, in a column of its own
    texts = lines_of_head(line.text) if is_heading else [line.text]
    texts = [part for text in texts for part in lines_of_foot(text)]
    if len(texts) == 1:
        return [line]
    texts = [part for text in texts for part in lines_of_text(text)]
    first, *others = (replace(line, text=text, cells=(text,)) for text in texts)
    return [first, *(replace(other, is_after_blank=False) for other in others)]
