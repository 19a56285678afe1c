"""The days of a calendar: weeks from Sunday on, months of whole weeks."""

from datetime import date

import pytest

from saraban.rules.duty_calendar import View, days_of, neighbours


def test_a_week_begins_on_sunday():
    days = days_of(View.WEEK, date(2022, 6, 16))

    assert (days[0], days[-1]) == (date(2022, 6, 12), date(2022, 6, 18))


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        (date(2022, 6, 16), date(2022, 5, 29), date(2022, 7, 2)),
        (date(2022, 5, 31), date(2022, 5, 1), date(2022, 6, 4)),  # begins on a Sunday
        (date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 28)),  # four weeks and no more
        (date(2022, 12, 31), date(2022, 11, 27), date(2022, 12, 31)),
    ],
)
def test_a_month_is_shown_in_whole_weeks(on, first, last):
    days = days_of(View.MONTH, on)

    assert (days[0], days[-1]) == (first, last)
    assert len(days) % 7 == 0


def test_the_months_beside_one_of_31_days_are_the_next_ones():
    assert neighbours(View.MONTH, date(2022, 1, 31)) == (date(2021, 12, 1), date(2022, 2, 1))
    assert neighbours(View.WEEK, date(2022, 1, 31)) == (date(2022, 1, 24), date(2022, 2, 7))
    assert neighbours(View.DAY, date(2022, 1, 31)) == (date(2022, 1, 30), date(2022, 2, 1))
