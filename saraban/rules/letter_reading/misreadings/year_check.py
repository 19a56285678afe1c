"""The letter's day with a year that cannot be: a figure of it was misread.

OCR takes ๘ and ๙ for ๕. A letter of ๒๕๕๕ that was received in ๒๕๕๙, or that refers to one of
๒๕๕๘, is of the year that such a figure makes of it and that fits them. So is one
whose last figure became a letter.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from saraban.rules.letter_reading.draft import LetterDraft
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.thai.dates import BE_OFFSET
from saraban.thai.digits import to_arabic

# A day and month, and a year whose last figure is a letter.
YEAR_TORN = re.compile(
    r"(?P<day>[0-9]{1,2} ?[ก-๎]{5,10} ?(?:พ\.ศ\. ?)?)(?P<decade>25[0-9])[ก-ฮA-Za-z]$"
)
_ALIKE = {"5": "89", "8": "5", "9": "5"}
_LONGEST_ON_THE_WAY = 60
_LONGEST_SINCE_CITED = 366


def with_year_put_right(draft: LetterDraft) -> bool:
    """Give the draft the day that its references and stamps tell; whether that is another."""
    cited = [one.dated_on for one in draft.references if one.dated_on]
    received = [one.dated_on for one in draft.stamps if one.dated_on]
    if draft.dated_on is None:
        draft.dated_on = day_with_last_figure(draft.date_raw or "", cited, received)
        return draft.dated_on is not None
    meant = year_meant(draft.dated_on, cited, received)
    draft.dated_on = meant or draft.dated_on
    return meant is not None


def year_meant(printed: date, cited: Collection[date], received: Collection[date]) -> date | None:
    """The day in the one year that fits the letters it refers to and the stamps it got.

    None where the printed year fits them or nothing tells, and where no year or several would.
    """
    latest, first = max(cited, default=None), min(received, default=None)
    if first and printed <= first:
        is_odd = (first - printed).days > _LONGEST_SINCE_CITED
    else:
        is_odd = bool(latest and printed < latest)
    if not is_odd:
        return None
    fitting = [day for day in _alike(printed) if _fits(day, latest, first)]
    return fitting[0] if len(fitting) == 1 else None


def day_with_last_figure(
    printed: str, cited: Collection[date], received: Collection[date]
) -> date | None:
    """The day whose year lost its last figure to a letter, where one figure alone fits.

    ๒๘ พฤศจิกายน ๒๕๕ธ of a letter received on 2 December 2559 is of that year.
    """
    torn = YEAR_TORN.search(to_arabic(printed))
    latest, first = max(cited, default=None), min(received, default=None)
    if torn is None:
        return None
    whole = [f"{torn['day']}{torn['decade']}{figure}" for figure in range(10)]
    days = [one.day for text in whole for one in dates_in(text)]
    fitting = [day for day in days if _fits(day, latest, first)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(day: date, latest: date | None, first: date | None) -> bool:
    if first is not None:
        return 0 <= (first - day).days <= _LONGEST_ON_THE_WAY
    return latest is not None and 0 <= (day - latest).days <= _LONGEST_SINCE_CITED


def _alike(printed: date) -> Iterator[date]:
    """The day in each year that one figure of its last two makes of it."""
    year = str(printed.year + BE_OFFSET)
    for at in (2, 3):
        for other in _ALIKE.get(year[at], ""):
            try:
                yield printed.replace(year=int(year[:at] + other + year[at + 1 :]) - BE_OFFSET)
            except ValueError:
                continue
