"""A day told with its weekday, where the two disagree because a figure was misread.

In Thai print ๕ and ๘ are alike, and OCR takes ๙ for ๕ too: วันพุธที่ ๒๕ กันยายน ๒๕๓๗ was no
Wednesday, the 28th was.
"""

from collections.abc import Iterator
from datetime import date

from saraban.rules.letter_reading.duties.recurring_days import weekday_number

_ALIKE = {"5": "89", "8": "5", "9": "5"}


def day_meant(printed: date, weekday: str | None, letter_day: date | None) -> date | None:
    """The one day that falls on the weekday and differs by a figure that is easily misread.

    None when the printed day falls on it, when no weekday is told, and when no such day or several
    are left. A year before the letter's may be misread too; then the letter's year counts.
    """
    if weekday is None:
        return None
    number = weekday_number(weekday)
    if printed.weekday() == number:
        return None
    fitting = {
        day
        for day in _alike(printed, letter_day)
        if day.weekday() == number and (letter_day is None or 0 <= (day - letter_day).days < 366)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _alike(printed: date, letter_day: date | None) -> Iterator[date]:
    figures = str(printed.day)
    days = {printed.day} | {
        int(figures[:at] + other + figures[at + 1 :])
        for at, figure in enumerate(figures)
        for other in _ALIKE.get(figure, "")
    }
    year = max(printed.year, letter_day.year) if letter_day else printed.year
    for day in days:
        try:
            yield printed.replace(year=year, day=day)
        except ValueError:
            continue
