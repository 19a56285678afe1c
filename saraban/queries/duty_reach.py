"""Whom the letter of a duty has not come to: their silence is not theirs."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

import peewee

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.one_letter import joined_roots, joined_roots_of_each
from saraban.records import (
    Delivery,
    DutyUnit,
    ExpectedReport,
    Letter,
    Receipt,
    RegisterEntry,
    ReportDuty,
    Unit,
)
from saraban.records.bare_rows import bare_rows
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


class Reach(NamedTuple):
    """What tells whom a duty's letter came to: the root of its cascade, and the duty's keeper."""

    root_id: int
    keeper_id: int


class SilentRow(NamedTuple):
    """An answer that waits, of a unit that the letter has not come to."""

    duty_id: int
    period_id: int
    province_id: int | None
    due_on: date | None


def unreached_rows(
    duties: Mapping[int, Reach], period_ids: Collection[int], *, units: Any = None
) -> list[SilentRow]:
    """What unreached_units tells, of many duties at once: their answers that wait in these periods.

    units is a query of the ids of those to look at, None for all. The number of questions does
    not grow with that of the duties.
    """
    row = ExpectedReport
    waits = (
        among(row.duty, duties)
        & among(row.period, period_ids)
        & (row.state == ExpectedState.WAITING.value)
    )
    if units is not None:
        waits &= row.to_unit.in_(units)
    root_of = peewee.fn.COALESCE(Letter.root, Letter.id)
    waiting: Any = (
        row.select(root_of, row.to_unit)
        .join(ReportDuty, on=(row.duty == ReportDuty.id))
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .where(waits)
    )
    # By the cascade, not by the duty: many duties of one letter ask once whom it came to.
    silent = _never_came(set(bare_rows(waiting - _came({one.root_id for one in duties.values()}))))
    if not silent:
        return []
    unit_ids = {unit_id for _, unit_id in silent}
    answered: Any = (
        row.select(row.duty, row.to_unit)
        .where(among(row.to_unit, unit_ids), row.state.in_(_ANSWERED), among(row.duty, duties))
        .distinct()
    )
    reached = set(bare_rows(answered)) | {(key, one.keeper_id) for key, one in duties.items()}
    found: Any = row.select(row.duty, row.period, row.province, row.due_on, row.to_unit).where(
        waits, among(row.to_unit, unit_ids)
    )
    return [
        SilentRow(*one[:4])
        for one in found.tuples()
        if (duties[one[0]].root_id, one[4]) in silent and (one[0], one[4]) not in reached
    ]


def _came(roots: Collection[int]) -> Any:
    """A query of root and unit: whom a delivery of these cascades came to."""
    return Delivery.select(Delivery.root, Delivery.to_unit).where(
        among(Delivery.root, roots), Delivery.status.not_in(_NOT_COME)
    )


def _never_came(silent: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Without those that numbered or wrote a letter of the cascade, or got it by a joined one.

    Pairs of root and unit, in and out.
    """
    if not silent:
        return silent
    unit_ids = {unit_id for _, unit_id in silent}
    joined = joined_roots_of_each({root for root, _ in silent})
    roots = {root for every in joined.values() for root in every}
    merged = {root for every in joined.values() if len(every) > 1 for root in every}
    root_of = peewee.fn.COALESCE(Letter.root, Letter.id)
    of_cascade = among(Letter.root, roots) | among(Letter.id, roots)
    numbered: Any = (
        Receipt.select(root_of, Receipt.unit)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .join_from(Receipt, Letter, on=(Receipt.letter == Letter.id))
        .where(of_cascade, RegisterEntry.voided_at.is_null(), among(Receipt.unit, unit_ids))
    )
    wrote: Any = Letter.select(root_of, Letter.issuer).where(
        of_cascade, among(Letter.issuer, unit_ids)
    )
    told = {pair for query in (_came(merged), numbered, wrote) for pair in bare_rows(query)}
    return {
        (root, unit_id)
        for root, unit_id in silent
        if not any((other, unit_id) in told for other in joined[root])
    }


def _answered(duty_id: int, unit_ids: set[int]) -> set[int]:
    """Those of these units that answered any period: by one look into an index a unit."""
    told: Any = ExpectedReport.select(ExpectedReport.id).where(
        ExpectedReport.to_unit == Unit.id,
        ExpectedReport.state.in_(_ANSWERED),
        ExpectedReport.duty == duty_id,
    )
    return _ids(Unit.select(Unit.id).where(among(Unit.id, unit_ids), peewee.fn.EXISTS(told)))


def _ids(query: Any) -> set[int]:
    return {row[0] for row in bare_rows(query)}
