"""The day and the hour of a receipt stamp out of a scan, by what can stand there and nothing else.

A stamp tells its day as a day, a month and a year in that order, and its year is near ours: a
month with a letter misread, figures that a dater sets apart, a lost stop do not hide them.
What could be two days is none.
"""

import re
from datetime import date

from rapidfuzz.distance import Levenshtein

from saraban.rules.letter_reading.lines.toneless import toneless
from saraban.thai.dates import BE_OFFSET
from saraban.thai.digits import to_arabic

SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
FULL_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
# Receipt stamps that are still read; of a year of two figures the same.
_YEARS = range(2520, 2600)
_BY_FIGURES = re.compile(
    r"(?<![0-9])(?P<day>[0-9]{1,2})(?: ?[/.|-] ?){1,2}(?P<month>[0-9]{1,2})(?: ?[/.|-] ?){1,2}"
    r"(?P<year>[0-9][0-9 ]*)(?![0-9])"
)
# A figure may be a letter of the month: 14 1พ.2555 is 14 ก.พ. 2555, 22 ธ.6. 2567 is 22 ธ.ค. 2567.
_MONTH = r"[^0-9]{2,16}?|[ .,]*[0-9][ .]*[ก-ฮ][^0-9]{0,4}?|[ .,]*[ก-ฮ][^0-9]{0,3}[0-9][^0-9]{1,3}"
_BY_WORD = re.compile(
    r"(?<![0-9])(?P<day>[0-3] ?[0-9]|[0-9])(?![0-9])"
    rf"(?P<month>{_MONTH})(?P<year>[0-9][0-9 ]*[0-9])(?![0-9])"
)
_LETTER = re.compile("[ก-ฮ]")
# Vowels under a letter that an engine sees in a stop.
_STRAY = re.compile("[\u0e38-\u0e3a]")
# Of มิ.ย. the vowel and the stop are taken for one vowel below; เม.ย. would have kept its first.
_JUNE = re.compile("^มุย")
# No short month ends in those: they are taken for ค at 200 dots an inch.
_FOR_K = str.maketrans("ดตศ", "ค" * 3)
# Months that their first letter alone tells, and what ต is taken for.
_BY_FIRST = {"ส": 8, "ต": 10, "ด": 10, "ธ": 12}
_LEAST_LIKE, _APART = 0.55, 0.12
_LONGEST_SHORT = 4
# The letter that a nought looks like, behind a figure or the stop of an hour.
_NOUGHT = re.compile("(?<=[0-9.:])[อO](?![ก-๎])")
# Of 14.0 a figure is lost; it is not 1.40.
_TORN_HOUR = re.compile(r"[0-9]{2} ?[.:] ?[0-9](?![0-9])")
_HOUR = re.compile(r"(?<![0-9])([0-9]{1,2}) ?[.:] ?([0-9]) ?([0-9])(?![0-9])")


def day_of_stamp(text: str) -> str | None:
    """The day that a stamp's line tells, as 7 มี.ค. 2565; None for none, or for more than one."""
    arabic = to_arabic(text)
    for shape, month_of in ((_BY_FIGURES, _by_figures), (_BY_WORD, month_of_stamp)):
        for found in shape.finditer(arabic):
            month, year = month_of(found["month"]), _year(found["year"])
            day = int(found["day"].replace(" ", ""))
            if month and year and _is_day(year, month, day):
                return f"{day} {SHORT_MONTHS[month - 1]} {year}"
    return None


def where_day_begins(text: str) -> int | None:
    """The place of the day's first figure in the text; None where it tells no day."""
    arabic = to_arabic(text)
    places = [
        found.start()
        for shape in (_BY_FIGURES, _BY_WORD)
        for found in shape.finditer(arabic)
        if day_of_stamp(found[0])
    ]
    return min(places, default=None)


def hour_of_stamp(text: str) -> str | None:
    """The hour that the line of เวลา tells, as 13.05: its figures set apart or without a stop."""
    arabic = _NOUGHT.sub("0", to_arabic(text))
    found = _HOUR.search(arabic)
    figures = f"{found[1]}{found[2]}{found[3]}" if found else re.sub("[^0-9]", "", arabic)
    if len(figures) not in (3, 4) or (not found and _TORN_HOUR.search(arabic)):
        return None
    hour, minute = int(figures[:-2]), int(figures[-2:])
    return f"{hour:02}.{minute:02}" if hour < 24 and minute < 60 else None


def month_of_stamp(word: str) -> int | None:
    """1 to 12 for a month however badly read, None where two months are as likely."""
    letters = _JUNE.sub("มิย", re.sub(r"[^ก-๎0-9]", "", word))
    letters = toneless(_STRAY.sub("", letters))
    if not _LETTER.search(letters):
        return None
    if len(letters) > _LONGEST_SHORT:
        return full_month_like(word)
    if letters in _BY_FIRST:
        return _BY_FIRST[letters]
    own = letters[:-1] + letters[-1].translate(_FOR_K)
    names = [toneless(name.replace(".", "")) for name in SHORT_MONTHS]
    if own in names:
        return names.index(own) + 1
    if re.search("[0-9]", own):
        if own.replace("5", "ธ") in names:
            return names.index(own.replace("5", "ธ")) + 1
        shape = re.compile(re.sub("[0-9]", ".", re.sub("[\u0e34\u0e35]", "", own)))
        fits = [place for place, name in enumerate(names) if shape.fullmatch(name)]
    else:
        # A speck before the month, or one of its letters read as another.
        fits = [place for place, name in enumerate(names) if own.endswith(name)] or [
            place
            for place, name in enumerate(names)
            if len(own) > 1 and Levenshtein.distance(own, name) == 1
        ]
    return fits[0] + 1 if len(fits) == 1 else None


def full_month_like(word: str) -> int | None:
    """1 to 12 for a full month however badly read, None where two are as likely."""
    letters = toneless(re.sub(r"[^ก-๎]", "", word))
    scored = sorted(
        (Levenshtein.normalized_similarity(letters, toneless(name)), place)
        for place, name in enumerate(FULL_MONTHS, 1)
    )
    best, second = scored[-1], scored[-2]
    return best[1] if best[0] >= _LEAST_LIKE and best[0] - second[0] >= _APART else None


def _by_figures(text: str) -> int | None:
    month = int(text)
    return month if 1 <= month <= len(SHORT_MONTHS) else None


def _year(figures_apart: str) -> int | None:
    """The year of these figures in the Buddhist era; of 2565 its second figure may be lost."""
    figures = figures_apart.replace(" ", "")
    if len(figures) == 2:
        year = 2500 + int(figures)
    elif len(figures) == 3 and figures[0] == "5":
        year = 2000 + int(figures)
    elif re.fullmatch("2 [5-9][0-9]|2 ?[^5 ] ?[0-9]", figures_apart):
        year = 2500 + int(figures[1:])
    elif len(figures) == 4:
        # No stamp of the BE 2400s is read any more: a 4 there is a 5 that was misread, and what
        # stands before a 5 there is a 2.
        year = int(re.sub("^24|^[0-9]5", "25", figures))
    else:
        return None
    return year if year in _YEARS else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year - BE_OFFSET, month, day)
    except ValueError:
        return False
    return True
