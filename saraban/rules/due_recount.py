"""A due day counted again, from its own reasons, once offices are closed on other days.

Source: unconfirmed (practice): the Cabinet adds holidays at short notice, and days to come follow
them; a day that is past, and one that a person chose, never moves.
"""

from datetime import date

from saraban.rules.due_dates import OF_PERSONS, DueDay, Reason, due_day, patterned
from saraban.rules.office_days import OfficeDays
from saraban.rules.recurrence import days_in_month
from saraban.rules.whens import Counted, FixedDay, Recurring, Roll, When

_BEGINNINGS = (Reason.FROM_NEXT_DAY, Reason.BACK_FROM_EVENT)


def recounted(when: When, found: DueDay, *, days: OfficeDays, roll: Roll) -> DueDay | None:
    """The same day by these office days; None where it does not follow from them.

    days must reach from where the count began to where it ends.
    """
    facts = {step.reason: step.facts for step in found.steps}
    if OF_PERSONS & facts.keys():
        return None
    if isinstance(when, FixedDay):
        return due_day(when, days=days, roll=roll)
    if isinstance(when, Counted):
        begun = next((facts[one]["anchor"] for one in _BEGINNINGS if one in facts), None)
        if not isinstance(begun, date):
            return None
        return due_day(when, anchored_on=begun, days=days, roll=roll)
    if not isinstance(when, Recurring) or Reason.PATTERN not in facts:
        return None
    nominal = facts[Reason.PATTERN]["day"]
    assert isinstance(nominal, date), "a round's step tells its day"
    if any(day.is_office_day for day in when.days):
        # The last office day of a month is itself another day now: the one nearest to before.
        before = nominal
        nominal = min(days_in_month(when, before, days), key=lambda day: abs(day - before))
    return patterned(nominal, days=days, roll=roll)
