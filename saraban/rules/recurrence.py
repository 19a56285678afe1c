"""Duties that come again: which days they are due on, and what each of them reports on.

`dateutil.rrule` (RFC 5545) walks the calendar; what it does not know is which span a report is
about, months too short for their day, and office days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from dateutil import rrule

from saraban.rules.due_dates import DueDay, patterned
from saraban.rules.office_days import OfficeDays
from saraban.rules.whens import Cycle, Every, MonthDay, Recurring, Roll

# How far ahead periods are made, in days; an installation may choose. Source: unconfirmed.
HORIZON_DAYS = 62
# How many rounds a new duty may have behind it: a year of a weekly one. It can be put into the
# system after it began; what lies further back was answered on paper, or never, and would only
# make every unit late at once. Source: unconfirmed.
MOST_PAST = 53
_ONE_DAY = timedelta(days=1)
_FIRST_MONTH = 1
_BUDGET_MONTH = 10
_MONTHS_IN = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
_WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
_CLOSED_DAYS_IN_A_ROW = timedelta(days=31)


@dataclass(frozen=True)
class Occurrence:
    """One time that a recurring duty is due: first and last day reported on, and by when.

    nominal is the due day before any roll.
    """

    covers_from: date
    covers_until: date
    due: DueDay
    nominal: date


def months_in(every: Every) -> int:
    """How many months a span has; 0 for days and weeks."""
    return _MONTHS_IN.get(every, 0)


def occurrences(
    rule: Recurring, *, days: OfficeDays, roll: Roll, until: date, most: int | None = None
) -> list[Occurrence]:
    """Those whose day, before any roll, is not after `until`, in order.

    days must cover a month before starts_on to a month after `until`.
    """
    last = until if rule.until is None else min(until, rule.until)
    found = []
    before = rule.starts_on - _ONE_DAY
    for nominal in islice(_nominal_days(rule, days, last), most):
        first_day, last_day = covered(rule, nominal, before)
        due = patterned(nominal, days=days, roll=roll)
        found.append(Occurrence(first_day, last_day, due, nominal))
        before = nominal
    return found


def past_rounds(rule: Recurring, *, days: OfficeDays, roll: Roll, today: date) -> list[Occurrence]:
    """The rounds that are past already on the day the duty is opened: late as soon as asked for.

    days must cover a month before starts_on to two months after `today`.
    """
    # A day to come may have been moved back to one that is past.
    found = occurrences(rule, days=days, roll=roll, until=today + _CLOSED_DAYS_IN_A_ROW)
    return [one for one in found if one.due.on < today]


def latest_start(past: list[Occurrence], most: int = MOST_PAST) -> date:
    """The day from which a round may begin so that only so many of these lie behind it.

    It is one of the round's own days, so that every second week stays the same second week.
    """
    return past[-most].nominal


def is_counted_since_last(rule: Recurring) -> bool:
    """Whether each report covers what came since the last due day, whatever the calendar."""
    return rule.is_since_last or _dues_in_a_span(rule) > 1


def has_moving_spans(rule: Recurring) -> bool:
    """Whether holidays declared later change what its reports cover: since the last office day."""
    return is_counted_since_last(rule) and any(day.is_office_day for day in rule.days)


def next_day(rule: Recurring, *, days: OfficeDays, after: date) -> date | None:
    """The first due day after a day, before any roll; None where the round ends before it.

    days must cover from a month before to a year and a half after `after`.
    """
    # The longest round is a year, many times over only where it skips days or weeks.
    far = after + timedelta(days=550) * max(1, rule.interval if months_in(rule.every) else 1)
    last = far if rule.until is None else min(far, rule.until)
    return next((day for day in _nominal_days(rule, days, last) if day > after), None)


def covered(rule: Recurring, nominal: date, before: date) -> tuple[date, date]:
    """First and last day that the report due on `nominal` is about.

    before: the due day of the report before it, or the day before the round begins.
    """
    if is_counted_since_last(rule):
        return before + _ONE_DAY, nominal
    if rule.every is Every.DAY:
        day = nominal - timedelta(days=rule.after)
        return day, day
    if rule.every is Every.WEEK:
        monday = nominal - timedelta(days=nominal.weekday() + 7 * rule.after)
        return monday - timedelta(days=7 * (rule.interval - 1)), monday + timedelta(days=6)
    months = months_in(rule.every) * rule.interval
    last_month = _month_index(nominal) - rule.after
    return _first_of(last_month - months + 1), _first_of(last_month + 1) - _ONE_DAY


def span_start(rule: Recurring, nominal: date) -> date:
    """The first day of the week or month in which a round is due: one of days has no more."""
    if rule.every is Every.WEEK:
        return nominal - timedelta(days=nominal.weekday())
    return nominal.replace(day=1) if months_in(rule.every) else nominal


def due_months(rule: Recurring) -> tuple[int, ...]:
    """The months of the year (1 to 12) in which a round of months is due, in order."""
    length = months_in(rule.every)
    end = _span_end(rule) + rule.after
    return tuple(sorted({(end + length * turn - 1) % 12 + 1 for turn in range(12 // length)}))


def days_in_month(rule: Recurring, day: date, days: OfficeDays) -> list[date]:
    """The due days, before any roll, that a round of months has in the month of `day`."""
    first = day.replace(day=1)
    return sorted({_day_in(first, one, days) for one in rule.days})


def _dues_in_a_span(rule: Recurring) -> int:
    return (
        len(rule.days) if months_in(rule.every) else len(rule.weekdays) * (rule.every is Every.WEEK)
    )


def _nominal_days(rule: Recurring, days: OfficeDays, until: date) -> Iterator[date]:
    """Due days before any roll, in order, from starts_on to until."""
    if not months_in(rule.every):
        yield from _by_days(rule, until)
        return
    seen: set[date] = set()
    for first in _due_month_firsts(rule, until):
        for day in days_in_month(rule, first, days):
            if rule.starts_on <= day <= until and day not in seen:
                seen.add(day)
                yield day


def _by_days(rule: Recurring, until: date) -> Iterator[date]:
    is_weekly = rule.every is Every.WEEK
    walk = rrule.rrule(
        rrule.WEEKLY if is_weekly else rrule.DAILY,
        dtstart=_instant(rule.starts_on),
        until=_instant(until),
        interval=rule.interval,
        byweekday=[_WEEKDAYS[day] for day in rule.weekdays] or None,
    )
    return (moment.date() for moment in walk)


def _due_month_firsts(rule: Recurring, until: date) -> Iterator[date]:
    """The first of each month in which the round is due, from the month of starts_on on."""
    length = months_in(rule.every)
    start = _month_index(rule.starts_on)
    if rule.every is not Every.MONTH:
        # _span_end counts months from 1, the index from 0.
        start += (_span_end(rule) + rule.after - 1 - start) % length
    walk = rrule.rrule(
        rrule.MONTHLY,
        dtstart=_instant(_first_of(start)),
        until=_instant(until),
        interval=length * rule.interval,
        bymonthday=1,
    )
    return (moment.date() for moment in walk)


def _span_end(rule: Recurring) -> int:
    """The number of a month in which a span of this cycle ends."""
    first = _BUDGET_MONTH if rule.cycle is Cycle.FISCAL else _FIRST_MONTH
    return first + months_in(rule.every) - 1


def _day_in(first: date, day: MonthDay, days: OfficeDays) -> date:
    """A day of the month that begins on `first`."""
    last = _first_of(_month_index(first) + 1) - _ONE_DAY
    if day.is_office_day:
        start = first - _ONE_DAY if day.place > 0 else last + _ONE_DAY
        return days.after(start, day.place)
    if day.weekday is not None:
        nth = _WEEKDAYS[day.weekday](day.place)
        [moment] = rrule.rrule(rrule.MONTHLY, dtstart=_instant(first), count=1, byweekday=nth)
        found: date = moment.date()
        return found
    return last if day.place == -1 else min(last, first + timedelta(days=day.place - 1))


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(index: int) -> date:
    year, month = divmod(index, 12)
    return date(year, month + 1, 1)
