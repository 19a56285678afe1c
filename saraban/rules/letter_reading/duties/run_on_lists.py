"""Paragraphs that run on through numbered points, parted so that each point stands by itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from saraban.rules.letter_reading.duties.closing_words import STARTS
from saraban.rules.letter_reading.lines.narration import narrated_until
from saraban.rules.letter_reading.lines.page_lines import Joined
from saraban.rules.letter_reading.lines.toneless import toneless

_POINT = re.compile(r"(?:^|(?<= ))\(?(?P<number>[0-9]{1,2})[.)] ?(?=[ก-ฮเ-ไ“\"])")
_CITED_POINT = re.compile(r"(?:ข้อ|ที่|หมวด|ลำดับ|หน้า|วันที่) ?$")


def parted(body: Sequence[Joined]) -> list[Joined]:
    """The paragraphs, those cut at their points that hold a list: ดังนี้ ๑. … ๒. … ๓. ….

    What a closing sentence lists (จึงเรียนมาเพื่อโปรด ๑. ทราบ ๒. พิจารณา) and what an earlier letter
    listed stays together.
    """
    return [part for paragraph in body for part in _parts(paragraph)]


def _parts(paragraph: Joined) -> Iterator[Joined]:
    points = list(_points(paragraph.arabic))
    is_list = len(points) > 1 and points[0] >= narrated_until(paragraph.text)
    if not is_list or STARTS.search(toneless(paragraph.text[: points[0]])):
        yield paragraph
        return
    edges = sorted({0, *points, len(paragraph.text)})
    for start, end in pairwise(edges):
        yield paragraph.part(start, end)


def _points(line: str) -> Iterator[int]:
    """Where points begin that count up from 1, or from the number the paragraph opens with."""
    awaited = None
    for point in _POINT.finditer(line):
        number = int(point["number"])
        if awaited is None and (number == 1 or point.start() == 0):
            awaited = number
        if number == awaited and not _CITED_POINT.search(line[: point.start()]):
            awaited += 1
            yield point.start()
