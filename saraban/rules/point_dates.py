"""Dates of the points that a letter passes on: earlier for oneself, enough left at the bottom.

Source: unconfirmed (practice): each level sets an earlier date than the one it was given, to
have time to collect the answers; domain practice gives no number of days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from saraban.rules.office_days import OfficeDays
from saraban.rules.relay_duties import RelayDays
from saraban.rules.units import LOCAL_KINDS, UnitKind

# Levels that still pass a letter on before it reaches those who carry it out, by who sends it
# and only where the receivers are asked to tell others in turn.
_LEVELS_BELOW = {
    UnitKind.MINISTRY: 3,
    UnitKind.DEPARTMENT: 2,
    UnitKind.PROVINCE: 1,
    UnitKind.PROVINCIAL_OFFICE: 1,
}


@dataclass(frozen=True)
class Slack:
    """Office days that those at the bottom would have for the earliest date.

    levels_below pass the letter on first, relay_days office days each.
    """

    due_on: date
    days_left: int
    levels_below: int
    relay_days: int
    is_short: bool


def levels_below(kind: str, *, asks_onward: bool) -> int:
    """How many levels pass a letter of this unit on before it is at the bottom."""
    if not asks_onward or kind in LOCAL_KINDS:
        return 0
    return _LEVELS_BELOW.get(UnitKind(kind), 1)


def proposed_due(
    due_on: date | None, *, dated_on: date, days: RelayDays, office: OfficeDays
) -> date | None:
    """An earlier date that leaves the collecting level its days, for a point due on due_on.

    The date itself where the earlier one would not leave `bottom_days` after the letter's own.
    """
    if due_on is None:
        return None
    earlier = office.after(due_on, -days.collect_days) if days.collect_days else due_on
    has_room = office.between(dated_on, earlier) >= max(1, days.bottom_days)
    return earlier if has_room else due_on


def slack(
    points_due_on: Iterable[date | None],
    *,
    dated_on: date,
    levels: int,
    urgency: str,
    days: RelayDays,
    office: OfficeDays,
) -> Slack | None:
    """What is left at the bottom until the earliest date; None where no point has one."""
    dates = [day for day in points_due_on if day is not None]
    if not dates:
        return None
    each = days.for_urgency(urgency)
    left = office.between(dated_on, min(dates)) - levels * each
    return Slack(min(dates), left, levels, each, left < days.bottom_days)
