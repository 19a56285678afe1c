"""Whom the letter of a duty has not come to: their silence is not theirs."""

from typing import Any

import peewee

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.one_letter import joined_roots
from saraban.records import (
    Delivery,
    DutyUnit,
    ExpectedReport,
    Letter,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.records.database import database
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status
from saraban.rules.expected_reports import OUTSIDE, ExpectedState

# Nothing shows that it came: only sent, or called back by its sender.
_NOT_COME = (Status.SENT.value, Status.RECALLED.value)
_ANSWERED = [state.value for state in ExpectedState if state > 0 and state not in OUTSIDE]


def unreached_units(duty: SeenDuty) -> frozenset[int]:
    """The ids of units that owe the duty and that no delivery of the letter's cascade came to.

    Whoever numbered a letter of the cascade got it, whatever way; so did who wrote one of them,
    who keeps the duty, and who ever answered it.
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
    owing -= _ids(numbered) | _ids(wrote)
    return frozenset(owing - _answered(duty_id, owing) if owing else owing)


def _answered(duty_id: int, unit_ids: set[int]) -> set[int]:
    """Those of these units that answered any period: by one look into an index a unit."""
    told: Any = ExpectedReport.select(ExpectedReport.id).where(
        ExpectedReport.to_unit == Unit.id,
        ExpectedReport.state.in_(_ANSWERED),
        ExpectedReport.duty == duty_id,
    )
    return _ids(Unit.select(Unit.id).where(among(Unit.id, unit_ids), peewee.fn.EXISTS(told)))


def _ids(query: Any) -> set[int]:
    """The ids as they come: they need no conversion."""
    cursor: Any = database.execute(query)
    found = {row[0] for row in cursor.fetchall()}
    cursor.close()
    return found
