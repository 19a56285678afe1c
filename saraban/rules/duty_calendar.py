"""The spans of a calendar of duties: a day, a week that begins on Sunday, a month of whole weeks.

A Thai calendar's week begins on Sunday. Source: the Royal Institute's calendar; habit.
"""

from datetime import date, timedelta
from enum import StrEnum

from saraban.errors import N_

_DAYS_A_WEEK = 7


class View(StrEnum):
    """How much of a calendar is shown at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


THAI_VIEW = {View.DAY: N_("วัน"), View.WEEK: N_("สัปดาห์"), View.MONTH: N_("เดือน")}


class Whose(StrEnum):
    """Whose due days are shown.

    The unit's own; those of the unit and of the desks inside it; those of the units that answer
    to it, as counts.
    """

    UNIT = "unit"
    INNER = "inner"
    BELOW = "below"


THAI_WHOSE = {
    Whose.UNIT: N_("หน่วยนี้"),
    Whose.INNER: N_("หน่วยนี้และฝ่ายภายใน"),
    Whose.BELOW: N_("หน่วยที่ต้องรายงานเรา"),
}


def days_of(view: View, on: date) -> tuple[date, ...]:
    """The days shown, in order: of a month with the rest of its first and last week."""
    if view is View.DAY:
        return (on,)
    if view is View.WEEK:
        first, last = sunday_of(on), sunday_of(on) + timedelta(days=_DAYS_A_WEEK - 1)
    else:
        first = sunday_of(on.replace(day=1))
        last = sunday_of(_next_month(on) - timedelta(days=1)) + timedelta(days=_DAYS_A_WEEK - 1)
    return tuple(first + timedelta(days=step) for step in range((last - first).days + 1))


def neighbours(view: View, on: date) -> tuple[date, date]:
    """A day of the span before and one of the span after."""
    if view is View.MONTH:
        first = on.replace(day=1)
        return (first - timedelta(days=1)).replace(day=1), _next_month(on)
    step = timedelta(days=1 if view is View.DAY else _DAYS_A_WEEK)
    return on - step, on + step


def sunday_of(day: date) -> date:
    """The Sunday on or before a day."""
    return day - timedelta(days=(day.weekday() + 1) % _DAYS_A_WEEK)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
