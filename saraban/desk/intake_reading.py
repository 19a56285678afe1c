"""The queue as the reading worker sees it: take a file, tell progress, hand in what was read.

The table is the queue. A worker holds a file for a while only (rules.intake.LEASE) and prolongs
that as it works; the file of one that was killed is taken over by the next. Nothing is lost, and
no file is read by two at once: whoever lost the lease is refused when they hand in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._claims import refuse_lost
from saraban.desk._intakes import system_clerk
from saraban.errors import LeaseLost, UnreadableLetterNumber
from saraban.records import Intake, IntakeLetter, IntakeReading, file_store, rows
from saraban.records.database import first_free, locked, write_transaction
from saraban.rules.audit import canonical
from saraban.rules.intake import LEASE, MOST_ATTEMPTS, LetterState, ReadingState
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.letter_reading.proposal import proposal_of

GIVEN_UP = "อ่านไม่สำเร็จ {count} ครั้ง โปรแกรมอ่านหยุดทำงานกลางคันทุกครั้ง ต้นฉบับยังอยู่ครบ"
_LONGEST_TROUBLE = 1000
_LONGEST_ISSUER = 255


@dataclass(frozen=True)
class Claim:
    """A file that a worker holds: where its bytes lie, and the attempt that holds it."""

    intake_uid: str
    sha256: str
    name: str
    path: Path
    worker: str
    attempt: int


def claim_next(*, at: datetime, worker: str, lease: timedelta = LEASE) -> Claim | None:
    """Hold the file that waits longest, or whose reader fell silent; None when none waits.

    A file that was taken MOST_ATTEMPTS times without an answer is given up and told so.
    """
    # An idle worker asks each second: it only reads, and holds no clerk up.
    while _claimable(at).exists():
        with write_transaction():
            row = first_free(_claimable(at))
            if row is None:
                return None
            intake = Intake.get_by_id(row.intake_id)
            attempt = row.attempt_count + 1
            if attempt <= MOST_ATTEMPTS:
                rows.update(
                    IntakeReading,
                    row.intake_id,
                    {
                        "state": ReadingState.READING.value,
                        "attempt_count": attempt,
                        "claimed_by": worker,
                        "claimed_until": at + lease,
                        "pages_done": 0,
                        "page_count": 0,
                    },
                )
                path = file_store.path_of(intake.file_id)
                return Claim(intake.uid, intake.file_id, intake.name, path, worker, attempt)
            _fail(intake, GIVEN_UP.format(count=MOST_ATTEMPTS), at)
    return None


def note_progress(
    *, at: datetime, claim: Claim, pages_done: int, page_count: int, lease: timedelta = LEASE
) -> None:
    """Tell how many pages are read, and hold the file for another while. Raises LeaseLost."""
    with write_transaction():
        row, _ = _held(claim)
        rows.update(
            IntakeReading,
            row.intake_id,
            {"pages_done": pages_done, "page_count": page_count, "claimed_until": at + lease},
        )


def prolong(*, at: datetime, claim: Claim, lease: timedelta = LEASE) -> None:
    """Hold the file for another while. Raises LeaseLost."""
    with write_transaction():
        row, _ = _held(claim)
        rows.update(IntakeReading, row.intake_id, {"claimed_until": at + lease})


def keep_reading(*, at: datetime, claim: Claim, reading: Mapping[str, Any]) -> None:
    """Hand in what was read: `reading` is what `flask read --json` prints for the file.

    Its letters wait for a clerk. Where there are pages but no letter was found, one empty letter
    waits, so that a person can fill it in beside the picture. Raises LeaseLost.
    """
    letters = list(reading["letters"]) or [_empty_letter(reading)]
    told = {**reading, "letters": letters}
    with write_transaction():
        row, intake = _held(claim)
        rows.update(
            IntakeReading,
            row.intake_id,
            {
                "state": ReadingState.READ.value,
                "claimed_by": None,
                "claimed_until": None,
                "page_count": reading["pages"],
                "pages_done": reading["pages"],
                "trouble": _short(" · ".join(reading["warnings"])),
                "reading": canonical(told),
                "read_at": at,
            },
        )
        ledger = Ledger(actor=system_clerk(intake.unit_id), at=at)
        is_aside = intake.set_aside_at is not None
        for place, letter in enumerate(letters):
            proposal = proposal_of(letter)
            ledger.insert(
                IntakeLetter,
                intake=intake.id,
                place=place,
                state=(LetterState.SET_ASIDE if is_aside else LetterState.PROPOSED).value,
                number_key=_key(proposal.printed_number),
                dated_on=proposal.dated_on,
                issuer_text=proposal.issuer_text[:_LONGEST_ISSUER],
                sketch=letter.get("sketch") or "",
            )
        ledger.record("read_file", subject=intake.uid, letter_count=len(reading["letters"]))


def keep_failure(*, at: datetime, claim: Claim, trouble: str) -> None:
    """Hand in that the file cannot be read, and why, in Thai. Raises LeaseLost."""
    with write_transaction():
        _, intake = _held(claim)
        _fail(intake, trouble, at)


def give_back(*, at: datetime, claim: Claim, counts: bool = False) -> None:
    """Put a file back unread: its worker is told to stop. Does nothing without a lease.

    It keeps its place in the queue. The attempt counts only where the file ended its reader:
    the last one of these gives it up.
    """
    with write_transaction():
        try:
            row, intake = _held(claim)
        except LeaseLost:
            return
        if counts and claim.attempt >= MOST_ATTEMPTS:
            _fail(intake, GIVEN_UP.format(count=MOST_ATTEMPTS), at)
            return
        rows.update(
            IntakeReading,
            row.intake_id,
            {
                "state": ReadingState.WAITING.value,
                "attempt_count": claim.attempt - (not counts),
                "claimed_by": None,
                "claimed_until": None,
                "pages_done": 0,
            },
        )


def _claimable(at: datetime) -> Any:
    open_states = (ReadingState.WAITING.value, ReadingState.READING.value)
    return (
        IntakeReading.select()
        .where(
            IntakeReading.state.in_(open_states),
            (IntakeReading.state == ReadingState.WAITING) | (IntakeReading.claimed_until < at),
        )
        .order_by(IntakeReading.queued_at, IntakeReading.intake)
        .limit(1)
    )


def _held(claim: Claim) -> tuple[Any, Any]:
    """The queue's row and the file, both held, if the claim still stands; LeaseLost if not."""
    intake = locked(Intake.select().where(Intake.uid == claim.intake_uid)).get()
    row = locked(IntakeReading.select().where(IntakeReading.intake == intake.id)).get()
    refuse_lost(row, claim, ReadingState.READING)
    return row, intake


def _fail(intake: Any, trouble: str, at: datetime) -> None:
    rows.update(
        IntakeReading,
        intake.id,
        {
            "state": ReadingState.FAILED.value,
            "claimed_by": None,
            "claimed_until": None,
            "trouble": _short(trouble),
            "read_at": at,
        },
    )
    ledger = Ledger(actor=system_clerk(intake.unit_id), at=at)
    ledger.record("reading_failed", subject=intake.uid, trouble=_short(trouble))


def _empty_letter(reading: Mapping[str, Any]) -> dict[str, Any]:
    return {"pages": list(range(1, reading["pages"] + 1)), "evidence": {}}


def _key(printed_number: str) -> str | None:
    try:
        return parse_letter_number(printed_number).key
    except UnreadableLetterNumber:
        return None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TROUBLE else f"{text[: _LONGEST_TROUBLE - 1]}…"
