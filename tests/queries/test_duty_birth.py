"""What a level below begins with: a round of its own, in the same weeks and months as above."""

from datetime import date

import pytest

from saraban.queries.duty_birth import born_of_duty
from saraban.rules.whens import Every, MonthDay, Recurring
from tests.cast import Cast
from tests.dated import owe
from tests.make import send

WEDNESDAY, MONDAY = 2, 0


def proposed(cast: Cast, when: Recurring, *, today: date) -> object:
    """What the district's page proposes of a duty of the province, with two days to collect."""
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    duty = owe(cast.province.clerk, letter, when, [cast.district_a.unit])
    return born_of_duty(cast.district_a.officer, duty.uid, today=today).when


@pytest.mark.parametrize(
    ("today", "starts_on"),
    [
        (date(2022, 6, 16), date(2022, 6, 27)),
        (date(2022, 6, 27), date(2022, 6, 27)),
        (date(2022, 6, 28), date(2022, 6, 28)),
        (date(2022, 6, 30), date(2022, 7, 11)),
    ],
    ids=["a week between", "its Monday", "the day before theirs", "the day after theirs"],
)
def test_every_second_week_stays_the_same_second_week(
    cast: Cast, today: date, starts_on: date
) -> None:
    # Due on 15 and 29 June, 13 July 2565.
    above = Recurring(Every.WEEK, date(2022, 6, 15), weekdays=(WEDNESDAY,), interval=2)

    assert proposed(cast, above, today=today) == Recurring(
        Every.WEEK, starts_on, weekdays=(MONDAY,), interval=2
    )


def test_every_third_month_stays_the_same_and_comes_days_earlier(cast: Cast) -> None:
    above = Recurring(Every.MONTH, date(2022, 6, 1), days=(MonthDay(20),), interval=3, after=1)

    below = proposed(cast, above, today=date(2022, 6, 21))

    assert below == Recurring(
        Every.MONTH, date(2022, 9, 1), days=(MonthDay(16),), interval=3, after=1
    )
