"""Lines that a web page or a word processor broke inside a phrase, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_titled, is_unit
from saraban.rules.letter_reading.lines.page_lines import Line

_ALONE = re.compile(r"^(?:เลข)?ที่?[ .:]*$")
_PIECE = re.compile(r"^[ก-ฮ.() ]{1,12}$|[0-9๐-๙]")
_DAY_AND_MONTH = re.compile(r"^(?:วันที่ ?)?[0-9๐-๙]{1,2} ?(?:เดือน ?)?[ก-๎.]{3,12}$")
_YEAR = re.compile(r"^(?:พ\.?ศ\.? ?|พุทธศักราช ?)?[2๒][4-6๔-๖][0-9๐-๙]{2}$")
# A title on two lines: the kind, and the office that publishes.
_TITLES = ("คำสั่ง", "ประกาศ")
_UNDER_TITLE = re.compile(r"(?:ที่ ?[0-9๐-๙]|เรื่อง|\(?ฉบับที่)")
_ISSUED = re.compile(r"^(?:จึง)?(?:ประกาศ|สั่ง|ให้ไว้)$")
_ON_THE_DAY = re.compile(r"^ณ ?วันที่")
# A long name in its brackets on two lines: (รองศาสตราจารย์ ดร.ทดลอง น้ำใส, ณ บางทดสอบ). The reader
# of scans has closed the first bracket by itself.
_OPEN_NAME = re.compile(r"\((?P<name>[^()0-9]{8,60})\)?")
_REST_OF_NAME = re.compile(r"[ก-๎. ]{2,30}\)")
# A letter named at a line's end, its day on the next: that day is not the letter's own.
_DATED = re.compile(r"[0-9๐-๙][ )]*(?:ฉบับ)?ลง(?:วัน)?$")
_DAY_NAMED = re.compile(r"^(?:วัน)?ที่ ?[0-9๐-๙]{1,2} ")
_MOST_PIECES = 3


def gathered(lines: Sequence[Line]) -> list[Line]:
    """The lines, with ที่ and its number, a day and its year, สั่ง and its day on one line."""
    whole: list[Line] = []
    index = 0
    while index < len(lines):
        taken = _taken_from(lines, index)
        whole.append(_as_one(lines[index : index + taken]))
        index += taken
    return whole


def _taken_from(lines: Sequence[Line], index: int) -> int:
    """How many lines belong together from this one on."""
    text = lines[index].text
    following = [line.text for line in lines[index + 1 : index + 1 + _MOST_PIECES]]
    if not following:
        return 1
    if _ALONE.match(text):
        return _with_number(text, following)
    if _DAY_AND_MONTH.match(text) and _YEAR.match(following[0]):
        return 2
    if _is_open_name(text) and _REST_OF_NAME.fullmatch(following[0]):
        return 2
    if text in _TITLES and is_unit(following[0]) and _UNDER_TITLE.match(" ".join(following[1:])):
        return 2
    if _ISSUED.match(text) and _ON_THE_DAY.match(following[0]):
        return 2
    if _DATED.search(text) and _DAY_NAMED.match(following[0]):
        return 2
    return 1


def _with_number(text: str, following: Sequence[str]) -> int:
    for count, piece in enumerate(following, start=1):
        if not _PIECE.search(piece):
            return 1
        text = f"{text} {piece}"
        number = heading_number(text)
        if number and number.parts.running:
            return count + 1
    return 1


def _is_open_name(text: str) -> bool:
    name = _OPEN_NAME.fullmatch(text)
    return name is not None and is_titled(name["name"].strip())


def _as_one(parts: Sequence[Line]) -> Line:
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    head, joint = first.text, " "
    if _is_open_name(head):
        head = head.removesuffix(")")
        # Behind a first name the last one follows; else the line broke inside of that.
        joint = " " if is_titled(head.lstrip("( ").split(" ")[-1]) else ""
    elif head.endswith("ลงวัน") or head in _TITLES:
        joint = ""
    texts = [head, *(line.text for line in parts[1:-1])]
    return replace(
        first,
        text=joint.join([*texts, last.text]),
        cells=(joint.join([*texts, last.cells[0]]), *last.cells[1:]),
        words=tuple(word for line in parts for word in line.words),
        width=max(line.width for line in parts),
        confidence=min(line.confidence for line in parts),
    )
