"""A delivery ends without having been dealt with: refused, returned, recalled; and what then.

The receiver sends it back with a reason, the sender takes it back until it is received. Neither
is lost: the instant is on the delivery, who and why in a row of its own, both in the ledger.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark, refuse_over, sent_letter
from saraban.desk._relays import drop_relay
from saraban.errors import (
    AlreadyDealtWith,
    InvalidInput,
    MissingField,
    NothingToRecall,
    TextTooLong,
    TooLateToRecall,
    UnitNotFound,
)
from saraban.records import Delivery, DeliveryEnd, Unit, delivery_sets
from saraban.records.database import locked, write_transaction
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status, Step
from saraban.rules.delivery_ends import NEEDS_WORDS, Reason, way_back
from saraban.rules.permissions import Act, Actor
from saraban.thai.text import clean_line

MOST_WORDS = 1_000


@dataclass(frozen=True)
class Recalled:
    """How many deliveries were taken back, and how many of those asked for could not be."""

    count: int
    too_late_count: int


def send_back(*, actor: Actor, at: datetime, letter_uid: str, reason: str, words: str) -> Step:
    """Refuse a delivered letter for the actor's unit, or return it once it was received.

    Says which of the two it was. Raises LetterNotFound, Refused, InvalidInput, MissingField (a
    reason that needs words), TextTooLong, AlreadyDealtWith, DeliveryRecalled, DeliverySentBack.
    """
    delivery = _access.delivery(actor, Act.SEND_BACK, letter_uid=letter_uid)
    if reason not in set(Reason):
        raise InvalidInput(field="reason")
    said = _said(words, must_be=reason in NEEDS_WORDS)
    with write_transaction():
        fresh = locked(Delivery.select().where(Delivery.id == delivery.id)).get()
        refuse_over(fresh)
        step = way_back(fresh.status, is_passed_on=fresh.passed_on_at is not None)
        if step is None:
            raise AlreadyDealtWith()
        ledger = Ledger(actor=actor, at=at)
        mark(ledger, fresh, Step.DELIVERED, at)
        mark(ledger, fresh, step, at)
        drop_relay(ledger, fresh.letter_id)
        ledger.insert(
            DeliveryEnd,
            letter=fresh.letter_id,
            delivery=fresh.id,
            unit=actor.unit_id,
            step=str(step),
            reason=reason,
            words=said,
            at=at,
            by=actor.name,
            sender=fresh.from_unit_id,
        )
        ledger.record(
            "refuse_delivery" if step is Step.REFUSED else "return_delivery",
            subject=letter_uid,
            reason=reason,
            words=said,
        )
    return step


def recall(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    reason: str,
    unit_uids: Sequence[str] | None = None,
) -> Recalled:
    """Take back what the actor's unit sent, where it is not received yet; None means from all.

    Of units named some may have received it meanwhile: they keep it and are counted. That
    somebody opened it is no obstacle. Raises LetterNotFound, Refused, MissingField without a
    reason, TextTooLong, UnitNotFound, TooLateToRecall (one named), NothingToRecall.
    """
    letter = sent_letter(actor, Act.RECALL, letter_uid)
    said = _said(reason, must_be=True, field="reason")
    chosen = None if unit_uids is None else _unit_ids(unit_uids)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        taken = delivery_sets.recall(letter.id, actor.unit_id, ledger.at_text, chosen)
        if not taken:
            _refuse_recall(letter.id, actor.unit_id, unit_uids)
        ledger.note(
            Delivery,
            None,
            {"recalled_at": ledger.at_text, "status": int(Status.RECALLED)},
            for_each=("id",),
            values=taken,
        )
        common = {
            "letter_id": letter.id,
            "unit_id": actor.unit_id,
            "step": str(Step.RECALLED),
            "reason": "",
            "words": said,
            "at": ledger.at_text,
            "by": actor.name,
            "sender_id": actor.unit_id,
        }
        made = delivery_sets.end_each(common, [row[0] for row in taken])
        ledger.note(DeliveryEnd, None, common, for_each=("id", "delivery_id"), values=made)
        ledger.record("recall", subject=letter_uid, reason=said, unit_count=len(taken))
    return Recalled(len(taken), 0 if chosen is None else len(chosen) - len(taken))


def _refuse_recall(letter_id: int, from_unit_id: int, unit_uids: Sequence[str] | None) -> None:
    """The one unit that was named has it, or there is none that has it not."""
    if unit_uids is not None and len(unit_uids) == 1:
        unit = Unit.get(Unit.uid == unit_uids[0])
        delivery = Delivery.get_or_none(
            (Delivery.letter == letter_id)
            & (Delivery.to_unit == unit.id)
            & (Delivery.from_unit == from_unit_id)
        )
        if delivery is None:
            raise UnitNotFound(uid=unit.uid)
        raise TooLateToRecall(unit=unit.name_th)
    raise NothingToRecall()


def _unit_ids(uids: Sequence[str]) -> list[int]:
    query: Any = Unit.select(Unit.id).where(among(Unit.uid, set(uids))).tuples()
    found = [unit_id for (unit_id,) in query]
    if not found or len(found) != len(set(uids)):
        raise UnitNotFound(field="units")
    return found


def _said(words: str, *, must_be: bool, field: str = "words") -> str:
    said = clean_line(words)
    if must_be and not said:
        raise MissingField(field=field)
    if len(said) > MOST_WORDS:
        raise TextTooLong(field=field, most=MOST_WORDS)
    return said
