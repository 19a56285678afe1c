"""Days and times as Thai offices write them; the one place where Buddhist-era years live."""

import re
from datetime import date, time

from saraban.errors import ImpossibleDate, UnreadableDate, UnreadableTime
from saraban.thai.digits import to_arabic, to_thai
from saraban.thai.text import clean_line

BE_OFFSET = 543

_MONTHS = (
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
)
_MONTH_OF = {
    word: number
    for number, (name, short) in enumerate(_MONTHS, start=1)
    for word in (name, short.replace(".", ""), re.sub("(คม|ยน|พันธ์)$", "", name))
}
# The pages in English show "24 Nov 2569" and must read it back.
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH_OF |= {
    word: number
    for number, name in enumerate(_ENGLISH_MONTHS, start=1)
    for word in (name, name[:3])
}

_LEAD = re.compile("(?:ลง|เมื่อ)?(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)?")
_YEAR_FIRST = re.compile("([0-9]{4})([-/])([0-9]{1,2})\\2([0-9]{1,2})")
_DAY_FIRST = re.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]+)|([0-9]{1,2})/([0-9]{1,2})")
_WITH_WORDS = re.compile(
    "([0-9]{1,2})[-/]?(?:เดือน)?([ก-์.]+?|[A-Za-z.]+)[-/]?(?:(พ|ค)\\.?ศ\\.?)?([0-9]*)"
)
_TIME = re.compile("(?:เวลา ?)?([0-9]{1,2})(?: ?[.:] ?([0-9]{2})(?::[0-9]{2})?)?( ?น\\.?)?")


def parse_date(text: str, *, today: date | None = None) -> date:
    """The Gregorian day that a typed or printed Thai date means.

    Reads full and short month names, Thai or English, day/month/year and ISO order, in Thai
    or Arabic digits. A two-digit year yy is 25yy; 2400-2700 is Buddhist era, 1900-2100 Common
    Era. A date without a year is in the year of `today`, and unreadable when today is None.
    Raises UnreadableDate, or ImpossibleDate for a day the calendar lacks.
    """
    day, month, year, era = _date_parts(text)
    gregorian_year = _gregorian_year(year, era) if year else None
    if not year and not era and today is not None:
        gregorian_year = today.year
    if gregorian_year is None:
        raise UnreadableDate(text=text)
    try:
        return date(gregorian_year, month, day)
    except ValueError:
        raise ImpossibleDate(text=text) from None


def _date_parts(text: str) -> tuple[int, int, str, str]:
    """Day, month, year as written ("" when absent) and the era's first letter ("", พ or ค)."""
    line = to_arabic(clean_line(text))
    if re.search("[0-9] [0-9]", line):  # gluing "1 6" to 16 would be a guess
        raise UnreadableDate(text=text)
    line = line.replace(" ", "")
    if found := _YEAR_FIRST.fullmatch(line):
        return int(found[4]), int(found[3]), found[1], ""
    line = line[lead.end() :] if (lead := _LEAD.match(line)) else line
    if found := _DAY_FIRST.fullmatch(line):
        return int(found[1] or found[5]), int(found[3] or found[6]), found[4] or "", ""
    found = _WITH_WORDS.fullmatch(line)
    # กรกฏาคม with ฏ is the commonest misspelling of กรกฎาคม.
    month = _MONTH_OF.get(found[2].replace(".", "").replace("ฏ", "ฎ").lower()) if found else None
    if not found or not month:
        raise UnreadableDate(text=text)
    return int(found[1]), month, found[4], found[3] or ""


def _gregorian_year(digits: str, era: str) -> int | None:
    """The Gregorian year of two or four digits; None when they fit no era or not the one said."""
    if len(digits) == 2:
        return None if era == "ค" else 2500 + int(digits) - BE_OFFSET
    if len(digits) != 4:
        return None
    year = int(digits)
    if 2400 <= year <= 2700 and era != "ค":
        return year - BE_OFFSET
    if 1900 <= year <= 2100 and era != "พ":
        return year
    return None


def parse_time(text: str) -> time:
    """The time of day in "๑๓.๓๐ น.", "13:30" or "๙ น."; seconds are dropped.

    Raises UnreadableTime, also for hours past 23.
    """
    found = _TIME.fullmatch(to_arabic(clean_line(text)))
    if not found or not (found[2] or found[3]):
        raise UnreadableTime(text=text)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise UnreadableTime(text=text) from None


def be_year(day: date) -> int:
    """The Buddhist-era year of a Gregorian day; letter numbers restart with it."""
    return day.year + BE_OFFSET


def first_day_of_be_year(be_year: int) -> date:
    """1 January of a Buddhist-era year, Gregorian.

    Raises ImpossibleDate for a year the calendar lacks.
    """
    try:
        return date(be_year - BE_OFFSET, 1, 1)
    except ValueError:
        raise ImpossibleDate(text=str(be_year)) from None


def format_long(day: date, *, thai_digits: bool = True) -> str:
    """As a letter's date is written: "๑๖ มิถุนายน ๒๕๖๕", without วันที่ and พ.ศ.

    Source: Rule on Saraban Work B.E. 2526, clause 11.3.
    """
    return _in_digits(f"{day.day} {_MONTHS[day.month - 1][0]} {be_year(day)}", thai_digits)


def format_medium(day: date, *, thai_digits: bool = True) -> str:
    """Short month and full year: "๑๖ มิ.ย. ๒๕๖๕"."""
    return _in_digits(f"{day.day} {_MONTHS[day.month - 1][1]} {be_year(day)}", thai_digits)


def format_short(day: date, *, thai_digits: bool = True) -> str:
    """Short month and two-digit year, as on stamps: "๑๖ มิ.ย. ๖๕"."""
    year = be_year(day) % 100
    return _in_digits(f"{day.day} {_MONTHS[day.month - 1][1]} {year:02}", thai_digits)


def format_time(moment: time, *, thai_digits: bool = True) -> str:
    """Hours and minutes with a full stop: "๑๓.๓๐ น."."""
    return _in_digits(f"{moment.hour:02}.{moment.minute:02} น.", thai_digits)


def _in_digits(text: str, thai_digits: bool) -> str:
    return to_thai(text) if thai_digits else text
