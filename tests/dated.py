"""A duty that units owe, with its periods, as rows: for tests of days, not of opening duties."""

from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.period_making import begin_periods
from saraban.records import DutyUnit, ExpectedReport, Letter, ReportDuty, ReportPeriod
from saraban.records.database import write_transaction
from saraban.records.expected_sets import OWING_TOLD, insert_owing
from saraban.records.fields import new_uid
from saraban.rules.permissions import Actor
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import When
from tests.make import at


def owe(
    keeper: Actor,
    letter_uid: str,
    when: When,
    units: list[Any],
    *,
    roll: str = "",
    made_at: datetime | None = None,
) -> Any:
    """The duty's row: kept by the keeper, owed by the units, its periods made."""
    now, uid = made_at or at(), new_uid()
    with write_transaction():
        ledger = Ledger(actor=keeper, at=now)
        key = ledger.insert(
            ReportDuty,
            uid=uid,
            unit=keeper.unit_id,
            letter=Letter.get(Letter.uid == letter_uid).id,
            name="รายงานผลการปลูกต้นไม้",
            when_text=when_as_text(when),
            roll=roll,
            unit_count=len(units),
            began_on=now.date(),
            made_at=now,
            made_by=keeper.name,
        )
        owing = insert_owing(key, [unit.id for unit in units], added_at=ledger.at_text)
        common = {"duty_id": key, "added_at": ledger.at_text, "left_at": None, "left_reason": ""}
        ledger.note(DutyUnit, None, common, for_each=OWING_TOLD, values=owing)
        begin_periods(ledger, key)
        ledger.record("open_duty", subject=uid)
    return ReportDuty.get_by_id(key)


def periods(duty: Any) -> list[Any]:
    """Its periods, in order."""
    return list(
        ReportPeriod.select().where(ReportPeriod.duty == duty.id).order_by(ReportPeriod.number)
    )


def due_days(duty: Any) -> list[Any]:
    """The days of its periods, in order."""
    return [period.due_on for period in periods(duty)]


def own_day(duty: Any, unit: Any, number: int = 1) -> Any:
    """A unit's own day in a period."""
    return (
        ExpectedReport.select(ExpectedReport.due_on)
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty == duty.id,
            ReportPeriod.number == number,
            ExpectedReport.to_unit == unit.id,
        )
        .scalar()
    )
