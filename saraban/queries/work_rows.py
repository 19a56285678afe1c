"""The rows behind a unit's work list, each kind by the index that is for it."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN, fn

from saraban.queries.asked_still import asked_still
from saraban.queries.duty_card import takes_events_of
from saraban.queries.relay_duties import OWED_STATES
from saraban.records import (
    Delivery,
    Duty,
    DutyUnit,
    ExpectedReport,
    ExtensionAsk,
    Letter,
    RelayDuty,
    ReportDuty,
    ReportPeriod,
    Unit,
)
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.expected_reports import OWED, ExpectedState

# More than a unit could work through on one page; the duty's own pages have them all.
MOST_ROWS = 300


class OwedReport(NamedTuple):
    """An expected report that is owed, or waits for its review."""

    id: int
    duty_id: int
    duty_uid: str
    name: str
    is_until_office_hours: bool
    period: int
    covers_from: date | None
    covers_until: date | None
    label: str
    period_steps: str
    due_on: date | None
    steps: str
    state: int
    keeper_uid: str
    keeper: str
    letter_uid: str
    letter_number: str | None
    secrecy: str
    point: str | None
    closes_after: int | None


class OwedOther(NamedTuple):
    """A letter to pass on, or a point of a letter that asks something by a day."""

    name: str
    due_on: date
    keeper_uid: str | None
    keeper: str
    letter_uid: str
    letter_number: str | None
    secrecy: str
    point: str


def owed_reports(
    unit_id: int, *, today: date, until: date | None = None
) -> tuple[list[OwedReport], bool]:
    """What the unit owes or has in review, the earliest due first, and whether there is more.

    What is so late that no answer is taken any more is left out. until leaves out what is due
    later, and what has no day.
    """
    in_review = (ExpectedReport.state == ExpectedState.SUBMITTED.value) & (
        ReportDuty.needs_review == True  # noqa: E712 - SQL
    )
    states = [state.value for state in (*sorted(OWED), ExpectedState.SUBMITTED)]
    chosen = ExpectedReport.state.in_([state.value for state in OWED]) | in_review
    if until is not None:
        chosen &= ExpectedReport.due_on <= until
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.id,
            ExpectedReport.duty,
            ReportDuty.uid,
            ReportDuty.name,
            ReportDuty.is_until_office_hours,
            ReportPeriod.number,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReportPeriod.label,
            ReportPeriod.steps,
            ExpectedReport.due_on,
            ExpectedReport.steps,
            ExpectedReport.state,
            Unit.uid,
            Unit.name_th,
            Letter.uid,
            Letter.printed_number,
            Letter.secrecy,
            Duty.point,
            ReportDuty.closes_after,
        )
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ReportDuty, Unit, on=(ReportDuty.unit == Unit.id))
        .join_from(ReportDuty, Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, Duty, JOIN.LEFT_OUTER, on=(ReportDuty.point == Duty.id))
        .where(
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state.in_(states),
            chosen,
            asked_still(),
        )
        .order_by(ExpectedReport.due_on.is_null(), ExpectedReport.due_on, ExpectedReport.id)
        .limit(MOST_ROWS + 1)
        .tuples()
    )
    rows = [OwedReport(*row) for row in query]
    taken = [row for row in rows[:MOST_ROWS] if not _is_past_closing(row, today)]
    return taken, len(rows) > MOST_ROWS


def _is_past_closing(row: OwedReport, today: date) -> bool:
    is_owed = ExpectedState(row.state) in OWED
    return is_owed and is_past_closing(row.due_on, today=today, closes_after=row.closes_after)


class EventDuty(NamedTuple):
    """A duty to report whenever something happens, which the unit owes."""

    uid: str
    name: str
    secrecy: str


def event_duties(unit_id: int) -> tuple[EventDuty, ...]:
    """Duties without a calendar that the unit owes and that are not over."""
    query: Any = (
        DutyUnit.select(ReportDuty.uid, ReportDuty.name, Letter.secrecy, ReportDuty.when_text)
        .join(ReportDuty, on=(DutyUnit.duty == ReportDuty.id))
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .where(
            DutyUnit.to_unit == unit_id, DutyUnit.left_at.is_null(), ReportDuty.ended_at.is_null()
        )
        .order_by(ReportDuty.name, ReportDuty.id)
        .tuples()
    )
    return tuple(
        EventDuty(uid, name, secrecy)
        for uid, name, secrecy, when_text in query
        if takes_events_of(when_text)
    )


def open_asks(expected_ids: Collection[int]) -> dict[int, date]:
    """By expected report, the later day that was asked for last and not decided yet."""
    query: Any = (
        ExtensionAsk.select(ExtensionAsk.expected, ExtensionAsk.asked_for)
        .where(among(ExtensionAsk.expected, expected_ids), ExtensionAsk.decided_at.is_null())
        .order_by(ExtensionAsk.id)
        .tuples()
    )
    return dict(query)


def owed_relays(unit_id: int) -> list[OwedOther]:
    """Letters that the unit is to pass on, the earliest due first."""
    query: Any = (
        RelayDuty.select(
            Letter.subject,
            RelayDuty.due_on,
            Unit.uid,
            Letter.issuer_text,
            Letter.uid,
            Letter.printed_number,
            Letter.secrecy,
        )
        .join(Letter, on=(RelayDuty.letter == Letter.id))
        .join_from(RelayDuty, Unit, JOIN.LEFT_OUTER, on=(RelayDuty.asked_by == Unit.id))
        .where(RelayDuty.unit == unit_id, RelayDuty.state.in_(OWED_STATES))
        .order_by(RelayDuty.due_on, RelayDuty.id)
        .limit(MOST_ROWS)
        .tuples()
    )
    return [OwedOther(*(*row, "")) for row in query]


def bare_points(unit_id: int) -> list[OwedOther]:
    """Points with a date of letters that came to the unit, of which nobody made a duty for it.

    Only of letters that the unit has taken in, neither answered, passed on nor sent back.
    """
    owed: Any = (
        DutyUnit.select(DutyUnit.id)
        .join(ReportDuty, on=(DutyUnit.duty == ReportDuty.id))
        .where(DutyUnit.to_unit == unit_id, ReportDuty.letter == Delivery.letter)
    )
    made: Any = ReportDuty.select(ReportDuty.id).where(ReportDuty.point == Duty.id)
    query: Any = (
        Delivery.select(
            Duty.asks,
            Duty.due_on,
            Unit.uid,
            Letter.issuer_text,
            Letter.uid,
            Letter.printed_number,
            Letter.secrecy,
            Duty.point,
        )
        .join(Letter, on=(Delivery.letter == Letter.id))
        .join_from(Delivery, Duty, on=(Duty.letter == Letter.id))
        .join_from(Letter, Unit, JOIN.LEFT_OUTER, on=(Letter.issuer == Unit.id))
        .where(
            Delivery.to_unit == unit_id,
            Delivery.status < Status.REFUSED,
            Delivery.received_at.is_null(False) | Delivery.acknowledged_at.is_null(False),
            Delivery.reported_at.is_null(),
            Delivery.passed_on_at.is_null(),
            Duty.due_on.is_null(False),
            ~fn.EXISTS(owed),
            ~fn.EXISTS(made),
        )
        .order_by(Duty.due_on, Duty.id)
        .limit(MOST_ROWS)
        .tuples()
    )
    return [OwedOther(*row) for row in query]
