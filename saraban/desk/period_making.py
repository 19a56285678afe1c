"""The periods of a duty and what is expected in them: made ahead, as far as the horizon.

Called from the act that opens a duty, and each day by the worker; making twice makes nothing
new. What was struck keeps its row and is not made again.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._due_by_receipt import due_by_earlier_receipts
from saraban.desk._due_recount import begin_in_provinces
from saraban.desk._expecting import expect
from saraban.queries.due_recount import due_moves
from saraban.queries.holidays import office_days
from saraban.records import Letter, ReportDuty, ReportPeriod
from saraban.records.database import locked
from saraban.rules.days import day_of
from saraban.rules.due_dates import DueDay, due_day, roll_of
from saraban.rules.due_text import is_of_round, steps_as_text
from saraban.rules.office_days import OfficeDays
from saraban.rules.recurrence import (
    HORIZON_DAYS,
    Occurrence,
    has_moving_spans,
    next_day,
    occurrences,
)
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import (
    Anchor,
    Counted,
    FixedDay,
    OnEvent,
    Recurring,
    Standing,
    When,
)

# Working days are found among calendar days: 999 of them lie within four and a half years.
_FAR_ENOUGH = timedelta(days=1700)
_A_MONTH = timedelta(days=62)
_horizon_days = HORIZON_DAYS


@dataclass(frozen=True)
class Made:
    """How many periods were made, and how many answers are expected in them."""

    period_count: int
    expected_count: int


@dataclass(frozen=True)
class NewPeriod:
    """A period to make. due is None where there is no day, or each unit has its own."""

    due: DueDay | None
    covers_from: date | None = None
    covers_until: date | None = None
    label: str = ""
    event_unit_id: int | None = None
    is_by_hand: bool = False


def use_horizon(days: int) -> None:
    """How many days ahead this installation makes periods."""
    global _horizon_days
    _horizon_days = days


def begin_periods(ledger: Ledger, duty_id: int) -> int:
    """The periods a duty begins with, for the act that opens it; how many they are."""
    return make_periods(ledger, duty_id=duty_id, today=day_of(ledger.at)).period_count


def make_periods(ledger: Ledger, *, duty_id: int, today: date) -> Made:
    """Make the periods that are missing, as far as the horizon, and one beyond if none is nearer.

    A fixed day, a count and "at once" have one; a duty on events and a standing one have none.
    Inside the caller's write transaction, which records the event; the units that owe the duty
    stand already. Units that had the letter before get their own day at once.
    """
    duty: Any = locked(ReportDuty.select().where(ReportDuty.id == duty_id)).get()
    when = when_from_text(duty.when_text)
    made = add_periods(ledger, duty, _missing(duty, when, today), today=today)
    if made.period_count:
        due_by_earlier_receipts(ledger, duty)
    return made


def add_periods(ledger: Ledger, duty: Any, wanted: list[NewPeriod], *, today: date) -> Made:
    """Write these periods after those that stand, and an expected answer for each unit in each.

    Units of a province with holidays of its own have their own days. The duty's row is held by
    the caller: two who add at once are one after the other.
    """
    period_ids = []
    for number, one in enumerate(wanted, start=_last_number(duty.id) + 1):
        key = ledger.insert(
            ReportPeriod,
            duty=duty.id,
            number=number,
            covers_from=one.covers_from,
            covers_until=one.covers_until,
            label=one.label,
            due_on=one.due and one.due.on,
            steps=steps_as_text(one.due) if one.due else "",
            is_by_hand=one.is_by_hand,
            event_unit=one.event_unit_id,
            made_at=ledger.at,
        )
        period_ids.append(int(key))
    count = expect(ledger, duty.id, period_ids)
    if period_ids:
        begin_in_provinces(ledger, due_moves(today=today, period_ids=period_ids))
    return Made(len(period_ids), count)


def event_due(duty: Any, event_on: date) -> DueDay | None:
    """The day of one event's report, where the duty counts from events; None where it has none."""
    when = when_from_text(duty.when_text)
    if not isinstance(when, Counted) or when.anchor is not Anchor.EVENT:
        return None
    days = office_days(event_on - _FAR_ENOUGH, event_on + _FAR_ENOUGH)
    return due_day(when, anchored_on=event_on, days=days, roll=roll_of(when, duty.roll))


def _missing(duty: Any, when: When, today: date) -> list[NewPeriod]:
    if isinstance(when, Recurring):
        return _missing_rounds(duty, when, today)
    if isinstance(when, OnEvent | Standing) or _last_number(duty.id):
        return []
    if not isinstance(when, FixedDay | Counted):
        return [NewPeriod(None)]
    if isinstance(when, FixedDay):
        anchor = when.on
    elif when.anchor is Anchor.RECEIPT:
        return [NewPeriod(None)]
    elif when.anchor is Anchor.EVENT:
        if when.event_on is None:
            return []
        anchor = when.event_on
    else:
        anchor = Letter.get_by_id(duty.letter_id).dated_on or duty.began_on
    days = office_days(anchor - _FAR_ENOUGH, anchor + _FAR_ENOUGH)
    return [NewPeriod(due_day(when, anchored_on=anchor, days=days, roll=roll_of(when, duty.roll)))]


def _missing_rounds(duty: Any, rule: Recurring, today: date) -> list[NewPeriod]:
    until = today + timedelta(days=_horizon_days)
    days = office_days(rule.starts_on - _A_MONTH, until + _FAR_ENOUGH)
    found = _rounds(rule, duty.roll, days, until)
    if not found or found[-1].due.on <= today:
        further = next_day(rule, days=days, after=max(until, rule.starts_on - timedelta(days=1)))
        found = found if further is None else _rounds(rule, duty.roll, days, further)
    return [
        NewPeriod(one.due, one.covers_from, one.covers_until)
        for one in _not_made(duty.id, rule, found)
    ]


def _not_made(duty_id: int, rule: Recurring, found: list[Occurrence]) -> list[Occurrence]:
    """Those that no period stands for, nor one that was struck.

    A period is known by the span it covers. Where holidays move the spans themselves, it is the
    first, or second, of its month, as it was made.
    """
    query: Any = (
        ReportPeriod.select(ReportPeriod.covers_from, ReportPeriod.covers_until, ReportPeriod.steps)
        .where(ReportPeriod.duty == duty_id)
        .tuples()
    )
    made = list(query)
    if not has_moving_spans(rule):
        known = {(first, last) for first, last, _ in made}
        return [one for one in found if (one.covers_from, one.covers_until) not in known]
    left = Counter(_month(last) for _, last, steps in made if is_of_round(steps))
    missing = []
    for one in found:
        month = _month(one.nominal)
        if left[month]:
            left[month] -= 1
        else:
            missing.append(one)
    return missing


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _rounds(rule: Recurring, roll: str, days: OfficeDays, until: date) -> list[Occurrence]:
    return occurrences(rule, days=days, roll=roll_of(rule, roll), until=until)


def _last_number(duty_id: int) -> int:
    found = (
        ReportPeriod.select(ReportPeriod.number)
        .where(ReportPeriod.duty == duty_id)
        .order_by(ReportPeriod.number.desc())
        .limit(1)
        .scalar()
    )
    return int(found or 0)
