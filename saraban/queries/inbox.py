"""The desk: what to register, what to answer or pass on, what others still owe."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import JOIN

from saraban.queries.cascade_nodes import instant
from saraban.queries.chasing import chased_counts
from saraban.queries.relay_duties import OWED_STATES, OwedFromOutside, owed_from_outside
from saraban.records import Delivery, Duty, Letter, RelayDuty, Unit
from saraban.records.database import database, is_postgres
from saraban.rules.days import day_of
from saraban.rules.deliveries import State, Status, state_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.relay_duties import RelayState
from saraban.rules.units import LOCAL_KINDS

STACK_SIZE = 50


@dataclass(frozen=True)
class DeskRow:
    """A letter that lies on the desk. wants lists what is still owed: "receive",
    "acknowledge", "pass_on", "perhaps_pass_on" (only proposed), "report". waiting_days runs from
    its arrival, due_in from today. chased_count is how often the unit was reminded of it."""

    letter_uid: str
    printed_number: str | None
    subject: str
    from_text: str
    urgency: str
    dated_on: date | None
    state: State
    wants: tuple[str, ...]
    waiting_days: int
    due_in: int | None
    chased_count: int = 0


@dataclass(frozen=True)
class WaitingRow:
    """A letter of ours that others still owe something for. silent counts units from which
    nothing deliberate came back; recalled ones are among the sent, refused and returned ones are
    neither silent nor acknowledged; oldest_days runs from the day it was sent."""

    letter_uid: str
    printed_number: str | None
    subject: str
    sent_count: int
    acknowledged_count: int
    answered_count: int
    silent_count: int
    recalled_count: int
    oldest_days: int


@dataclass(frozen=True)
class Desk:
    """Three short stacks, oldest first, each with how many there are in all."""

    to_register: tuple[DeskRow, ...]
    to_register_count: int
    to_answer: tuple[DeskRow, ...]
    to_answer_count: int
    waiting: tuple[WaitingRow, ...]
    waiting_count: int


def desk(actor: Actor, *, today: date) -> Desk:
    """The actor's unit's desk today. Raises Refused for those who have no desk."""
    require(actor, Act.SEE_DESK)
    mine = Delivery.to_unit == actor.unit_id
    unregistered = mine & Delivery.received_at.is_null() & (Delivery.status < Status.ACKNOWLEDGED)
    relays = Unit.get_by_id(actor.unit_id).kind not in LOCAL_KINDS
    owes_answer = (
        mine
        & (Delivery.status < Status.REFUSED)
        & (Delivery.received_at.is_null(False) | (Delivery.status >= Status.ACKNOWLEDGED))
    )
    open_answer = _open_answer(relays)
    waiting = _waiting(actor, today)
    # Letters that no delivery brought are owed all the same: their duties say so.
    outside = tuple(_row_from_outside(owed) for owed in owed_from_outside(actor, today=today))
    return Desk(
        to_register=_stack(unregistered, actor.unit_id, today, relays),
        to_register_count=Delivery.select().where(unregistered).count(),
        to_answer=(*_stack(owes_answer & open_answer, actor.unit_id, today, relays), *outside)[
            :STACK_SIZE
        ],
        to_answer_count=(
            Delivery.select()
            .join(Letter, on=(Delivery.letter == Letter.id))
            .join(RelayDuty, JOIN.LEFT_OUTER, on=(RelayDuty.delivery == Delivery.id))
            .where(owes_answer & open_answer)
            .count()
            + len(outside)
        ),
        waiting=waiting[:STACK_SIZE],
        waiting_count=len(waiting),
    )


def _has_duties() -> Any:
    return Letter.id.in_(Duty.select(Duty.letter))


def _open_answer(relays: bool) -> Any:
    """Not acknowledged, or the passing on is owed, or not reported though asked to."""
    wants = Delivery.acknowledged_at.is_null() & (Delivery.status < Status.ANSWERED)
    wants |= RelayDuty.state.in_(OWED_STATES)
    if relays:
        return wants
    return wants | (_has_duties() & Delivery.reported_at.is_null())


def _stack(condition: Any, unit_id: int, today: date, relays: bool) -> tuple[DeskRow, ...]:
    query: Any = (
        Delivery.select(
            Letter.uid,
            Letter.printed_number,
            Letter.subject,
            Letter.issuer_text,
            Letter.urgency,
            Letter.dated_on,
            Letter.relay_phrase,
            Letter.id,
            Delivery.status,
            Delivery.dispatched_at,
            Delivery.delivered_at,
            Delivery.received_at,
            Delivery.acknowledged_at,
            Delivery.passed_on_at,
            Delivery.reported_at,
            RelayDuty.state,
            RelayDuty.due_on,
        )
        .join(Letter, on=(Delivery.letter == Letter.id))
        .join(RelayDuty, JOIN.LEFT_OUTER, on=(RelayDuty.delivery == Delivery.id))
        .where(condition)
        .order_by(Delivery.dispatched_at, Delivery.id)
        .limit(STACK_SIZE)
        .tuples()
    )
    rows = list(query)
    due = _due_dates([row[7] for row in rows])
    chased = chased_counts([row[0] for row in rows], unit_id)
    return tuple(
        replace(_desk_row(row, due, today, relays), chased_count=chased.get(row[0], 0))
        for row in rows
    )


def _desk_row(row: tuple[Any, ...], due: dict[int, Any], today: date, relays: bool) -> DeskRow:
    (
        uid, number, subject, issuer, urgency, dated_on, relay, letter_id, status,
        dispatched, delivered, received, acknowledged, passed_on, reported, relay_state, relay_due,
    ) = row  # fmt: skip
    wants = []
    if received is None:
        wants.append("receive")
    if acknowledged is None and status < Status.ACKNOWLEDGED:
        wants.append("acknowledge")
    is_owed = relay_state in OWED_STATES
    if is_owed:
        wants.append(_pass_on(relay_state == RelayState.PROPOSED))
    elif relay_state is None and received is None and relays and relay and passed_on is None:
        wants.append("pass_on")
    if letter_id in due and reported is None and not relays:
        wants.append("report")
    dates = [day for day in (due.get(letter_id), relay_due if is_owed else None) if day]
    return DeskRow(
        letter_uid=uid,
        printed_number=number,
        subject=subject,
        from_text=issuer,
        urgency=urgency,
        dated_on=dated_on,
        state=state_of(status, passed_on=passed_on is not None),
        wants=tuple(wants),
        waiting_days=max(0, (today - day_of(delivered or dispatched)).days),
        due_in=(min(dates) - today).days if dates else None,
    )


def _row_from_outside(owed: OwedFromOutside) -> DeskRow:
    return DeskRow(
        letter_uid=owed.letter_uid,
        printed_number=owed.printed_number,
        subject=owed.subject,
        from_text=owed.from_text,
        urgency=owed.urgency,
        dated_on=owed.dated_on,
        state=State.RECEIVED,
        wants=(_pass_on(owed.is_doubtful),),
        waiting_days=max(0, owed.waiting_days),
        due_in=owed.due_in,
    )


def _pass_on(is_doubtful: bool) -> str:
    return "perhaps_pass_on" if is_doubtful else "pass_on"


def _due_dates(letter_ids: list[int]) -> dict[int, date | None]:
    """Letters that ask something, each with its earliest date, or None without one."""
    found: dict[int, date | None] = {}
    query: Any = Duty.select(Duty.letter, Duty.due_on).where(Duty.letter.in_(letter_ids)).tuples()
    for letter_id, due_on in query:
        earlier = found.get(letter_id)
        found[letter_id] = min(earlier, due_on) if earlier and due_on else (due_on or earlier)
    return found


_WAITING = """
SELECT l.uid, l.printed_number, l.subject, COUNT(*),
       SUM(CASE WHEN d.acknowledged_at IS NOT NULL THEN 1 ELSE 0 END),
       SUM(CASE WHEN d.reported_at IS NOT NULL OR d.passed_on_at IS NOT NULL THEN 1 ELSE 0 END),
       SUM(CASE WHEN d.acknowledged_at IS NULL AND d.reported_at IS NULL
                 AND d.passed_on_at IS NULL AND d.status < {over} THEN 1 ELSE 0 END),
       SUM(CASE WHEN d.recalled_at IS NULL THEN 0 ELSE 1 END),
       MIN(d.dispatched_at)
FROM letter l JOIN delivery d ON d.letter_id = l.id
WHERE l.issuer_id = {p} AND l.is_issued_here = {true}
GROUP BY l.id, l.uid, l.printed_number, l.subject
HAVING SUM(CASE WHEN d.acknowledged_at IS NULL AND d.reported_at IS NULL
                 AND d.passed_on_at IS NULL AND d.status < {over} THEN 1 ELSE 0 END) > 0
ORDER BY MIN(d.dispatched_at)
"""


def _waiting(actor: Actor, today: date) -> tuple[WaitingRow, ...]:
    on_postgres = is_postgres()
    sql = _WAITING.format(
        p="%s" if on_postgres else "?",
        true="TRUE" if on_postgres else "1",
        over=int(Status.REFUSED),
    )
    cursor = database.execute_sql(sql, (actor.unit_id,))
    rows = cursor.fetchall()
    cursor.close()
    return tuple(
        WaitingRow(*(*row[:-1], max(0, (today - day_of(instant(row[-1]))).days))) for row in rows
    )
