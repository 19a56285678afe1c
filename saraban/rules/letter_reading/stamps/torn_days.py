"""The day of a stamp whose month or year nobody can read, by the day of the letter it received.

A letter comes in on its day or in the weeks after it: of 24 กค ว25 on a letter of 20 July 2560
nothing but 24 July 2560 can be meant. What is made out so is a guess, and has to be looked at.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from rapidfuzz.distance import Levenshtein

from saraban.rules.letter_reading.lines.toneless import toneless
from saraban.rules.letter_reading.stamps.stamp_days import SHORT_MONTHS, month_of_stamp
from saraban.thai.digits import to_arabic

_ROW = re.compile(
    r"(?P<label>[^0-9]{2,8}?)[ .:…]*(?P<day>[0-3]?[0-9])(?![0-9.:])"
    r"(?P<month>[^0-9]{0,12})(?P<year>.*)"
)
_LABEL = toneless("วันที่")
_LEAST_LIKE = 0.4
_LETTER = re.compile("[ก-ฮ]")
# Months by whose short names others are that differ in one letter: ก.ค. and ต.ค.
_NAMES = ["".join(_LETTER.findall(name)) for name in SHORT_MONTHS]
_NEAR = {
    place: {
        other for other, name in enumerate(_NAMES, start=1) if Levenshtein.distance(own, name) == 1
    }
    for place, own in enumerate(_NAMES, start=1)
}
# Days that a letter is on its way: where a month is told, and where only the day is.
_LONGEST, _LONGEST_WITHOUT_MONTH = 90, 31
# A later stamp is one of a desk further in, or of whoever looked the letter up again.
_LATEST = 365


def is_torn_day(row: str) -> bool:
    """Whether a row of a stamp has the label of a day and a day's figures, whatever follows."""
    found = _ROW.fullmatch(to_arabic(row))
    return found is not None and _is_label(found["label"])


def day_by_letter(row: str, letter_day: date) -> date | None:
    """The first such day from the letter's own on; None where its month cannot come soon enough."""
    found = _ROW.fullmatch(to_arabic(row))
    if found is None:
        return None
    months = _months_like(found["month"])
    longest = _LONGEST if months else _LONGEST_WITHOUT_MONTH
    for day in _days_from(letter_day, longest):
        if day.day == int(found["day"]) and (not months or day.month in months):
            return day
    return None


def day_letter_came(received: date, letter_day: date) -> date:
    """The day that can be meant by a stamp's, where no letter comes on the one that was read.

    The same day in another year; of a day in the year before the letter's own also in a month
    whose short name differs in one letter: 5 ก.ค. on a letter of 30 September is 5 ต.ค. Else as
    it is.
    """
    if letter_day <= received <= letter_day + timedelta(days=_LATEST):
        return received
    same = _first(letter_day, _LONGEST, received.day, {received.month})
    if same is None and letter_day - timedelta(days=_LATEST) <= received < letter_day:
        same = _first(letter_day, _LONGEST_WITHOUT_MONTH, received.day, _NEAR[received.month])
    return same or received


def _first(start: date, longest: int, day: int, months: Collection[int]) -> date | None:
    return next(
        (one for one in _days_from(start, longest) if one.day == day and one.month in months), None
    )


def _days_from(first: date, longest: int) -> Iterator[date]:
    return (first + timedelta(days=later) for later in range(longest + 1))


def _is_label(words: str) -> bool:
    return Levenshtein.normalized_similarity(toneless(words).strip(" .:"), _LABEL) >= _LEAST_LIKE


def _months_like(word: str) -> Collection[int]:
    """The months whose short names have a letter that can be read; none where none can."""
    if month := month_of_stamp(word):
        return {month}
    letters = _LETTER.findall(word)
    return {
        place
        for place, name in enumerate(SHORT_MONTHS, start=1)
        if any(letter in name for letter in letters)
    }
