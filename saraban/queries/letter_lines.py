"""The parts of a letter's page: its stamps, duties, answers and deliveries, a line each.

letter_ids are the rows that were declared one letter (one_letter.rows_of_one), mostly one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.arrivals import ArrivalLine, noted_arrivals
from saraban.queries.books import book_of_unit
from saraban.queries.letter_answers import DutyAnswered, reports_to
from saraban.queries.letter_files import FileLine, files_of_report
from saraban.queries.receipt_numbers import numbers_of
from saraban.queries.visibility import in_own_line
from saraban.records import (
    Delivery,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.rules.deliveries import State, state_of
from saraban.rules.permissions import Actor
from saraban.rules.units import DESK_KINDS

MOST_DELIVERIES = 100


@dataclass(frozen=True)
class ReceiptLine:
    """One desk's number for the letter, with digits and date as its stamp prints them.

    further are the comings that the desk noted beside its first standing number.
    """

    unit_name: str
    printed_number: str
    printed_date: str
    received_on: date
    received_time: str | None
    channel: str
    entry_uid: str
    is_void: bool
    is_ours: bool
    further: tuple[ArrivalLine, ...] = ()


@dataclass(frozen=True)
class IssuedLine:
    """The number under which a unit issued the letter, and the name of the book that gave it.

    is_from_paper: it was written by hand while the system was down.
    """

    unit_name: str
    book_name: str
    be_year: int
    number: int
    entered_on: date
    entered_by: str
    is_from_paper: bool
    is_void: bool
    void_reason: str
    is_ours: bool


@dataclass(frozen=True)
class DutyLine:
    """One point of what is asked; late_reason is why it is due after the point it stands for."""

    point: str
    asks: str
    report_to: str
    due_on: date | None
    late_reason: str = ""


@dataclass(frozen=True)
class ReportLine:
    """One answer with its evidence. duty is what it answers, None for the letter as a whole."""

    uid: str
    unit_name: str
    answer: str
    text: str
    submitted_at: datetime
    submitted_by: str
    files: tuple[FileLine, ...]
    duty: DutyAnswered | None = None
    is_ours: bool = False


@dataclass(frozen=True)
class DeliveryLine:
    """One unit the letter was sent to and how far it has come; the number is the unit's own."""

    unit_uid: str
    unit_name: str
    state: State
    dispatched_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    receipt_number: str | None
    is_weak_proof: bool


@dataclass(frozen=True)
class InnerDesk:
    """A desk inside the actor's unit that a letter can be passed to."""

    uid: str
    name_th: str


def receipts_of(
    actor: Actor, letter_ids: Sequence[int], sees_others: bool
) -> tuple[ReceiptLine, ...]:
    """The letter's receipts by time; without sees_others those of the actor's own line."""
    query: Any = (
        Receipt.select(
            Unit.registry_name,
            Unit.name_th,
            Receipt.printed_number,
            Receipt.printed_date,
            Receipt.received_on,
            Receipt.received_time,
            Receipt.channel,
            RegisterEntry.uid,
            RegisterEntry.voided_at,
            Receipt.unit,
        )
        .join(Unit, on=(Receipt.unit == Unit.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.letter.in_(letter_ids))
        .order_by(Receipt.received_on, Receipt.id)
    )
    if not sees_others:
        query = query.where(in_own_line(actor))
    further = _further_by_unit(actor, letter_ids, sees_others)
    lines = []
    for registry, name, *rest, voided_at, unit_id in query.tuples():
        is_void = voided_at is not None
        beside = () if is_void else further.pop(unit_id, ())
        is_ours = unit_id == actor.unit_id
        lines.append(ReceiptLine(*(registry or name, *rest, is_void, is_ours, tuple(beside))))
    return tuple(lines)


def _further_by_unit(
    actor: Actor, letter_ids: Sequence[int], sees_others: bool
) -> dict[int, Sequence[ArrivalLine]]:
    found: dict[int, list[ArrivalLine]] = {}
    for line in noted_arrivals(actor, letter_ids, sees_others):
        if line.stands:
            found.setdefault(line.unit_id, []).append(line)
    return dict(found)


def issued_lines_of(actor: Actor, letter_ids: Sequence[int]) -> tuple[IssuedLine, ...]:
    """The letter's numbers in books of letters sent, by time."""
    query: Any = (
        RegisterEntry.select(RegisterEntry, Unit)
        .join(Unit, on=(RegisterEntry.unit == Unit.id))
        .join_from(
            RegisterEntry, Receipt, "LEFT OUTER JOIN", on=(Receipt.entry == RegisterEntry.id)
        )
        .where(RegisterEntry.letter.in_(letter_ids), Receipt.id.is_null())
        .order_by(RegisterEntry.entered_at, RegisterEntry.id)
    )
    return tuple(
        IssuedLine(
            entry.unit.registry_name or entry.unit.name_th,
            book_of_unit(entry.unit_id, entry.register).name_th,
            entry.be_year,
            entry.number,
            entry.entered_on,
            entry.entered_by,
            entry.is_from_paper,
            entry.voided_at is not None,
            entry.void_reason or "",
            entry.unit_id == actor.unit_id,
        )
        for entry in query
    )


def reports_of(
    actor: Actor, letter_ids: Sequence[int], sees_others: bool
) -> tuple[ReportLine, ...]:
    """The answers given; without sees_others the actor's own."""
    return tuple(
        ReportLine(
            report.uid,
            report.unit.name_th,
            report.answer,
            report.text,
            report.submitted_at,
            report.submitted_by,
            files_of_report(report.id),
            duty=duty,
            is_ours=report.unit_id == actor.unit_id,
        )
        for report, duty in reports_to(actor, letter_ids, sees_others=sees_others)
    )


def deliveries_of(letter_ids: Sequence[int]) -> tuple[DeliveryLine, ...]:
    """Who the letter was sent to, the least advanced first; at most MOST_DELIVERIES."""
    query: Any = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(Delivery.letter.in_(letter_ids), ~Delivery.is_inner)
        .order_by(Delivery.status, Unit.dopa_code, Unit.id)
        .limit(MOST_DELIVERIES)
    )
    found = list(query)
    numbers = numbers_of(letter_ids, [delivery.to_unit_id for delivery in found])
    return tuple(
        DeliveryLine(
            delivery.to_unit.uid,
            delivery.to_unit.name_th,
            state_of(delivery.status, passed_on=delivery.passed_on_at is not None),
            delivery.dispatched_at,
            delivery.acknowledged_at,
            delivery.acknowledged_by,
            numbers.get(delivery.to_unit_id),
            delivery.is_weak_proof,
        )
        for delivery in found
    )


def counts_by_state(letter_ids: Sequence[int]) -> tuple[tuple[State, int], ...]:
    """How many deliveries stand in each state, inner ones left out."""
    counts: dict[State, int] = {}
    query: Any = Delivery.select(Delivery.status, Delivery.passed_on_at).where(
        Delivery.letter.in_(letter_ids), ~Delivery.is_inner
    )
    for status, passed_on_at in query.tuples():
        state = state_of(status, passed_on=passed_on_at is not None)
        counts[state] = counts.get(state, 0) + 1
    return tuple((state, counts[state]) for state in State if state in counts)


def desks_inside(actor: Actor) -> tuple[InnerDesk, ...]:
    """The desks inside the actor's unit that a letter can be passed to."""
    query: Any = (
        Unit.select(Unit.uid, Unit.name_th)
        .where(
            Unit.parent == actor.unit_id,
            Unit.kind.in_(list(DESK_KINDS)),
            Unit.valid_to.is_null(),
        )
        .order_by(Unit.id)
        .tuples()
    )
    return tuple(InnerDesk(*row) for row in query)
