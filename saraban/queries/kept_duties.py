"""What waits for a unit as the keeper of duties: answers to review, extensions to decide."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

from saraban.queries.duty_asks import ask_waits
from saraban.records import ExpectedReport, ExtensionAsk, Letter, ReportDuty, ReportPeriod
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class KeptWaiting:
    """A duty that the unit keeps, with how many answers and asks wait for its word."""

    duty_uid: str
    name: str
    secrecy: str
    review_count: int
    ask_count: int


def kept_waiting(actor: Actor) -> tuple[KeptWaiting, ...]:
    """Duties of the actor's unit where something waits for it; none for who may not review."""
    if not may(actor, Act.REVIEW_REPORT):
        return ()
    asked: Any = (
        ExtensionAsk.select(ExtensionAsk.duty, fn.COUNT(ExtensionAsk.id))
        .join(ReportDuty, on=(ExtensionAsk.duty == ReportDuty.id))
        .join_from(ExtensionAsk, ExpectedReport, on=(ExtensionAsk.expected == ExpectedReport.id))
        .where(ReportDuty.unit == actor.unit_id, ask_waits())
        .group_by(ExtensionAsk.duty)
        .tuples()
    )
    asks = dict(asked)
    reviews = _to_review(actor.unit_id)
    named: Any = (
        ReportDuty.select(ReportDuty.id, ReportDuty.uid, ReportDuty.name, Letter.secrecy)
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .where(ReportDuty.id.in_(list(asks.keys() | reviews.keys())))
        .order_by(ReportDuty.name, ReportDuty.id)
        .tuples()
    )
    return tuple(
        KeptWaiting(uid, name, secrecy, reviews.get(id_, 0), asks.get(id_, 0))
        for id_, uid, name, secrecy in named
    )


def _to_review(unit_id: int) -> dict[int, int]:
    """By duty of the unit, how many answers wait for its review.

    A closed period's answers may still be reviewed; one that was struck has none. The duties are
    found first: left to itself, SQLite walks through those of all other units.
    """
    reviewed: Any = ReportDuty.select(ReportDuty.id).where(
        ReportDuty.unit == unit_id,
        ReportDuty.needs_review == True,  # noqa: E712 - SQL
    )
    own = [duty_id for (duty_id,) in reviewed.tuples()]
    if not own:
        return {}
    sent: Any = (
        ExpectedReport.select(ExpectedReport.duty, fn.COUNT(ExpectedReport.id))
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty.in_(own),
            ExpectedReport.state == ExpectedState.SUBMITTED.value,
            ReportPeriod.struck_at.is_null(),
        )
        .group_by(ExpectedReport.duty)
        .tuples()
    )
    return dict(sent)
