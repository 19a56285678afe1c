"""Words of a damaged text spelt as they are meant, but for the letters of numbers and names.

ดรวจสอบ and จังห วัด are ตรวจสอบ and จังหวัด; what stands before the figures of an office is no word,
and nobody's name is either.
"""

import re

from saraban.thai.latin_for_thai import with_thai_letters
from saraban.thai.spelling import Mended, mended_places

_OF_NUMBER = re.compile(
    r"(?<![ก-๎])(?:ท[ก-๎'’]{0,3} *)?[ก-ฮ] ?[ก-ฮ]{1,3}(?:\.[ก-ฮ]{1,3})?\.? *(?:\([^()]{1,10}\) ?)?"
    # A temple's or a school's own has a figure or two: วปล. ๑๖/๒๕๔๗.
    r"(?=(?:[0-9๐-๙oO] ?){3}|[0-9๐-๙]{1,2}/[0-9๐-๙])"
    # The province in the number of the police: ๐๐๑๖(อย).๑๒, ๐๐๓๐(นบ)(๑๐).
    r"|(?<=[0-9๐-๙]) ?\([ก-ฮ]{1,4}\)(?=[ .(/0-9๐-๙])"
)
_NAME_ALONE = re.compile(r"(?:(?:ว่าที่)?[ก-๎.]{2,20} ?)?\([^()0-9๐-๙]{5,60}\)?")


def words_to_mend(text: str, *, are_tones_lost: bool = False) -> list[Mended]:
    """Where words of the text are misread, and the words; none of them in a number's letters."""
    numbers = [head.span() for head in _OF_NUMBER.finditer(text)]
    return [
        place
        for place in mended_places(text, are_tones_lost=are_tones_lost)
        if not any(start < place.end and place.start < end for start, end in numbers)
    ]


def with_words_spelt(cell: str, *, are_tones_lost: bool = False) -> str:
    """The text of a cell with its misread words put right; a name under a signature stays."""
    if _NAME_ALONE.fullmatch(cell):
        return cell
    cell = with_thai_letters(cell)
    for place in reversed(words_to_mend(cell, are_tones_lost=are_tones_lost)):
        cell = cell[: place.start] + place.text + cell[place.end :]
    return cell
