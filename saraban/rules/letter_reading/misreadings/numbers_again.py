"""Where a letter names letters by number and day, itself among them, and what may be misread there.

Under its heading a letter names itself again: over its annex or reply slip (แนบหนังสือ… ที่ กษ
๐๘๐๙.๒/ว ๘๑๗), in the line of the system that printed it, or where it says what to cite in the
answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saraban.rules.letter_reading.draft import NumberParts
from saraban.rules.letter_reading.lines.dates_in_text import DateFound, dates_in
from saraban.rules.letter_reading.lines.number_line import number_at
from saraban.rules.letter_reading.lines.page_lines import Line, Span

_TOLD = re.compile(
    r"(?:(?:ที่?|ท) ?|(?:[Ss]araban|สารบรรณ)[ก-๎A-Za-z ]{0,30}[:：] ?)"
    r"(?=[ก-ฮ]{2,4}\.? ?(?:\([ก-ฮ]{2,4}\.?\) ?)?\(?[0-9๐-๙])"
)
_ITSELF = re.compile(
    r"แนบ(?:ท้?าย)?(?:หนังสือ|บันทึก|ประกาศ|คำสั่ง)[^()\"“”]{0,90}$"
    r"|(?:[Ss]araban|สารบรรณ)[ก-๎A-Za-z ]{0,30}[:：] ?$"
)
_DATED = re.compile(r" ?(?:ลง ?(?:วันที่?)?|ลว\.?) ?")
# A figure as it is read, and the figures it may have been.
_MISREAD = {"5": "489", "2": "6", "0": "6", "3": "7"}
# What is rarer, and believed only where the letter names itself.
_SELDOM = _MISREAD | {"9": "1", "4": "5"}


@dataclass(frozen=True)
class ToldAgain:
    """A letter's number on a line, and the day behind it, is_dated where one was to follow.

    names_itself: the words before it say that it is this letter's own.
    """

    number: NumberParts
    is_dated: bool
    day: DateFound | None
    day_span: Span | None
    names_itself: bool


def numbers_told(lines: Sequence[Line]) -> Iterator[ToldAgain]:
    """Every coded number on the lines that follows ที่ or the name of a system."""
    for index, line in enumerate(lines):
        for word in _TOLD.finditer(line.text):
            number = number_at(line.text, word.end())
            if number is None:
                continue
            dated = _DATED.match(line.text, number.end)
            days = dates_in(line.text[dated.end() :]) if dated else []
            day = days[0] if days and days[0].start <= 3 else None
            at = dated.end() if dated else 0
            yield ToldAgain(
                number.parts,
                dated is not None,
                day,
                Span(index, at + day.start, at + day.end) if day else None,
                _ITSELF.search(line.text[: word.end()]) is not None,
            )


def was_misread(printed: str, told: str, *, seldom: bool = False) -> bool:
    """Whether the two differ, and in nothing but figures that are read for one another.

    seldom allows rarer ones too, and letters read for one figure or for several.
    """
    alike = _SELDOM if seldom else _MISREAD
    if printed == told:
        return False
    shape = ""
    for piece in re.findall("[A-Za-z]+|.", printed):
        if seldom and piece.isascii() and piece.isalpha():
            shape += f"[0-9]{{1,{len(piece)}}}"
        else:
            shape += f"[{re.escape(piece + alike.get(piece, ''))}]"
    return re.fullmatch(shape, told) is not None
