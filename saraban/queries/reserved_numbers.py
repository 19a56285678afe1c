"""Numbers that a registry keeps for somebody and that no letter has yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.books import books_of_unit
from saraban.records import RegisterEntry, Reservation
from saraban.rules.permissions import Actor

MOST_LINES = 300


@dataclass(frozen=True)
class ReservedNumber:
    """One number, kept from reserved_on; after expires_on it counts as a hole until it is used."""

    entry_uid: str
    reservation_uid: str
    register: str
    register_name: str
    be_year: int
    number: int
    owner_text: str
    reason: str
    reserved_on: date
    expires_on: date
    reserved_by: str


def reserved_numbers(actor: Actor) -> tuple[ReservedNumber, ...]:
    """The unused ones of the actor's own books, the newest reservation first."""
    names = {book.code: book.name_th for book in books_of_unit(actor.unit_id)}
    found: Any = (
        RegisterEntry.select(
            RegisterEntry.uid,
            Reservation.uid,
            RegisterEntry.register,
            RegisterEntry.be_year,
            RegisterEntry.number,
            Reservation.owner_text,
            Reservation.reason,
            Reservation.reserved_on,
            Reservation.expires_on,
            Reservation.reserved_by,
        )
        .join(Reservation, on=(RegisterEntry.reservation == Reservation.id))
        .where(
            RegisterEntry.unit == actor.unit_id,
            RegisterEntry.letter.is_null(),
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(Reservation.id.desc(), RegisterEntry.number)
        .limit(MOST_LINES)
        .tuples()
    )
    return tuple(
        ReservedNumber(uid, block, register, names[register], *rest)
        for uid, block, register, *rest in found
    )


def reserved_number(actor: Actor, entry_uid: str | None) -> ReservedNumber | None:
    """The one of this line, if the actor's registry still keeps it."""
    if not entry_uid:
        return None
    return next((one for one in reserved_numbers(actor) if one.entry_uid == entry_uid), None)
