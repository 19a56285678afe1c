"""A letter that a news story or a web page tells of or quotes: which text is the letter's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from saraban.rules.letter_reading.lines.anatomy import Anatomy, opens_body
from saraban.rules.letter_reading.lines.line_kinds import MEMO
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import (
    is_post,
    is_titled,
    is_unit,
    without_address,
)
from saraban.rules.letter_reading.lines.page_lines import Joined, Line

_SHORT = 40
# A line that broke before the number of a letter told of goes on behind it.
_TOLD_BEHIND = re.compile(r" ?ลงวันที่.{8,}(?: (?:เรื่อง|ส่ง|ถึง|ลงนาม|แจ้ง|โดย|ระบุ)|$)")
_TELLS = re.compile(
    r"(?:ลงนาม|ลงชื่อ|ทำหนังสือ|มีหนังสือ|ออกหนังสือ|ส่งหนังสือ|ร่อนหนังสือ|เวียนหนังสือ"
    # Who tells of a letter he got speaks of it as a thing: หัวหนังสือเขียนว่า, คนที่เซ็นหนังสือ.
    r"|เซ็นหนังสือ|(?:หัว|ท้าย|เนื้อความใน)หนังสือ|หนังสือ[ก-๎]{0,12}เขียนว่า)"
)
_ITEM = re.compile(r"\(?[0-9๐-๙]{1,2}[.)]")
_LONG = 130  # a line so long holds a whole paragraph
_UNBROKEN = 300  # and where one is so long no line was broken
_PROSE = 110  # and one so long is none of a heading's
_QUOTED = re.compile(r"“(?P<curly>[^”]{40,}?)”|(?<![^\s])\"(?P<straight>[^\"]{40,}?)\"")
# Where a story was broken into lines, a blank stood before these.
_OPENS_CLAUSE = re.compile(
    r"(?:ส่ง|เรียน|แจ้ง)?ถึง|เรียน |(?:ใน)?เรื่อง|โดย|ลงวันที่|ลงนาม|ลงชื่อ|ปฏิบัติราชการ|รักษา(?:ราชการ|การ)"
    r"|เพื่อ|ได้|และ|ทั้งนี้|ให้"
    r"|ตำแหน่ง|สำหรับ|ประกอบกับ|เขต [0-9๐-๙]|ขอ|ซึ่ง|พร้อม|หาก|สอบถาม|จึง|จาก|เนื่อง|ระบุ|ด่วน|ที่ [ก-ฮ]"
)
_LETTER_ENDS = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|ประกาศ)|จึง(?:ขอ|กำชับ|ให้)|ถือปฏิบัติ")
# Somebody is quoted there, not the letter.
_SAYS = re.compile(
    r"(?:(?<!ดัง)กล่าว|เผย|ให้สัมภาษณ์|บอก|ยืนยัน|ชี้แจง|โพสต์|ข้อความว่า|ความเห็น|คอมเมนต์)[^“”\"\n]{0,40}$"
)
_MOST_OF_LETTERHEAD = 5
_FEWEST_QUOTED = 120
# Under a story a site prints what is none of it.
_SITE_FOOT = re.compile(
    r"(?:ข่าว|เรื่อง|บทความ)?ที่เกี่ยวข้อง ?:?$"
    r"|(?:ข่าว|เรื่อง|บทความ)(?:ที่)?(?:เกี่ยวข้อง|น่าสนใจ|แนะนำ|ล่าสุด)|อ่าน(?:ข่าว)?เพิ่มเติม"
    r"|(?:แท็ก|แท็กส์|Tags?|ป้ายกำกับ) ?[:：]|ความคิดเห็น ?\(|แสดงความคิดเห็น|ติดตามข่าว"
    r"|#[ก-๎A-Za-z]|ลิขสิทธิ์|©"
)


@dataclass(frozen=True)
class Story:
    """A story's text, a line end after each paragraph, and where it quotes the letter."""

    text: Joined
    quotes: tuple[tuple[int, int], ...] = ()

    @property
    def told(self) -> str:
        """The text with blanks for what is quoted: only what the story itself says."""
        told = self.text.text
        for start, end in self.quotes:
            told = told[:start] + " " * (end - start) + told[end:]
        return told


def is_told_in_prose(anatomy: Anatomy) -> bool:
    """Whether the text has no field of a letter under its label, but only paragraphs.

    A paragraph may open with the word of a label: เรื่องดังกล่าว….
    """
    lines = anatomy.lines
    if anatomy.name_at is not None:
        return False
    fields = [
        numbers[0]
        for numbers in anatomy.labelled.lines_of.values()
        if len(lines[numbers[0]].text) <= _PROSE
    ]
    own = [lines[index] for index in anatomy.own]
    if any(_opens_letter(line) for line in own):
        return False
    if not fields:
        return True
    # Lines that broke may open with the word of a label as well; a letter has more than one, and
    # no paragraph before them.
    over = own if len(fields) == 1 else [lines[i] for i in anatomy.own if i < min(fields)]
    return anatomy.closed_at is None and _is_running(over) and _tells_of_letter(over)


def is_quoted_in_story(anatomy: Anatomy) -> bool:
    """Whether paragraphs of a story stand before the letter's own heading.

    Its fields stand behind that heading; a number at a line's head may be one that a letter cites.
    """
    own = [anatomy.lines[index] for index in anatomy.own]
    before = list(takewhile(lambda line: not _opens_letter(line), own))
    fields = [numbers[0] for numbers in anatomy.labelled.lines_of.values()]
    if len(before) == len(own) or "addressees" not in anatomy.labelled.lines_of:
        return False
    if _is_letterhead(before):
        return False
    return _is_running(before) and min(fields) >= anatomy.own[len(before)]


def lines_of_quoted(anatomy: Anatomy) -> list[Line]:
    """The lines from the heading on of a letter that a story quotes."""
    own = [anatomy.lines[index] for index in anatomy.own]
    return list(dropwhile(lambda line: not _opens_letter(line), own))


def _is_running(lines: Sequence[Line]) -> bool:
    """Whether a paragraph stands among the lines, on one long line or on several."""
    length = 0
    for line in lines:
        is_more = not line.is_after_blank and length > 0
        length = len(line.text) + (length if is_more else 0)
        if len(line.text) > _LONG or (is_more and length > _LONG and len(line.text) > _SHORT):
            return True
    return False


def _is_letterhead(lines: Sequence[Line]) -> bool:
    """Whether what stands over a number is the office and its address, however long they are."""
    texts = [line.text for line in lines]
    return (
        0 < len(texts) <= _MOST_OF_LETTERHEAD
        and is_unit(texts[0])
        and any(without_address(text) != text for text in texts)
        and not _tells_of_letter(lines)
    )


def _opens_letter(line: Line) -> bool:
    number = heading_number(line.text) if len(line.text) <= _PROSE else None
    is_told = number is not None and _TOLD_BEHIND.match(line.text[number.end :]) is not None
    return (number is not None and not is_told) or MEMO.match(line.text) is not None


def _tells_of_letter(lines: Sequence[Line]) -> bool:
    return any(_TELLS.search(line.text) for line in lines)


def story_of(anatomy: Anatomy) -> Story:
    """The whole text, paragraph by paragraph, down to what the site prints under it."""
    whole = Joined()
    for paragraph in _paragraphs(anatomy.lines):
        if whole.text:
            whole.text += "\n"
            whole.places.append(whole.places[-1])
        whole.text += paragraph.text
        whole.places += paragraph.places
    return Story(whole, _quotes_in(whole.text))


def letter_in(story: Story, start: int = 0) -> list[Joined]:
    """The paragraphs that are the letter's own: what is quoted, else all from start on.

    The headline and the lead before it say the same once more.
    """
    text = story.text.text
    parts = story.quotes or ((start, len(text)),)
    edges = [edge for start, end in parts for edge in _edges_of_paragraphs(text, start, end)]
    return [part for part in (story.text.part(*edge) for edge in edges) if part.text]


def _edges_of_paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in re.finditer(r"[^\n]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def _paragraphs(lines: Sequence[Line]) -> list[Joined]:
    """The text by paragraphs: a blank line, an item's number or a line without end parts them."""
    paragraphs: list[Joined] = []
    is_unbroken = max((len(line.text) for line in lines), default=0) > _UNBROKEN
    is_over = True
    for index, line in enumerate(lines):
        if index and _SITE_FOOT.match(line.text) and len(line.text) <= _PROSE:
            if any(len(more.text) > _PROSE for more in lines[index:] if _tells_of_letter([more])):
                continue  # a link between paragraphs of the story
            break
        if is_over or line.is_after_blank or _ITEM.match(line.text):
            paragraphs.append(Joined())
        gap = " " if _opens_clause(line.text) else None
        paragraphs[-1].add(index, line.text, between=gap)
        is_over = is_unbroken or len(line.text) > _LONG
    return paragraphs


def _opens_clause(text: str) -> bool:
    return _OPENS_CLAUSE.match(text) is not None or is_post(text) or is_titled(text)


def _quotes_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where the letter's own words are quoted; nothing for a few words only."""
    found = []
    for quote in _QUOTED.finditer(text):
        start, end = quote.span(quote.lastgroup or 0)
        is_letter = opens_body(text[start:end]) or _LETTER_ENDS.search(text[start:end])
        if is_letter and not _SAYS.search(text[: start - 1]):
            found.append((start, end))
    return tuple(found) if sum(end - start for start, end in found) >= _FEWEST_QUOTED else ()
