"""Whom the letter of a duty has not come to: their silence is not theirs."""

from typing import Any

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.one_letter import joined_roots
from saraban.records import Delivery, DutyUnit, Letter, Receipt, RegisterEntry
from saraban.records.database import database
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status

# Nothing shows that it came: only sent, or called back by its sender.
_NOT_COME = (Status.SENT.value, Status.RECALLED.value)


def unreached_units(duty: SeenDuty) -> frozenset[int]:
    """The ids of units that owe the duty and that no delivery of the letter's cascade came to.

    Whoever numbered a letter of the cascade got it, whatever way; so did who wrote one of them,
    and who keeps the duty.
    """
    return unreached_of(duty.id, letter_id=duty.letter_id, keeper_id=duty.keeper_id)


def unreached_of(duty_id: int, *, letter_id: int, keeper_id: int) -> frozenset[int]:
    """The same for a duty of a list, by its keys."""
    owing = _ids(DutyUnit.select(DutyUnit.to_unit).where(DutyUnit.duty == duty_id))
    letter = Letter.get_by_id(letter_id)
    roots = joined_roots(letter.root_id or letter.id)
    came: Any = Delivery.select(Delivery.to_unit).where(
        Delivery.root.in_(list(roots)), Delivery.status.not_in(_NOT_COME)
    )
    owing -= _ids(came)
    owing.discard(keeper_id)
    if not owing:
        return frozenset()
    of_cascade: Any = Letter.select(Letter.id).where(
        Letter.root.in_(list(roots)) | Letter.id.in_(list(roots))
    )
    numbered: Any = (
        Receipt.select(Receipt.unit)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.letter.in_(of_cascade), RegisterEntry.voided_at.is_null())
    )
    wrote: Any = Letter.select(Letter.issuer).where(
        Letter.id.in_(of_cascade), among(Letter.issuer, owing)
    )
    return frozenset(owing - _ids(numbered) - _ids(wrote))


def _ids(query: Any) -> set[int]:
    """The ids as they come: they need no conversion."""
    cursor: Any = database.execute(query)
    found = {row[0] for row in cursor.fetchall()}
    cursor.close()
    return found
