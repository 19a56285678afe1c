"""The expected report of one unit for one period, held while its answer changes."""

from datetime import datetime
from typing import Any

from saraban.errors import PeriodClosed, PeriodNotFound
from saraban.records import ExpectedReport, ReportAnswer, ReportDuty, ReportPeriod
from saraban.records.database import locked
from saraban.rules.due_dates import too_late_at
from saraban.rules.duty_answers import is_shut


def period_of(duty_id: int, number: int) -> Any:
    """The period of that number. Raises PeriodNotFound, also for one that was struck."""
    found = ReportPeriod.get_or_none(ReportPeriod.duty == duty_id, ReportPeriod.number == number)
    if found is None or found.struck_at is not None:
        raise PeriodNotFound(number=number)
    return found


def held_expected(period_id: int, unit_id: int) -> Any:
    """The unit's expected report, held until the transaction ends. Raises PeriodNotFound."""
    found = locked(
        ExpectedReport.select().where(
            ExpectedReport.period == period_id, ExpectedReport.to_unit == unit_id
        )
    ).first()
    if found is None:
        raise PeriodNotFound(unit_id=unit_id)
    return found


def latest_answer(expected_id: int) -> Any:
    """The newest version, with its report; None before the first."""
    return (
        ReportAnswer.select()
        .where(ReportAnswer.expected == expected_id)
        .order_by(ReportAnswer.version.desc())
        .first()
    )


def deadline(duty: Any, expected: Any) -> datetime | None:
    """The first instant that is too late for this unit; None where no day is set."""
    if expected.due_on is None:
        return None
    return too_late_at(expected.due_on, is_until_office_hours=duty.is_until_office_hours)


def refuse_shut(duty: Any, period: Any, expected: Any, *, at: datetime) -> None:
    """PeriodClosed where the keeper closed the period, or its time for late answers is over."""
    over = is_shut(at, deadline(duty, expected), closes_after=duty.closes_after)
    if period.closed_at is not None or over:
        raise PeriodClosed(number=period.number)


def duty_row(duty_id: int) -> Any:
    """The duty's row."""
    return ReportDuty.get_by_id(duty_id)
