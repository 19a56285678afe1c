"""Latin words in a Thai page: found where the Thai model stumbles, read again by the English one.

Reading everything with both models takes twice as long and lets the English one spoil Thai words;
so only lines with stumbled words in which our own reader saw Latin letters are read again, and
only stumbled words are replaced.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.tesseract import Glyphs, OcrLine

LANGUAGES = "eng"
_SHAKY = 0.82
_LATIN_LETTER, _FEWEST_LETTERS = re.compile("[A-Za-z@]"), 2
_LEAST_CONFIDENCE = 0.72
# An address has a shape that nothing else comes to by chance, so it may be shakier.
LEAST_OF_ADDRESS = 0.4
_ADDRESS = re.compile(
    r"(?:[\w.+-]+\(?@|www\.|https?://)[\w./?=&%-]*\.(?:th|com|net|org|ly|gov|edu)\b.*"
)
# Of a line that is English as a whole: every second word has so many letters.
_LONG, _SURE = 4, 0.86
_THAI = re.compile("[ก-ฮะ-๎]")
# A digit in a Thai word is a Latin letter misread; ๑๒/ว๓ is the one place where they meet.
_MIXED = re.compile(r"[A-Za-z@]|[ก-ฮะ-๎][0-9๐-๙]|[0-9๐-๙][ก-ฮะ-๎]")
_FIGURES = re.compile("[๐-๙.,/-]+")
_CIRCULAR = re.compile(r"/ ?ว|ว ?[0-9๐-๙]+$")
_LATIN = re.compile(
    r"[(\[“”\"']*(?P<core>[A-Za-z0-9][A-Za-z0-9@._:/%&+'-]+(?:\(@[A-Za-z0-9._-]+)?)[)\]“”\"',.;:!?]*"
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]+")
_VOWEL = re.compile("[aeiouyAEIOUY]")

_Word = tuple[Glyphs, ...]


def may_hold_latin(line: OcrLine | None, strip: Strip) -> bool:
    """Whether a word of the line looks like Latin letters read as Thai.

    strip: the same line by our own reader, which knows letters of both scripts.
    """
    if line is None:
        return False
    letters = [one for one in strip.characters if _LATIN_LETTER.fullmatch(one.text)]
    return any(
        _is_shaky(word) and sum(_stands_over(one, word) for one in letters) >= _FEWEST_LETTERS
        for word in _words(line)
    )


def _stands_over(one: StripCharacter, word: _Word) -> bool:
    left, right = min(g.box[0] for g in word), max(g.box[2] for g in word)
    return left < (one.left + one.right) / 2 < right


def with_latin(line: OcrLine | None, english: OcrLine | None) -> OcrLine | None:
    """The line with the Latin words that the English model read where the Thai one stumbled."""
    if line is None or english is None:
        return line
    latin = [word for word in _with_addresses_whole(_words(english)) if _is_latin(word)]
    words = _words(line)
    shaky = sum(_is_shaky(word) for word in words)
    long_ones = sum(len(_text(word)) >= _LONG for word in latin)
    is_latin = 2 * long_ones >= len(_words(english)) and english.confidence >= _SURE
    if is_latin and 2 * shaky >= len(words):
        return english
    kept: list[_Word] = []
    used: set[int] = set()
    for word in words:
        over = [
            place for place, other in enumerate(latin) if _is_shaky(word) and _overlap(word, other)
        ]
        if not over:
            kept.append(word)
        for place in over:
            if place not in used:
                used.add(place)
                kept.append(_placed(latin[place], is_after_blank=word[0].is_after_blank))
    return OcrLine(tuple(glyphs for word in kept for glyphs in word))


def _placed(word: _Word, *, is_after_blank: bool) -> _Word:
    """The word in its new line, its @ without the bracket that the English model adds."""
    mended = [
        replace(glyphs, text=glyphs.text.replace("(@", "@"))
        for place, glyphs in enumerate(word)
        if not (glyphs.text == "(" and _text(word[place + 1 : place + 2]).startswith("@"))
    ]
    mended[0] = replace(mended[0], is_after_blank=is_after_blank)
    return tuple(mended)


def _words(line: OcrLine) -> list[_Word]:
    words: list[list[Glyphs]] = []
    for glyphs in line.glyphs:
        if not words or glyphs.is_after_blank:
            words.append([])
        words[-1].append(glyphs)
    return [tuple(word) for word in words]


def _with_addresses_whole(words: Sequence[_Word]) -> list[_Word]:
    """The words, an address that a blank parted at its @ in one: no address has a blank."""
    whole: list[_Word] = []
    for word in words:
        is_behind = whole and _text(word).startswith("@") and _NAME.fullmatch(_text(whole[-1]))
        is_before = whole and _text(whole[-1]).endswith("@") and _NAME.fullmatch(_text(word))
        if is_behind or is_before:
            whole[-1] = (*whole[-1], replace(word[0], is_after_blank=False), *word[1:])
        else:
            whole.append(word)
    return whole


def _text(word: Sequence[Glyphs]) -> str:
    return "".join(glyphs.text for glyphs in word)


def _confidence(word: Sequence[Glyphs]) -> float:
    return float(np.mean([glyphs.confidence for glyphs in word]))


def _is_shaky(word: _Word) -> bool:
    text = _text(word)
    # Figures are the digit reader's.
    if len(text) < 2 or _FIGURES.fullmatch(text):
        return False
    if _MIXED.search(text) and not _CIRCULAR.search(text):
        return True
    return _confidence(word) < _SHAKY


def is_address(text: str) -> bool:
    """Whether it is an address of the mail or the web, and nothing before it."""
    return _ADDRESS.fullmatch(text) is not None


def _is_latin(word: _Word) -> bool:
    """Whether the English model read a word and no Thai one by force."""
    found = _LATIN.fullmatch(_text(word))
    if not found:
        return False
    if is_address(found["core"]):
        return _confidence(word) >= LEAST_OF_ADDRESS
    if _confidence(word) < _LEAST_CONFIDENCE:
        return False
    letters = re.sub("[^A-Za-z]", "", found["core"])
    # E-Report, Co-operation: each part is a word.
    parts = [part for part in re.split("[^A-Za-z.]+", found["core"]) if part.strip(".")]
    is_plain = all(re.fullmatch("[A-Z]?[a-z.]+|[A-Z.]+", part) for part in parts)
    is_plain = is_plain or "@" in found["core"]
    is_word = len(letters) > 2 or "@" in found["core"]
    has_shape = _VOWEL.search(letters) is not None or letters.isupper()
    return len(letters) > 1 and is_plain and is_word and has_shape


def _overlap(word: _Word, other: _Word) -> bool:
    left = max(min(g.box[0] for g in word), min(g.box[0] for g in other))
    right = min(max(g.box[2] for g in word), max(g.box[2] for g in other))
    narrower = min(max(g.box[2] for g in one) - min(g.box[0] for g in one) for one in (word, other))
    return right - left > 0.5 * narrower
