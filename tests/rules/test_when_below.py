"""A level's own round comes before the one above, where that stays in the same week."""

from datetime import date

import pytest

from saraban.rules.when_below import earlier_round
from saraban.rules.whens import Every, MonthDay, Recurring

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


def test_a_longer_round_is_left_to_a_person():
    monthly = Recurring(Every.MONTH, BEGINS, days=(MonthDay(5),), after=1)

    assert earlier_round(monthly, 2) == monthly
