"""The queue of exports as the worker sees it: take one, tell progress, hand the file in.

As with desk.intake_reading the table is the queue: a file is held for a while only, and whoever
comes next takes over what a dead worker held. A file is handed in whole or not at all.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._claims import refuse_lost
from saraban.desk._intakes import system_clerk
from saraban.desk.filing import NewFile, add_stored
from saraban.errors import LeaseLost
from saraban.records import Export, rows
from saraban.records.database import first_free, locked, write_transaction
from saraban.rules.exports import KEPT_FOR, LEASE, MOST_ATTEMPTS, Ask, ExportState, ask_of_text
from saraban.rules.permissions import Actor

GIVEN_UP = "จัดทำไม่สำเร็จ {count} ครั้ง โปรแกรมหยุดทำงานกลางคันทุกครั้ง ลองแบ่งเป็นช่วงวันที่สั้นลง"


@dataclass(frozen=True)
class ExportClaim:
    """A file that a worker holds, whose it is, who asked for it, and the attempt that holds it."""

    uid: str
    ask: Ask
    name: str
    actor: Actor
    person_id: int
    worker: str
    attempt: int
    queued_at: datetime


def claim_export(*, at: datetime, worker: str, lease: timedelta = LEASE) -> ExportClaim | None:
    """Hold the file that waits longest, or whose worker fell silent; None when none waits.

    One that was taken MOST_ATTEMPTS times without an answer is given up and says so.
    """
    while _claimable(at).exists():  # an idle worker only reads, and holds no clerk up
        with write_transaction():
            row = first_free(_claimable(at))
            if row is None:
                return None
            attempt = row.attempt_count + 1
            if attempt <= MOST_ATTEMPTS:
                rows.update(
                    Export,
                    row.id,
                    {
                        "state": ExportState.MAKING.value,
                        "attempt_count": attempt,
                        "claimed_by": worker,
                        "claimed_until": at + lease,
                        "rows_done": 0,
                    },
                )
                actor, ask = system_clerk(row.unit_id), ask_of_text(row.ask)
                return ExportClaim(
                    row.uid, ask, row.name, actor, row.person_id, worker, attempt, row.queued_at
                )
            _fail(row, GIVEN_UP.format(count=MOST_ATTEMPTS), at)
    return None


def note_rows(
    *, at: datetime, claim: ExportClaim, rows_done: int | None = None, lease: timedelta = LEASE
) -> None:
    """Tell how many lines are drawn, and hold the file for another while.

    Raises LeaseLost: another worker has it, or nobody wants it any more.
    """
    with write_transaction():
        row = _held(claim)
        told = {} if rows_done is None else {"rows_done": rows_done}
        rows.update(Export, row.id, {**told, "claimed_until": at + lease})


def keep_export(*, at: datetime, claim: ExportClaim, sha256: str, file: NewFile) -> None:
    """Hand in the file, whose bytes are kept already. Raises LeaseLost."""
    with write_transaction():
        row = _held(claim)
        ledger = Ledger(actor=claim.actor, at=at)
        add_stored(ledger, sha256, file)
        rows.update(
            Export,
            row.id,
            {
                "state": ExportState.READY.value,
                "claimed_by": None,
                "claimed_until": None,
                "rows_done": row.row_count,
                "file": sha256,
                "made_at": at,
                "expires_at": at + KEPT_FOR,
                "trouble": "",
            },
        )
        ledger.record("make_export", subject=claim.uid, name=claim.name, sha256=sha256)


def keep_export_failure(*, at: datetime, claim: ExportClaim, trouble: str) -> None:
    """Hand in that the file cannot be made, and why, in Thai. Raises LeaseLost."""
    with write_transaction():
        _fail(_held(claim), trouble, at)


def give_export_back(*, at: datetime, claim: ExportClaim) -> None:
    """Put a file back unmade: its worker is told to stop. Does nothing without a lease."""
    with write_transaction():
        try:
            row = _held(claim)
        except LeaseLost:
            return
        rows.update(
            Export,
            row.id,
            {
                "state": ExportState.WAITING.value,
                "attempt_count": claim.attempt - 1,
                "claimed_by": None,
                "claimed_until": None,
                "rows_done": 0,
            },
        )


def _claimable(at: datetime) -> Any:
    open_states = (ExportState.WAITING.value, ExportState.MAKING.value)
    return (
        Export.select()
        .where(
            Export.state.in_(open_states),
            (Export.state == ExportState.WAITING) | (Export.claimed_until < at),
        )
        .order_by(Export.queued_at, Export.id)
        .limit(1)
    )


def _held(claim: ExportClaim) -> Any:
    """The row, held, if the claim still stands; LeaseLost if not."""
    row = locked(Export.select().where(Export.uid == claim.uid)).get()
    refuse_lost(row, claim, ExportState.MAKING)
    return row


def _fail(row: Any, trouble: str, at: datetime) -> None:
    rows.update(
        Export,
        row.id,
        {
            "state": ExportState.FAILED.value,
            "claimed_by": None,
            "claimed_until": None,
            "trouble": trouble[:1000],
            "made_at": at,
        },
    )
    ledger = Ledger(actor=system_clerk(row.unit_id), at=at)
    ledger.record("export_failed", subject=row.uid, trouble=trouble[:1000])
