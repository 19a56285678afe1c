"""The duty to pass a letter on: begun by its receipt, done by a letter of one's own.

Shared by every act that takes a letter in, issues one or voids its number; each does so inside
its own transaction. Lock order: the duty's row comes after the letter's delivery.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.holidays import office_days
from saraban.queries.one_letter import rows_of_one
from saraban.queries.relay_duties import OWED_STATES, duty_row, relay_days, standing_reissue
from saraban.records import Duty, Letter, RelayDuty, rows
from saraban.records.database import locked
from saraban.records.fields import new_uid
from saraban.rules.relay_duties import MOST_DAYS, OWED, Excuse, RelayDue, RelayState, relay_due
from saraban.rules.relay_naming import Naming, RelayAsked, relay_asked
from saraban.rules.units import LOCAL_KINDS, UnitKind

# Asked with every receipt and acknowledgement: plain SQL, as building a query costs more.
_FIND_UNIT = "SELECT kind, name_th FROM unit WHERE id = ?"
_FIND_LETTER = "SELECT relay_phrase, body, issuer_text FROM letter WHERE id = ?"
# Office days are found among calendar days; a year has fewer than a hundred closed ones in a row.
_FAR_ENOUGH = timedelta(days=MOST_DAYS * 2 + 30)


def begin_relay(ledger: Ledger, *, letter_id: int, delivery: Any, began_on: date) -> None:
    """Record that the receiving unit is to pass the letter on, where its words name the unit.

    Where that is doubtful the duty is only proposed. Nothing happens for a letter passed to a
    desk inside, or one that has its duty already. The unit is the delivery's, which a link may
    answer for in its maker's ledger, else the acting one. The caller records the event.
    """
    if delivery is not None and delivery.is_inner:
        return
    unit_id = ledger.unit_id if delivery is None else delivery.to_unit_id
    asked = _asked(letter_id, unit_id)
    if asked.naming is Naming.NOT_NAMED or duty_row(letter_id, unit_id) is not None:
        return
    state = RelayState.OPEN if asked.naming is Naming.NAMED else RelayState.PROPOSED
    add_relay(
        ledger,
        letter=Letter.get_by_id(letter_id),
        delivery=delivery,
        began_on=began_on,
        state=state,
        phrase=asked.phrase,
    )


def add_relay(
    ledger: Ledger,
    *,
    letter: Any,
    delivery: Any,
    began_on: date,
    state: RelayState,
    phrase: str,
    taken_on_by: str | None = None,
) -> bool:
    """Insert the duty, done already where the letter was passed on; False if it is there."""
    unit_id = ledger.unit_id if delivery is None else delivery.to_unit_id
    due = due_of(unit_id, letter, began_on)
    earlier = standing_reissue(letter.id, unit_id)
    settled: dict[str, Any] = {"state": state.value}
    if earlier is not None:
        settled = _done(ledger, Letter.get(Letter.uid == earlier.uid).id)
    return (
        ledger.insert_new(
            RelayDuty,
            uid=new_uid(),
            unit=unit_id,
            letter=letter.id,
            root=letter.root_id or letter.id,
            delivery=None if delivery is None else delivery.id,
            asked_by=letter.issuer_id if delivery is None else delivery.from_unit_id,
            phrase=phrase,
            began_on=began_on,
            due_on=due.due_on,
            due_because=due.because.value,
            made_at=ledger.at,
            taken_on_by=taken_on_by,
            **settled,
        )
        is not None
    )


def due_of(unit_id: int, letter: Any, began_on: date) -> RelayDue:
    """By when the unit is to pass the letter on, by its own days and the letter's dates."""
    points: Any = Duty.select(Duty.due_on).where(Duty.letter == letter.id).tuples()
    dates = [row[0] for row in points]
    first = min([began_on, *(day for day in dates if day is not None)]) - _FAR_ENOUGH
    return relay_due(
        began_on,
        urgency=letter.urgency,
        days=relay_days(unit_id),
        points_due_on=dates,
        office=office_days(first, began_on + _FAR_ENOUGH),
    )


def close_relays(ledger: Ledger, letter_ids: Sequence[int], *, done_letter_id: int) -> None:
    """The acting unit's own letter passes these on; what was excused is done as well then."""
    rows_of_all = {row for letter_id in letter_ids for row in rows_of_one(letter_id)}
    for duty in _locked(
        (RelayDuty.unit == ledger.unit_id)
        & RelayDuty.letter.in_(sorted(rows_of_all))
        & (RelayDuty.state != RelayState.DONE.value)
    ):
        ledger.update(RelayDuty, duty.id, **_done(ledger, done_letter_id))


def drop_relay(ledger: Ledger, letter_id: int) -> None:
    """The letter was sent back to whoever sent it: nothing to pass on any more."""
    for duty in _locked(
        (RelayDuty.unit == ledger.unit_id)
        & (RelayDuty.letter == letter_id)
        & RelayDuty.state.in_(OWED_STATES)
    ):
        ledger.update(
            RelayDuty,
            duty.id,
            state=RelayState.EXCUSED.value,
            excuse=Excuse.SENT_BACK.value,
            settled_at=ledger.at,
            settled_by=ledger.actor.name,
        )


def reopen_relays(ledger: Ledger, *, voided_letter_id: int | None) -> int:
    """The number of the letter that did it was voided: owed again, by the same day; how many."""
    if voided_letter_id is None:
        return 0
    found = _locked(
        (RelayDuty.unit == ledger.unit_id) & (RelayDuty.done_letter == voided_letter_id)
    )
    for duty in found:
        ledger.update(RelayDuty, duty.id, **OWED_AGAIN, reopened_at=ledger.at)
    return len(found)


def reopen_after_parting(ledger: Ledger, *, unit_id: int, merged_at: datetime) -> None:
    """Duties that the unit's merge of that moment closed and that, it undone, nobody did."""
    for duty in _locked(
        (RelayDuty.unit == unit_id)
        & (RelayDuty.state == RelayState.DONE.value)
        & (RelayDuty.settled_at == merged_at)
    ):
        if duty.done_letter.conveys_id not in rows_of_one(duty.letter_id):
            ledger.update(RelayDuty, duty.id, **OWED_AGAIN, reopened_at=ledger.at)


# What a duty says that is owed again; whoever excused it before stays in the ledger.
OWED_AGAIN: dict[str, Any] = {
    "state": RelayState.OPEN.value,
    "done_letter": None,
    "settled_at": None,
    "settled_by": None,
    "excuse": None,
    "reason": "",
    "told_letter": None,
}


def is_owed(duty: Any) -> bool:
    """Whether the duty still waits for somebody."""
    return duty.state in OWED


def _done(ledger: Ledger, letter_id: int) -> dict[str, Any]:
    return {
        "state": RelayState.DONE.value,
        "done_letter": letter_id,
        "settled_at": ledger.at,
        "settled_by": ledger.actor.name,
    }


def _locked(condition: Any) -> list[Any]:
    return list(locked(RelayDuty.select().where(condition).order_by(RelayDuty.id)))


def _asked(letter_id: int, unit_id: int) -> RelayAsked:
    """What the letter's words say; of a local body only where the letter has such a phrase."""
    kind, name = rows.first(_FIND_UNIT, unit_id) or ("", "")
    phrase, body, issuer = rows.first(_FIND_LETTER, letter_id) or ("", "", "")
    if kind in LOCAL_KINDS and not phrase:
        return RelayAsked(Naming.NOT_NAMED)
    return relay_asked(
        relay_phrase=phrase, body=body, kind=UnitKind(kind), name_th=name, sender=issuer
    )
