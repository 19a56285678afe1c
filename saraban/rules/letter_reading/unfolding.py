"""A letter whose line ends were lost, unfolded again at the words that open a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.gathering import gathered
from saraban.rules.letter_reading.number_line import heading_number
from saraban.rules.letter_reading.page_lines import Line

_LONG = 60
_OPENS = re.compile(
    r"(?<=\S) (?=เรื่อง[ :]|(?:กราบ)?เรียน |อ้างถึง |สิ่งที่ส่งมาด้วย |ด้วย(?=[ก-ฮเ-ไ])|ตามที่|ตามหนังสือ"
    r"|เนื่องด้วย|จึง(?:ขอ)?(?:กราบ)?เรียนมา"
    r"|ขอแสดงความนับถือ|\((?:นาย|นาง|พล|ร้อย|พัน|ดร\.|ผู้ช่วยศ|รองศ|ศาสตราจ)[^()0-9]{4,50}\))"
)
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
    for line in gathered(lines):
        whole += _parts(line) if _is_folded(line) else [line]
    return whole


def _is_folded(line: Line) -> bool:
    if _ORDER_LINE.match(line.text):
        return True
    if len(line.text) < _LONG:
        return False
    if heading_number(line.text) and re.search(r" เรื่อง[ :]| (?:กราบ)?เรียน ", line.text):
        return True
    return "ขอแสดงความนับถือ" in line.text and len(line.text) > 200


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
