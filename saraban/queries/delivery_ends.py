"""How deliveries ended, why, and what became of it: for the letter's page and the sender's desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from saraban.records import Delivery, DeliveryEnd, Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.deliveries import State, Step, is_over
from saraban.rules.delivery_ends import Settled
from saraban.rules.permissions import Act, Actor, may

STATE_OF_STEP = {
    Step.REFUSED: State.REFUSED,
    Step.RETURNED: State.RETURNED,
    Step.RECALLED: State.RECALLED,
}
STACK_SIZE = 50


@dataclass(frozen=True)
class EndLine:
    """One end of one delivery. reason is a rules.delivery_ends.Reason or "" for a recall.

    resent_to is the unit that has the letter instead; settled None while the sender has done
    nothing about it, which for a recall is nothing missing.
    """

    unit_id: int
    unit_uid: str
    unit_name: str
    state: State
    reason: str
    words: str
    at: datetime
    by: str
    settled: Settled | None
    settled_at: datetime | None
    settled_by: str | None
    resent_to: str | None

    @property
    def is_lifted(self) -> bool:
        """Whether the delivery went on all the same."""
        return self.settled is Settled.LIFTED


@dataclass(frozen=True)
class RecallLine:
    """One recall: of how many deliveries, by whom and why."""

    at: datetime
    by: str
    words: str
    unit_count: int


@dataclass(frozen=True)
class SentBackRow:
    """A letter of ours that a unit refused or returned, and that waits for us to act."""

    letter_uid: str
    printed_number: str | None
    subject: str
    end: EndLine


@dataclass(frozen=True)
class SentBack:
    """The longest waiting of them, and how many there are."""

    rows: tuple[SentBackRow, ...]
    count: int


def ends_of(letter_id: int, *, to_unit_id: int | None = None) -> list[EndLine]:
    """What was refused or returned of a letter in the order in which it came, lifted ones too.

    Of one unit its recalls as well: those of a whole letter are `recalls_of`.
    """
    condition = DeliveryEnd.letter == letter_id
    if to_unit_id is None:
        condition &= DeliveryEnd.step != Step.RECALLED.value
    else:
        condition &= Delivery.to_unit == to_unit_id
    return [_line(*row) for row in _ends(condition).order_by(DeliveryEnd.id).tuples()]


def recalls_of(letter_id: int) -> list[RecallLine]:
    """Each recall of a letter, an act a line, in the order of time."""
    query: Any = (
        DeliveryEnd.select(
            DeliveryEnd.at, DeliveryEnd.by, DeliveryEnd.words, peewee.fn.COUNT(DeliveryEnd.id)
        )
        .where(DeliveryEnd.letter == letter_id, DeliveryEnd.step == Step.RECALLED.value)
        .group_by(DeliveryEnd.at, DeliveryEnd.by, DeliveryEnd.words)
        .order_by(DeliveryEnd.at)
        .tuples()
    )
    return [RecallLine(*row) for row in query]


def standing_end(delivery: Any) -> EndLine | None:
    """The end that holds for one delivery, or None while it goes on."""
    if not is_over(delivery.status):
        return None
    latest = _ends(DeliveryEnd.delivery == delivery.id).order_by(DeliveryEnd.id.desc())
    return _line(*latest.limit(1).tuples().get())


def ends_of_deliveries(delivery_ids: list[int]) -> dict[int, EndLine]:
    """The latest end of each of these deliveries that ever ended, lifted ones too."""
    query: Any = (
        _ends(among(DeliveryEnd.delivery, delivery_ids))
        .select_extend(DeliveryEnd.delivery)
        .order_by(DeliveryEnd.id)
        .tuples()
    )
    return {delivery_id: _line(*end) for *end, delivery_id in query}


def sent_back(actor: Actor) -> SentBack:
    """What came back to the actor's unit, the longest waiting first; nothing for who may not act.

    By the index of (sender, settled_at, at): however much was sent, only this is looked at.
    """
    if not may(actor, Act.RECALL):
        return SentBack((), 0)
    waits = (
        (DeliveryEnd.sender == actor.unit_id)
        & DeliveryEnd.settled_at.is_null()
        & (DeliveryEnd.step != Step.RECALLED.value)
    )
    query: Any = (
        _ends(waits)
        .join_from(Delivery, Letter, on=(Delivery.letter == Letter.id))
        .select_extend(Letter.uid, Letter.printed_number, Letter.subject)
        .order_by(DeliveryEnd.at, DeliveryEnd.id)
        .limit(STACK_SIZE)
    )
    rows = tuple(
        SentBackRow(uid, number, subject, _line(*end))
        for *end, uid, number, subject in query.tuples()
    )
    count = len(rows) if len(rows) < STACK_SIZE else DeliveryEnd.select().where(waits).count()
    return SentBack(rows, count)


def _ends(condition: Any) -> Any:
    """Rows as _line takes them."""
    resent: Any = Delivery.alias()
    resent_unit: Any = Unit.alias()
    return (
        DeliveryEnd.select(
            Unit.id,
            Unit.uid,
            Unit.name_th,
            DeliveryEnd.step,
            DeliveryEnd.reason,
            DeliveryEnd.words,
            DeliveryEnd.at,
            DeliveryEnd.by,
            DeliveryEnd.settled_how,
            DeliveryEnd.settled_at,
            DeliveryEnd.settled_by,
            resent_unit.name_th,
        )
        .join(Delivery, on=(DeliveryEnd.delivery == Delivery.id))
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .join_from(DeliveryEnd, resent, "LEFT OUTER JOIN", on=(DeliveryEnd.resent == resent.id))
        .join_from(resent, resent_unit, "LEFT OUTER JOIN", on=(resent.to_unit == resent_unit.id))
        .where(condition)
    )


def _line(
    unit_id: int, unit_uid: str, unit_name: str, step: str, reason: str, words: str,
    at: datetime, by: str, how: str | None, settled_at: datetime | None, settled_by: str | None,
    resent_to: str | None,
) -> EndLine:  # fmt: skip
    return EndLine(
        unit_id=unit_id,
        unit_uid=unit_uid,
        unit_name=unit_name,
        state=STATE_OF_STEP[Step(step)],
        reason=reason,
        words=words,
        at=at,
        by=by,
        settled=None if how is None else Settled(how),
        settled_at=settled_at,
        settled_by=settled_by,
        resent_to=resent_to,
    )
