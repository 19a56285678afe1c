"""When a step has come, counted by hand over the real holidays of 2565; and the plan as kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from saraban.errors import AlarmsUnreadable
from saraban.rules.civil_holidays import known_holidays
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.office_days import OfficeDays
from saraban.rules.reminders import (
    USUAL,
    AlarmPlan,
    Section,
    checked,
    day_of_step,
    plan_of,
    plan_text,
    reached_by,
    section_of,
    step_key,
    steps_ahead,
    weekly_ahead,
)

DAYS = OfficeDays({row.day: row.name_th for y in (2021, 2022, 2023) for row in known_holidays(y)})
A_DAY = st.dates(date(2022, 3, 1), date(2022, 10, 31))


@pytest.mark.parametrize(
    ("due_on", "offset", "found"),
    [
        # Thursday 16 June 2565: Monday before it, the day itself, Friday, and Thursday after.
        (date(2022, 6, 16), -3, date(2022, 6, 13)),
        (date(2022, 6, 16), 0, date(2022, 6, 16)),
        (date(2022, 6, 16), 1, date(2022, 6, 17)),
        (date(2022, 6, 16), 5, date(2022, 6, 23)),
        # Over Songkran, 13 to 15 April, and the weekend after it.
        (date(2022, 4, 18), -3, date(2022, 4, 8)),
        (date(2022, 4, 12), 1, date(2022, 4, 18)),
        # A fixed day that is a Saturday: told on the Friday.
        (date(2022, 6, 18), 0, date(2022, 6, 17)),
        # 13 to 15 July are closed, then the weekend.
        (date(2022, 7, 14), 0, date(2022, 7, 12)),
        (date(2022, 7, 12), 5, date(2022, 7, 22)),
    ],
)
def test_a_step_comes_on_its_office_day(due_on, offset, found):
    assert day_of_step(due_on, offset, DAYS) == found


@given(due_on=A_DAY, today=A_DAY)
def test_what_has_come_is_the_last_step_whose_day_is_not_ahead(due_on, today):
    come = [offset for offset in USUAL.offsets if day_of_step(due_on, offset, DAYS) <= today]

    assert reached_by(USUAL, today=today, days=DAYS).step_for(due_on) == max(come, default=None)


@given(due_on=A_DAY, today=A_DAY)
def test_the_level_above_is_told_once_its_day_has_come(due_on, today):
    is_told = reached_by(USUAL, today=today, days=DAYS).tells_above(due_on)

    assert is_told == (DAYS.after(due_on, 5) <= today)


def mornings_told_again(plan, due_on):
    """Days from the due day to half a year after it."""
    days = [due_on + timedelta(days=step) for step in range(183)]
    return [day for day in days if reached_by(plan, today=day, days=DAYS).tells_again(due_on)]


def test_a_week_after_the_last_step_it_is_told_again_each_week_for_twelve():
    # The last step is on Thursday 7 July; the day 12 weeks after the due day is 22 September.
    told = mornings_told_again(USUAL, date(2022, 6, 30))

    assert [(day.month, day.day) for day in told] == [
        (7, 18), (7, 25), (8, 1), (8, 8), (8, 15), (8, 22), (8, 29), (9, 5), (9, 12), (9, 19),
    ]  # fmt: skip


def test_a_week_that_begins_with_a_holiday_is_told_on_its_first_open_day():
    # Monday 24 October stands in for the 23rd, a Sunday.
    assert date(2022, 10, 25) in mornings_told_again(USUAL, date(2022, 9, 15))


def test_without_steps_the_weeks_begin_after_the_due_day_and_without_a_wish_never():
    assert mornings_told_again(AlarmPlan((), None, is_weekly=True), date(2022, 6, 30))[0] == date(
        2022, 7, 11
    )
    assert mornings_told_again(AlarmPlan((-3, 0, 1, 5), 5), date(2022, 6, 30)) == []


@given(due_on=A_DAY, today=A_DAY)
def test_the_weekly_reminder_ahead_is_the_next_morning_that_tells(due_on, today):
    days = [today + timedelta(days=step) for step in range(1, 20)]
    told = [day for day in days if reached_by(USUAL, today=day, days=DAYS).tells_again(due_on)]
    ahead = weekly_ahead(USUAL, due_on, today=today, days=DAYS)

    assert next(iter(told), None) == (ahead if ahead in days else None)


def test_what_is_planned_is_what_lies_ahead():
    ahead = steps_ahead(USUAL, date(2022, 6, 16), today=date(2022, 6, 16), days=DAYS)

    assert ahead == ((date(2022, 6, 17), 1), (date(2022, 6, 23), 5))


def test_a_plan_is_kept_and_read_again():
    plan, weekly = AlarmPlan((-5, 0, 2), None), AlarmPlan((-5, 0, 2), None, is_weekly=True)

    assert plan_of(plan_text(plan)) == plan
    assert plan_of(plan_text(weekly)) == weekly
    assert plan_of('{"offsets":[-5,0,2],"escalate_after":null}') == plan
    assert plan_of(plan_text(USUAL)) == USUAL
    assert plan_text(USUAL) == ""


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "[]",
        '{"offsets":[0]}',
        '{"offsets":["0"],"escalate_after":5}',
        '{"offsets":[true],"escalate_after":5}',
        '{"offsets":[0],"escalate_after":0}',
        '{"offsets":[61],"escalate_after":null}',
        '{"offsets":[1,2,3,4,5,6,7,8,9],"escalate_after":null}',
        '{"offsets":[0],"escalate_after":5,"more":1}',
        '{"offsets":[0],"escalate_after":5,"weekly":1}',
    ],
)
def test_a_plan_of_another_shape_is_refused(text):
    with pytest.raises(AlarmsUnreadable):
        plan_of(text)


def test_the_steps_stand_in_order_and_once():
    assert checked([5, -1, 5], 3) == AlarmPlan((-1, 5), 3)


@pytest.mark.parametrize(
    ("state", "due_on", "step", "is_new", "found"),
    [
        (ExpectedState.WAITING, date(2022, 6, 15), 1, False, Section.OVERDUE),
        (ExpectedState.WAITING, date(2022, 6, 16), 0, False, Section.TODAY),
        (ExpectedState.WAITING, date(2022, 6, 20), -3, False, Section.SOON),
        (ExpectedState.WAITING, date(2022, 7, 20), None, True, Section.ASKED),
        (ExpectedState.WAITING, date(2022, 7, 20), None, False, None),
        (ExpectedState.WAITING, None, None, True, Section.ASKED),
        (ExpectedState.WAITING, None, None, False, Section.OPEN),
        (ExpectedState.RETURNED, date(2022, 6, 15), 1, False, Section.RETURNED),
        (ExpectedState.SUBMITTED, date(2022, 6, 15), 1, False, None),
        (ExpectedState.NIL, date(2022, 6, 15), 1, True, None),
        (ExpectedState.WAIVED, date(2022, 6, 16), 0, True, None),
    ],
)
def test_everything_owed_has_its_section(state, due_on, step, is_new, found):
    section = section_of(state, due_on, step=step, is_new=is_new, today=date(2022, 6, 16))

    assert section == found


@given(due_on=A_DAY)
def test_another_due_day_is_told_anew(due_on):
    assert step_key(0, due_on) != step_key(0, due_on + timedelta(days=1))
    assert len(step_key(-60, due_on)) <= 24
