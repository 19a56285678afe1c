"""A letter that the registry knows by the number and the day that are printed on it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.one_letter import head_of, rows_of_one
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Letter, Receipt, RegisterEntry
from saraban.rules.permissions import Actor

MOST_LIKE = 3
# A short number without its owner's code may be many letters'.
_MOST_LOOKED_AT = 20


def known_letter(actor: Actor, key: str | None, dated_on: date | None) -> tuple[int, str] | None:
    """(id, uid) of the letter of this number and date that the actor already sees, or None.

    Of rows that were declared one letter it is the one that stands for all.
    """
    if key is None or dated_on is None:
        return None
    found: Any = (
        Letter.select(Letter.id, Letter.uid)
        .where(Letter.printed_key == key, Letter.dated_on == dated_on)
        .tuples()
    )
    known = next((letter for letter in found if sees_letter(actor, letter[0])), None)
    if known is None or head_of(known[0]) == known[0]:
        return known
    head = Letter.get_by_id(head_of(known[0]))
    return head.id, head.uid


def standing_number(letter_id: int, unit_id: int) -> int | None:
    """The first number that the unit gave the letter and did not strike through, or None."""
    entry = (
        RegisterEntry.select(RegisterEntry.number)
        .join(Receipt, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter.in_(rows_of_one(letter_id)),
            Receipt.unit == unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(RegisterEntry.id)
        .first()
    )
    return None if entry is None else int(entry.number)


@dataclass(frozen=True)
class NumberedLike:
    """A letter of the number that is being typed. our_number is this desk's, if it gave one;
    waits_here tells that the letter lies on the desk in the system, to be numbered."""

    uid: str
    dated_on: date | None
    issuer_text: str
    subject: str
    our_number: int | None
    waits_here: bool


def letters_numbered_like(actor: Actor, key: str | None) -> tuple[NumberedLike, ...]:
    """The letters of this number that the actor sees, of whatever day, the newest first.

    For somebody who types: the day, or one figure of it, may be wrong on one side.
    """
    if key is None:
        return ()
    rows: Any = (
        Letter.select()
        .where(Letter.printed_key == key)
        .order_by(Letter.id.desc())
        .limit(_MOST_LOOKED_AT)
    )
    found: list[NumberedLike] = []
    told: set[int] = set()
    for row in rows:
        head = head_of(row.id)
        if head not in told and len(found) < MOST_LIKE and sees_letter(actor, row.id):
            told.add(head)
            number = standing_number(row.id, actor.unit_id)
            waits = number is None and was_sent_to(row.id, actor.unit_id)
            found.append(
                NumberedLike(row.uid, row.dated_on, row.issuer_text, row.subject, number, waits)
            )
    return tuple(found)


def was_sent_to(letter_id: int, unit_id: int) -> bool:
    """Whether the letter was sent to the unit, by whatever way."""
    sent = Delivery.select().where(
        Delivery.letter.in_(rows_of_one(letter_id)), Delivery.to_unit == unit_id
    )
    return bool(sent.exists())
