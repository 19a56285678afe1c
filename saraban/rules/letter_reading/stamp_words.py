"""The words of receipt stamps as a scan shows them: told from other frames, and mended."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.office_words import is_unit
from saraban.rules.letter_reading.toneless import toneless, toneless_shape
from saraban.thai.digits import to_arabic

_RECEIVED = ("เลขรับ", "เลขที่รับ", "รับเลขที่", "ลงรับที่", "เลขทะเบียนรับ", "ทะเบียนรับ", "รับที่", "รับเลขที่")
_DAY = ("วันที่", "ลงวันที่", "วันที่รับ")
_TIME = ("เวลา",)
_LABELS = (*_RECEIVED, *_DAY, *_TIME)
_ALIKE = 74
# A section's small stamp: its name, เลขที่ and a number, a day without a label.
_NUMBERED = toneless_shape(r"^[^ก-๙0-9]*เลขที่[ .:…_]*[0-9]{1,6}[ .…_]*$")
_LONGEST_DAY = 25
_LETTERS = re.compile(r"^[^ก-๎]*(?P<letters>[ก-๎][ก-๎. ]*)")


def is_receipt_stamp(lines: Sequence[str]) -> bool:
    """Whether lines out of a frame are those of a receipt stamp.

    Two of its three labels, or the office, number and day of a section's small one.
    """
    kinds = sum(
        any(_begins_like(line, label) for line in lines for label in labels)
        for labels in (_RECEIVED, _DAY, _TIME)
    )
    return kinds >= 2 or any(map(_are_small_stamp, lines, lines[1:], lines[2:]))


def _are_small_stamp(office: str, number: str, day: str) -> bool:
    is_numbered = _NUMBERED.match(toneless(to_arabic(number))) is not None
    is_dated = len(day) <= _LONGEST_DAY and bool(dates_in(to_arabic(day)))
    return is_numbered and is_dated and is_unit(office)


def label_kind(text: str) -> str | None:
    """ "received", "day" or "time" when the text begins like that label of a stamp."""
    kinds = {"received": _RECEIVED, "day": _DAY, "time": _TIME}
    for kind, labels in kinds.items():
        if any(_begins_like(text, label) for label in labels):
            return kind
    return None


def mended_label(line: str) -> str:
    """A line of a stamp with its label spelt as stamps spell it; other lines stay.

    วันที 31 พ.ค. is วันที่ 31 พ.ค., and ลขรับ 30400 is เลขรับ 30400.
    """
    found = _LETTERS.match(line)
    if not found:
        return line
    best, end = "", 0
    score = 0.0
    for label in _LABELS:
        for length in range(len(label) - 2, len(label) + 2):
            piece = found["letters"][:length].rstrip()
            if len(piece) < 3:
                continue
            alike = 100 * Levenshtein.normalized_similarity(toneless(piece), toneless(label))
            if alike > score or (alike == score and len(label) > len(best)):
                best, end, score = label, found.start("letters") + len(piece), alike
    if score < _ALIKE:
        return line
    rest = re.sub(r"^[^ก-ฮเ-ไ0-9๐-๙A-Za-z(]+", "", line[end:])
    return f"{best} {rest}".rstrip()


def _begins_like(line: str, label: str) -> bool:
    label = toneless(label)
    start = toneless(re.sub(r"[^ก-๎]", "", line))[: len(label) + 2]
    return len(start) >= 3 and fuzz.partial_ratio(label, start) >= _ALIKE
