"""Who owes a duty, and what is expected of them: written as sets, told in the ledger as such."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.records import DutyUnit, ExpectedReport, ReportPeriod, expected_sets
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import OnEvent


def write_owing(ledger: Ledger, duty_id: int, unit_ids: Sequence[int]) -> int:
    """The units owe the duty from now on; how many of them did not yet."""
    made = expected_sets.insert_owing(duty_id, unit_ids, added_at=ledger.at_text)
    if made:
        common = {"duty_id": duty_id, "added_at": ledger.at_text}
        ledger.note(DutyUnit, None, common, for_each=expected_sets.OWING_TOLD, values=made)
    return len(made)


def expect(
    ledger: Ledger,
    duty_id: int,
    period_ids: Collection[int],
    *,
    unit_ids: Collection[int] | None = None,
) -> int:
    """An answer is expected of each unit that owes the duty, or of some; how many that are."""
    made = expected_sets.insert_expected(duty_id, period_ids, unit_ids=unit_ids)
    if made:
        told = expected_sets.EXPECTED_TOLD
        ledger.note(ExpectedReport, None, {"duty_id": duty_id}, for_each=told, values=made)
    return len(made)


def periods_to_come(duty: Any, today: date) -> list[int]:
    """Ids of the periods in which a unit that comes to owe the duty today is asked.

    Those that are not past, closed or struck. Of events that others told of, none.
    """
    if isinstance(when_from_text(duty.when_text), OnEvent):
        return []
    query: Any = (
        ReportPeriod.select(ReportPeriod.id)
        .where(
            ReportPeriod.duty == duty.id,
            ReportPeriod.struck_at.is_null(),
            ReportPeriod.closed_at.is_null(),
            ReportPeriod.due_on.is_null() | (ReportPeriod.due_on >= today),
        )
        .order_by(ReportPeriod.number)
        .tuples()
    )
    return [row[0] for row in query]
