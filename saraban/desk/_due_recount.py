"""Days to come are moved because offices are closed on other days, and each move is told.

Inside the caller's write transaction. What `queries.due_recount` found is asked again of each row
as it is written: a day that somebody changed meanwhile stays as they left it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.due_recount import DueMove
from saraban.records import DueChange, ExpectedReport, ReportPeriod, rows
from saraban.records.database import locked
from saraban.records.due_sets import move_due
from saraban.records.fields import new_uid
from saraban.records.installation import fact, replace_fact, set_fact
from saraban.rules.expected_reports import DueChangeKind

# More units' days than this are moved by the worker, not while a person waits.
MOST_AT_ONCE = 20_000
# The fact of the installation that says so: another text with each asking, until the worker,
# which was asked by then, is through.
_ASKED = "due_recount_asked"
_SETTLED = "0"


def is_too_many(moves: Iterable[DueMove]) -> bool:
    """Whether the worker should move these days."""
    return sum(move.unit_count for move in moves) > MOST_AT_ONCE


def ask_recount() -> None:
    """Leave it to the worker to count days to come again; inside a write transaction."""
    set_fact(_ASKED, new_uid())


def recount_asked() -> str | None:
    """What the worker was asked, to be settled afterwards; None where nothing is to do."""
    asked = fact(_ASKED)
    return None if asked == _SETTLED else asked


def settle_recount(asked: str) -> None:
    """Say that the days were counted again; who asked meanwhile still waits for it."""
    replace_fact(_ASKED, before=asked, after=_SETTLED)


def move_days(ledger: Ledger, moves: Sequence[DueMove], *, reason: str) -> int:
    """Move the days and write their history; how many units' days moved. The caller records."""
    count = 0
    for move in moves:
        if move.is_period and not _move_period(ledger, move, reason):
            continue
        keys = _move_units(ledger, move)
        count += len(keys)
        if keys and move.is_move and not move.is_period:
            _tell_each(ledger, move, keys, reason)
    return count


def begin_in_provinces(ledger: Ledger, moves: Sequence[DueMove]) -> None:
    """Let units of provinces with holidays of their own begin with their own days: no history."""
    for move in moves:
        if not move.is_period:
            _move_units(ledger, move)


def _move_units(ledger: Ledger, move: DueMove) -> list[int]:
    after_steps = "" if move.is_period else move.after_steps
    keys = move_due(
        move.period_id,
        before_on=move.before_on,
        before_steps="" if move.is_period else move.before_steps,
        after_on=move.after_on,
        after_steps=after_steps,
        province_id=move.province_id,
        but_provinces=move.but_provinces,
    )
    if keys:
        stored = {"due_on": move.after_on, "steps": after_steps}
        ledger.note(ExpectedReport, None, stored, for_each=("id",), values=keys)
    return [key for (key,) in keys]


def _move_period(ledger: Ledger, move: DueMove, reason: str) -> bool:
    row: Any = locked(ReportPeriod.select().where(ReportPeriod.id == move.period_id)).get()
    stands = row.due_on == move.before_on and row.steps == move.before_steps
    if not stands or row.struck_at is not None or row.closed_at is not None:
        return False
    ledger.update(ReportPeriod, row.id, due_on=move.after_on, steps=move.after_steps)
    if move.is_move:
        ledger.insert(DueChange, **_change(ledger, move, reason))
    return True


def _tell_each(ledger: Ledger, move: DueMove, keys: list[int], reason: str) -> None:
    common = _change(ledger, move, reason)
    made = rows.insert_all(
        DueChange, [common | {"expected": key} for key in keys], told=("id", "expected_id")
    )
    stored = rows.stored_values(DueChange, common)
    stored.pop("expected_id")
    ledger.note(DueChange, None, stored, for_each=("id", "expected_id"), values=made)


def _change(ledger: Ledger, move: DueMove, reason: str) -> dict[str, Any]:
    return {
        "period": move.period_id,
        "change": DueChangeKind.HOLIDAY.value,
        "before_on": move.before_on,
        "after_on": move.after_on,
        "reason": reason,
        "changed_at": ledger.at,
        "changed_by": ledger.actor.name,
    }
