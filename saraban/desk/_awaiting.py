"""What a received letter waits for in its unit: an index over notes and receipts, not recorded."""

from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.records import (
    Endorsement,
    Letter,
    NoteStanding,
    Receipt,
    RegisterEntry,
    rows,
)
from saraban.rules.endorsements import EndorsementKind, Standing, standing
from saraban.rules.letters import Secrecy

# Asked with every receipt: plain SQL, as building a query costs more than running it.
_FIND_STANDING = "SELECT id FROM note_standing WHERE unit_id = ? AND letter_id = ?"
_FIND_HABIT = "SELECT awaits_from FROM endorsing_habit WHERE unit_id = ?"


def await_notes(ledger: Ledger, *, letter_id: int, receipt_id: int) -> None:
    """Let a letter that was just received wait for a proposal, where its unit wants that.

    A letter that has notes already waits for what they leave open, on its newest receipt.
    """
    known = rows.first(_FIND_STANDING, ledger.unit_id, letter_id)
    if known is not None:
        rows.update(NoteStanding, known[0], {"receipt": receipt_id})
        return
    habit = rows.first(_FIND_HABIT, ledger.unit_id)
    if habit is not None and habit[0] is not None:
        _await_proposal(ledger, letter_id=letter_id, receipt_id=receipt_id)


def await_received_since(ledger: Ledger, since: date) -> None:
    """The same for what the unit received from that day on and has not written on."""
    written_on = NoteStanding.select(NoteStanding.letter).where(NoteStanding.unit == ledger.unit_id)
    received: Any = (
        Receipt.select(Receipt.letter, Receipt.id)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.unit == ledger.unit_id,
            Receipt.received_on >= since,
            RegisterEntry.voided_at.is_null(),
            Receipt.letter.not_in(written_on),
        )
        .order_by(Receipt.id)
        .tuples()
    )
    for letter_id, receipt_id in dict(received).items():
        _await_proposal(ledger, letter_id=letter_id, receipt_id=receipt_id)


def _await_proposal(ledger: Ledger, *, letter_id: int, receipt_id: int) -> None:
    if Letter.get_by_id(letter_id).secrecy != Secrecy.NORMAL:
        return
    waiting = {
        "unit": ledger.unit_id,
        "letter": letter_id,
        "receipt": receipt_id,
        "standing": Standing.TO_PROPOSE.value,
        "since": ledger.at,
    }
    rows.insert(NoteStanding, waiting)


def keep_standing(receipt: Any) -> None:
    """Bring what the letter waits for in the receipt's unit up to its notes.

    Inside the transaction that wrote one, the receipt held: an index, so nothing is recorded.
    """
    on_letter = (Endorsement.letter == receipt.letter_id) & (Endorsement.unit == receipt.unit_id)
    rows_of: list[Any] = list(Endorsement.select().where(on_letter).order_by(Endorsement.id))
    taken_back = {row.withdraws_id for row in rows_of}
    live = [row for row in rows_of if row.withdraws_id is None and row.id not in taken_back]
    found, since = standing((EndorsementKind(row.kind), row.is_decision) for row in live)
    values = {
        "receipt": receipt.id,
        "standing": found.value,
        "since": (rows_of[-1] if since is None else live[since]).at,
    }
    kept = NoteStanding.get_or_none(
        (NoteStanding.unit == receipt.unit_id) & (NoteStanding.letter == receipt.letter_id)
    )
    if kept is None:
        key = {"unit": receipt.unit_id, "letter": receipt.letter_id}
        rows.insert(NoteStanding, key | values)
    else:
        rows.update(NoteStanding, kept.id, values)
