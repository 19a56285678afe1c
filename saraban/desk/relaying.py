"""What a unit says of its duty to pass a letter on: taken on, or excused with a reason."""

from dataclasses import astuple
from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery
from saraban.desk._letters import refuse_longer
from saraban.desk._relays import OWED_AGAIN, add_relay, is_owed
from saraban.errors import (
    InvalidInput,
    LetterNotFound,
    MissingField,
    RelayAlreadySettled,
    ToldLetterNotFound,
)
from saraban.queries.one_letter import rows_of_one
from saraban.records import Letter, Receipt, RegisterEntry, RelayDuty, RelaySetting, Unit
from saraban.records.database import locked, write_transaction
from saraban.rules.days import day_of
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.relay_duties import (
    CHOSEN_EXCUSES,
    EXCUSES_TO_EXPLAIN,
    MOST_DAYS,
    Excuse,
    RelayDays,
    RelayState,
)
from saraban.thai.text import clean_line


def take_on_relay(*, actor: Actor, at: datetime, letter_uid: str) -> None:
    """Say that the unit is to pass this letter on: proposed, excused before, or not seen so far.

    Raises LetterNotFound for a letter the unit does not have, Refused, RelayAlreadySettled.
    """
    letter = _access.letter(actor, Act.SETTLE_RELAY, uid=letter_uid)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        delivery = locked_delivery(letter.id, actor.unit_id)
        duty = _locked_duty(actor, letter)
        if duty is None:
            _require_received(actor, letter, delivery)
            is_new = add_relay(
                ledger,
                letter=letter,
                delivery=delivery,
                began_on=day_of(at),
                state=RelayState.OPEN,
                phrase=letter.relay_phrase,
                taken_on_by=actor.name,
            )
            if not is_new:
                raise RelayAlreadySettled()
        elif duty.state not in {RelayState.PROPOSED, RelayState.EXCUSED}:
            raise RelayAlreadySettled()
        else:
            again = {"reopened_at": at} if duty.state == RelayState.EXCUSED else {}
            ledger.update(RelayDuty, duty.id, **OWED_AGAIN, **again, taken_on_by=actor.name)
        ledger.record("take_on_relay", subject=letter.uid)


def excuse_relay(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    excuse: str,
    reason: str = "",
    told_number: str = "",
) -> None:
    """Say why the unit need not pass the letter on. told_number is that of its own letter.

    Raises LetterNotFound, Refused, InvalidInput, MissingField, TextTooLong, ToldLetterNotFound
    and RelayAlreadySettled when somebody else passed it on or excused it meanwhile.
    """
    letter = _access.letter(actor, Act.SETTLE_RELAY, uid=letter_uid)
    if excuse not in CHOSEN_EXCUSES:
        raise InvalidInput(field="excuse")
    why, reason = Excuse(excuse), clean_line(reason)
    if why in EXCUSES_TO_EXPLAIN and not reason:
        raise MissingField(field="reason")
    refuse_longer(RelayDuty.reason, reason)
    told = _own_letter(actor, told_number) if why is Excuse.TOLD_BEFORE else None
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        duty = _locked_duty(actor, letter)
        if duty is None or not is_owed(duty):
            raise RelayAlreadySettled()
        ledger.update(
            RelayDuty,
            duty.id,
            state=RelayState.EXCUSED.value,
            excuse=why.value,
            reason=reason,
            told_letter=None if told is None else told.id,
            settled_at=at,
            settled_by=actor.name,
        )
        ledger.record(
            "excuse_relay",
            subject=letter.uid,
            excuse=why.value,
            reason=reason,
            told=None if told is None else told.uid,
        )


def choose_relay_days(*, actor: Actor, at: datetime, days: RelayDays) -> None:
    """Keep how many office days the registry takes; duties that stand keep their day.

    Raises Refused, InvalidInput (beside its field) for a number below 0 or past MOST_DAYS, and
    for passing on within no day at all.
    """
    require(actor, Act.KEEP_BOOKS)
    values = dict(zip(_DAYS, astuple(days), strict=True))
    for name, count in values.items():
        least = 0 if name in {"collect_days", "bottom_days"} else 1
        if not least <= count <= MOST_DAYS:
            raise InvalidInput(field=name)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        # Held, so that of two who choose first at once the second changes the row of the first.
        locked(Unit.select(Unit.id).where(Unit.id == actor.unit_id)).get()
        if RelaySetting.get_or_none(RelaySetting.unit == actor.unit_id) is None:
            ledger.insert(RelaySetting, unit=actor.unit_id, **values)
        else:
            ledger.update(RelaySetting, actor.unit_id, **values)
        ledger.record("choose_relay_days", subject=Unit.get_by_id(actor.unit_id).uid, **values)


_DAYS = ("normal", "urgent", "very_urgent", "most_urgent", "collect_days", "bottom_days")


def _locked_duty(actor: Actor, letter: Letter) -> Any:
    return locked(
        RelayDuty.select()
        .where(RelayDuty.unit == actor.unit_id, RelayDuty.letter.in_(rows_of_one(letter.id)))
        .order_by(RelayDuty.id)
    ).first()


def _require_received(actor: Actor, letter: Letter, delivery: Any) -> None:
    """LetterNotFound for a letter that neither came here nor has a number of this unit."""
    if delivery is not None and not delivery.is_inner:
        return
    has_number = (
        Receipt.select()
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter == letter.id,
            Receipt.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .exists()
    )
    if not has_number:
        raise LetterNotFound(uid=letter.uid)


def _own_letter(actor: Actor, number: str) -> Letter:
    """The unit's newest letter of that number. Raises MissingField, ToldLetterNotFound."""
    if not clean_line(number):
        raise MissingField(field="told_number")
    key = parse_letter_number(clean_line(number)).key
    found: Letter | None = (
        Letter.select()
        .where(
            (Letter.letter_number == key) | (Letter.printed_key == key),
            Letter.issuer == actor.unit_id,
            Letter.is_issued_here,
        )
        .order_by(Letter.id.desc())
        .first()
    )
    if found is None:
        raise ToldLetterNotFound(field="told_number", number=clean_line(number))
    return found
