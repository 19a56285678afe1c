"""Letters that a unit is done with go into storage by a list: who said so, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.errors import (
    AlreadyStored,
    FutureDate,
    InvalidInput,
    MissingField,
    NothingToPrint,
    RetentionTooShort,
    StorageListNotFound,
)
from saraban.records import Letter, RegisterEntry, StorageLine, StorageList
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.retention import LEAST_YEARS, MOST_YEARS, Retention, keep_until
from saraban.thai.dates import be_year, format_medium
from saraban.thai.text import clean_line

MOST_LINES = 500


@dataclass(frozen=True)
class StorageChoice:
    """A letter to be listed: its last day of action, its class, the years if not the least."""

    letter_uid: str
    finished_on: date
    retention: Retention
    years: int | None = None
    remark: str = ""


@dataclass(frozen=True)
class StorageMade:
    """The list that was made, by its number in the unit's BE year."""

    uid: str
    number: int
    be_year: int


def make_storage_list(
    *, actor: Actor, at: datetime, choices: Sequence[StorageChoice]
) -> StorageMade:
    """List letters of the actor's own books as done with; Form 19 prints the list.

    Raises Refused, LetterNotFound, NothingToPrint for no letter at all, AlreadyStored,
    FutureDate, RetentionTooShort. Source: Rule of 2526, clauses 52 to 54 and 57.
    """
    require(actor, Act.STORE_LETTERS)
    if not choices:
        raise NothingToPrint()
    if len({choice.letter_uid for choice in choices}) < len(choices) or len(choices) > MOST_LINES:
        raise InvalidInput(field="letters")
    for choice in choices:
        _check(choice, day_of(at))
    letters = {
        choice.letter_uid: _access.letter(actor, Act.STORE_LETTERS, uid=choice.letter_uid)
        for choice in choices
    }
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _hold_unlisted(actor, list(letters.values()))
        year = be_year(day_of(at))
        number = _next_number(actor.unit_id, year)
        uid = new_uid()
        list_id = ledger.insert(
            StorageList,
            uid=uid,
            unit=actor.unit_id,
            be_year=year,
            number=number,
            made_at=at,
            made_by=actor.name,
        )
        for place, choice in enumerate(choices, start=1):
            ledger.insert(
                StorageLine,
                storage_list=list_id,
                place=place,
                unit=actor.unit_id,
                letter=letters[choice.letter_uid].id,
                finished_on=choice.finished_on,
                retention=choice.retention.value,
                keep_until=keep_until(choice.retention, choice.finished_on, choice.years),
                remark=clean_line(choice.remark)[:255],
            )
        ledger.record("store_letters", subject=uid, number=number, letter_count=len(choices))
    return StorageMade(uid, number, year)


def take_back_line(*, actor: Actor, at: datetime, list_uid: str, place: int, reason: str) -> None:
    """Take back one line of a list: it stays, struck through, and the letter may be listed anew.

    Raises Refused, StorageListNotFound, MissingField without a reason.
    """
    require(actor, Act.STORE_LETTERS)
    if not clean_line(reason):
        raise MissingField(field="reason")
    with write_transaction():
        line: Any = locked(
            StorageLine.select()
            .join(StorageList, on=(StorageLine.storage_list == StorageList.id))
            .where(
                StorageList.uid == list_uid,
                StorageList.unit == actor.unit_id,
                StorageLine.place == place,
                StorageLine.taken_back_at.is_null(),
            )
        ).first()
        if line is None:
            raise StorageListNotFound(uid=list_uid)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            StorageLine,
            line.id,
            taken_back_at=at,
            taken_back_by=actor.name,
            taken_back_reason=clean_line(reason)[:500],
        )
        ledger.record(
            "take_back_stored", subject=list_uid, place=place, reason=clean_line(reason)[:500]
        )


def _check(choice: StorageChoice, today: date) -> None:
    if choice.finished_on > today:
        raise FutureDate(field="finished_on", date_text=format_medium(choice.finished_on))
    least = LEAST_YEARS.get(choice.retention)
    if choice.years is None:
        return
    if least is None or not least <= choice.years <= MOST_YEARS:
        raise RetentionTooShort(field="years", least=least or 0, most=MOST_YEARS)


def _hold_unlisted(actor: Actor, letters: Sequence[Any]) -> None:
    """Hold the letters, always in one order; InvalidInput or AlreadyStored for one that may not."""
    ids = sorted(letter.id for letter in letters)
    list(locked(Letter.select(Letter.id).where(Letter.id.in_(ids)).order_by(Letter.id)))
    ours: Any = (
        RegisterEntry.select(RegisterEntry.letter)
        .where(
            RegisterEntry.unit == actor.unit_id,
            RegisterEntry.letter.in_(ids),
            RegisterEntry.voided_at.is_null(),
        )
        .tuples()
    )
    if {letter_id for (letter_id,) in ours} != set(ids):
        raise InvalidInput(field="letters")
    listed = (
        StorageLine.select(Letter.printed_number)
        .join(Letter, on=(StorageLine.letter == Letter.id))
        .where(
            StorageLine.unit == actor.unit_id,
            StorageLine.letter.in_(ids),
            StorageLine.taken_back_at.is_null(),
        )
        .tuples()
        .first()
    )
    if listed is not None:
        raise AlreadyStored(number=listed[0] or "-")


def _next_number(unit_id: int, year: int) -> int:
    """Two clerks at once meet at the unique index: the second is told to try again."""
    last = (
        StorageList.select(peewee.fn.MAX(StorageList.number))
        .where(StorageList.unit == unit_id, StorageList.be_year == year)
        .scalar()
    )
    return int(last or 0) + 1
