"""Which expected reports are still asked for: the same wherever a unit is told what it owes."""

from typing import Any

from peewee import fn

from saraban.records import DutyUnit, ExpectedReport, ReportPeriod


def asked_still() -> Any:
    """A condition on expected reports that are owed, joined with their period.

    Ending a duty strikes what is to come, so that the state alone tells of it. A unit that was
    taken out of a duty keeps what it had not answered by then, but can answer it no more.
    queries.digest_rows says the same in its own words.
    """
    taken_out: Any = DutyUnit.select(DutyUnit.id).where(
        DutyUnit.duty == ExpectedReport.duty,
        DutyUnit.to_unit == ExpectedReport.to_unit,
        DutyUnit.left_at.is_null(False),
    )
    return (
        ReportPeriod.struck_at.is_null() & ReportPeriod.closed_at.is_null() & ~fn.EXISTS(taken_out)
    )
