"""What OCR saw on a picture as lines of a page, with the measures lines out of a PDF have."""

import math
import re
import statistics
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from saraban.paper.places.text_lines import LineCut
from saraban.paper.scans.latin import LEAST_OF_ADDRESS, is_address
from saraban.paper.scans.tesseract import Glyphs, OcrLine
from saraban.rules.letter_reading.lines.page_lines import Box, Line, Rival, Word, around
from saraban.rules.letter_reading.misreadings.words_spelt import words_to_mend
from saraban.thai.spelling import known_share
from saraban.thai.text import repair

# Of points, as in pdf_text: an indent or a width compares with one counted in characters.
_POINTS_A_CHARACTER = 6.0
_ASIDE = 0.7
_GAP_OF_CELLS = 1.6  # of the line's height
_DEBRIS = re.compile(
    r"^[^ก-๙A-Za-z0-9/(“\"-]+|[|\\~`^*°©®«»=<>{}\[\]]+|(?<!\w)_+|_+(?!\w)"
    # A mark that no letter bears: ก.ุค.
    "|(?<=[.0-9๐-๙])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+"
)
_LEADERS = re.compile(r"[.…_·•]{4,}|(?:\. ){3,}")
_LEAST_CONFIDENCE = 0.55  # of a word
# Of a line: print has 0.93 and more, print with a stamp across 0.8, handwriting 0.5 to 0.8.
_LEAST_LINE, _LEAST_WITH_DIGITS, _SURE = 0.72, 0.6, 0.86
_LEAST_KNOWN = 0.75
# So many letters that are all words come out of no scribble.
_WORDS, _LEAST_OF_WORDS = re.compile("(?:[ก-ฮ][^ก-ฮ]*){9}"), 0.62
_DIGITS = re.compile("[0-9๐-๙]{2}")
# No figure follows a Thai word without a blank; where a quotation is open, its end does.
_QUOTE_AS_DIGIT = re.compile(r"(?<=[ก-๎]{3})[0-9๐-๙]$")


@dataclass(frozen=True)
class SeenWord:
    """The characters between two blanks, or a part of them read in one way."""

    text: str
    box: Box
    confidence: float
    source: str = "ocr"
    rivals: tuple[Rival, ...] = ()


def rows_of(cuts: Sequence[LineCut]) -> list[list[int]]:
    """The numbers of the cuts in rows from top to bottom, each from left to right.

    Pieces on one level are one row: a heading has its number on the left and its office on
    the right.
    """
    rows: list[list[int]] = []
    for number in sorted(range(len(cuts)), key=lambda number: sum(cuts[number].body)):
        for row in rows[-3:]:
            if all(_is_beside(cuts[other], cuts[number]) for other in row):
                row.append(number)
                break
        else:
            rows.append([number])
    return [sorted(row, key=lambda number: cuts[number].box[0]) for row in rows]


def line_of(
    row: Sequence[SeenWord], *, page: int, page_width: float, is_after_blank: bool
) -> Line | None:
    """The words of a row as one line of the page; None when nothing legible is left."""
    cells: list[list[SeenWord]] = []
    height = statistics.median(word.box[3] - word.box[1] for word in row) or 1.0
    for word in row:
        if not (text := " ".join(repair(word.text).split())):
            continue
        seen = replace(word, text=text, rivals=word.rivals if text == word.text else ())
        if not cells or word.box[0] - cells[-1][-1].box[2] > _GAP_OF_CELLS * height:
            cells.append([seen])
        else:
            cells[-1].append(seen)
    printed = " ".join(word.text for cell in cells for word in cell)
    cells = [_spelt(cell) for cell in cells]
    kept = [word for cell in cells for word in cell]
    box = around([word.box for word in kept])
    if box is None:
        return None
    weights = [len(word.text) for word in kept]
    confidence = sum(w.confidence * n for w, n in zip(kept, weights, strict=True)) / sum(weights)
    texts = tuple(" ".join(word.text for word in cell) for cell in cells)
    if _is_scribble(" ".join(texts), confidence):
        return None
    text = " ".join(texts)
    return Line(
        page=page,
        text=text,
        cells=texts,
        words=tuple(Word(word.text, word.box, word.source, word.rivals) for word in kept),
        indent=box[0] / _POINTS_A_CHARACTER,
        width=box[2] / _POINTS_A_CHARACTER,
        is_after_blank=is_after_blank,
        is_aside=box[0] > _ASIDE * page_width,
        source="digits" if any(word.source == "digits" for word in kept) else "ocr",
        confidence=round(confidence, 3),
        printed="" if printed == text else printed,
    )


def _is_scribble(text: str, confidence: float) -> bool:
    """Whether a line is ink that is no print: handwriting, a signature, the edge of a seal."""
    if _DIGITS.search(text):
        return confidence < _LEAST_WITH_DIGITS
    if confidence >= _SURE:
        return False
    if confidence < _LEAST_LINE:
        are_words = _WORDS.search(text) is not None and known_share(text) == 1
        return confidence < _LEAST_OF_WORDS or not are_words
    return known_share(text) < _LEAST_KNOWN


def _spelt(words: list[SeenWord]) -> list[SeenWord]:
    """The words with lost marks put back; words that a blank had torn apart are joined."""
    text = " ".join(word.text for word in words)
    starts = list(accumulate((len(word.text) + 1 for word in words), initial=0))
    for place in reversed(words_to_mend(text)):
        first = bisect_right(starts, place.start) - 1
        last = bisect_right(starts, place.end - 1) - 1
        own = words[first : last + 1]
        whole = " ".join(word.text for word in own)
        at = place.start - starts[first]
        end = at + place.end - place.start
        joined = whole[:at] + place.text + whole[end:]
        rivals = [
            replace(rival, place=rival.place + before - starts[first])
            for word, before in zip(own, starts[first : last + 1], strict=True)
            for rival in word.rivals
        ]
        moved = len(joined) - len(whole)
        kept = tuple(
            rival if rival.place < at else replace(rival, place=rival.place + moved)
            for rival in rivals
            if not at <= rival.place < end
        )
        box = around([word.box for word in own]) or own[0].box
        confidence = min(word.confidence for word in own)
        source = "digits" if any(word.source == "digits" for word in own) else own[0].source
        words[first : last + 1] = [SeenWord(joined, box, confidence, source, kept)]
        starts[first + 1 : last + 1] = []
    return words


def lines_of_rows(
    rows: Sequence[Sequence[SeenWord]], *, page: int, page_width: float, skew: float = 0.0
) -> list[Line]:
    """The rows as lines; a gap wider than usual marks a line as after a blank.

    skew: degrees that the rows slope clockwise.
    """
    bottoms = [_bottom(row, skew) for row in rows if row]
    steps = [low - high for high, low in pairwise(bottoms) if low - high > 4]
    pitch = statistics.median(steps) if steps else 20.0
    lines: list[Line] = []
    last: float | None = None
    for row, bottom in zip((row for row in rows if row), bottoms, strict=True):
        is_after_blank = last is None or bottom - last > 1.75 * pitch
        line = line_of(row, page=page, page_width=page_width, is_after_blank=is_after_blank)
        if line is not None:
            lines.append(line)
            last = bottom
    return lines


def _bottom(row: Sequence[SeenWord], skew: float) -> float:
    """How far down most of a row's words end, were the page straight."""
    slope = math.tan(math.radians(skew))
    return statistics.median(word.box[3] - slope * (word.box[0] + word.box[2]) / 2 for word in row)


def words_of(line: OcrLine, to_points: Callable[[Box], Box]) -> list[SeenWord]:
    """The glyphs of a piece of line as words between blanks, debris and leaders left out."""
    words: list[SeenWord] = []
    piece: list[Glyphs] = []
    for glyphs in line.glyphs:
        if piece and glyphs.is_after_blank:
            _close(words, piece, to_points)
            piece = []
        piece.append(glyphs)
    _close(words, piece, to_points)
    return words


def _close(words: list[SeenWord], piece: list[Glyphs], to_points: Callable[[Box], Box]) -> None:
    """Add the piece as a word if it is legible."""
    text = _cleaned([g.text for g in piece])
    before = "".join(word.text for word in words)
    if not text and "".join(g.text for g in piece) == ")" and before.count("(") > before.count(")"):
        text = ")"
    is_quoted = before.count("“") > before.count("”")
    if is_quoted and (found := _QUOTE_AS_DIGIT.search(text)):
        text, piece = f"{text[: found.start()]}”", piece[:-1]
    sizes = [len(g.text) for g in piece]
    confidence = sum(g.confidence * n for g, n in zip(piece, sizes, strict=True)) / sum(sizes)
    pixels = around(
        [(float(a), float(b), float(c), float(d)) for a, b, c, d in (g.box for g in piece)]
    )
    least = LEAST_OF_ADDRESS if is_address(text) else _LEAST_CONFIDENCE
    if not text or pixels is None or confidence < least:
        return
    source = "digits" if any(g.source == "digits" for g in piece) else "ocr"
    box = to_points(pixels)
    words.append(SeenWord(text, box, round(confidence, 3), source, _rivals(piece, text)))


def _cleaned(texts: Sequence[str]) -> str:
    text = _LEADERS.sub(" ", "".join(texts))
    return _DEBRIS.sub("", text).strip()


def _rivals(piece: Sequence[Glyphs], text: str) -> tuple[Rival, ...]:
    """What the digits of the piece may be instead, placed in its cleaned text."""
    rivals: list[Rival] = []
    for at, glyphs in enumerate(piece):
        for other, share in glyphs.rivals:
            changed = _cleaned([other if at == n else g.text for n, g in enumerate(piece)])
            apart = [n for n, (a, b) in enumerate(zip(changed, text, strict=False)) if a != b]
            if len(changed) == len(text) and len(apart) == 1:
                rivals.append(Rival(apart[0], other, round(share, 3)))
    return tuple(rivals)


def _is_beside(one: LineCut, other: LineCut) -> bool:
    """Whether the two stand on one level and not over one another."""
    middle, own = sum(one.body) / 2, sum(other.body) / 2
    if abs(middle - own) > 0.4 * min(one.height, other.height):
        return False
    return one.box[2] <= other.box[0] + one.height or other.box[2] <= one.box[0] + one.height
