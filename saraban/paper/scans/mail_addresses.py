"""E-mail addresses, which our own reader spells better than Tesseract: no word helps it there.

An address stands between blanks or behind a word in Thai. The surer reading of the two is taken,
and ours where Tesseract saw none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.tesseract import Glyphs, OcrLine

_SIGN = re.compile("[A-Za-z0-9๐._@+-]")
_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+(?:th|com|net|org|edu|gov)")
_LATIN = re.compile("[A-Za-z]")
_THAI_WORD = re.compile("[ก-๎]{4}$")


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
    """The signs of the address on a strip; none where a sign of it was read as a Thai one."""
    runs: list[list[StripCharacter]] = []
    text, at, before = strip.text, 0, ""
    leads: list[str] = []
    for one in strip.characters:
        found = text.find(one.text, at)
        is_after_blank = text[at:found].isspace()
        at = found + len(one.text)
        if not _SIGN.fullmatch(one.text):
            before = one.text if is_after_blank else before + one.text
            runs.append([])
            leads.append("")
            continue
        if not runs or not runs[-1] or is_after_blank:
            runs.append([])
            leads.append("" if is_after_blank else before)
        runs[-1].append(one)
        before = ""
    for run, lead in zip(runs, leads, strict=True):
        signs = _with_letter_o(run)
        # Behind half a word a Thai letter may be one of the address: รupervise.
        if (not lead or _THAI_WORD.search(lead)) and _ADDRESS.fullmatch(_text(signs)):
            return signs
    return []


def _with_letter_o(run: Sequence[StripCharacter]) -> list[StripCharacter]:
    """The signs, a Thai nought beside a Latin letter read as the o that it is."""
    signs = list(run)
    for place, one in enumerate(signs):
        beside = _text(signs[max(0, place - 1) : place] + signs[place + 1 : place + 2])
        if one.text == "๐" and _LATIN.search(beside):
            signs[place] = replace(one, text="o")
    return signs


def _text(signs: Sequence[StripCharacter]) -> str:
    return "".join(one.text for one in signs)
