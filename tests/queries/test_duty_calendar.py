"""A calendar of due days: one's own things one by one, those below as counts kept apart."""

import pytest

from saraban.desk.drafts import DutyDraft
from saraban.desk.registration import Arrival, pass_inside, receive_delivery
from saraban.errors import Refused
from saraban.queries.duty_calendar import duty_calendar
from saraban.records import DueChange, rows
from saraban.records.database import write_transaction
from saraban.rules.duty_calendar import View, Whose
from saraban.rules.expected_reports import ExpectedState
from tests.make import DAY, at, register
from tests.reminded import change, expected_of, owe


def on(number):
    return DAY.replace(day=number)


def day(found, number):
    return next(one for one in found.days if one.on == on(number))


def test_what_a_unit_owes_and_answered_stands_on_its_day(cast):
    unit = cast.district_a.unit
    owe(cast.province.clerk, [unit], due_on=on(16), name="รอ")
    change(
        expected_of(owe(cast.province.clerk, [unit], due_on=on(16), name="ช้า"), unit),
        state=ExpectedState.ACCEPTED.value, is_late=True,
    )  # fmt: skip
    change(
        expected_of(owe(cast.province.clerk, [unit], due_on=on(16), name="ตัดออก"), unit),
        state=ExpectedState.STRUCK.value,
    )  # fmt: skip
    owe(cast.province.clerk, [unit], due_on=on(28), name="อีกสัปดาห์")

    week = duty_calendar(cast.district_a.clerk, view=View.WEEK, on=DAY)
    month = duty_calendar(cast.district_a.clerk, view=View.MONTH, on=DAY)

    told = {one.name: (one.state, one.is_late) for one in day(week, 16).items}
    assert told == {
        "รอ": (ExpectedState.WAITING, False),
        "ช้า": (ExpectedState.ACCEPTED, True),
    }
    assert [one.name for each in week.days for one in each.items if each.on != DAY] == []
    assert [one.name for one in day(month, 28).items] == ["อีกสัปดาห์"]


def test_a_holiday_is_told_by_its_name(cast):
    found = duty_calendar(cast.district_a.clerk, view=View.DAY, on=on(3))

    assert "ราชินี" in found.days[0].holiday


def test_those_below_are_counted_on_their_own_days_and_nothing_is_folded(cast):
    units = [cast.district_a.unit, cast.district_b.unit, cast.city.unit, cast.tao.unit]
    duty = owe(cast.province.clerk, units, due_on=on(16))
    change(expected_of(duty, units[0]), state=ExpectedState.NIL.value)
    change(expected_of(duty, units[1]), state=ExpectedState.SUBMITTED.value, is_late=True)
    moved = expected_of(duty, units[2])
    change(moved, due_on=on(24))
    tell = {
        "period": moved.period_id, "expected": moved.id, "change": "extended",
        "before_on": on(16), "after_on": on(24), "changed_at": at(), "changed_by": "ผู้ให้",
    }  # fmt: skip
    with write_transaction():
        rows.insert(DueChange, tell)

    month = duty_calendar(cast.province.officer, view=View.MONTH, on=DAY, whose=Whose.BELOW)
    later = duty_calendar(cast.province.officer, view=View.DAY, on=on(24), whose=Whose.BELOW)

    [count] = day(month, 16).counts
    assert (count.expected, count.answered, count.late, count.owed) == (3, 1, 1, 1)
    # An extension leaves its period's day: it is found on the day it was moved to.
    [moved_to] = later.days[0].counts
    assert (moved_to.expected, moved_to.owed) == (1, 1)


def test_an_auditor_sees_the_branch_and_others_nothing_of_it(cast):
    owe(cast.province.clerk, [cast.district_a.unit], due_on=on(16))

    audited = duty_calendar(cast.auditor, view=View.DAY, on=DAY, whose=Whose.BELOW)
    stranger = duty_calendar(cast.city.clerk, view=View.DAY, on=DAY, whose=Whose.BELOW)

    assert [one.who for one in audited.days[0].counts] == [cast.province.unit.name_th]
    assert stranger.days[0].counts == ()


def test_an_executive_sees_the_desks_inside_a_clerk_only_the_unit(cast):
    owe(
        cast.department.clerk, [cast.secretariat.unit], due_on=on(16),
        letter_uid=register(cast.department.clerk).letter_uid,
    )  # fmt: skip

    found = duty_calendar(cast.department.executive, view=View.DAY, on=DAY, whose=Whose.INNER)

    assert [one.who for one in found.days[0].items] == [cast.secretariat.unit.name_th]
    with pytest.raises(Refused):
        duty_calendar(cast.department.clerk, view=View.DAY, on=DAY, whose=Whose.INNER)


def test_a_point_that_a_desk_inside_has_to_answer_says_which_desk(cast):
    point = DutyDraft("๑", "รายงานผลการสำรวจ", due_on=on(16))
    uid = register(cast.department.clerk, duties=(point,)).letter_uid
    desk = cast.secretariat
    pass_inside(
        actor=cast.department.clerk, at=at(), letter_uid=uid, to_unit_uid=desk.unit.uid
    )  # fmt: skip
    receive_delivery(actor=desk.clerk, at=at(), letter_uid=uid, arrival=Arrival(DAY))

    found = duty_calendar(cast.department.executive, view=View.DAY, on=DAY, whose=Whose.INNER)

    assert [(one.name, one.who) for one in found.days[0].items] == [
        ("รายงานผลการสำรวจ", desk.unit.name_th)
    ]
