"""Words that the page reader spelt as none, with the letters that our own reader saw in them.

Tesseract reads words, and is the better reader of them; where a face is worn or strange it makes
letters up. Our reader knows letters alone. A word of Tesseract's that the language does not know
takes our letters, sign for sign, where that makes it one that the language knows better.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.paper.scans.line_alignment import aligned
from saraban.paper.scans.line_signs import LineSign
from saraban.thai.spelling import known_share
from saraban.thai.text import repair

_THAI = re.compile("[ก-ฮเ-ไ]")
_FEWEST_SIGNS = 3
_SURE = 0.7  # our letter
_SHAKY = 0.8  # Tesseract's word, however well the language knows it
_MOST_APART = 2  # signs by which the two may differ


def with_known_letters(signs: Sequence[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    """The signs of a line with our letters in words that are none without them."""
    words: list[list[LineSign]] = []
    for sign in signs:
        if not words or sign.is_after_blank:
            words.append([])
        words[-1].append(sign)
    return [sign for word in words for sign in _settled(word, ours)]


def _settled(word: list[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    if len(word) < _FEWEST_SIGNS or any(sign.is_digit or sign.text.isascii() for sign in word):
        return word
    share = _known(word)
    confidence = sum(sign.confidence for sign in word) / len(word)
    if share == 1 and confidence >= _SHAKY:
        return word
    left, right = word[0].left, word[-1].right
    own = [sign for sign in ours if left < sign.middle < right]
    if abs(len(own) - len(word)) > _MOST_APART:
        return word
    settled = word
    for their, our in aligned(word, own):
        if their is None or our is None or not _may_be(own[our], word[their]):
            continue
        better = replace(word[their], text=own[our].text, confidence=own[our].confidence)
        tried = [*settled[:their], better, *settled[their + 1 :]]
        if (known := _known(tried)) > share:
            settled, share = tried, known
    return settled


def _may_be(our: LineSign, their: LineSign) -> bool:
    """Whether our letter may stand for Tesseract's: sure, another one, and with no mark less."""
    return (
        our.confidence >= _SURE
        and our.text != their.text
        and len(our.text) >= len(their.text)
        and _THAI.match(our.text) is not None
        and _THAI.match(their.text) is not None
    )


def _known(word: Sequence[LineSign]) -> float:
    return known_share(repair("".join(sign.text for sign in word)))
