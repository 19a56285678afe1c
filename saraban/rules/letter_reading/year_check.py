"""The letter's day with a year that cannot be: a figure of it was misread.

OCR takes ๘ and ๙ for ๕. A letter of ๒๕๕๕ that was received in ๒๕๕๙, or that refers to one of
๒๕๕๘, is of the year that such a figure makes of it and that fits them.
"""

from collections.abc import Collection, Iterator
from datetime import date

from saraban.rules.letter_reading.draft import LetterDraft
from saraban.thai.dates import BE_OFFSET

_ALIKE = {"5": "89", "8": "5", "9": "5"}
_LONGEST_ON_THE_WAY = 60
_LONGEST_SINCE_CITED = 366


def with_year_put_right(draft: LetterDraft) -> bool:
    """Give the draft the day that its references and stamps tell; whether that is another."""
    if draft.dated_on is None:
        return False
    cited = [one.dated_on for one in draft.references if one.dated_on]
    received = [one.dated_on for one in draft.stamps if one.dated_on]
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
