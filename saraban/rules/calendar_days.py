"""A unit's due days as a calendar program sees them; where they stand is told by an id of ours."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from saraban.rules.office_days import OfficeDays
from saraban.rules.reminders import AlarmPlan, day_of_step

# Half an hour after offices open (08.30); how long before the due day's own midnight that is
# depends on the step. Source of the hours: unconfirmed, as domain usage has them.
ALARM_AT = time(8, 30)


@dataclass(frozen=True)
class CalendarDay:
    """One due day. uid and sequence tell a calendar program that it has met it before.

    sequence counts how often the day was moved. is_owed: something is still to come, so that it
    is reminded of; is_cancelled: nobody asks for it any more. alarms are days and hours relative
    to the beginning of the day. url is blank where nobody from outside reaches us.
    """

    uid: str
    on: date
    title: str
    text: str
    url: str
    sequence: int
    changed_at: datetime
    is_owed: bool
    is_cancelled: bool
    alarms: tuple[timedelta, ...] = ()


def alarms_of(
    plan: AlarmPlan, due_on: date, *, today: date, days: OfficeDays
) -> tuple[timedelta, ...]:
    """When a calendar program reminds: on the mornings of the duty's own steps still to come."""
    found = (day_of_step(due_on, offset, days) for offset in plan.offsets)
    return tuple(
        (day - due_on) + timedelta(hours=ALARM_AT.hour, minutes=ALARM_AT.minute)
        for day in sorted(set(found))
        if day >= today
    )
