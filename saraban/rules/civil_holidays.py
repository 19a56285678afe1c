"""The days off of government offices that can be worked out beforehand.

Sources: the `holidays` package for what was announced and what follows from rule. Labour Day is
a holiday of private employers, not of the civil service, and Children's Day closes no office.
Whatever the Cabinet adds later, or for one province only, people put into the table themselves.
"""

from functools import cache

from saraban.rules.holidays import HolidayRow

FIRST_YEAR, LAST_YEAR = 1990, 2100
_OF_OTHERS = ("แรงงาน", "วันเด็ก")


@cache
def known_holidays(year: int) -> tuple[HolidayRow, ...]:
    """The days of a Gregorian year in order, weekends among them; none outside 1990 to 2100.

    A day with several names bears them with "; " between, those of others left out.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    import holidays  # noqa: PLC0415 - thousands of lines of other countries: only where days count

    found = holidays.country_holidays(
        "TH", years=year, categories=("public", "government"), language="th"
    )
    rows = []
    for day, names in sorted(found.items()):
        own = [name for name in names.split("; ") if not any(word in name for word in _OF_OTHERS)]
        if own and day.year == year:
            rows.append(HolidayRow(day, "; ".join(own)))
    return tuple(rows)
