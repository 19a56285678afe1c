"""What the worker does each day for duties that go on: further periods, and days counted again.

Each duty is a transaction and an event of its keeper's chain; done twice it does nothing new.
"""

from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._due_recount import move_days, recount_asked, settle_recount
from saraban.desk._intakes import system_clerk
from saraban.desk.period_making import make_periods
from saraban.queries.due_recount import due_moves
from saraban.records import ReportDuty
from saraban.records.database import write_transaction
from saraban.records.installation import fact, set_fact
from saraban.rules.days import day_of

# The fact of the installation that tells the last day on which all rounds were made.
MADE_ON = "periods_made_on"


def is_due(today: date) -> bool:
    """Whether the worker has anything to do: a new day began, or days are to be counted again."""
    return fact(MADE_ON) != today.isoformat() or recount_asked() is not None


def keep_periods(*, at: datetime) -> int:
    """Make what rounds lack up to the horizon, move what holidays moved; how many duties changed.

    A holiday that was too much for the act that declared it is caught up with here.
    """
    today, asked = day_of(at), recount_asked()
    query: Any = (
        ReportDuty.select(ReportDuty.id, ReportDuty.uid, ReportDuty.unit)
        .where(ReportDuty.ended_at.is_null())
        .order_by(ReportDuty.id)
        .tuples()
    )
    count = sum(_keep(one, at, today) for one in list(query))
    with write_transaction():
        set_fact(MADE_ON, today.isoformat())
        if asked is not None:
            settle_recount(asked)
    return count


def _keep(one: tuple[int, str, int], at: datetime, today: date) -> bool:
    duty_id, uid, unit_id = one
    with write_transaction():
        ledger = Ledger(actor=system_clerk(unit_id), at=at)
        made = make_periods(ledger, duty_id=duty_id, today=today)
        moves = due_moves(today=today, duty_id=duty_id)
        moved_count = move_days(ledger, moves, reason="")
        if not ledger.changes:
            return False
        ledger.record(
            "make_periods", subject=uid, period_count=made.period_count, moved_count=moved_count
        )
    return True
