"""Text whose paragraphs and numbered points were glued together, cut where each begins."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from saraban.thai.digits import to_arabic

# Words that open the text of a letter.
BODY = re.compile(
    r"(?<!มา)(?<!ว่า)(?<!ร่วม)(?<!พร้อม)(?<!เนื่อง)(?<!ช่วย)ด้วย(?= ?[ก-ฮเ-ไ])"
    r"|ตามที่|ตาม(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ|โทรสาร|วิทยุ)|เนื่อง(?:ด้วย|จาก|ใน)|อนุสนธิ|สืบเนื่อง|โดยที่|อาศัยอำนาจ"
    r"|เพื่อให้|พร้อม(?:หนังสือ)?นี้|ข้าพเจ้า|[1๑]\. ?(?=ต้นเรื่อง|เรื่องเดิม|ข้อเท็จจริง|ความเป็นมา)"
)
# A sentence that tells what went before ends with a นั้น of its own.
_PARAGRAPH = re.compile(r"(?<= นั้น)(?=[ก-ฮเ-ไ])|(?<=[ก-๎0-9๐-๙])(?<!ตั้งแต่)(?=ในการนี้|บัดนี้|ทั้งนี้)")
_POINT = r"(?:(?<![0-9.])|(?<=2[4-6][0-9]{{2}})){number}[.)] ?(?=[ก-ฮเ-ไ])"


def cut_at(text: str, places: Iterable[int]) -> list[str]:
    """The pieces of a text between these places, without blanks around them."""
    edges = sorted({0, *places, len(text)})
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    return [piece for piece in pieces if piece]


def lines_of_text(text: str) -> list[str]:
    """The paragraphs and the points, ๑. ๒. ๓., that stand in a text out of a glued letter."""
    places = [found.start() for found in _PARAGRAPH.finditer(text)]
    points = list(_points(to_arabic(text)))
    return cut_at(text, [*places, *points] if len(points) > 1 else places)


def _points(line: str) -> Iterator[int]:
    """Where points begin that count up from 1; the 2. behind a year is one too: ๒๕๖๐๒. แผน."""
    number, at = 1, 0
    while point := re.compile(_POINT.format(number=number)).search(line, at):
        yield point.start()
        number, at = number + 1, point.end()
