"""Later days that units asked for, for the keeper who decides: those that wait first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import DutyNotFound
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.records import ExpectedReport, ExtensionAsk, ReportPeriod, Unit
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import Actor

MOST_SETTLED = 100


@dataclass(frozen=True)
class AskLine:
    """A later day that was asked for; granted_until is null where it was refused or waits.

    waits: the keeper may still answer. One that nobody answered waits no more once the report came
    or is not asked for, and does again when that is given back.
    """

    uid: str
    asked_for: date
    reason: str
    asked_at: datetime
    asked_by: str
    decided_at: datetime | None
    decided_by: str | None
    granted_until: date | None
    words: str
    waits: bool


@dataclass(frozen=True)
class UnitAsk:
    """An ask with the unit, its period and its present day."""

    unit_uid: str
    unit_name: str
    number: int
    due_on: date | None
    ask: AskLine


@dataclass(frozen=True)
class DutyAsks:
    """Those that wait, the oldest first; of the others the newest."""

    duty: SeenDuty
    waiting: tuple[UnitAsk, ...]
    settled: tuple[UnitAsk, ...]


def duty_asks(actor: Actor, duty_uid: str) -> DutyAsks:
    """Everything asked of one duty's days. Raises DutyNotFound, also for who only owes it."""
    duty = duty_in_sight(actor, duty_uid)
    if duty.sees_own_alone:
        raise DutyNotFound(uid=duty_uid)
    waiting = _lines((ExtensionAsk.duty == duty.id) & ask_waits(), ExtensionAsk.id)
    settled = _lines(
        (ExtensionAsk.duty == duty.id) & ~ask_waits(), ExtensionAsk.id.desc(), MOST_SETTLED
    )
    return DutyAsks(duty, waiting, settled)


def ask_waits() -> Any:
    """The condition that an ask, joined with its expected report, waits for the keeper."""
    return ExtensionAsk.decided_at.is_null() & ExpectedReport.state.in_(
        [state.value for state in OWED]
    )


def asks_of(expected_ids: Sequence[int]) -> dict[int, tuple[AskLine, ...]]:
    """Asks for a later day, by expected report, the last first."""
    found: dict[int, list[AskLine]] = {}
    rows: Any = (
        ExtensionAsk.select(ExtensionAsk, ExpectedReport.state)
        .join(ExpectedReport, on=(ExtensionAsk.expected == ExpectedReport.id))
        .where(ExtensionAsk.expected.in_(list(expected_ids)))
        .order_by(ExtensionAsk.id.desc())
    )
    for row in rows:
        line = AskLine(
            row.uid,
            row.asked_for,
            row.reason,
            row.asked_at,
            row.asked_by,
            row.decided_at,
            row.decided_by,
            row.granted_until,
            row.words,
            row.decided_at is None and row.expected.state in OWED,
        )
        found.setdefault(row.expected_id, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _lines(condition: Any, order: Any, most: int = 1000) -> tuple[UnitAsk, ...]:
    rows: Any = (
        ExtensionAsk.select(
            ExtensionAsk.uid,
            ExtensionAsk.expected,
            Unit.uid,
            Unit.name_th,
            ReportPeriod.number,
            ExpectedReport.due_on,
        )
        .join(ExpectedReport, on=(ExtensionAsk.expected == ExpectedReport.id))
        .join(Unit, on=(ExpectedReport.to_unit == Unit.id))
        .switch(ExpectedReport)
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(condition)
        .order_by(order)
        .limit(most)
        .tuples()
    )
    found = list(rows)
    asks = {ask.uid: ask for lines in asks_of([row[1] for row in found]).values() for ask in lines}
    return tuple(
        UnitAsk(unit_uid, name, number, due_on, asks[uid])
        for uid, _, unit_uid, name, number, due_on in found
    )
