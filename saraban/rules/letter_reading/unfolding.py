"""A letter whose line ends were lost, unfolded again at the words that open a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.beside import set_apart
from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.foot_columns import in_columns
from saraban.rules.letter_reading.gathering import gathered
from saraban.rules.letter_reading.line_kinds import is_closing
from saraban.rules.letter_reading.number_line import heading_number
from saraban.rules.letter_reading.page_lines import Line
from saraban.rules.letter_reading.stamp_scraps import with_scraps_apart
from saraban.rules.letter_reading.toneless import toneless

_LONG = 60
_FILLED = 45
_HEADING_LINES = 15
_MOST_RUN_ON = 4
_OPENER = (
    r"(?:เรื่อง[ :]|(?:กราบ)?เรียน |อ้างถึง |สิ่งที่ส่งมาด้วย |ด้วย(?=[ก-ฮเ-ไ])|ตามที่|ตามหนังสือ"
    r"|เนื่องด้วย|จึง(?:ขอ)?(?:กราบ)?เรียนมา"
    r"|ขอแสดงความนับถือ|\((?:นาย|นาง|พล|ร้อย|พัน|ดร\.|ผู้ช่วยศ|รองศ|ศาสตราจ)[^()0-9]{4,50}\))"
)
_OPENS = re.compile(rf"(?<=\S) (?={_OPENER})")
_A_LABEL = "เรือง|เรียน|กราบเรียน|ถึง|อางถึง|สิงที|วันที|บันทึก|สวน"
_SUBJECT_AND_WHOM = re.compile(
    r"^เรื่อง[ :].{4,} (?:กราบ)?เรียน (?:ผู้|นาย|อธิ|ปลัด|หัวหน้า|คณบดี|ท่าน|เลขา|ประธาน|รอง|ทุก|กรรมการ|คุณ|ผอ)"
)
_CLOSED_MIDWAY = re.compile(r"\S ขอแสดงความนับถือ|ขอแสดงความนับถือ \(")
_ORDER_LINE = re.compile(
    r"^(?P<office>(?:คำสั่ง|ประกาศ)(?! ?ณ)[ก-๎ ().]{4,90}?)"
    r" (?P<number>ที่ ?[0-9๐-๙]{1,5} ?/ ?[0-9๐-๙]{2,4})"
    r" (?P<subject>เรื่อง .+)$"
)
_AFTER_NAME = re.compile(r"^(\((?:[^()0-9]{4,60})\)) (?=\S)")


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines as they were typed.

    Those that hold a whole heading or a whole letter are cut where lines begin, those broken
    inside a phrase are put together.
    """
    whole: list[Line] = []
    for line in _with_run_on_heading(gathered(with_scraps_apart(set_apart(lines)))):
        whole += _parts(line) if _is_folded(line) else [line]
    return in_columns(whole)


def _with_run_on_heading(lines: list[Line]) -> list[Line]:
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


def _is_folded(line: Line) -> bool:
    text = line.text
    if len(line.cells) > 1 and is_closing(line.cells[-1]):
        return False  # an office stands beside the closing words, in a column of its own
    if _ORDER_LINE.match(text) or _CLOSED_MIDWAY.search(text) or _SUBJECT_AND_WHOM.match(text):
        return True
    days = dates_in(text)
    if days and days[0].start == 0 and re.match(r" เรื่อง[ :]", text[days[0].end :]):
        return True
    if len(text) < _LONG:
        return False
    if heading_number(text) and re.search(r" เรื่อง[ :]| (?:กราบ)?เรียน ", text):
        return True
    return "ขอแสดงความนับถือ" in text and len(text) > 200


def _parts(line: Line) -> Iterable[Line]:
    is_first = True
    order = _ORDER_LINE.match(line.text)
    if order:
        for name in ("office", "number", "subject"):
            text = order[name].strip()
            yield replace(line, text=text, cells=(text,), is_after_blank=line.is_after_blank)
        return
    for part in _OPENS.split(line.text):
        for piece in _AFTER_NAME.sub(r"\1\n", part).split("\n"):
            for text in _without_day(piece) if is_first else [piece]:
                if text.strip():
                    yield replace(
                        line,
                        text=text.strip(),
                        cells=(text.strip(),),
                        is_after_blank=line.is_after_blank and is_first,
                    )
            is_first = False


def _without_day(text: str) -> list[str]:
    """The heading's number and office, and its day on a line of its own."""
    found = dates_in(text)
    if not found or not heading_number(text):
        return [text]
    return [text[: found[-1].start], text[found[-1].start :]]
