"""By when a circular is to be passed on: by habit, by urgency, by the letter's own dates."""

from datetime import date

from saraban.rules.office_days import OfficeDays
from saraban.rules.relay_duties import DueBecause, RelayDays, RelayDue, relay_due

THURSDAY = date(2022, 6, 16)
OFFICE = OfficeDays({date(2022, 6, 21): "วันหยุดพิเศษ"})

USUAL = RelayDays()


def due(urgency: str = "normal", *points: date | None, days: RelayDays = USUAL) -> RelayDue:
    return relay_due(THURSDAY, urgency=urgency, days=days, points_due_on=points, office=OFFICE)


def test_office_days_are_counted_from_the_day_after():
    assert due() == RelayDue(date(2022, 6, 24), DueBecause.HABIT)


def test_an_urgent_letter_has_less_time():
    assert due("most_urgent") == RelayDue(date(2022, 6, 17), DueBecause.URGENCY)


def test_the_letters_own_date_leaves_time_to_those_below():
    assert due("normal", None, date(2022, 6, 24)) == RelayDue(date(2022, 6, 20), DueBecause.PARENT)


def test_a_date_far_away_changes_nothing():
    assert due("normal", date(2022, 7, 29)).because is DueBecause.HABIT


def test_what_comes_after_its_own_date_is_due_at_once():
    assert due("normal", date(2022, 6, 10)) == RelayDue(date(2022, 6, 17), DueBecause.PARENT)


def test_the_registry_chooses_its_days():
    assert due(days=RelayDays(normal=1)).due_on == date(2022, 6, 17)
