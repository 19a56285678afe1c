"""What one unit answered to one period of a duty: every version, what was said of it, and its day.

Seen by the unit itself, by the keeper and whoever the answers are meant for, and by auditors; a
unit that owes the same duty sees its own answer and nobody else's.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import PeriodNotFound, UnitNotFound
from saraban.queries.answer_versions import AnswerVersion, answer_versions
from saraban.queries.due_days import Explained, MovedDay, explained
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_asks import AskLine, asks_of
from saraban.records import DueChange, ExpectedReport, ReportPeriod, Unit
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.expected_reports import DueChangeKind, ExpectedState
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class AnsweredPeriod:
    """One unit's side of one period. versions are newest first.

    days_left counts calendar days to the unit's own day, negative after it, None without one.
    is_closed: by hand; is_past_closing: the time for late answers is over.
    """

    duty: SeenDuty
    number: int
    covers_from: date | None
    covers_until: date | None
    label: str
    is_closed: bool
    is_past_closing: bool
    unit_uid: str
    unit_name: str
    is_own: bool
    expected_id: int
    state: ExpectedState
    is_late: bool
    due: Explained | None
    days_left: int | None
    versions: tuple[AnswerVersion, ...]
    asks: tuple[AskLine, ...]
    moves: tuple[MovedDay, ...]

    @property
    def is_shut(self) -> bool:
        """Whether no answer is taken any more, whatever it be."""
        return self.is_closed or self.is_past_closing

    @property
    def version(self) -> int:
        """The newest version's number, 0 before the first."""
        return self.versions[0].version if self.versions else 0

    @property
    def open_ask(self) -> AskLine | None:
        """The ask that waits for the keeper."""
        return next((ask for ask in self.asks if ask.waits), None)


def answered_period(
    actor: Actor, duty_uid: str, number: int, *, today: date, unit_uid: str = ""
) -> AnsweredPeriod:
    """The side of the actor's unit, or of another where they may see it.

    Raises DutyNotFound, PeriodNotFound, UnitNotFound (also for a unit whose answer is not theirs
    to see).
    """
    duty = duty_in_sight(actor, duty_uid)
    period = ReportPeriod.get_or_none(
        ReportPeriod.duty == duty.id,
        ReportPeriod.number == number,
        ReportPeriod.struck_at.is_null(),
    )
    if period is None:
        raise PeriodNotFound(number=number)
    unit = Unit.get_by_id(actor.unit_id) if not unit_uid else _other(actor, duty, unit_uid)
    expected = ExpectedReport.get_or_none(
        ExpectedReport.period == period.id, ExpectedReport.to_unit == unit.id
    )
    if expected is None:
        raise PeriodNotFound(number=number)
    due_on = expected.due_on
    return AnsweredPeriod(
        duty=duty,
        number=number,
        covers_from=period.covers_from,
        covers_until=period.covers_until,
        label=period.label,
        is_closed=period.closed_at is not None,
        is_past_closing=is_past_closing(due_on, today=today, closes_after=duty.closes_after),
        unit_uid=unit.uid,
        unit_name=unit.name_th,
        is_own=unit.id == actor.unit_id,
        expected_id=expected.id,
        state=ExpectedState(expected.state),
        is_late=expected.is_late,
        due=explained(
            due_on,
            expected.steps,
            period_steps=period.steps,
            is_until_office_hours=duty.is_until_office_hours,
        ),
        days_left=None if due_on is None else (due_on - today).days,
        versions=answer_versions(actor, expected.id),
        asks=asks_of([expected.id]).get(expected.id, ()),
        moves=_moves(expected, unit.name_th),
    )


def _other(actor: Actor, duty: SeenDuty, unit_uid: str) -> Any:
    unit = Unit.get_or_none(Unit.uid == unit_uid)
    if unit is None or (duty.sees_own_alone and unit.id != actor.unit_id):
        raise UnitNotFound(uid=unit_uid)
    return unit


def _moves(expected: Any, unit_name: str) -> tuple[MovedDay, ...]:
    """Moves of the unit's own day, and of the whole period's."""
    rows: Any = (
        DueChange.select()
        .where(
            DueChange.period == expected.period_id,
            (DueChange.expected == expected.id) | DueChange.expected.is_null(),
        )
        .order_by(DueChange.id.desc())
    )
    return tuple(
        MovedDay(
            row.period_id,
            DueChangeKind(row.change),
            unit_name if row.expected_id else "",
            row.before_on,
            row.after_on,
            row.reason,
            row.changed_at,
            row.changed_by,
        )
        for row in rows
    )
