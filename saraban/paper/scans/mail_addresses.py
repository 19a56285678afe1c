"""E-mail addresses, which our own reader spells better than Tesseract: no word helps it there.

An address stands between blanks or behind a word in Thai. The surer reading of the two is taken,
and ours where Tesseract saw none.
"""

import re
from dataclasses import replace

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.tesseract import Glyphs, OcrLine

_ADDRESS = re.compile(
    # Behind half a word a Thai letter may be one of the address: รiver@….
    r"(?:^|(?<=\s)|(?<=[ก-๎]{4}))"
    r"[A-Za-z0-9][A-Za-z0-9_.+-]*@(?:[A-Za-z0-9-]+\.)+(?:th|com|net|org|edu|gov)(?![A-Za-z0-9])"
)
# Beside a Latin letter a Thai nought is an o; of Arabic ones those that open a word of letters.
_NOUGHT = re.compile("(?<=[A-Za-z])๐|๐(?=[A-Za-z])|(?<![A-Za-z0-9])0(?=[A-Za-z]{2})")


def with_address(line: OcrLine | None, strip: Strip, height: int) -> OcrLine | None:
    """The line with the address that our own reader saw in it; height of its picture in pixels."""
    ours = _address_in(strip)
    if not ours:
        return line
    left, right = ours[0].left, ours[-1].right
    glyphs = line.glyphs if line else ()
    over = [one for one in glyphs if left < (one.box[0] + one.box[2]) / 2 < right]
    theirs = "".join(one.text for one in over)
    surest = min(one.confidence for one in ours)
    if _ADDRESS.fullmatch(theirs) and min(one.confidence for one in over) >= surest:
        return line
    before = [one for one in glyphs if one not in over and one.box[0] < left]
    behind = [one for one in glyphs if one not in over and one.box[0] >= left]
    address = [
        Glyphs(
            one.text,
            (round(one.left), 0, round(one.right), height),
            one.confidence,
            is_after_blank=place == 0 and bool(before),
            source="digits",
        )
        for place, one in enumerate(ours)
    ]
    if behind:
        behind[0] = replace(behind[0], is_after_blank=True)
    return OcrLine((*before, *address, *behind))


def _address_in(strip: Strip) -> list[StripCharacter]:
    """The signs of the address on a strip, noughts that are letters its o; none without."""
    text = _NOUGHT.sub("o", strip.text)
    found = _ADDRESS.search(text)
    if not found:
        return []
    signs, at = [], 0
    for one in strip.characters:
        at = strip.text.index(one.text, at)
        end = at + len(one.text)
        if found.start() <= at < found.end():
            signs.append(replace(one, text=text[at:end]))
        at = end
    return signs
