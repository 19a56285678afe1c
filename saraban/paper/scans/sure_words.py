"""Lines in which every sign is accounted for: plain words that Tesseract was sure of.

A figure that it misread is no word, and one that it lost leaves a gap wider than a blank. Where
there is neither, our own reader would find nothing to add.
"""

import re
from itertools import pairwise
from statistics import median

from saraban.paper.scans.tesseract import Glyphs, OcrLine
from saraban.thai.spelling import known_share
from saraban.thai.text import repair

_FEWEST_LETTERS = 8
_SURE = 0.8
# In widths of a letter. A figure between blanks takes two and more, one at an end one and more.
_WIDEST_BLANK, _WIDEST_END = 1.4, 0.8
_LETTER = re.compile("[ก-ฮะาำเ-ไ]")
_WORD = re.compile("[ก-ฮะ-ฺเ-ไ็-๎]{2,}")


def is_all_words(line: OcrLine | None, width: int) -> bool:
    """Whether a line is known Thai words from end to end; width of its picture in pixels."""
    if line is None or len(line.glyphs) < _FEWEST_LETTERS:
        return False
    if min(glyphs.confidence for glyphs in line.glyphs) < _SURE or _has_gap(line.glyphs, width):
        return False
    words = repair(line.text).split()
    return all(_WORD.fullmatch(word) and known_share(word) == 1 for word in words)


def _has_gap(glyphs: tuple[Glyphs, ...], width: int) -> bool:
    """Whether a sign may have stood where none was seen."""
    letter = median(
        (one.box[2] - one.box[0]) / max(1, len(_LETTER.findall(one.text))) for one in glyphs
    )
    blank = max(after.box[0] - before.box[2] for before, after in pairwise(glyphs))
    end = max(glyphs[0].box[0], width - glyphs[-1].box[2])
    return blank > _WIDEST_BLANK * letter or end > _WIDEST_END * letter
