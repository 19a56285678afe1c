"""A letter number that our own reader saw whole, put for what the two readings make of it together.

Tesseract spells: between the figures of a number, which it cannot read, it sets letters, marks and
blanks that nobody printed (๗ ๔.๖.๑, /ว ฒ ๗๖๐, /วิต ๓๑๑), and of letters that are no word it is
unsure even where it is right. Where our reader saw a number from its letters to its last figure,
every sign of it stands, and no other. Letters that the two read differently are no matter of
this rule (see number_codes).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from saraban.paper.scans.line_signs import LineSign

_FIGURE = "[0-9๐-๙]"
# A speck over a letter may be a mark to one of the readers.
_LETTERS = "(?:[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]?){1,5}"
_BRACKET = r"\((?:[ก-ฮ]{1,5}\.?|[0-9๐-๙]{1,3})\)"
# 0809.2, 72301, 0018(ขก).12, 5306.22; the slash; ว or a branch's letters; the running number.
_NUMBER = re.compile(
    rf"(?P<word>ที่ ?)?(?P<letters>{_LETTERS}(?:\.[ก-ฮ]{{1,4}}){{0,2}}\.? ?(?:{_BRACKET} ?)?)"
    rf"(?P<figures>(?:{_FIGURE}{{3,6}}|{_FIGURE}{{2}}(?=\.))(?:\.{_FIGURE}{{1,5}}){{0,4}}"
    rf"(?:\.?{_BRACKET}(?:\.?{_FIGURE}{{1,4}}){{0,2}}){{0,2}}(?: [ก-ฮ]{{2}})?"
    rf" ?/ ?(?:ว\.? ?(?:{_BRACKET} ?)?|[ก-ฮ]{{1,3}}\.? ?)?{_FIGURE}{{1,7}})(?!\.?{_FIGURE}|[ก-๎,/(])"
)
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_LETTER_BEFORE = re.compile("[ก-๎A-Za-z]$")
_LETTER = re.compile("[ก-๎A-Za-z0-9๐-๙]")
_SURE, _SURE_OF_LETTER = 0.8, 0.9
_THI = "ที่"


def with_whole_numbers(merged: Sequence[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    """The signs of a line, its letter numbers as our reader saw them where it saw them whole."""
    signs = list(merged)
    pieces = [f"{' ' if sign.is_after_blank else ''}{sign.text}" for sign in ours]
    text = "".join(pieces)
    # The characters of the text behind each sign.
    ends = list(accumulate(map(len, pieces)))

    def seen(start: int, end: int) -> list[LineSign]:
        return [sign for sign, at in zip(ours, ends, strict=True) if start < at <= end]

    for number in _NUMBER.finditer(text):
        is_end_of_word = _LETTER_BEFORE.search(text[: number.start()]) is not None
        figures = seen(*number.span("figures"))
        if is_end_of_word or min(sign.confidence for sign in figures) < _SURE:
            continue
        places = _places(signs, figures)
        if places is None:
            continue
        first, end = places
        if _is_circular(signs[first:end]) and not _is_circular(figures):
            continue  # what our reader lost is printed
        blank = signs[first].is_after_blank or figures[0].is_after_blank
        signs[first:end] = [replace(figures[0], is_after_blank=blank), *figures[1:]]
        letters = seen(*number.span("letters"))
        _agree_on_letters(signs, first, letters)
        if number["word"]:
            _with_word(signs, seen(*number.span("word"))[0], letters[0].left)
    return signs


def _places(signs: Sequence[LineSign], figures: Sequence[LineSign]) -> tuple[int, int] | None:
    """Where the first of the figures stands among the signs, and where what follows the last."""
    ours = {sign.left: place for place, sign in enumerate(signs) if sign.source == "digits"}
    first, last = (ours.get(figures[place].left) for place in (0, -1))
    return None if first is None or last is None else (first, last + 1)


def _is_circular(signs: Sequence[LineSign]) -> bool:
    """Whether ว stands behind the slash."""
    return "/ว" in _MARKS.sub("", "".join(sign.text for sign in signs))


def _agree_on_letters(signs: list[LineSign], first: int, letters: Sequence[LineSign]) -> None:
    """Take ours for the letters right before `first` where both readers saw the same letters.

    In a bracket, where Tesseract takes ภ for ก, those that only we saw as well.
    """
    start, is_in_bracket = first, False
    for our in reversed(letters):
        place = _before(signs, start, _bare(our), _bare(letters[-1]))
        is_letter = _LETTER.match(our.text) is not None and our.confidence >= _SURE_OF_LETTER
        if place is None and is_in_bracket and is_letter and start:
            place = start - 1
        if place is None:
            return
        if _bare(our) != our.text and _bare(signs[place]) != signs[place].text:
            return  # a mark that both saw is printed: ชุด ๑๐๐/๒
        start, is_in_bracket = place, our.text == ")" or (is_in_bracket and our.text != "(")
    # Of the two readers the surer one: letters that are no word make Tesseract doubt.
    theirs = {_bare(sign): sign.confidence for sign in signs[start:first]}
    agreed = [
        replace(
            our,
            text=_bare(our),
            confidence=max(our.confidence, theirs.get(_bare(our), 0)),
            source="ocr",
        )
        for our in letters
    ]
    agreed[0] = replace(agreed[0], is_after_blank=start > 0)
    signs[start:first] = agreed


def _before(signs: Sequence[LineSign], end: int, letter: str, last: str) -> int | None:
    """Where the letter stands before `end`; None where another one is printed between.

    What may stand between: specks, `last` once more, and a letter all by itself, which
    Tesseract made of the first figure.
    """
    for place in reversed(range(end)):
        bare = _bare(signs[place])
        if bare == letter:
            return place
        is_alone = signs[place].is_after_blank and place + 1 == end
        if _LETTER.match(bare) and bare != last and not is_alone:
            return None
    return None


def _with_word(signs: list[LineSign], word: LineSign, right: float) -> None:
    """Take our ที่ for what Tesseract made of it left of the column `right`, or lost."""
    places = [place for place, sign in enumerate(signs) if sign.middle < right]
    if not places:
        signs.insert(0, replace(word, source="ocr"))
    elif _bare(signs[places[-1]]) == "ท":
        their = signs[places[-1]]
        confidence = max(their.confidence, word.confidence)
        signs[places[-1]] = replace(their, text=_THI, confidence=confidence)


def _bare(sign: LineSign) -> str:
    """The sign without its marks."""
    return _MARKS.sub("", sign.text)
