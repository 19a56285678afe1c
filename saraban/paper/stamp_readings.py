"""Which of two readings of a piece of a stamp is believed.

In a line of print Tesseract knows the words and our own reader the digits. A stamp has few words,
which everybody knows, and figures in one or two signs each: a piece that is all digits, a day or
a label as our reader saw it is taken whole where the other made nothing of it, and so is what the
other did not see at all.
"""

import re

from saraban.paper.digit_reader import NUMBER_SIGNS, Strip
from saraban.paper.scan_digits import line_of_strip, with_digits
from saraban.paper.tesseract import OcrLine
from saraban.rules.letter_reading.stamp_days import day_of_stamp
from saraban.rules.letter_reading.stamp_words import label_kind

_LEAST_SURE = 0.5
_FIGURE = re.compile("[0-9๐-๙]")


def as_in_stamp(line: OcrLine | None, strip: Strip, height: int) -> OcrLine | None:
    """The piece as Tesseract and our reader saw it together, or as ours alone did.

    height of both in pixels; None where neither read anything.
    """
    both = with_digits(line, strip, height)
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
