"""What becomes of an ended delivery: sent to the right unit, taken up again, or noted."""

from datetime import date, datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery, refuse_over, sent_letter, unmark
from saraban.errors import AlreadySentThere, DeliveryNotEnded, UnitNotFound
from saraban.records import Delivery, DeliveryEnd, Dispatch, Unit
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.deliveries import ENDING, Status, is_over
from saraban.rules.delivery_ends import Settled
from saraban.rules.permissions import Act, Actor
from saraban.rules.registers import Channel


def resend(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    ended_unit_uid: str,
    to_unit_uid: str,
    channel: str = Channel.SYSTEM,
) -> None:
    """Send a letter on to the right unit after another refused, returned or had it recalled.

    An addition to the frozen set, and told as such: a dispatch of its own, for one unit, that
    says in whose place. Raises LetterNotFound, Refused, UnitNotFound, UnitClosed,
    DeliveryNotEnded, AlreadySentThere.
    """
    letter = sent_letter(actor, Act.RECALL, letter_uid)
    to_unit = _unit(to_unit_uid, on=day_of(at))
    if to_unit.id == actor.unit_id:
        raise UnitNotFound(field="to_unit", uid=to_unit_uid)
    ended_unit = _receiver(ended_unit_uid)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ended, end = _open_end(letter.id, actor, ended_unit)
        ledger.insert(
            Dispatch,
            letter=letter.id,
            unit=actor.unit_id,
            phrase=f"ส่งเพิ่ม แทน {ended_unit.name_th}"[: Dispatch.phrase.max_length],
            unit_count=1,
            dispatched_at=at,
        )
        has_it = to_unit.joined_at is not None and channel == Channel.SYSTEM
        made = ledger.insert_new(
            Delivery,
            letter=letter.id,
            root=ended.root_id,
            from_unit=actor.unit_id,
            to_unit=to_unit.id,
            province=to_unit.province_id,
            channel=channel,
            is_inner=ended.is_inner,
            status=Status.DELIVERED if has_it else Status.SENT,
            dispatched_at=at,
            delivered_at=at if has_it else None,
        )
        if made is None:
            raise AlreadySentThere(field="to_unit", unit=to_unit.name_th)
        _settle(ledger, end, Settled.RESENT, resent=made)
        ledger.record(
            "resend", subject=letter_uid, unit=to_unit.name_th, instead_of=ended_unit.name_th
        )


def lift(*, actor: Actor, at: datetime, letter_uid: str, unit_uid: str | None = None) -> None:
    """Let an ended delivery go on: by the unit that had sent it back, or by its sender.

    unit_uid None means the actor's own unit, which takes up what it refused or returned; the
    sender names the unit to which it sends the letter once more. Raises LetterNotFound, Refused,
    DeliveryNotEnded, DeliveryRecalled (only its sender lifts a recall).
    """
    if unit_uid is None:
        letter = _access.delivery(actor, Act.SEND_BACK, letter_uid=letter_uid).letter
        receiver: Unit = Unit.get_by_id(actor.unit_id)
    else:
        letter = sent_letter(actor, Act.RECALL, letter_uid)
        receiver = _receiver(unit_uid)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ended, end = _open_end(letter.id, None if unit_uid is None else actor, receiver)
        if unit_uid is None and ended.recalled_at is not None:
            refuse_over(ended)
        unmark(ledger, ended, ENDING)
        _settle(ledger, end, Settled.LIFTED)
        ledger.record("lift_end", subject=letter_uid, unit=receiver.name_th, step=end.step)


def note_end(*, actor: Actor, at: datetime, letter_uid: str, unit_uid: str) -> None:
    """Take a refused or returned letter off the sender's desk: seen, and nothing more to do.

    Raises LetterNotFound, Refused, DeliveryNotEnded.
    """
    letter = sent_letter(actor, Act.RECALL, letter_uid)
    receiver = _receiver(unit_uid)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _, end = _open_end(letter.id, actor, receiver)
        if end.settled_at is not None:
            raise DeliveryNotEnded()
        _settle(ledger, end, Settled.NOTED)
        ledger.record("note_end", subject=letter_uid, unit=receiver.name_th, step=end.step)


def _open_end(letter_id: int, sender: Actor | None, receiver: Any) -> tuple[Any, Any]:
    """An ended delivery, held, and its end; DeliveryNotEnded when it goes on or went elsewhere."""
    delivery = locked_delivery(letter_id, receiver.id)
    if delivery is None or (sender is not None and delivery.from_unit_id != sender.unit_id):
        raise DeliveryNotEnded()
    end = (
        DeliveryEnd.select()
        .where(DeliveryEnd.delivery == delivery.id)
        .order_by(DeliveryEnd.id.desc())
        .first()
    )
    if end is None or not is_over(delivery.status) or end.settled_how == Settled.RESENT:
        raise DeliveryNotEnded()
    return delivery, end


def _settle(ledger: Ledger, end: Any, how: Settled, **also: Any) -> None:
    ledger.update(
        DeliveryEnd,
        end.id,
        settled_at=ledger.at,
        settled_by=ledger.actor.name,
        settled_how=str(how),
        **also,
    )


def _unit(uid: str, *, on: date) -> Any:
    found = Unit.get_or_none(Unit.uid == uid)
    if found is None:
        raise UnitNotFound(field="to_unit", uid=uid)
    return _access.open_unit(found.id, on=on)


def _receiver(uid: str) -> Unit:
    found = Unit.get_or_none(Unit.uid == uid)
    if found is None:
        raise DeliveryNotEnded()
    return found
