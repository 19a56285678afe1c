"""The lines of a receive book that were given one after the other, to write on the letters."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import Letter, Receipt, RegisterEntry
from saraban.rules.permissions import Actor

MOST_LINES = 100


@dataclass(frozen=True)
class BatchReceipt:
    """A number that was given, as its stamp prints it, and the letter that has it."""

    number: int
    printed_number: str
    printed_date: str
    received_on: date
    received_time: str | None
    channel: str
    letter_uid: str
    letter_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    is_void: bool


def receipts_between(
    actor: Actor, *, register: str, be_year: int, first: int, last: int
) -> tuple[BatchReceipt, ...]:
    """The actor's own receipts from first to last inclusive, in order; at most MOST_LINES."""
    query: Any = (
        RegisterEntry.select(
            RegisterEntry.number,
            Receipt.printed_number,
            Receipt.printed_date,
            Receipt.received_on,
            Receipt.received_time,
            Receipt.channel,
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.subject,
            RegisterEntry.voided_at,
        )
        .join(Receipt, on=(Receipt.entry == RegisterEntry.id))
        .join(Letter, on=(Receipt.letter == Letter.id))
        .where(
            Receipt.unit == actor.unit_id,
            RegisterEntry.unit == actor.unit_id,
            RegisterEntry.register == register,
            RegisterEntry.be_year == be_year,
            RegisterEntry.number.between(first, last),
        )
        .order_by(RegisterEntry.number)
        .limit(MOST_LINES)
        .tuples()
    )
    return tuple(BatchReceipt(*(*row, voided_at is not None)) for *row, voided_at in query)
