"""The rows of one cascade, read by its root in a handful of statements, whatever its size."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import peewee

from saraban.records import Delivery, Duty, Letter, Receipt, RegisterEntry, Unit
from saraban.records.bare_rows import stored_day
from saraban.records.database import database, is_postgres
from saraban.records.id_sets import among
from saraban.rules.registers import RegisterName


class LetterRow(NamedTuple):
    """A letter of the cascade; issuer_id null where the issuer is not among our units.

    due_on is the earliest day of what it asks. is_issued_here: its issuer numbered it in this
    system; of another we know only what others registered.
    """

    id: int
    uid: str
    letter_number: str | None
    printed_number: str | None
    dated_on: Any
    issuer_id: int | None
    issuer_text: str
    subject: str
    urgency: str
    conveys_id: int | None
    relay_phrase: str
    is_void: bool
    is_issued_here: bool = True
    due_on: date | None = None


class DeliveryRow(NamedTuple):
    """A delivery of the cascade; instants as stored text, null while they have not happened."""

    id: int
    letter_id: int
    from_unit_id: int
    to_unit_id: int
    province_id: int | None
    is_inner: bool
    status: int
    dispatched_at: str
    delivered_at: str | None
    opened_at: str | None
    received_at: str | None
    acknowledged_at: str | None
    passed_on_at: str | None
    reported_at: str | None
    unit_uid: str
    unit_name: str
    unit_short: str
    unit_kind: str
    district_id: int | None
    is_weak_proof: bool = False


class ReceiptRow(NamedTuple):
    """A receipt of one of the cascade's letters, not voided."""

    letter_id: int
    unit_id: int
    unit_name: str
    register: str
    number: int
    printed_number: str
    received_on: Any
    printed_date: str
    received_time: str | None


_DELIVERIES = """
SELECT d.id, d.letter_id, d.from_unit_id, d.to_unit_id, d.province_id, d.is_inner, d.status,
       d.dispatched_at, d.delivered_at, d.opened_at, d.received_at, d.acknowledged_at,
       d.passed_on_at, d.reported_at, u.uid, u.name_th, u.short_name_th, u.kind, u.district_id,
       d.is_weak_proof
FROM delivery d JOIN unit u ON u.id = d.to_unit_id
WHERE d.root_id = {place}
"""


def deliveries_of(root_id: int) -> list[DeliveryRow]:
    """Every delivery below a root letter, inner ones too, in no promised order."""
    place = "%s" if is_postgres() else "?"
    cursor = database.execute_sql(_DELIVERIES.format(place=place), (root_id,))
    rows = list(map(DeliveryRow._make, cursor.fetchall()))
    cursor.close()
    return rows


def letters_of(root_id: int) -> list[LetterRow]:
    """The root letter and every letter that conveys it, directly or through others.

    After them the letters that must have conveyed it (`_told_by_others`).
    """
    own = _letters((Letter.id == root_id) | (Letter.root == root_id))
    known = {row.id for row in own}
    told = {key: cited for key, cited in _told_by_others(root_id).items() if key not in known}
    found = own + [
        row._replace(conveys_id=told[row.id]) for row in _letters(among(Letter.id, told)) if told
    ]
    due = _due_days(row.id for row in found)
    return [row._replace(due_on=due[row.id]) if row.id in due else row for row in found]


def _letters(condition: Any) -> list[LetterRow]:
    query: Any = (
        Letter.select(
            Letter.id,
            Letter.uid,
            Letter.letter_number,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer,
            Letter.issuer_text,
            Letter.subject,
            Letter.urgency,
            Letter.conveys,
            Letter.relay_phrase,
            RegisterEntry.id,
            Letter.is_issued_here,
        )
        .join(
            RegisterEntry,
            "LEFT OUTER JOIN",
            on=(
                (RegisterEntry.letter == Letter.id)
                & (peewee.fn.SUBSTR(RegisterEntry.register, 1, 7) != RegisterName.RECEIVE.value)
                & RegisterEntry.voided_at.is_null(False)
            ),
        )
        .where(condition)
        .order_by(Letter.id)
    )
    # Straight from the cursor, here and below: of thousands of rows only a day needs conversion.
    cursor: Any = database.execute(query)
    found = [
        LetterRow._make(
            (
                *row[:4],
                row[4] and stored_day(row[4]),
                *row[5:-2],
                row[-2] is not None,
                bool(row[-1]),
                None,
            )
        )
        for row in cursor.fetchall()
    ]
    cursor.close()
    return found


_TOLD = """
SELECT told.id, cited.id
FROM letter cited
JOIN citation c ON c.resolved_id = cited.id
JOIN letter told ON told.id = c.letter_id
JOIN delivery d ON d.letter_id = cited.id AND d.to_unit_id = told.issuer_id
WHERE (cited.id = {place} OR cited.root_id = {place}) AND told.conveys_id IS NULL
AND told.is_issued_here = {false}
ORDER BY told.id, c.id
"""


def _told_by_others(root_id: int) -> dict[int, int]:
    """Letters that others registered from paper, and what each must have conveyed.

    A level that keeps no record is so known all the same: a unit below it numbered a letter whose
    issuer had been sent a letter of this cascade, and which cites that letter.
    """
    place, false = ("%s", "FALSE") if is_postgres() else ("?", "0")
    cursor = database.execute_sql(_TOLD.format(place=place, false=false), (root_id, root_id))
    found: dict[int, int] = {}
    for key, cited in cursor.fetchall():
        found.setdefault(key, cited)
    cursor.close()
    return found


def _due_days(letter_ids: Iterable[int]) -> dict[int, date]:
    """The earliest day by which each letter asks for something, where it names one."""
    query: Any = (
        Duty.select(Duty.letter, peewee.fn.MIN(Duty.due_on))
        .where(among(Duty.letter, letter_ids), Duty.due_on.is_null(False))
        .group_by(Duty.letter)
        .tuples()
    )
    return {key: stored_day(day) for key, day in query}


def receipts_of(root_id: int, also: Iterable[int] = ()) -> list[ReceiptRow]:
    """The receipts of all letters of the cascade, by time, those of one moment as entered.

    also: ids of further letters.
    """
    chosen = (Letter.id == root_id) | (Letter.root == root_id)
    if further := list(also):
        chosen |= among(Letter.id, further)
    query: Any = (
        Receipt.select(
            Receipt.letter,
            Receipt.unit,
            Unit.registry_name,
            Unit.name_th,
            RegisterEntry.register,
            RegisterEntry.number,
            Receipt.printed_number,
            Receipt.received_on,
            Receipt.printed_date,
            Receipt.received_time,
        )
        .join(Unit, on=(Receipt.unit == Unit.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .join_from(Receipt, Letter, on=(Receipt.letter == Letter.id))
        .where(
            chosen,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(Receipt.received_on, Receipt.id)
    )
    cursor: Any = database.execute(query)
    found = [
        ReceiptRow(
            letter, unit, registry or name, register, number, printed, stored_day(on), day, time
        )
        for letter, unit, registry, name, register, number, printed, on, day, time in (
            cursor.fetchall()
        )
    ]
    cursor.close()
    return found


def provinces_of(root_id: int) -> list[tuple[int | None, int, int]]:
    """(province id, status, count) of one cascade, from the covering index alone."""
    place = "%s" if is_postgres() else "?"
    cursor = database.execute_sql(
        "SELECT province_id, status, COUNT(*) FROM delivery "  # noqa: S608 - the place is ours
        f"WHERE root_id = {place} GROUP BY province_id, status",
        (root_id,),
    )
    rows = [(row[0], row[1], row[2]) for row in cursor.fetchall()]
    cursor.close()
    return rows


def unit_facts(unit_ids: set[int]) -> dict[int, tuple[str, str, str, str]]:
    """(uid, name, short name, kind) by unit id."""
    query: Any = Unit.select(Unit.id, Unit.uid, Unit.name_th, Unit.short_name_th, Unit.kind).where(
        Unit.id.in_(sorted(unit_ids))
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in query.tuples()}


def count_of(root_id: int) -> int:
    """How many deliveries the cascade has."""
    return int(Delivery.select().where(Delivery.root == root_id).count())
