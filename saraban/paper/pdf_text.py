"""The text of a PDF or text file as pages of lines with boxes, and whether to believe it.

Poppler reads the PDF in a child process with limits on time, memory and output: a hostile
file ends that process and no other. `-raw` keeps the order in which the text was written,
the only order that kept Thai whole for every producer tried (see the test on samples).
"""

import html
import re
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from saraban.errors import (
    EmptyFile,
    FileTooLarge,
    PdfDamaged,
    PdfLocked,
    TooManyPages,
    TooMuchText,
)
from saraban.paper.limited import MOST_OUTPUT_BYTES, run_limited
from saraban.paper.sheets import Sheet
from saraban.rules.letter_reading.lines.page_lines import Line, Page, Word, around, pages_of_text
from saraban.thai.lost_tones import has_lost_tones
from saraban.thai.page_repair import mender_of
from saraban.thai.text import repair

MOST_PAGES = 200
MOST_BYTES = 64 * 1024 * 1024
MOST_TEXT_BYTES = 2 * 1024 * 1024
_WORDS = ("pdftotext", "-q", "-raw", "-bbox", "-cropbox", "-enc", "UTF-8")
_PAGE = re.compile(r'<page width="[0-9.]+" height="[0-9.]+">')
_WORD = re.compile(
    r'<word xMin="(?P<left>-?[0-9.]+)" yMin="(?P<top>-?[0-9.]+)" xMax="(?P<right>-?[0-9.]+)"'
    r' yMax="(?P<bottom>-?[0-9.]+)">(?P<text>.*?)</word>'
)
_PAGE_COUNT = re.compile(r"^Pages:\s+([0-9]+)", re.MULTILINE)
_PAGE_SIZE = re.compile(r"^Page +[0-9]+ size: +(\S+) x (\S+) pts", re.MULTILINE)
_PAGE_ROT = re.compile(r"^Page +[0-9]+ rot: +([0-9]+)", re.MULTILINE)
_HAS_SCRIPT = re.compile(r"^JavaScript:\s+yes", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_LETTER = re.compile(r"[^\W\d_]|[\u0e30-\u0e4e]")
_LETTER_OF_ITS_OWN = re.compile("[\u0e01-\u0e2e0-9A-Za-z\u0e50-\u0e59]")
_LEAST_WIDTH = 0.01  # points
_LOOSE_MARK = re.compile("(?:^|(?<=\\s))[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")

# Of points, so that an indent or a width compares with one counted in characters.
_POINTS_A_CHARACTER = 6.0
# Of a side: 14,400 is the largest page a PDF may have; a reader may scale it by as much again.
_MOST_POINTS = 200_000.0
_FEWEST_LETTERS = 25
_MOST_PRIVATE_SHARE = 0.01
_MOST_LOOSE_SHARE = 0.02
_LEAST_THAI_SHARE = 0.3


class Verdict(StrEnum):
    """What a page's text layer is worth: to be read, to be checked, or not there."""

    BELIEVED = "believed"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


@dataclass(frozen=True)
class FileText:
    """The pages of a file, a verdict for each, and how many pages it has.

    sheets are the pages' sizes as shown; a plain text has none.
    """

    pages: tuple[Page, ...]
    verdicts: tuple[Verdict, ...]
    page_count: int
    has_script: bool = False
    sheets: tuple[Sheet, ...] = ()


def text_of_plain(content: bytes, name: str) -> FileText:
    """A text file in UTF-8, or in the Thai code page older systems wrote.

    Raises EmptyFile or FileTooLarge.
    """
    if len(content) > MOST_TEXT_BYTES:
        raise FileTooLarge(most_mib=MOST_TEXT_BYTES // (1024 * 1024))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp874", errors="replace")
    pages = pages_of_text(text)
    if not any(page.lines for page in pages):
        raise EmptyFile(name=name)
    return FileText(pages, tuple(_verdict(page) for page in pages), len(pages))


def text_of_pdf(content: bytes, name: str) -> FileText:
    """The text layer of a PDF, its pages in order.

    Raises FileTooLarge, EmptyFile, PdfLocked, PdfDamaged, TooManyPages, TooMuchText or
    ReadingTooSlow.
    """
    if not content.strip():
        raise EmptyFile(name=name)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(most_mib=MOST_BYTES // (1024 * 1024))
    with tempfile.TemporaryDirectory(prefix="saraban-read-") as folder:
        file = Path(folder) / "letter.pdf"
        file.write_bytes(content)
        return text_in_file(file, name)


def text_in_file(file: Path, name: str) -> FileText:
    """The same for a PDF that stands as a file already."""
    told = _told(["pdfinfo", "-f", "1", "-l", str(MOST_PAGES), str(file)], name)
    counts = _PAGE_COUNT.findall(told)
    count = int(counts[-1]) if counts else 0
    if not count:
        raise PdfDamaged(name=name)
    if count > MOST_PAGES:
        raise TooManyPages(name=name, pages=count, most=MOST_PAGES)
    printed = _told([*_WORDS, str(file), "-"], name)
    sheets = _sheets(told, name)
    pages = _pages(printed, sheets)
    return FileText(
        tuple(pages),
        tuple(_verdict(page) for page in pages),
        count,
        _HAS_SCRIPT.search(told) is not None,
        sheets,
    )


def _told(command: list[str], name: str) -> str:
    """What the program prints; raises PdfLocked, PdfDamaged, TooMuchText or ReadingTooSlow."""
    ended = run_limited(command, name=name, most_output=MOST_OUTPUT_BYTES)
    if ended.is_full:
        raise TooMuchText(name=name)
    if "ncorrect password" in ended.complaint:
        raise PdfLocked(name=name)
    if ended.status != 0:
        raise PdfDamaged(name=name)
    return ended.printed


def _sheets(told: str, name: str) -> tuple[Sheet, ...]:
    """The pages' sizes as a viewer shows them: within the crop box, turned as the file says."""
    # Title and author stand before the count and may imitate any line of what follows.
    told = told[told.rindex("Pages:") :]
    sizes = [(float(width), float(height)) for width, height in _PAGE_SIZE.findall(told)]
    turns = [int(turn) for turn in _PAGE_ROT.findall(told)]
    if len(sizes) != len(turns) or not all(
        0 < side < _MOST_POINTS for size in sizes for side in size
    ):
        raise PdfDamaged(name=name)
    return tuple(
        Sheet(number, *(size[::-1] if turn % 180 else size))
        for number, (size, turn) in enumerate(zip(sizes, turns, strict=True), start=1)
    )


def _pages(printed: str, sheets: Sequence[Sheet]) -> list[Page]:
    bodies = _PAGE.split(printed)[1:]
    # A page that poppler gave up on has no words, so it counts as a picture.
    bodies += [""] * (len(sheets) - len(bodies))
    pages = []
    for sheet, body in zip(sheets, bodies, strict=False):
        words = [
            Word(
                html.unescape(found["text"]),
                (
                    float(found["left"]),
                    float(found["top"]),
                    float(found["right"]),
                    float(found["bottom"]),
                ),
            )
            for found in _WORD.finditer(body)
        ]
        pages.append(_page(sheet.page, words, sheet.width))
    return pages


def _page(number: int, words: list[Word], page_width: float) -> Page:
    rows = _rows([word for word in words if word.text.strip() and not _is_stray(word)])
    printed = [_cells(row) for row in rows]
    mend = mender_of(repair(" ".join(cell for cells in printed for cell in cells)))
    pitch = _pitch(rows)
    lines: list[Line] = []
    last_bottom: float | None = None
    for row, raw in zip(rows, printed, strict=True):
        cells = tuple(cell for text in raw if (cell := _mended(text, mend)))
        kept = tuple(Word(text, word.box) for word in row if (text := _mended(word.text, mend)))
        box = around([word.box for word in row])
        if not cells or box is None:
            continue
        gap = None if last_bottom is None else box[3] - last_bottom
        lines.append(
            Line(
                page=number,
                text=" ".join(cells),
                cells=cells,
                words=kept,
                indent=box[0] / _POINTS_A_CHARACTER,
                width=box[2] / _POINTS_A_CHARACTER,
                is_after_blank=gap is None or gap > 1.75 * pitch or gap < -1.75 * pitch,
                is_aside=box[0] > 0.7 * page_width,
            )
        )
        last_bottom = box[3]
    page = Page(number, tuple(lines))
    return Page(number, tuple(lines), is_doubtful=_verdict(page) is not Verdict.BELIEVED)


def _is_stray(word: Word) -> bool:
    """Letters without any width: Chromium's second writing of letters that stand elsewhere.

    A mark alone has no width either, and belongs to the letter before it.
    """
    return (
        word.box[2] - word.box[0] < _LEAST_WIDTH
        and _LETTER_OF_ITS_OWN.search(word.text) is not None
    )


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words on one baseline, each to the right of the one before."""
    rows: list[list[Word]] = []
    for word in words:
        if rows:
            last = rows[-1][-1].box
            height = max(last[3] - last[1], 1.0)
            is_level = abs(word.box[3] - last[3]) < 0.3 * height
            if is_level and word.box[0] > last[2] - 0.25 * height:
                rows[-1].append(word)
                continue
        rows.append([word])
    return rows


def _pitch(rows: list[list[Word]]) -> float:
    """The usual distance from one line to the next."""
    bottoms = [row[0].box[3] for row in rows]
    steps = [low - high for high, low in pairwise(bottoms) if low - high > 4]
    return statistics.median(steps) if steps else 20.0


def _cells(row: list[Word]) -> list[str]:
    """The texts of a row that wide gaps set apart, as printed; a narrow gap is no blank."""
    cells: list[str] = []
    for place, word in enumerate(row):
        height = max(word.box[3] - word.box[1], 1.0)
        gap = word.box[0] - row[place - 1].box[2] if place else 0.0
        if not place or gap > 2.0 * height:
            cells.append(word.text)
        else:
            cells[-1] += (" " if gap > 0.09 * height else "") + word.text
    return cells


def _mended(text: str, mend: Callable[[str], str]) -> str:
    return " ".join(mend(repair(text)).split())


def _verdict(page: Page) -> Verdict:
    """Believed when the letters are Thai or Latin, all known, sit together and bear tones."""
    text = "\n".join(line.text for line in page.lines)
    letters = len(_LETTER.findall(text))
    if letters < _FEWEST_LETTERS:
        return Verdict.MISSING
    thai = len(_THAI.findall(text))
    latin = len(re.findall("[A-Za-z]", text))
    private = len(_PRIVATE.findall(text))
    words = max(1, len(text.split()))
    if private > _MOST_PRIVATE_SHARE * letters:
        return Verdict.DOUBTFUL
    if len(_LOOSE_MARK.findall(text)) > _MOST_LOOSE_SHARE * words:
        return Verdict.DOUBTFUL
    if thai < _LEAST_THAI_SHARE * letters and not _is_english(text, latin, letters):
        return Verdict.DOUBTFUL
    return Verdict.DOUBTFUL if has_lost_tones(text) else Verdict.BELIEVED


def _is_english(text: str, latin: int, letters: int) -> bool:
    """Latin letters in words, not the debris of a Thai page read with the wrong font map."""
    words = re.findall(r"\b[A-Za-z]{2,}\b", text)
    vowels = sum(any(letter in "aeiouAEIOU" for letter in word) for word in words)
    return latin > 0.8 * letters and len(words) > 10 and vowels > 0.8 * len(words)
