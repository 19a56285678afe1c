"""Marks of a delivery: each instant set once, the status moved in the same statement."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._handling import tell_passed
from saraban.errors import DeliveryRecalled, DeliverySentBack, LetterNotFound
from saraban.queries.one_letter import delivery_here
from saraban.records import Delivery
from saraban.records.database import locked
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step, is_over, status_after, status_of
from saraban.rules.permissions import Act, Actor
from saraban.thai.dates import format_medium


def locked_delivery(letter_id: int, unit_id: int) -> Any:
    """The letter's delivery to the unit, held until the transaction ends, or None.

    It may be that of a row that was declared one letter with the row asked for.
    """
    own = locked(
        Delivery.select().where(Delivery.letter == letter_id, Delivery.to_unit == unit_id)
    ).first()
    beside = None if own is not None else delivery_here(letter_id, unit_id)
    if beside is None:
        return own
    return locked(Delivery.select().where(Delivery.id == beside.id)).first()


def sent_letter(actor: Actor, act: Act, uid: str) -> Any:
    """The letter, if the actor's unit sent it to somebody; LetterNotFound otherwise.

    Raises Refused when the actor may not do the act.
    """
    letter = _access.letter(actor, act, uid=uid)
    sent = Delivery.select().where(
        Delivery.letter == letter.id, Delivery.from_unit == actor.unit_id
    )
    if not sent.exists():
        raise LetterNotFound(uid=uid)
    return letter


def refuse_over(delivery: Any) -> None:
    """Raise DeliveryRecalled or DeliverySentBack for a delivery that has ended.

    The delivery must have been read as `mark` wants it: of a recall and an acknowledgement at
    one moment the second then sees what the first one did.
    """
    if not is_over(delivery.status):
        return
    if delivery.recalled_at is not None:
        raise DeliveryRecalled(when=format_medium(day_of(delivery.recalled_at)))
    raise DeliverySentBack(
        when=format_medium(day_of(delivery.refused_at or delivery.returned_at)),
    )


def mark(ledger: Ledger, delivery: Any, step: Step, at: datetime, **also: Any) -> bool:
    """Set one instant if it is still empty; False, and nothing written, when it was set before.

    The delivery must have been read in this transaction, locked where the engine has locks.
    """
    if getattr(delivery, step.value) is not None:
        return False
    delivery.status = status_after(delivery.status, step)
    setattr(delivery, step.value, at)
    ledger.update(Delivery, delivery.id, **{step.value: at, "status": delivery.status, **also})
    return True


def unmark(ledger: Ledger, delivery: Any, steps: Iterable[Step]) -> None:
    """Clear instants that an act set which was taken back; the status is that of what is left.

    Only for an act that wrote down which it had set (desk.merging), or for an end that is lifted
    (desk.ended_deliveries). What happened after them stays. The delivery must have been read in
    this transaction, locked where there are locks.
    """
    cleared = set(steps)
    left = [step for step in Step if step not in cleared and getattr(delivery, step.value, None)]
    values = {step.value: None for step in cleared}
    ledger.update(Delivery, delivery.id, **values, status=status_of(left))


def pass_to_desk(ledger: Ledger, letter: Any, desk: Any) -> bool:
    """Deliver a letter to a desk inside the acting unit; False when that desk has it already.

    The line of the unit's own book then tells in การปฏิบัติ who has it.
    Source: Rule of 2526, clauses 39 and 40: the desk registers it again in its own book.
    """
    if delivery_here(letter.id, desk.id) is not None:
        return False
    passed = ledger.insert_new(
        Delivery,
        letter=letter.id,
        root=letter.root_id or letter.id,
        from_unit=ledger.unit_id,
        to_unit=desk.id,
        province=desk.province_id,
        is_inner=True,
        status=Status.DELIVERED if desk.joined_at else Status.SENT,
        dispatched_at=ledger.at,
        delivered_at=ledger.at if desk.joined_at else None,
    )
    if passed is None:
        return False
    tell_passed(ledger, letter.id, desk.short_name_th)
    return True
