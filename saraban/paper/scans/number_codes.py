"""The letters of a letter number, which the page reader spells as words, adorns or takes for Latin.

Two letters without a vowel are no word: Tesseract makes สธิ, รงง or NAY of them. Our own reader
knows no words and tells such letters apart well, so it is asked where a code can stand: between
ที่, which a line's end or the dots of a form may part from it, and the digits of an office.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from saraban.paper.scans.line_signs import LineSign
from saraban.rules.letter_codes import CODE_LETTERS

_HEAD = re.compile(
    r"(?:(?P<word>ที่) ?|^|(?P<leader>\.) ?)(?P<code>[ก-ฮ]{2})"
    r"(?=\.? ?(?:\([^()]{1,10}\) ?)?[0-9๐-๙]{3,6}[^ ]{0,14} ?/)"
)
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_SURE = 0.8
_NOTHING = LineSign("", 0.0, 0.0, 1.0, False, "")


def with_codes(theirs: Sequence[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    """Tesseract's signs, with our letters where they are a code of a number and its are none.

    A code that Tesseract read stays. Ours has to be one that annex 1 gives out, or Tesseract's
    own without its marks, or to stand after ที่ where Tesseract read more than letters of Thai.
    """
    signs = list(theirs)
    pieces = [f"{' ' if sign.is_after_blank else ''}{sign.text}" for sign in ours]
    text = "".join(pieces)
    # The characters of the text behind each sign.
    ends = list(accumulate(map(len, pieces)))
    for head in _HEAD.finditer(text):
        inside = [n for n, end in enumerate(ends) if head.start("code") < end <= head.end()]
        code = [ours[n] for n in inside]
        if len(code) != len(head["code"]) or inside[-1] + 1 >= len(ours):
            continue
        lead = ours[inside[0] - 1] if head["word"] or head["leader"] else _NOTHING
        right = ours[inside[-1] + 1].left
        # The columns inside of a misread word are a guess: only ที่ itself stays in its own.
        over = [
            n
            for n, sign in enumerate(signs)
            if lead.middle < sign.middle < right
            and not (sign.text.startswith("ท") and sign.middle < lead.right)
        ]
        read = "".join(signs[n].text for n in over)
        is_sure = min(sign.confidence for sign in code) >= _SURE
        if is_sure and _is_better(head["code"], read, is_after_word=bool(head["word"])):
            at = over[0] if over else sum(sign.middle < lead.right for sign in signs)
            letters = [replace(sign, source="ocr", rivals=()) for sign in code]
            letters[0] = replace(letters[0], is_after_blank=at > 0)
            signs[at : at + len(over)] = letters
            if at + len(letters) < len(signs):
                after = signs[at + len(letters)]
                signs[at + len(letters)] = replace(after, is_after_blank=True)
    return signs


def _is_better(code: str, read: str, *, is_after_word: bool) -> bool:
    """Whether the code is to stand for what Tesseract read."""
    if read in CODE_LETTERS or read.strip(".") == code:
        return False
    bare = _MARKS.sub("", read)
    is_no_code = re.search("[^ก-ฮ.]", bare) is not None and is_after_word
    return code in CODE_LETTERS or is_no_code or bare == code
