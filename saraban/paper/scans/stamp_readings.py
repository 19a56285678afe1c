"""Which of two readings of a piece of a stamp is believed.

In a line of print Tesseract knows the words and our own reader the digits. A stamp has few words,
which everybody knows, and figures in one or two signs each: a piece that is all digits, a day or
a label as our reader saw it is taken whole where the other made nothing of it, and so is what the
other did not see at all.
"""

import math
import re
from dataclasses import replace
from itertools import combinations

from saraban.paper.digits.digit_chances import NUMBER_SIGNS
from saraban.paper.digits.digit_reader import Strip
from saraban.paper.scans.scan_digits import line_of_strip
from saraban.paper.scans.tesseract import OcrLine
from saraban.rules.letter_reading.stamps.stamp_days import day_of_stamp
from saraban.rules.letter_reading.stamps.stamp_labels import label_kind

_LEAST_SURE = 0.5
_FIGURE = re.compile("[0-9๐-๙]")
# A sign surer than that is not doubted; a rival with a smaller share is not thought of.
_BEYOND_DOUBT, _LEAST_SHARE = 0.97, 0.02
_MOST_DOUBTED = 4
_LONGEST = 30  # signs in a piece of a stamp that tells a day


def as_in_stamp(both: OcrLine | None, strip: Strip, height: int) -> OcrLine | None:
    """The piece as Tesseract and our reader saw it together, or as ours alone did.

    both: what with_digits made of the two; height of the strip in pixels. None where neither read
    anything.
    """
    strip = _with_day_by_rivals(strip)
    ours = line_of_strip(strip, height)
    if ours is None or both is None:
        return both or ours
    is_number = _FIGURE.search(ours.text) and all(
        sign.text in NUMBER_SIGNS and sign.confidence >= _LEAST_SURE for sign in strip.characters
    )
    day = day_of_stamp(ours.text)
    is_day = day is not None and day != day_of_stamp(both.text)
    is_label = bool(label_kind(ours.text)) and not label_kind(both.text)
    return ours if is_number or is_day or is_label else both


def _with_day_by_rivals(strip: Strip) -> Strip:
    """The strip with the likeliest signs that make a day of it, where the first ones make none.

    One or two doubted signs give way to what else they may be: 12 ข.ย. 2558 to 12 พ.ย. 2558.
    """
    figures = [place for place, sign in enumerate(strip.characters) if sign.is_digit]
    if not figures or len(strip.characters) > _LONGEST or day_of_stamp(strip.text):
        return strip
    doubted = [
        place
        for place, sign in enumerate(strip.characters[: figures[-1] + 1])
        if place >= figures[0] and sign.confidence < _BEYOND_DOUBT and sign.rivals
    ]
    doubted.sort(key=lambda place: strip.characters[place].confidence)
    choices = [
        (place, rival, share / max(strip.characters[place].confidence, _LEAST_SHARE))
        for place in doubted[:_MOST_DOUBTED]
        for rival, share in strip.characters[place].rivals
        if share >= _LEAST_SHARE
    ]
    tried = [(change,) for change in choices] + [
        two for two in combinations(choices, 2) if two[0][0] != two[1][0]
    ]
    for changes in sorted(tried, key=lambda changes: -math.prod(share for _, _, share in changes)):
        other = _with_changes(strip, {place: rival for place, rival, _ in changes})
        if day_of_stamp(other.text):
            return other
    return strip


def _with_changes(strip: Strip, changes: dict[int, str]) -> Strip:
    characters = list(strip.characters)
    text, at = "", 0
    for place, sign in enumerate(strip.characters):
        found = strip.text.index(sign.text, at)
        text += strip.text[at:found] + changes.get(place, sign.text)
        at = found + len(sign.text)
        if place in changes:
            share = dict(sign.rivals)[changes[place]]
            characters[place] = replace(sign, text=changes[place], confidence=share, rivals=())
    return replace(strip, text=text + strip.text[at:], characters=tuple(characters))
