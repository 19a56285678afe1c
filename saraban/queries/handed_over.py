"""What was handed over in a unit, with the list of each handing over."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import HandOverNotFound
from saraban.records import (
    DutyHolder,
    Endorsement,
    HandOver,
    Letter,
    OrderedDesk,
    OrderHolder,
    ReportDuty,
    Unit,
)
from saraban.rules.permissions import Act, Actor, require

MOST_SHOWN = 20


@dataclass(frozen=True)
class HandedLine:
    """One thing that was handed over, as the list of it shows it."""

    kind: str
    name: str
    secrecy: str
    letter_number: str | None
    due_on: date | None
    note: str


@dataclass(frozen=True)
class HandedOver:
    """One handing over, with its list."""

    uid: str
    unit_name: str
    from_name: str
    from_title: str
    to_name: str
    to_title: str
    words: str
    handed_on: date
    made_at: datetime
    made_by: str
    lines: tuple[HandedLine, ...]


def handed_over(actor: Actor, *, uid: str) -> HandedOver:
    """One handing over of the actor's unit. Raises Refused, HandOverNotFound."""
    require(actor, Act.SEE_DUTY)
    row: Any = HandOver.get_or_none(HandOver.uid == uid, HandOver.unit == actor.unit_id)
    if row is None:
        raise HandOverNotFound(uid=uid)
    lines = (*_duty_lines(row.id, row.unit_id), *_order_lines(row.id))
    return _handed(row, Unit.get_by_id(row.unit_id).name_th, lines)


def hand_overs(actor: Actor) -> tuple[HandedOver, ...]:
    """The unit's last handings over, without their lists. Raises Refused."""
    require(actor, Act.SEE_DUTY)
    query: Any = (
        HandOver.select().where(HandOver.unit == actor.unit_id).order_by(HandOver.id.desc())
    )
    unit_name = Unit.get_by_id(actor.unit_id).name_th
    return tuple(_handed(row, unit_name, ()) for row in query.limit(MOST_SHOWN))


def _handed(row: Any, unit_name: str, lines: tuple[HandedLine, ...]) -> HandedOver:
    return HandedOver(
        row.uid, unit_name, row.from_name, row.from_title, row.to_name,
        row.to_title, row.words, row.handed_on, row.made_at, row.made_by, lines,
    )  # fmt: skip


def _duty_lines(hand_over_id: int, unit_id: int) -> tuple[HandedLine, ...]:
    query: Any = (
        DutyHolder.select(
            ReportDuty.unit,
            ReportDuty.name,
            Letter.secrecy,
            Letter.printed_number,
            DutyHolder.next_on,
            Unit.name_th,
        )
        .join(ReportDuty, on=(DutyHolder.duty == ReportDuty.id))
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, Unit, on=(ReportDuty.unit == Unit.id))
        .where(DutyHolder.hand_over == hand_over_id)
        .order_by(DutyHolder.id)
        .tuples()
    )
    return tuple(
        HandedLine("kept" if keeper_id == unit_id else "duty", *facts)
        for keeper_id, *facts in query
    )


def _order_lines(hand_over_id: int) -> tuple[HandedLine, ...]:
    query: Any = (
        OrderHolder.select(
            Letter.subject,
            Letter.secrecy,
            Letter.printed_number,
            OrderedDesk.due_on,
            Endorsement.text,
        )
        .join(OrderedDesk, on=(OrderHolder.ordered == OrderedDesk.id))
        .join(Endorsement, on=(OrderedDesk.endorsement == Endorsement.id))
        .join(Letter, on=(Endorsement.letter == Letter.id))
        .where(OrderHolder.hand_over == hand_over_id)
        .order_by(OrderHolder.id)
        .tuples()
    )
    return tuple(HandedLine("order", *row) for row in query)
