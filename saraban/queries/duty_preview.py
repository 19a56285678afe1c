"""What opening a duty would do: who would owe it, by which days, and beside which day above."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saraban.errors import TooManyPastPeriods
from saraban.queries.addressees import UnitLine
from saraban.queries.duty_owers import Owers, owing_ids, units_sent_to
from saraban.queries.holidays import office_days
from saraban.queries.units_then import units_on
from saraban.records import Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.due_dates import DueDay, due_day, patterned, roll_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.recurrence import MOST_PAST, latest_start, next_day, occurrences, past_rounds
from saraban.rules.whens import Anchor, Counted, FixedDay, Recurring, When
from saraban.thai.dates import format_medium

MOST_DAYS = 4
MOST_TO_CHOOSE = 300
# The longest round is a year; working days are found among calendar days.
_FAR_ENOUGH = timedelta(days=1700)
_A_YEAR = timedelta(days=400)


@dataclass(frozen=True)
class DutyPreview:
    """The set that would owe a duty, in the order of the tree, and its next days.

    past are the days of a round that are over already: answers to these are late from the start.
    """

    count: int
    units: tuple[UnitLine, ...]
    days: tuple[DueDay, ...]
    past: tuple[DueDay, ...] = ()


@dataclass(frozen=True)
class SentTo:
    """To how many units a letter of ours went; the units where they are few enough to tick."""

    count: int
    units: tuple[UnitLine, ...]


def preview_duty(
    actor: Actor, letter_uid: str, *, owers: Owers, when: When, roll: str, today: date
) -> DutyPreview:
    """Who would owe the duty, the next days on which it would be due, and those it has behind it.

    The letter must have been asked for before. Raises Refused, TooManyPastPeriods and what
    `owing_ids` raises.
    """
    require(actor, Act.KEEP_DUTY)
    letter: Any = Letter.get(Letter.uid == letter_uid)
    ids = owing_ids(actor, owers, letter, today=today)
    past = days_behind(when, roll, today=today)
    days = next_days(when, roll, letter_on=letter.dated_on, today=today)
    return DutyPreview(len(ids), _named(ids, today), days, past)


def sent_to(actor: Actor, letter_uid: str, *, is_ours: bool, today: date) -> SentTo:
    """The units that a letter of the actor's own went to; none for a letter that came."""
    if not is_ours:
        return SentTo(0, ())
    ids = units_sent_to(actor, Letter.get(Letter.uid == letter_uid))
    few = ids if len(ids) <= MOST_TO_CHOOSE else []
    return SentTo(len(ids), _named(few, today))


def days_behind(when: When, roll: str, *, today: date) -> tuple[DueDay, ...]:
    """The days of a round that are past on the day its duty is opened; of any other duty none.

    Raises TooManyPastPeriods, which tells from when the round may begin.
    """
    if not isinstance(when, Recurring) or when.starts_on > today:
        return ()
    days = office_days(when.starts_on - _A_YEAR, today + _A_YEAR)
    past = past_rounds(when, days=days, roll=roll_of(when, roll), today=today)
    if len(past) > MOST_PAST:
        first = format_medium(latest_start(past))
        raise TooManyPastPeriods(count=len(past), most=MOST_PAST, first=first)
    return tuple(one.due for one in past)


def next_days(when: When, roll: str, *, letter_on: date | None, today: date) -> tuple[DueDay, ...]:
    """The due days that are known now; of a round the next ones, from today on.

    None for an event, or a count from a receipt.
    """
    chosen = roll_of(when, roll)
    if isinstance(when, FixedDay):
        days = office_days(when.on - _A_YEAR, when.on + _A_YEAR)
        return (due_day(when, days=days, roll=chosen),)
    if isinstance(when, Counted):
        start = {Anchor.LETTER: letter_on or today, Anchor.EVENT: when.event_on}.get(when.anchor)
        if start is None:
            return ()
        days = office_days(start - _FAR_ENOUGH, start + _FAR_ENOUGH)
        return (due_day(when, anchored_on=start, days=days, roll=chosen),)
    if not isinstance(when, Recurring):
        return ()
    last = max(when.starts_on, today) + _A_YEAR
    days = office_days(when.starts_on - _A_YEAR, last + _FAR_ENOUGH)
    rounds = occurrences(when, days=days, roll=chosen, until=last)
    coming = [one.due for one in rounds if one.due.on >= today]
    if not coming and (further := next_day(when, days=days, after=last)):
        # Every so many months may be further away than a year.
        coming = [patterned(further, days=days, roll=chosen)]
    return tuple(coming[:MOST_DAYS])


def _named(ids: list[int], today: date) -> tuple[UnitLine, ...]:
    rows: Any = (
        Unit.select(Unit.uid)
        .where(among(Unit.id, ids))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
        .tuples()
    )
    return units_on([uid for (uid,) in rows], on=today)
