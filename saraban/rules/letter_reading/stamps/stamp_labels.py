"""The labels of receipt stamps: เลขรับ, วันที่, เวลา, known and spelt however a scan shows them."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from saraban.rules.letter_reading.lines.toneless import toneless

RECEIVED = ("เลขรับ", "เลขรับที่", "เลขที่รับ", "รับเลขที่", "ลงรับที่", "เลขทะเบียนรับ", "ทะเบียนรับ", "รับที่")
DAY = ("วันที่", "ลงวันที่", "วันที่รับ")
_TIME = ("เวลา",)
_LABELS = (*RECEIVED, *DAY, *_TIME)
_ALIKE = 74
_LETTERS = re.compile(r"^[^ก-๎]*(?P<letters>[ก-๎][ก-๎. ]*)")
# A vowel or a consonant that an engine sees in a dot or a tone mark before the number.
_SPECK_BEFORE_NUMBER = re.compile(r"^(?!ที่)[ก-๎](?:[\u0e31-\u0e4e])? ?(?=[0-9๐-๙]{2})")


def label_kind(text: str) -> str | None:
    """ "received", "day" or "time" when the text begins like that label of a stamp."""
    kinds = {"received": RECEIVED, "day": DAY, "time": _TIME}
    alike = {kind: max(_likeness(text, of) for of in labels) for kind, labels in kinds.items()}
    nearest = max(alike, key=lambda kind: alike[kind])
    return nearest if alike[nearest] >= _ALIKE else None


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
    if best in RECEIVED:
        rest = _SPECK_BEFORE_NUMBER.sub("", rest)
    return f"{best} {rest}".rstrip()


def _likeness(line: str, label: str) -> float:
    """How far the line begins like the label, 0 to 100."""
    label = toneless(label)
    start = toneless(re.sub(r"[^ก-๎]", "", line))[: len(label) + 2]
    return fuzz.partial_ratio(label, start) if len(start) >= 3 else 0
