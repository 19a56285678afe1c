"""The events of a duty without a calendar, as those who keep it or owe it see them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.queries.duties_in_sight import SeenDuty
from saraban.records import ExpectedReport, ReportPeriod, Unit
from saraban.rules.expected_reports import OUTSIDE, OWED
from saraban.rules.permissions import Actor

MOST_EVENTS = 200


@dataclass(frozen=True)
class EventLine:
    """An event. told_by is the unit that told of it, null for one that the keeper asked about.

    is_owed says that the reader's own unit is still to answer.
    """

    number: int
    name: str
    happened_on: date | None
    told_by: str | None
    due_on: date | None
    unit_count: int
    owed_count: int
    is_owed: bool


def events_of(actor: Actor, seen: SeenDuty) -> tuple[EventLine, ...]:
    """The last events that stand, the newest first; to a unit that only owes, those asked of it."""
    owed = peewee.Case(None, [(_in(ExpectedReport.state, OWED), 1)], 0)
    own = peewee.Case(
        None, [((ExpectedReport.to_unit == actor.unit_id) & _in(ExpectedReport.state, OWED), 1)], 0
    )
    query: Any = (
        ReportPeriod.select(
            ReportPeriod.number,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            Unit.name_th,
            ReportPeriod.due_on,
            peewee.fn.COUNT(ExpectedReport.id),
            peewee.fn.SUM(owed),
            peewee.fn.SUM(own),
        )
        .join(ExpectedReport, on=(ExpectedReport.period == ReportPeriod.id))
        .left_outer_join(Unit, on=(ReportPeriod.event_unit == Unit.id))
        .where(
            ReportPeriod.duty == seen.id,
            ReportPeriod.struck_at.is_null(),
            ~_in(ExpectedReport.state, OUTSIDE),
        )
        .group_by(ReportPeriod.id, Unit.name_th)
        .order_by(ReportPeriod.number.desc())
        .limit(MOST_EVENTS)
    )
    if seen.sees_own_alone:
        asked = ExpectedReport.select(ExpectedReport.period).where(
            ExpectedReport.duty == seen.id, ExpectedReport.to_unit == actor.unit_id
        )
        query = query.where(ReportPeriod.id.in_(asked))
    return tuple(
        EventLine(number, label, on, told_by, due_on, count, int(owed_count), bool(own_count))
        for number, label, on, told_by, due_on, count, owed_count, own_count in query.tuples()
    )


def _in(field: Any, states: frozenset[Any]) -> Any:
    return field.in_([int(state) for state in states])
