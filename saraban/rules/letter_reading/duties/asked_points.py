"""The points of a list whose head asks: each is asked, though it opens with who is to do it.

Under จึงขอให้ stands ๑. หัวหน้าส่วนราชการแจ้งเวียนหน่วยงานในสังกัด: there is no ขอให้ of its own, and alone
the sentence would tell what somebody does.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_HEAD = toneless_shape(
    r"(?<!ได้)(?:(?:ขอ(?:ความ(?:ร่วมมือ|อนุเคราะห์)|ได้โปรด|โปรด|ให้)|โปรด|กรุณา)[^ ]{0,70}"
    r"(?: ?ดัง(?:ต่อไป)?นี้)?"
    # An office above just says ให้: จึงให้ฝ่ายต่าง ๆ ดำเนินการดังนี้.
    r"|จึง(?:เห็นควร)?(?:มอบหมาย)?ให้.{3,80}ดำเนินการ ?ดัง(?:ต่อไป)?นี้) ?:?$"
)
# A head that has the receiver itself act, not those who want to take part, nor whom it is to tell.
_TO_DO = toneless_shape(
    r"(?<!ได้)(?:ขอ(?:ความร่วมมือ|ได้โปรด|โปรด|ให้)|โปรด|กรุณา)"
    r"(?!ผู้(?:ที่)?(?:สนใจ|ประสงค์|สมัคร))"
    r"(?:(?!แจ้ง|กำชับ|เวียน|สั่งการ|ประชาสัมพันธ์)[^ ]){0,70}?(?<!การ)(?<!พิจารณา)"
    r"(?P<act>ดำเนินการ) ?ดัง(?:ต่อไป)?นี้ ?:?$"
)
_POINT = re.compile(r"(?:[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}[.)]?|\(?[0-9๐-๙]{1,2}[.)]|[-•]|\([ก-ฮ]\)) ?")
# The points may be the rows of a table, under the names of its columns.
_TABLE_HEAD = toneless_shape(r"(?:ลำดับ(?:ที่)?|ที่) [ก-๎ ]{4,80}$")
_ROW = re.compile(r"[0-9๐-๙]{1,2} (?=[ก-ฮเ-ไ])")
_EMPTY_CELL = re.compile("[-–— ]{1,3}")
# … or behind whom it is for: ส่วนราชการใดมีหน่วยเบิกจ่าย ให้แจ้ง….
_ASKS_ITSELF = toneless_shape(r"(?:[^ ]{2,80} )?(?:(?:ขอ)?ให้|โปรด|กรุณา|ขอความ|ฝาก)")
LET = "ให้"


def points_asked(paragraphs: Sequence[str]) -> dict[int, int]:
    """The points under a head that asks, each with where in it the words after its number begin.

    A point that itself says ให้ needs no other and is not among them.
    """
    found: dict[int, int] = {}
    is_open = is_table = False
    for place, paragraph in enumerate(map(toneless, paragraphs)):
        point = _POINT.match(paragraph) or (is_table and _ROW.match(paragraph)) or None
        if is_open and _TABLE_HEAD.match(paragraph):
            is_table = True
        elif is_table and _EMPTY_CELL.fullmatch(paragraph):
            continue
        elif is_open and point:
            if not _ASKS_ITSELF.match(paragraph, point.end()):
                found[place] = point.end()
        else:
            is_open, is_table = _HEAD.search(paragraph.rstrip()) is not None, False
    return found


def heads_to_act_on(
    paragraphs: Sequence[str], asking: Collection[int]
) -> Iterator[tuple[int, int, int]]:
    """Where heads say ดำเนินการ, from where to where, of whose points none asks in another word.

    asking are the paragraphs that ask; what they say is all that such a head means.
    """
    plain = [toneless(paragraph).rstrip() for paragraph in paragraphs]
    for place, paragraph in enumerate(plain):
        head = _TO_DO.search(paragraph)
        points = [below for below in range(place + 1, len(plain)) if _POINT.match(plain[below])]
        if head and points[:1] == [place + 1] and not any(point in asking for point in points):
            yield place, *head.span("act")


def place_in_print(place: int, asked_from: int, let: str = LET) -> int:
    """Where a place of a point that was read with let before its words is in the point itself."""
    return place - min(len(let), max(0, place - asked_from))
