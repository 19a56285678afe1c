"""The days of a level below: a round that comes so much earlier than the one above.

Source: unconfirmed (practice): each level sets an earlier day than the one it was given, to have
time to collect the answers.
"""

from dataclasses import replace

from saraban.rules.recurrence import months_in
from saraban.rules.whens import Every, MonthDay, Recurring

_OFFICE_WEEK = 5
# The last day of the shortest month, and its last office day where it ends with a Sunday.
_EARLIEST_LAST, _EARLIEST_LAST_OFFICE = 28, 26
# The third of a weekday lies a week or two before the last one.
_BEFORE_LAST = 3


def earlier_round(rule: Recurring, office_days: int) -> Recurring:
    """The round on days so many office days earlier, where these lie in the same week or month.

    Wednesday with two days to collect in becomes Monday, the 10th becomes the 6th: early enough
    over any weekend, holidays not counted. What would fall into the week or month before stays as
    it is: there a person sets the day.
    """
    if not office_days:
        return rule
    if rule.every is Every.WEEK:
        return _earlier_in_week(rule, office_days)
    if not months_in(rule.every):
        return rule
    moved = [_earlier_in_month(day, office_days) for day in rule.days]
    days = tuple(dict.fromkeys(day for day in moved if day is not None))
    return replace(rule, days=days) if None not in moved else rule


def _earlier_in_week(rule: Recurring, office_days: int) -> Recurring:
    moved = tuple(day - office_days for day in rule.weekdays)
    if any(day < 0 for day in moved) or any(day >= _OFFICE_WEEK for day in rule.weekdays):
        return rule
    return replace(rule, weekdays=moved)


def _earlier_in_month(day: MonthDay, office_days: int) -> MonthDay | None:
    """A day that many office days before it in every month; None where some month has none."""
    if day.weekday is not None:
        # A week earlier; a day or two earlier the first Monday may come after the first Wednesday.
        if day.place == 1 or office_days > _OFFICE_WEEK:
            return None
        return replace(day, place=_BEFORE_LAST if day.place < 0 else day.place - 1)
    if day.is_office_day and day.place > 0:
        return replace(day, place=day.place - office_days) if day.place > office_days else None
    last = _EARLIEST_LAST_OFFICE if day.is_office_day else _EARLIEST_LAST
    place = min(day.place, last) if day.place > 0 else last
    weekends = -(-office_days // _OFFICE_WEEK)
    place -= office_days + 2 * weekends
    return MonthDay(place) if place >= 1 else None
