"""Pages as lines of words with boxes, and joined text that still knows where it stood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from saraban.rules.letter_reading.lines.broken_addresses import is_address_broken
from saraban.rules.letter_reading.lines.broken_figures import is_figure_broken
from saraban.thai.digits import to_arabic
from saraban.thai.page_repair import mender_of
from saraban.thai.text import repair

# Left, top, right, bottom in points from the page's upper left corner.
Box = tuple[float, float, float, float]

_COLUMN_GAP = re.compile(r" *\t[ \t]*| {3,}")
_THAI_LETTER = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e]")
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|td|tr|div|span|strong|em)(?:\s[^<>]{0,200})?/?>|\*\*|&nbsp;", re.IGNORECASE
)
# What Word leaves in its text of links, boxes to tick and page numbers.
_FIELD_CODE = re.compile(
    r"HYPERLINK +\"[^\"]{0,200}\"|FORMCHECKBOX|(?:NUM)?PAGES? +\\\* MERGEFORMAT(?: [0-9]{1,3})?"
)
_INDENT = re.compile(r"[ \t]*")
_FIGURE = re.compile("[0-9\u0e50-\u0e59]")
_TAB_WIDTH = 8
# Of a page of that many lines so few follow each other closely only where all are set apart.
_FEWEST_LINES = 12
_MOST_CLOSE = 0.1
_OF_YEAR = re.compile(r"ประจำปี(?:งบประมาณ|การศึกษา)? ?(?:พ\.ศ\. ?)?[0-9๐-๙]{4}")
_YEARLY = ("รายงาน", "แผน", "ปฏิบัติการ", "สุขภาพ", "ประชุม", "ใหญ่", "สามัญ", "งบประมาณ")


@dataclass(frozen=True)
class Rival:
    """What a digit at this place of a text may be instead; share is how likely, 0 to 1."""

    place: int
    text: str
    share: float


@dataclass(frozen=True)
class Word:
    """A piece of a line between blanks, where it stands on the page, and what read it.

    rivals are the other readings of its digits that its reader told.
    """

    text: str
    box: Box
    source: str = "text"
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of a page, its text repaired.

    cells are the parts that wide gaps set apart; text is the cells with single blanks.
    indent counts characters (text) or points (PDF), comparable within one file only.
    width is how far the line reaches, in the same measure. is_aside: it stands in a column
    at the right edge, as the responsible unit of a table's row does. lefts tell where the cells
    of a text begin; elsewhere the words do. printed is the text before misread words were put
    right, "" where none was; a part of a line keeps what was printed on the whole of it.
    is_of_receiver: the office that received the letter pressed it on, and it is no receipt.
    """

    page: int
    text: str
    cells: tuple[str, ...]
    words: tuple[Word, ...] = ()
    indent: float = 0.0
    width: float = 0.0
    is_after_blank: bool = False
    is_aside: bool = False
    source: str = "text"
    confidence: float = 1.0
    lefts: tuple[float, ...] = ()
    printed: str = ""
    is_of_receiver: bool = False

    @property
    def arabic(self) -> str:
        """The text with Arabic digits; every character keeps its place."""
        return to_arabic(self.text)

    def extent(self, at: int) -> tuple[float, float] | None:
        """From where to where a cell reaches, in the measure of indent; None where unknown."""
        if len(self.lefts) == len(self.cells):
            return self.lefts[at], self.lefts[at] + len(self.cells[at])
        if len(self.words) != len(self.text.split(" ")):
            return None
        words = self.part(at, at + 1).words
        return words[0].box[0], words[-1].box[2]

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around the words that the characters start to end touch."""
        touched = [word for word, _ in self._touched(start, end)] or [*self.words]
        # A blank set into a word (/ว๔๑๘๖) is no reason to leave it out of the picture.
        touched += [word for word in self.words if self._is_spaced_out(word, start, end)]
        return around([word.box for word in touched])

    def source_of(self, start: int, end: int) -> str:
        """What read the characters start to end: the digit reader only what holds its figures."""
        if self.source != "digits":
            return self.source
        if not _FIGURE.search(self.text[start:end]):
            return "ocr"
        # A word that was spelt anew is not found any more: then its line tells.
        figures = [word for word, _ in self._touched(start, end) if _FIGURE.search(word.text)]
        is_ocr = figures and all(word.source == "ocr" for word in figures)
        return "ocr" if is_ocr else "digits"

    def part(self, start: int, end: int) -> "Line":
        """The cells start to end as a line, with their own words where these are known."""
        cells = self.cells[start:end]
        words = self.words
        if len(words) == len(self.text.split(" ")):
            first = sum(len(cell.split(" ")) for cell in self.cells[:start])
            words = words[first : first + sum(len(cell.split(" ")) for cell in cells)]
        lefts = self.lefts[start:end] if len(self.lefts) == len(self.cells) else ()
        return replace(self, text=" ".join(cells), cells=cells, words=words, lefts=lefts)

    def rivals_in(self, start: int, end: int) -> list[Rival]:
        """The other readings of the digits from start to end, placed in the line's text."""
        placed = [
            replace(rival, place=found + rival.place)
            for word, found in self._touched(start, end)
            for rival in word.rivals
        ]
        return [rival for rival in placed if start <= rival.place < end]

    def _is_spaced_out(self, word: Word, start: int, end: int) -> bool:
        """Whether the word is nowhere in the text as it was read, but here with blanks in it."""
        printed = "".join(self.text[start:end].split())
        return word.text not in self.text and len(word.text) > 1 and word.text in printed

    def _touched(self, start: int, end: int) -> Iterator[tuple[Word, int]]:
        """The words that the characters start to end touch, and where each begins."""
        at = 0
        for word in self.words:
            found = self.text.find(word.text, at)
            if found < 0:
                continue
            at = found + len(word.text)
            if found < end and at > start:
                yield word, found


@dataclass(frozen=True)
class Page:
    """A page of a file: its lines from top to bottom. number counts from 1."""

    number: int
    lines: tuple[Line, ...]
    is_doubtful: bool = False


@dataclass(frozen=True)
class Span:
    """Characters start to end of the line with this index among the letter's lines."""

    line: int
    start: int
    end: int


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around all of them; None for no box."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def pages_of_text(text: str) -> tuple[Page, ...]:
    """The pages of a text file; a form feed ends one."""
    pages = []
    for number, page in enumerate(repair(text).rstrip("\f").split("\f"), start=1):
        pages.append(Page(number, tuple(_lines_of_text(number, mender_of(page)(page)))))
    return tuple(pages)


def _lines_of_text(number: int, page: str) -> Iterable[Line]:
    is_after_blank = True
    for printed in _without_double_spacing(page.split("\n")):
        for part in re.split(r"(?<=</p>)\s*(?=<p>)", _FIELD_CODE.sub(" ", printed)):
            placed = list(_cells_in(part))
            if not placed:
                is_after_blank = True
                continue
            cells, lefts = zip(*placed, strict=True)
            lead = _INDENT.match(part)
            indent = len(lead[0].expandtabs(_TAB_WIDTH)) if lead else 0
            text = " ".join(cells)
            yield Line(
                page=number,
                text=text,
                cells=cells,
                indent=indent,
                width=indent + len(text),
                is_after_blank=is_after_blank,
                lefts=lefts,
            )
            is_after_blank = False


def _without_double_spacing(printed: list[str]) -> list[str]:
    """The lines, without the blank one that some programs put behind every line."""
    full = [place for place, line in enumerate(printed) if line.strip()]
    close = sum(after - before == 1 for before, after in pairwise(full))
    if len(full) < _FEWEST_LINES or close > len(full) * _MOST_CLOSE:
        return printed
    return [
        line
        for place, line in enumerate(printed)
        if line.strip() or not (place and printed[place - 1].strip())
    ]


def _cells_in(part: str) -> Iterator[tuple[str, float]]:
    """The cells of a line of text, and the character at which each begins."""
    start = 0
    for end, after in [*(gap.span() for gap in _COLUMN_GAP.finditer(part)), (len(part), 0)]:
        if cell := _one_blank(part[start:end]):
            lead = len(part[start:end]) - len(part[start:end].lstrip())
            yield cell, float(len(part[: start + lead].expandtabs(_TAB_WIDTH)))
        start = after


def _one_blank(text: str) -> str:
    return " ".join(_TAG.sub(" ", text).split())


@dataclass
class Joined:
    """Text put together from lines, each character remembering its line and place."""

    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def arabic(self) -> str:
        """The text with Arabic digits; every character keeps its place."""
        return to_arabic(self.text)

    def add(self, index: int, text: str, offset: int = 0, between: str | None = None) -> None:
        """Append the text of line `index`, which starts there at `offset`.

        between overrides the joint: nothing inside a Thai word, otherwise a blank. The halves of
        a figure or an e-mail address are joined in any case.
        """
        if self.text:
            joint = _joint(self.text, text) if between is None else between
            if is_figure_broken(self.text, text) or is_address_broken(self.text, text):
                joint = ""
            self.text += joint
            self.places += [self.places[-1]] * len(joint)
        self.text += text
        self.places += [(index, offset + place) for place in range(len(text))]

    def part(self, start: int, end: int) -> "Joined":
        """The characters start to end, without blanks around them, each at its old place."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        return Joined(text, self.places[start : start + len(text)])

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where the characters start to end stand, one span a line."""
        spans: dict[int, Span] = {}
        for line, place in self.places[start:end]:
            old = spans.get(line, Span(line, place, place + 1))
            spans[line] = Span(line, min(old.start, place), max(old.end, place + 1))
        return tuple(spans.values())


def _joint(before: str, after: str) -> str:
    """Thai wraps between words without a hyphen and without a blank.

    The year that a matter is of stands apart: ภัยแล้ง ประจำปี ๒๕๖๑, but รายงานประจำปี ๒๕๖๑. So does
    the place: จัดประชุม ณ ศาลากลาง, and the era of a year.
    """
    if _OF_YEAR.match(after) and not before.endswith(_YEARLY):
        return " "
    if after.startswith(("ณ ", "พ.ศ.")):
        return " "
    wraps = _THAI_LETTER.match(before[-1:]) and _THAI_LETTER.match(after[:1])
    return "" if wraps else " "


def joined(lines: Sequence[Line], indexes: Iterable[int], *, blank: bool = False) -> Joined:
    """The lines with these indexes as one text; blank keeps a blank between any two."""
    whole = Joined()
    for index in indexes:
        whole.add(index, lines[index].text, between=" " if blank else None)
    return whole
