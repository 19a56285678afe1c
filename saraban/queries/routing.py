"""The way of a letter through a unit: what its routing slip and its order stamp print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.endorsements import EndorsementLine, author_in, notes_on, readable_units
from saraban.queries.letter_lines import ReceiptLine, receipts_of
from saraban.queries.one_letter import rows_of_one
from saraban.queries.visibility import sees_letter, units_of_own_agency
from saraban.records import (
    Endorsement,
    EndorsingHabit,
    Letter,
    Receipt,
    RegisterEntry,
    Unit,
    UsualOrder,
)
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor

STAMP_TITLE = "คำสั่ง"


@dataclass(frozen=True)
class Routing:
    """A letter's head, the receipts of the actor's own agency, and the notes it may read."""

    uid: str
    unit_name: str
    urgency: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    addressee_text: str
    subject: str
    secrecy: str
    receipts: tuple[ReceiptLine, ...]
    notes: tuple[EndorsementLine, ...]


@dataclass(frozen=True)
class OrderStampFacts:
    """A tick-box order stamp: (words, is ticked) for each usual order that was on offer then.

    An order in the executive's own words is one more line, ticked.
    """

    unit_name: str
    title: str
    choices: tuple[tuple[str, bool], ...]
    by: str
    ordered_at: datetime


def routing(actor: Actor, uid: str) -> Routing:
    """The way of a letter that the actor sees. Raises LetterNotFound."""
    letter = Letter.get_or_none(Letter.uid == uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=uid)
    unit: Any = Unit.get_by_id(actor.unit_id)
    inside = _receipt_entries(letter.id, units_of_own_agency(actor))
    return Routing(
        uid=letter.uid,
        unit_name=unit.registry_name or unit.name_th,
        urgency=letter.urgency,
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        issuer_text=letter.issuer_text,
        addressee_text=letter.addressee_text,
        subject=letter.subject,
        secrecy=letter.secrecy,
        receipts=tuple(
            line
            for line in receipts_of(actor, rows_of_one(letter.id), False)
            if not line.is_void and line.entry_uid in inside
        ),
        notes=notes_on(actor, letter).lines,
    )


def _receipt_entries(letter_id: int, unit_ids: set[int]) -> set[str]:
    rows = Receipt.select(Receipt, Receipt.entry).where(
        Receipt.letter == letter_id, Receipt.unit.in_(list(unit_ids))
    )
    return {row.entry.uid for row in rows}


def order_stamps(actor: Actor, uid: str, entry_uids: Sequence[str]) -> tuple[OrderStampFacts, ...]:
    """The order stamps of the desks that gave these receipt numbers, in that order.

    Only of desks whose notes the actor may read: what an office orders is its own business.
    """
    letter: Any = Letter.get_or_none(Letter.uid == uid)
    if letter is None or letter.secrecy != Secrecy.NORMAL:
        return ()
    readable = readable_units(actor)
    units: Any = (
        RegisterEntry.select(RegisterEntry.uid, RegisterEntry.unit)
        .where(RegisterEntry.letter == letter.id, RegisterEntry.uid.in_(list(entry_uids)))
        .tuples()
    )
    unit_of = dict(units)
    found = [
        order_stamp(unit_of[entry], letter.id)
        for entry in entry_uids
        if unit_of.get(entry) in readable
    ]
    return tuple(stamp for stamp in found if stamp is not None)


def order_stamp(unit_id: int, letter_id: int) -> OrderStampFacts | None:
    """What a unit's order stamp says of its last order on a letter that stands.

    None where the unit prints none, or has ordered nothing. Whether the letter may be seen is
    for the caller to have asked.
    """
    habit: Any = EndorsingHabit.get_or_none(EndorsingHabit.unit == unit_id)
    if habit is None or not habit.prints_order_stamp:
        return None
    order: Any = (
        Endorsement.select()
        .where(
            Endorsement.unit == unit_id,
            Endorsement.letter == letter_id,
            Endorsement.is_decision == True,  # noqa: E712 - SQL
            Endorsement.id.not_in(
                _TakenBack.select(_TakenBack.withdraws).where(
                    _TakenBack.withdraws.is_null(False), _TakenBack.letter == letter_id
                )
            ),
        )
        .order_by(Endorsement.id.desc())
        .first()
    )
    if order is None:
        return None
    unit: Any = Unit.get_by_id(unit_id)
    words, *_added = order.text.splitlines()
    offered = [line.text for line in _offered_then(unit_id, order.at)]
    choices = [(text, text == words) for text in offered]
    if words not in offered:
        choices.append((words, True))
    return OrderStampFacts(
        unit_name=unit.registry_name or unit.name_th,
        title=habit.stamp_title or STAMP_TITLE,
        choices=tuple(choices),
        by=author_in(order).words,
        ordered_at=order.at,
    )


_TakenBack = Endorsement.alias()


def _offered_then(unit_id: int, at: Any) -> Any:
    """The unit's usual orders that were under a key at that moment."""
    return (
        UsualOrder.select()
        .where(
            UsualOrder.unit == unit_id,
            UsualOrder.added_at <= at,
            UsualOrder.removed_at.is_null() | (UsualOrder.removed_at > at),
        )
        .order_by(UsualOrder.place)
    )
