"""Numbers written out in Thai words: สิบสอง, สี่สิบห้า, สองพันห้าร้อยหกสิบเจ็ด."""

import re

_UNITS = {
    "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8,
    "เก้า": 9,
}  # fmt: skip
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000}
_MARK = re.compile("[\u0e47-\u0e4c]")
_VALUE = {_MARK.sub("", word): value for word, value in (_UNITS | _PLACES).items()}
_WORD = "|".join(_MARK.sub(r"\g<0>?", word) for word in (_UNITS | _PLACES))
# What may be a number in words, for a pattern; scanners lose the marks of them.
NUMBER_WORDS = rf"(?:{_WORD})+"


def number_in_words(words: str) -> int | None:
    """The number below ten thousand that the words say; None for words that say none.

    Each place is named once, the greater before the smaller: ห้าร้อยหกสิบ, never สิบร้อย.
    """
    total, unit, last_place = 0, 0, 10_000
    for word in re.findall(_WORD, words):
        value = _VALUE[_MARK.sub("", word)]
        if value < 10:
            if unit:
                return None
            unit = value
            continue
        if value >= last_place:
            return None
        total += (unit or 1) * value
        unit, last_place = 0, value
    return total + unit or None
