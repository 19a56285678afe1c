"""Answering a letter: a report with its files, nil, or not concerned."""

from collections.abc import Sequence
from datetime import datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark, refuse_over
from saraban.desk.filing import NewFile, add_to_report, keep_bytes
from saraban.errors import InvalidInput, MissingField, TextTooLong
from saraban.records import Delivery, Report
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.answers import NEEDS_TEXT, TO_A_LETTER
from saraban.rules.deliveries import Step
from saraban.rules.permissions import Act, Actor

MOST_TEXT = 20_000


def submit(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    answer: str,
    text: str,
    files: Sequence[NewFile] = (),
) -> str:
    """Answer for the actor's unit; the report's uid. A further answer stands beside the first.

    Raises LetterNotFound, Refused, MissingField (a report or "not concerned" without words),
    TextTooLong, FileTooLarge, DeliveryRecalled, DeliverySentBack.
    """
    delivery = _access.delivery(actor, Act.REPORT, letter_uid=letter_uid)
    if answer not in TO_A_LETTER:
        raise InvalidInput(field="answer")
    words = text.strip()
    if answer in NEEDS_TEXT and not words and not files:
        raise MissingField(field="text")
    if len(words) > MOST_TEXT:
        raise TextTooLong(field="text", most=MOST_TEXT)
    kept = keep_bytes(files)
    uid = new_uid()
    with write_transaction():
        fresh = locked(Delivery.select().where(Delivery.id == delivery.id)).get()
        refuse_over(fresh)
        ledger = Ledger(actor=actor, at=at)
        report_id = ledger.insert(
            Report,
            uid=uid,
            letter=delivery.letter_id,
            delivery=delivery.id,
            unit=actor.unit_id,
            answer=answer,
            text=words,
            submitted_at=at,
            submitted_by=actor.name,
        )
        add_to_report(ledger, report_id=report_id, kept=kept)
        mark(ledger, fresh, Step.DELIVERED, at)
        mark(ledger, fresh, Step.REPORTED, at)
        ledger.record("report", subject=letter_uid, answer=answer, report=uid)
    return uid
