"""Dates on the way down: earlier for who collects, enough for who carries it out."""

from datetime import date

from saraban.rules.office_days import OfficeDays
from saraban.rules.point_dates import levels_below, proposed_due, slack
from saraban.rules.relay_duties import RelayDays

THURSDAY = date(2022, 6, 16)
OFFICE = OfficeDays()
DAYS = RelayDays()


def test_a_date_leaves_the_collecting_level_its_days():
    found = proposed_due(date(2022, 6, 30), dated_on=THURSDAY, days=DAYS, office=OFFICE)

    assert found == date(2022, 6, 28)


def test_where_there_is_no_room_the_date_stays():
    found = proposed_due(date(2022, 6, 22), dated_on=THURSDAY, days=DAYS, office=OFFICE)

    assert found == date(2022, 6, 22)


def test_no_date_stays_none():
    assert proposed_due(None, dated_on=THURSDAY, days=DAYS, office=OFFICE) is None


def test_levels_below_take_their_time_first():
    found = slack(
        [date(2022, 6, 30), None, date(2022, 6, 27)],
        dated_on=THURSDAY, levels=1, urgency="normal", days=DAYS, office=OFFICE,
    )  # fmt: skip

    assert found is not None
    assert (found.due_on, found.days_left, found.is_short) == (date(2022, 6, 27), 2, True)


def test_an_urgent_letter_leaves_more_at_the_bottom():
    found = slack(
        [date(2022, 6, 27)], dated_on=THURSDAY, levels=1, urgency="most_urgent", days=DAYS,
        office=OFFICE,
    )  # fmt: skip

    assert found is not None
    assert (found.days_left, found.is_short) == (6, False)


def test_without_a_date_nothing_is_short():
    assert (
        slack([None], dated_on=THURSDAY, levels=2, urgency="normal", days=DAYS, office=OFFICE)
        is None
    )


def test_only_a_letter_that_asks_for_it_is_passed_on_below():
    assert levels_below("ministry", asks_onward=True) == 3
    assert levels_below("province", asks_onward=True) == 1
    assert levels_below("province", asks_onward=False) == 0
    assert levels_below("city_mun", asks_onward=True) == 0
