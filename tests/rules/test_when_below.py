"""A level's own round comes before the one above, where that stays in its week or month."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from saraban.rules.office_days import OfficeDays
from saraban.rules.recurrence import occurrences
from saraban.rules.when_below import earlier_round
from saraban.rules.whens import Every, MonthDay, Recurring, Roll

BEGINS = date(2022, 6, 16)


@pytest.mark.parametrize(
    ("weekdays", "days", "moved"),
    [
        ((2,), 2, (0,)),
        ((2, 4), 2, (0, 2)),
        ((4,), 1, (3,)),
        ((1,), 2, (1,)),
        ((2, 1), 2, (2, 1)),
        ((5,), 2, (5,)),
        ((2,), 0, (2,)),
    ],
    ids=[
        "Wednesday becomes Monday", "two days", "Friday", "Tuesday would be last week's Friday",
        "one of two would", "a Saturday is no office day", "nothing to collect in",
    ],
)  # fmt: skip
def test_a_weekly_round_moves_within_its_week(weekdays, days, moved):
    rule = Recurring(Every.WEEK, BEGINS, weekdays=weekdays)

    assert earlier_round(rule, days).weekdays == moved


OFFICE, LAST = {"is_office_day": True}, -1


@pytest.mark.parametrize(
    ("days", "count", "moved"),
    [
        ((MonthDay(10),), 2, (MonthDay(6),)),
        ((MonthDay(10),), 6, None),
        ((MonthDay(5),), 2, (MonthDay(1),)),
        ((MonthDay(3),), 2, None),
        ((MonthDay(15), MonthDay(LAST)), 2, (MonthDay(11), MonthDay(24))),
        ((MonthDay(30), MonthDay(31)), 2, (MonthDay(24),)),
        ((MonthDay(1), MonthDay(15)), 2, None),
        ((MonthDay(5, **OFFICE),), 2, (MonthDay(3, **OFFICE),)),
        ((MonthDay(2, **OFFICE),), 2, None),
        ((MonthDay(LAST, **OFFICE),), 2, (MonthDay(22),)),
        ((MonthDay(2, 2),), 2, (MonthDay(1, 2),)),
        ((MonthDay(LAST, 4),), 5, (MonthDay(3, 4),)),
        ((MonthDay(1, 2),), 2, None),
        ((MonthDay(3, 2),), 6, None),
    ],
    ids=[
        "the tenth becomes the sixth", "six office days are eight with two weekends",
        "the fifth becomes the first", "the third would be last month's", "both days of a month",
        "two that become one", "one of two would", "the third office day", "no office day is left",
        "the last office day", "a week earlier", "the third Friday before the last",
        "the first Monday may be later", "more than a week",
    ],
)  # fmt: skip
def test_a_monthly_round_moves_within_its_month(days, count, moved):
    rule = Recurring(Every.MONTH, BEGINS, days=days, after=1, interval=2)

    assert earlier_round(rule, count).days == (days if moved is None else moved)
    assert earlier_round(rule, 0) == rule


NO_HOLIDAYS = OfficeDays()


@given(
    st.one_of(
        st.integers(-1, 31).filter(bool).map(MonthDay),
        st.integers(1, 15).map(lambda place: MonthDay(place, is_office_day=True)),
        st.builds(MonthDay, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 4)),
        st.just(MonthDay(-1, is_office_day=True)),
    ),
    st.integers(1, 5),
    st.sampled_from([Every.MONTH, Every.QUARTER, Every.YEAR]),
)
def test_in_every_month_so_many_office_days_lie_between(day, count, every):
    rule = Recurring(every, date(2021, 12, 1), days=(day,), after=1)
    below = earlier_round(rule, count)

    pairs = zip(_days(below), _days(rule), strict=True)

    if below != rule:
        assert all(NO_HOLIDAYS.between(own, above) >= count for own, above in pairs)


def _days(rule):
    found = occurrences(rule, days=NO_HOLIDAYS, roll=Roll.NONE, until=date(2026, 12, 31))
    return [one.nominal for one in found]


def test_days_stay_as_they_are():
    daily = Recurring(Every.DAY, BEGINS)

    assert earlier_round(daily, 2) == daily
