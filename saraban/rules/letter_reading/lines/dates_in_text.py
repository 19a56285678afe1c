"""Dates in running text: full, short and misspelt months, ranges, two-digit and CE years."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from saraban.rules.letter_reading.lines.figure_look_alikes import without_look_alikes
from saraban.thai.dates import BE_OFFSET
from saraban.thai.digits import to_arabic
from saraban.thai.number_words import NUMBER_WORDS, number_in_words

_MONTHS = (
    ("มกราคม", "มค"),
    ("กุมภาพันธ์", "กพ"),
    ("มีนาคม", "มีค"),
    ("เมษายน", "เมย"),
    ("พฤษภาคม", "พค"),
    ("มิถุนายน", "มิย"),
    ("กรกฎาคม", "กค"),
    ("สิงหาคม", "สค"),
    ("กันยายน", "กย"),
    ("ตุลาคม", "ตค"),
    ("พฤศจิกายน", "พย"),
    ("ธันวาคม", "ธค"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LIKE_ENOUGH = 0.72
# A damaged text layer breaks a month: พฤษภา คม.
_FULL = "|".join(re.sub("(?<=.)(?=[ก-ฮเา])", " ?", name) for name, _ in _MONTHS)
# A vowel that an engine saw over or under a full stop: ก.ุค.
_STRAY = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_SHORT = r"|".join(rf"{short[:-1]}\.? ?{_STRAY}?{short[-1]}\.?(?![ก-ฮ])" for _, short in _MONTHS)
# A misspelt month still ends like one, or is followed by a year at once.
_ODD = (
    r"[ก-ฮเ][ก-๎]{3,9}(?:คม|ยน|พันธ์?|ายม|คน|ยม)(?![ก-๎])"
    r"|[ก-ฮเ][ก-๎]{3,11}(?= ?(?:พ\.?ศ\.? ?)?2[45][0-9]{2})"
)
# The dotted line that a day is written on: วันที่….๑๙…..กรกฎาคม……๒๕๖๒.
_LEADER = r"[ .…_]*(?:…|\.{3}|_{3})[ .…_]*"
_WORD = rf"(?:เดือน(?: ?|{_LEADER}))?(?P<month>{_FULL}|{_SHORT}|{_ODD}|[A-Z][a-z]{{2,8}}\.?)"
_YEAR = (
    rf"(?:(?:[ ,]*|{_LEADER})"
    rf"(?:พ\.? ?ศ\.?(?: ?|{_LEADER})|ค\.? ?ศ\.? ?|พุทธศักราช ?|B\.? ?E\.? ?)?"
    # Of ๒๕๖๖ the second half may be torn off or be letters: then 25 is no year of two figures.
    r"(?P<year>(?:2[3-6]|19|20)[0-9]{2}|(?!25 ?[0-9A-Za-zก-ฮ])[2-7][0-9])"
    r"(?![0-9]|[.:][0-9]| ?น\.)(?: ?\((?:ค\.ศ\. ?)?(?:19|20)[0-9]{2}\))?)"
)
# A full stop of a number (1.5, ๑.๒) bars a day behind it, a dotted line does not.
_DAY = r"(?<![0-9/])(?<![0-9]\.)(?P<day>[0-9]{1,2})"
_TO = r"(?:(?: ?(?:[-–—]|ถึง(?:วันที่)?|และ|,) ?)(?P<last>[0-9]{1,2}))?"
_WRITTEN = re.compile(rf"{_DAY}(?:st|nd|rd|th)?{_TO}(?: ?|{_LEADER}){_WORD}{_YEAR}?")
# As letters and mail programs in English have it: March 7, 2024.
_MONTH_FIRST = re.compile(
    r"(?<![A-Za-z])(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? "
    r"(?P<year>(?:2[45]|19|20)[0-9]{2})(?![0-9])"
)
_NUMERIC = re.compile(
    r"(?<![0-9/-])(?<![0-9]\.)(?P<day>[0-9]{1,2}) ?"
    r"(?P<mark>[/.-]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?"
    r"(?P<year>(?:2[3-6]|19|20)[0-9]{2}|[0-9]{2})(?![0-9/])"
)
# A stamp's printed slashes around a month written in: 13 / มิ.ย. / 67.
_SLASHED = re.compile(
    rf"{_DAY} ?/ ?(?P<month>{_FULL}|{_SHORT}) ?/ ?(?P<year>2[45][0-9]{{2}}|[0-9]{{2}})(?![0-9/])"
)
# As notices and courts write it out: วันพุธที่สิบสาม เดือนมีนาคม พุทธศักราชสองพันห้าร้อยหกสิบเจ็ด.
_IN_WORDS = re.compile(
    rf"วัน(?:[ก-๎]{{3,8}}?)?ที่? ?(?P<day>{NUMBER_WORDS}|[0-9]{{1,2}}) ?{_WORD}"
    rf"(?:[ ,]*(?:พ\.? ?ศ\.? ?|พุทธศักราช ?)?(?P<year>2[3-6][0-9]{{2}}|{NUMBER_WORDS}))?"
)
_FIGURE_BEFORE = re.compile(r"(?P<word>วันที่? {0,3})?(?<![0-9.,/])(?P<figure>[0-3]) $")
_ONE_FIGURE = re.compile(r"[0-9](?![0-9])")
_MISREAD_CENTURY = re.compile(r"(?<![0-9])24[0-9]{2}(?![0-9])")
_FIRST_YEAR = 1932  # what is older is history, and no letter's own day
_MONTH_AND_YEAR = re.compile(rf"(?<![ก-๎]){_WORD}{_YEAR}")


@dataclass(frozen=True)
class DateFound:
    """A date in a text. last_on differs from day for a range; is_plain: nothing was guessed.

    has_year is False when the year was taken from default_year.
    """

    start: int
    end: int
    day: date
    last_on: date
    is_plain: bool
    has_year: bool


def dates_in(text: str, *, default_year: int | None = None) -> list[DateFound]:
    """All dates in the text, from left to right; default_year is Gregorian, for dates without."""
    printed = to_arabic(text)
    line = without_look_alikes(printed)
    found = [*_written(line, default_year), *_slashed(line), *_numeric(line), *_month_first(line)]
    if "วัน" in line:
        # Behind a day in figures the year alone may stand in words.
        spoken = {one.start: one for one in _in_words(line, default_year)}
        found = [one for one in found if one.start not in spoken] + [*spoken.values()]
    if line != printed:
        found = [_doubted_if_mended(one, printed, line) for one in found]
    found = [_of_our_time(_with_day_whole(one, line), line) for one in found]
    return sorted(found, key=lambda one: one.start)


def _doubted_if_mended(one: DateFound, printed: str, line: str) -> DateFound:
    """No plain date where a letter among its figures was taken for one."""
    is_as_printed = printed[one.start : one.end] == line[one.start : one.end]
    return replace(one, is_plain=one.is_plain and is_as_printed)


def _with_day_whole(one: DateFound, line: str) -> DateFound:
    """A day that a blank parts: behind วันที่ both figures are the day's, elsewhere it is doubted."""
    before, behind = _FIGURE_BEFORE.search(line[: one.start]), line[one.start : one.end]
    if before is None or not _ONE_FIGURE.match(behind):
        return one
    day = int(before["figure"] + behind[0])
    if not before["word"] or not 0 < day <= monthrange(one.day.year, one.day.month)[1]:
        return replace(one, is_plain=False)
    whole = one.day.replace(day=day)
    last_on = max(whole, one.last_on)
    start = before.start("figure")
    return replace(one, start=start, day=whole, last_on=last_on, is_plain=False)


def _of_our_time(one: DateFound, line: str) -> DateFound:
    """No letter that is still answered is of ๒๔๖๔: its ๕ was taken for a ๔, which looks like it."""
    if not _MISREAD_CENTURY.search(line[one.start : one.end]) or one.day.year >= _FIRST_YEAR:
        return one
    day, last_on = (moment.replace(year=moment.year + 100) for moment in (one.day, one.last_on))
    return replace(one, day=day, last_on=last_on, is_plain=False)


def month_and_year_in(text: str) -> tuple[int, int, str] | None:
    """Where a month with a year but no day stands, and its words; None when there is none."""
    line = to_arabic(text)
    for found in _MONTH_AND_YEAR.finditer(line):
        has_day = re.search(r"(?<![0-9])[0-9]{1,2} ?$", line[: found.start()])
        if not has_day and _month(found["month"]):
            return found.start(), found.end(), text[found.start() : found.end()]
    return None


def month_number(word: str) -> int | None:
    """1 to 12 for a full, short or misspelt month; None for any other word."""
    month = _month(word)
    return month[0] if month else None


def last_day(year: int, month: int) -> date:
    """The last day of a Gregorian month."""
    return date(year, month, monthrange(year, month)[1])


def gregorian(digits: str) -> int | None:
    """The Gregorian year of a two- or four-digit year, BE or CE."""
    year = int(digits)
    if len(digits) == 2:
        return 2500 + year - BE_OFFSET
    return year - BE_OFFSET if year >= 2300 else year


def _written(line: str, default_year: int | None) -> Iterator[DateFound]:
    for found in _WRITTEN.finditer(line):
        month = _month(found["month"])
        if month is None:
            continue
        year = gregorian(found["year"]) if found["year"] else default_year
        if year is None:
            continue
        try:
            first = date(year, month[0], int(found["day"]))
            last = date(year, month[0], int(found["last"])) if found["last"] else first
        except ValueError:
            continue
        yield DateFound(
            found.start(), found.end(), first, max(first, last), month[1], bool(found["year"])
        )


def _in_words(line: str, default_year: int | None) -> Iterator[DateFound]:
    for found in _IN_WORDS.finditer(line):
        year_in_words = found["year"] and not found["year"].isdigit()
        if found["day"].isdigit() and not year_in_words:
            continue
        month, day = _month(found["month"]), _number(found["day"])
        year = gregorian(str(_number(found["year"]))) if found["year"] else default_year
        if month and day and year and day <= monthrange(year, month[0])[1]:
            on = date(year, month[0], day)
            start = found.start("day")
            yield DateFound(start, found.end(), on, on, month[1], bool(found["year"]))


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else number_in_words(text)


def _slashed(line: str) -> Iterator[DateFound]:
    for found in _SLASHED.finditer(line):
        year, month = gregorian(found["year"]), _month(found["month"])
        if not year or not month or int(found["day"]) > monthrange(year, month[0])[1]:
            continue
        day = date(year, month[0], int(found["day"]))
        yield DateFound(found.start(), found.end(), day, day, True, True)


def _month_first(line: str) -> Iterator[DateFound]:
    for found in _MONTH_FIRST.finditer(line):
        year = gregorian(found["year"])
        month = found["month"][:3].lower()
        if not year or month not in _ENGLISH:
            continue
        number = _ENGLISH.index(month) + 1
        if 0 < int(found["day"]) <= monthrange(year, number)[1]:
            day = date(year, number, int(found["day"]))
            yield DateFound(found.start(), found.end(), day, day, True, True)


def _numeric(line: str) -> Iterator[DateFound]:
    for found in _NUMERIC.finditer(line):
        year = gregorian(found["year"])
        try:
            day = date(year or 0, int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        yield DateFound(found.start(), found.end(), day, day, True, True)


def _month(word: str) -> tuple[int, bool] | None:
    """The month's number, and whether the word is spelt as it should be."""
    bare = word.replace(".", "").replace(" ", "").replace("ฏ", "ฎ")
    if bare in _MONTH_OF:
        return _MONTH_OF[bare], True
    if (mended := re.sub(_STRAY, "", bare)) in _MONTH_OF and len(mended) <= 3:
        return _MONTH_OF[mended], False
    if bare[:3].lower() in _ENGLISH and bare.isascii():
        return _ENGLISH.index(bare[:3].lower()) + 1, True
    scored = [
        (SequenceMatcher(None, bare, name).ratio(), n) for n, (name, _) in enumerate(_MONTHS, 1)
    ]
    best, number = max(scored)
    return (number, False) if best >= _LIKE_ENOUGH and len(bare) >= 5 else None
