"""Duties without a calendar: a unit tells of an event, or the keeper asks about one.

Opening such a duty makes no period; each event is one, with its own name. It is never overdue by
itself: an event has a day only where the duty counts from it (ภายใน ๒๔ ชั่วโมง is no day; ภายใน ๓ วัน
นับแต่วันเกิดเหตุ is), or where its keeper sets one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._expecting import expect
from saraban.desk.period_making import event_due
from saraban.errors import (
    DutyIsOver,
    DutyNotKept,
    DutyNotOwed,
    DutyOwedByNobody,
    EventToldAlready,
    InvalidInput,
    MissingField,
    NoEventOfThis,
    TextTooLong,
)
from saraban.queries.duties_in_sight import duty_in_sight, owes_still
from saraban.queries.duty_card import takes_events_of
from saraban.records import ReportDuty, ReportPeriod
from saraban.records.database import locked, write_transaction
from saraban.rules.days import day_of
from saraban.rules.due_dates import by_hand
from saraban.rules.due_text import steps_as_text
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.text import clean_line

LONGEST_EVENT = 255
# Why an event has the day it has, where its keeper set one; as the steps of a day are kept.
THE_KEEPER_SAID = "ผู้ติดตามกำหนดวันของเหตุนี้"


@dataclass(frozen=True)
class EventTold:
    """The period that an event became, and of how many units it is asked."""

    number: int
    unit_count: int


def tell_event(
    *, actor: Actor, at: datetime, duty_uid: str, event: str, event_on: date | None = None
) -> EventTold:
    """A unit that owes the duty says that something happened, and owes the report on it.

    event_on is the day it happened, today where it is not told. Raises DutyNotFound, Refused,
    DutyNotOwed, DutyIsOver, NoEventOfThis, MissingField, TextTooLong, InvalidInput,
    EventToldAlready.
    """
    return _begin(
        actor, at, duty_uid, Act.REPORT, event, event_on, asked=(actor.unit_id,), due_on=None
    )


def ask_of_event(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    event: str,
    event_on: date | None = None,
    unit_ids: Sequence[int] | None = None,
    due_on: date | None = None,
) -> EventTold:
    """The keeper asks about something that happened: all units that owe the duty, or some.

    due_on sets a last day where the duty has none. Raises DutyNotFound, Refused, DutyNotKept,
    DutyOwedByNobody and what `tell_event` raises.
    """
    chosen = None if unit_ids is None else tuple(dict.fromkeys(unit_ids))
    return _begin(actor, at, duty_uid, Act.KEEP_DUTY, event, event_on, asked=chosen, due_on=due_on)


def _begin(
    actor: Actor,
    at: datetime,
    duty_uid: str,
    act: Act,
    event: str,
    event_on: date | None,
    *,
    asked: tuple[int, ...] | None,
    due_on: date | None,
) -> EventTold:
    seen = duty_in_sight(actor, duty_uid)
    require(actor, act)
    is_own = act is Act.REPORT
    if is_own and not owes_still(seen.id, actor.unit_id):
        raise DutyNotOwed()
    if not is_own and not seen.is_keeper:
        raise DutyNotKept(keeper=seen.keeper_name)
    name, on = _event(event), event_on or day_of(at)
    if on > day_of(at) and is_own:
        raise InvalidInput(field="event_on")
    with write_transaction():
        # The duty's row is the queue: numbers of periods follow one another.
        duty: Any = locked(ReportDuty.select().where(ReportDuty.id == seen.id)).get()
        if duty.ended_at is not None:
            raise DutyIsOver()
        if not takes_events_of(duty.when_text):
            raise NoEventOfThis()
        number = _next_number(duty.id, name, on, actor.unit_id if is_own else None)
        ledger = Ledger(actor=actor, at=at)
        period_id = ledger.insert(
            ReportPeriod,
            duty=duty.id,
            number=number,
            covers_from=on,
            covers_until=on,
            label=name,
            event_unit=actor.unit_id if is_own else None,
            made_at=at,
            is_by_hand=due_on is not None,
            **_due(duty, on, due_on),
        )
        count = expect(ledger, duty.id, [period_id], unit_ids=asked)
        if not count:
            raise DutyOwedByNobody()
        ledger.record(
            "tell_event" if is_own else "ask_of_event",
            subject=duty_uid,
            name=name,
            number=number,
            unit_count=count,
        )
    return EventTold(number, count)


def _next_number(duty_id: int, name: str, on: date, unit_id: int | None) -> int:
    """The number of the next period; EventToldAlready where the same was told of already."""
    same = ReportPeriod.get_or_none(
        ReportPeriod.duty == duty_id,
        ReportPeriod.label == name,
        ReportPeriod.covers_from == on,
        ReportPeriod.event_unit.is_null()
        if unit_id is None
        else ReportPeriod.event_unit == unit_id,
        ReportPeriod.struck_at.is_null(),
    )
    if same is not None:
        raise EventToldAlready(name=name, number=same.number)
    last: Any = (
        ReportPeriod.select(ReportPeriod.number)
        .where(ReportPeriod.duty == duty_id)
        .order_by(ReportPeriod.number.desc())
        .tuples()
        .first()
    )
    return 1 if last is None else int(last[0]) + 1


def _due(duty: Any, on: date, due_on: date | None) -> dict[str, Any]:
    """The event's last day with its steps: the keeper's, or as the duty counts from the event."""
    found = event_due(duty, on) if due_on is None else by_hand(due_on, reason=THE_KEEPER_SAID)
    return {} if found is None else {"due_on": found.on, "steps": steps_as_text(found)}


def _event(text: str) -> str:
    name = clean_line(text)
    if not name:
        raise MissingField(field="event")
    if len(name) > LONGEST_EVENT:
        raise TextTooLong(field="event", most=LONGEST_EVENT)
    return name
