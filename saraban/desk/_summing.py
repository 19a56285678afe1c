"""Reports of the level below, taken into the report of their level: which, and who was lacking."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import PartsChanged
from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.report_sums import below_period
from saraban.records import ReportPart, ReportSum
from saraban.rules.permissions import Actor
from saraban.rules.report_sums import Standing


def take_in(
    ledger: Ledger,
    *,
    actor: Actor,
    duty: SeenDuty,
    period: Any,
    report_id: int,
    part_uids: Sequence[str],
    today: date,
) -> int:
    """Tie these reports of the level below to the one that sums them up; how many.

    Within the caller's transaction. How the level stood at this moment is kept beside them: a
    report may go up while some are lacking, and then says so for ever. Raises PartsChanged where
    one of them was given back, or has a newer version than the one that was read.
    """
    uids = list(dict.fromkeys(part_uids))
    if not uids:
        return 0
    below = below_period(actor, duty, period, today=today)
    found = {line.report_uid: line.report_id for line in below.takeable}
    gone = [uid for uid in uids if uid not in found]
    if gone:
        raise PartsChanged(count=len(gone))
    for uid in uids:
        ledger.insert(ReportPart, report=report_id, part=found[uid])
    counts = below.counts
    ledger.insert(
        ReportSum,
        report=report_id,
        expected_count=below.expected_count,
        taken_count=len(uids),
        nil_count=counts[Standing.NIL],
        other_count=counts[Standing.OTHER],
        returned_count=counts[Standing.RETURNED],
        waiting_count=counts[Standing.WAITING],
        missing_count=counts[Standing.MISSING],
        not_reached_count=counts[Standing.NOT_REACHED],
    )
    return len(uids)
