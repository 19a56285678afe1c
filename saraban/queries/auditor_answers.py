"""Tables that answer an auditor's questions over the branch below their unit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.cascade_nodes import instant
from saraban.queries.visibility import units_in_reach
from saraban.records import Book, Letter, RegisterEntry, Unit
from saraban.records.database import database, is_postgres
from saraban.rules.days import day_of
from saraban.rules.deliveries import State, Status, state_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import THAI_REGISTER, RegisterName

MOST_LINES = 200


@dataclass(frozen=True)
class HeldLine:
    """A letter that lies with a unit: nothing acknowledged, passed on or answered yet."""

    letter_uid: str
    printed_number: str | None
    subject: str
    unit_uid: str
    unit_name: str
    state: State
    since: date
    days: int


@dataclass(frozen=True)
class VoidLine:
    """A number struck through, with who, when and why; without a letter it was never used."""

    unit_uid: str
    unit_name: str
    register: str
    register_name: str
    be_year: int
    number: int
    letter_uid: str | None
    subject: str
    reason: str
    voided_by: str
    voided_at: datetime


@dataclass(frozen=True)
class BookLine:
    """A book: first and last number, how many lines it has, and the numbers that have none."""

    unit_uid: str
    unit_name: str
    register: str
    register_name: str
    be_year: int
    first_number: int
    last_number: int
    line_count: int
    void_count: int
    holes: tuple[int, ...]
    hole_count: int


def held(actor: Actor, *, today: date) -> tuple[HeldLine, ...]:
    """Who holds what, the longest first, at most MOST_LINES. Raises Refused."""
    require_auditor(actor)
    path = actor.unit_path
    on_postgres = is_postgres()
    sql = _HELD.format(
        p="%s" if on_postgres else "?",
        false="FALSE" if on_postgres else "0",
        over=int(Status.REFUSED),
        most=MOST_LINES,
    )
    cursor = database.execute_sql(sql, (f"{path}%", Secrecy.NORMAL.value))
    rows = cursor.fetchall()
    cursor.close()
    lines = []
    for uid, number, subject, unit_uid, unit_name, status, since in rows:
        day = day_of(instant(since))
        lines.append(
            HeldLine(
                uid,
                number,
                subject,
                unit_uid,
                unit_name,
                state_of(status, passed_on=False),
                day,
                max(0, (today - day).days),
            )
        )
    return tuple(lines)


_HELD = """
SELECT l.uid, l.printed_number, l.subject, u.uid, u.name_th, d.status,
       COALESCE(d.received_at, d.delivered_at, d.dispatched_at) AS since
FROM delivery d JOIN unit u ON u.id = d.to_unit_id JOIN letter l ON l.id = d.letter_id
WHERE u.path LIKE {p} AND d.is_inner = {false} AND d.acknowledged_at IS NULL
  AND d.status < {over} AND d.passed_on_at IS NULL AND d.reported_at IS NULL AND l.secrecy = {p}
ORDER BY since, d.id
LIMIT {most}
"""


def voided(actor: Actor) -> tuple[VoidLine, ...]:
    """Numbers voided in the branch, the latest first, at most MOST_LINES. Raises Refused."""
    require_auditor(actor)
    query: Any = (
        RegisterEntry.select(
            RegisterEntry,
            Unit.uid.alias("unit_uid"),
            Unit.registry_name,
            Unit.name_th.alias("unit_name"),
            Letter.uid.alias("letter_uid"),
            Letter.subject,
            Book.name_th.alias("book_name"),
        )
        .join(Unit, on=(RegisterEntry.unit == Unit.id))
        .join_from(RegisterEntry, Letter, "LEFT OUTER JOIN", on=(RegisterEntry.letter == Letter.id))
        .join_from(
            RegisterEntry,
            Book,
            "LEFT OUTER JOIN",
            on=((Book.unit == RegisterEntry.unit) & (Book.code == RegisterEntry.register)),
        )
        .where(
            RegisterEntry.voided_at.is_null(False), RegisterEntry.unit.in_(units_in_reach(actor))
        )
        .order_by(RegisterEntry.voided_at.desc())
        .limit(MOST_LINES)
        .objects()
    )
    return tuple(
        VoidLine(
            entry.unit_uid,
            entry.registry_name or entry.unit_name,
            entry.register,
            entry.book_name or THAI_REGISTER[RegisterName(entry.register)],
            entry.be_year,
            entry.number,
            entry.letter_uid,
            entry.subject or "",
            entry.void_reason or "",
            entry.voided_by or "",
            entry.voided_at,
        )
        for entry in query
    )


def books(actor: Actor) -> tuple[BookLine, ...]:
    """Every book of the branch beside the lines it really has. Raises Refused."""
    require_auditor(actor)
    sql = _BOOKS.format(p="%s" if is_postgres() else "?")
    cursor = database.execute_sql(sql, (f"{actor.unit_path}%",))
    rows = cursor.fetchall()
    cursor.close()
    lines = []
    for unit_id, uid, name, register, free_name, year, first, last, count, voids in rows:
        expected = max(0, last - first + 1)
        holes = _holes(unit_id, register, year, first, last) if count != expected else ()
        lines.append(
            BookLine(
                uid,
                name,
                register,
                free_name or THAI_REGISTER[RegisterName(register)],
                year,
                first,
                last,
                count,
                voids,
                holes,
                expected - count,
            )
        )
    return tuple(lines)


_BOOKS = """
SELECT u.id, u.uid, CASE WHEN u.registry_name = '' THEN u.name_th ELSE u.registry_name END,
       b.register, k.name_th, b.be_year, b.first_number, b.last_number,
       COUNT(e.id), SUM(CASE WHEN e.voided_at IS NULL THEN 0 ELSE 1 END)
FROM book_year b JOIN unit u ON u.id = b.unit_id
LEFT JOIN book k ON k.unit_id = b.unit_id AND k.code = b.register
LEFT JOIN register_entry e
       ON e.unit_id = b.unit_id AND e.register = b.register AND e.be_year = b.be_year
WHERE u.path LIKE {p}
GROUP BY u.id, u.uid, u.name_th, u.registry_name, b.register, k.name_th, b.be_year, b.first_number,
         b.last_number
ORDER BY u.id, b.be_year DESC, b.register
"""


def _holes(unit_id: int, register: str, year: int, first: int, last: int) -> tuple[int, ...]:
    """The first few numbers of a book that no line has."""
    query: Any = (
        RegisterEntry.select(RegisterEntry.number)
        .where(
            RegisterEntry.unit == unit_id,
            RegisterEntry.register == register,
            RegisterEntry.be_year == year,
        )
        .tuples()
    )
    have = {number for (number,) in query}
    missing = (number for number in range(first, last + 1) if number not in have)
    return tuple(number for _, number in zip(range(20), missing, strict=False))


def require_auditor(actor: Actor) -> None:
    """Refused, saying who may, for who is no auditor."""
    require(actor, Act.SEE_AUDIT)
