"""Opening and acknowledging: two different facts, each set once."""

from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark, refuse_over
from saraban.desk._due_by_receipt import begin_due_days
from saraban.desk._relays import begin_relay
from saraban.errors import AlreadyAcknowledged
from saraban.records import Delivery, Letter, rows
from saraban.records.database import write_transaction
from saraban.rules.audit import canonical, event_digest
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step, is_over
from saraban.rules.permissions import Act, Actor
from saraban.thai.dates import format_medium

_FILES = "SELECT file_id FROM letter_file WHERE letter_id = ?"


def mark_opened(*, actor: Actor, at: datetime, letter_uid: str) -> bool:
    """Note the first time that the addressed unit looked; False when it had looked before.

    Reading is nobody's deliberate act, so it needs no more than being allowed to see.
    """
    delivery = _access.delivery(actor, Act.SEE_LETTER, letter_uid=letter_uid)
    if delivery.opened_at is not None or is_over(delivery.status):
        return False
    with write_transaction():
        fresh = rows.one(Delivery, "id = ?", delivery.id, is_held=True)
        ledger = Ledger(actor=actor, at=at)
        mark(ledger, fresh, Step.DELIVERED, at)
        if not mark(ledger, fresh, Step.OPENED, at):
            return False
        ledger.record("open_letter", subject=letter_uid)
    return True


def acknowledge(*, actor: Actor, at: datetime, letter_uid: str) -> str:
    """Acknowledge a delivered letter for the actor's unit; the digest of what was acknowledged.

    The digest covers the letter's number, date, subject and the digests of its files, because
    an acknowledgement alone does not prove which content arrived.
    Raises LetterNotFound (not addressed to the unit), Refused, AlreadyAcknowledged,
    DeliveryRecalled, DeliverySentBack.
    Source: Electronic Transactions Act 2544, sections 19 and 20.
    """
    delivery = _access.delivery(actor, Act.ACKNOWLEDGE, letter_uid=letter_uid)
    with write_transaction():
        fresh = rows.one(Delivery, "id = ?", delivery.id, is_held=True)
        refuse_second_or_over(fresh)
        digest = content_digest(delivery.letter)
        ledger = Ledger(actor=actor, at=at)
        mark_acknowledged(ledger, fresh, by=actor.name, digest=digest)
        ledger.record("acknowledge", subject=letter_uid, digest=digest)
    return digest


def refuse_second_or_over(fresh: Any) -> None:
    """Raise AlreadyAcknowledged, DeliveryRecalled or DeliverySentBack; see `refuse_over`."""
    refuse_over(fresh)
    if fresh.acknowledged_at is not None:
        raise AlreadyAcknowledged(when=format_medium(day_of(fresh.acknowledged_at)))


def mark_acknowledged(
    ledger: Ledger, fresh: Any, *, by: str, digest: str, is_weak_proof: bool = False
) -> None:
    """Set the instant with who and what; an acknowledged letter has arrived, too.

    Where that is the first the unit does with it, the duty to pass it on begins, and the days
    that are counted from its receipt.
    """
    weak = {"is_weak_proof": True} if is_weak_proof else {}
    arrived = {} if fresh.delivered_at else {Step.DELIVERED.value: ledger.at}
    mark(
        ledger,
        fresh,
        Step.ACKNOWLEDGED,
        ledger.at,
        acknowledged_by=by,
        acknowledged_digest=digest,
        **arrived,
        **weak,
    )
    if fresh.received_at is None:
        came = {"letter_id": fresh.letter_id, "delivery": fresh, "began_on": day_of(ledger.at)}
        begin_relay(ledger, **came)
        begin_due_days(ledger, **came)


def content_digest(letter: Letter) -> str:
    """SHA-256 over what a unit acknowledges: number, date, subject, body, files."""
    return digest_of(letter, rows.column(_FILES, letter.id))


def digest_of(letter: Letter, files: list[str]) -> str:
    """The same where the digests of the letter's files are known."""
    content = {
        "number": letter.printed_number,
        "dated_on": letter.dated_on and letter.dated_on.isoformat(),
        "subject": letter.subject,
        "body": letter.body,
        "files": sorted(files),
    }
    return event_digest("", canonical(content))
