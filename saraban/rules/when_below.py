"""The days of a level below: a round that comes so much earlier than the one above.

Source: unconfirmed (practice): each level sets an earlier day than the one it was given, to have
time to collect the answers.
"""

from dataclasses import replace

from saraban.rules.whens import Every, Recurring

_OFFICE_WEEK = 5


def earlier_round(rule: Recurring, office_days: int) -> Recurring:
    """A weekly round on weekdays so many office days earlier, where these lie in the same week.

    Wednesday with two days to collect in becomes Monday. What would fall into the week before, and
    any longer round, stays as it is: there a person sets the day.
    """
    if rule.every is not Every.WEEK or not office_days:
        return rule
    moved = tuple(day - office_days for day in rule.weekdays)
    if any(day < 0 for day in moved) or any(day >= _OFFICE_WEEK for day in rule.weekdays):
        return rule
    return replace(rule, weekdays=moved)
