"""What OCR saw on a picture as lines of a page, with the measures lines out of a PDF have."""

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saraban.paper.tesseract import Glyphs, OcrLine
from saraban.rules.letter_reading.page_lines import Box, Line, Word, around
from saraban.thai.text import repair

# Of points, as in pdf_text: an indent or a width compares with one counted in characters.
_POINTS_A_CHARACTER = 6.0
_ASIDE = 0.7
_GAP_OF_CELLS = 1.9  # of the line's height
_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_DEBRIS = re.compile(r"^[^ก-๙A-Za-z0-9/(“\"-]+|[|_\\~`^*°©®«»=<>{}\[\]]+")
_LEADERS = re.compile(r"[.…_·•]{4,}|(?:\. ){3,}")
_LEAST_CONFIDENCE = 0.55
_SURE = 0.8


@dataclass(frozen=True)
class SeenWord:
    """The characters between two blanks, or a part of them read in one way."""

    text: str
    box: Box
    confidence: float
    source: str = "ocr"
    gap: float = 0.0


def rows_of(lines: Sequence[OcrLine]) -> list[list[Glyphs]]:
    """The glyphs in rows from top to bottom, each from left to right.

    Lines of different blocks that stand on one level are one row: a heading has its number on
    the left and its office on the right.
    """
    rows: list[list[OcrLine]] = []
    for line in sorted(lines, key=lambda line: _middle(line)):
        if rows and _is_level(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        [glyphs for line in sorted(row, key=lambda line: line.box[0]) for glyphs in line.glyphs]
        for row in rows
    ]


def line_of(
    row: Sequence[SeenWord], *, page: int, page_width: float, is_after_blank: bool
) -> Line | None:
    """The words of a row as one line of the page; None when nothing legible is left."""
    cells: list[str] = []
    kept: list[Word] = []
    seen: list[SeenWord] = []
    height = statistics.median(word.box[3] - word.box[1] for word in row) or 1.0
    for word in row:
        if not (text := " ".join(repair(word.text).split())):
            continue
        is_cell = bool(kept) and word.gap > _GAP_OF_CELLS * height
        if not kept or is_cell:
            cells.append(text)
        else:
            cells[-1] += (" " if word.gap > 0 else "") + text
        kept.append(Word(text, word.box))
        seen.append(word)
    box = around([word.box for word in kept])
    if box is None:
        return None
    weights = [len(word.text) for word in seen]
    return Line(
        page=page,
        text=" ".join(cells),
        cells=tuple(cells),
        words=tuple(kept),
        indent=box[0] / _POINTS_A_CHARACTER,
        width=box[2] / _POINTS_A_CHARACTER,
        is_after_blank=is_after_blank,
        is_aside=box[0] > _ASIDE * page_width,
        source="digits" if any(word.source == "digits" for word in seen) else "ocr",
        confidence=round(
            sum(w.confidence * n for w, n in zip(seen, weights, strict=True)) / sum(weights), 3
        ),
    )


def lines_of_rows(
    rows: Sequence[Sequence[SeenWord]], *, page: int, page_width: float
) -> list[Line]:
    """The rows as lines; a gap wider than usual marks a line as after a blank."""
    boxes = [around([word.box for word in row]) for row in rows]
    bottoms = [box[3] for box in boxes if box]
    steps = [low - high for high, low in pairwise(bottoms) if low - high > 4]
    pitch = statistics.median(steps) if steps else 20.0
    lines: list[Line] = []
    last: float | None = None
    for row, box in zip(rows, boxes, strict=True):
        if box is None:
            continue
        is_after_blank = last is None or box[3] - last > 1.75 * pitch
        line = line_of(row, page=page, page_width=page_width, is_after_blank=is_after_blank)
        if line is not None:
            lines.append(line)
            last = box[3]
    return lines


def words_of(row: Sequence[Glyphs], to_points: Callable[[Box], Box]) -> list[SeenWord]:
    """The glyphs of a row as words between blanks, debris and leaders left out."""
    words: list[SeenWord] = []
    piece: list[Glyphs] = []
    right: float | None = None
    height = statistics.median(g.box[3] - g.box[1] for g in row) or 1
    for place, glyphs in enumerate(row):
        is_apart = place > 0 and (
            glyphs.is_after_blank or glyphs.box[0] - row[place - 1].box[2] > height
        )
        if piece and is_apart:
            right = _close(words, piece, right, to_points)
            piece = []
        piece.append(glyphs)
    if piece:
        _close(words, piece, right, to_points)
    return words


def _close(
    words: list[SeenWord], piece: list[Glyphs], right: float | None, to_points: Callable[[Box], Box]
) -> float | None:
    """Add the piece as a word if it is legible; where the last legible ink ended."""
    text = _LEADERS.sub(" ", "".join(g.text for g in piece))
    text = _DEBRIS.sub("", text).strip()
    sizes = [len(g.text) for g in piece]
    confidence = sum(g.confidence * n for g, n in zip(piece, sizes, strict=True)) / sum(sizes)
    if not text or confidence < (_LEAST_CONFIDENCE if _LETTER.search(text) else _SURE / 2):
        return right
    pixels = around(
        [(float(a), float(b), float(c), float(d)) for a, b, c, d in (g.box for g in piece)]
    )
    if pixels is None:
        return right
    box = to_points(pixels)
    # The first word of a row has no gap; blanks inside one word of the row have a small one.
    gap = 0.0 if right is None else max(0.01, box[0] - right)
    words.append(SeenWord(text, box, round(confidence, 3), gap=gap))
    return box[2]


def _middle(line: OcrLine) -> float:
    return _core(line)[0]


def _core(line: OcrLine) -> tuple[float, float]:
    """Middle and height of a line's letters without the marks over and under them."""
    bottoms = statistics.median(g.box[3] for g in line.glyphs)
    tops = statistics.median(g.box[1] for g in line.glyphs)
    return (tops + bottoms) / 2, max(1.0, bottoms - tops)


def _is_level(row: list[OcrLine], line: OcrLine) -> bool:
    middle, height = _core(line)
    last, last_height = _core(row[-1])
    if abs(middle - last) > 0.4 * min(height, last_height):
        return False
    return all(
        line.box[0] >= other.box[2] - height or line.box[2] <= other.box[0] + height
        for other in row
    )
