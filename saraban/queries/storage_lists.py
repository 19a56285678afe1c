"""Letters that may go into storage, and the lists by which they went (Form 19)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import StorageListNotFound
from saraban.records import Letter, RegisterEntry, StorageLine, StorageList, Unit
from saraban.records.bare_rows import stored_day
from saraban.rules.days import day_of
from saraban.rules.letters import THAI_SECRECY, Secrecy
from saraban.rules.paper_forms import TITLES, FormRow, PaperForm, PrintedTable, day_line
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.retention import Retention, printed_period
from saraban.thai.dates import format_short
from saraban.thai.digits import to_thai

PAGE_SIZE = 50
MOST_LISTS = 100


@dataclass(frozen=True)
class Storable:
    """A letter of the unit's books that is on no list yet; entered_on is its first line's day."""

    letter_uid: str
    letter_number: str
    dated_on: date | None
    issuer_text: str
    subject: str
    secrecy: str
    entered_on: date


@dataclass(frozen=True)
class StorablePage:
    """The oldest first."""

    letters: tuple[Storable, ...]
    page: int
    has_more: bool


@dataclass(frozen=True)
class ListLine:
    """A line of a list; taken_back_reason is None while it stands."""

    place: int
    letter_uid: str
    letter_number: str
    dated_on: date | None
    subject: str
    secrecy: str
    finished_on: date
    retention: Retention
    keep_until: int | None
    remark: str
    taken_back_reason: str | None
    taken_back_by: str | None


@dataclass(frozen=True)
class ListMade:
    """A list with how many lines of it stand."""

    uid: str
    be_year: int
    number: int
    made_at: datetime
    made_by: str
    line_count: int


@dataclass(frozen=True)
class ListCard:
    """A list with its lines, for its page and for Form 19."""

    uid: str
    unit_name: str
    be_year: int
    number: int
    made_at: datetime
    made_by: str
    lines: tuple[ListLine, ...]


def storable_letters(actor: Actor, *, page: int = 1) -> StorablePage:
    """Letters in the actor's own books that are on no storage list. Raises Refused."""
    require(actor, Act.STORE_LETTERS)
    listed = StorageLine.select(StorageLine.letter).where(
        StorageLine.unit == actor.unit_id, StorageLine.taken_back_at.is_null()
    )
    first = peewee.fn.MIN(RegisterEntry.entered_on)
    rows: Any = list(
        RegisterEntry.select(
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.subject,
            Letter.secrecy,
            first,
        )
        .join(Letter, on=(RegisterEntry.letter == Letter.id))
        .where(
            RegisterEntry.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
            RegisterEntry.letter.not_in(listed),
        )
        .group_by(
            Letter.id,
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.subject,
            Letter.secrecy,
        )
        .order_by(first, Letter.id)
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
        .tuples()
    )
    letters = tuple(
        Storable(uid, number or "", dated_on, issuer, subject, secrecy, stored_day(entered_on))
        for uid, number, dated_on, issuer, subject, secrecy, entered_on in rows[:PAGE_SIZE]
    )
    return StorablePage(letters, page, len(rows) > PAGE_SIZE)


def storage_lists(actor: Actor) -> tuple[ListMade, ...]:
    """The unit's lists, the newest first. Raises Refused."""
    require(actor, Act.STORE_LETTERS)
    rows: Any = (
        StorageList.select(
            StorageList.uid,
            StorageList.be_year,
            StorageList.number,
            StorageList.made_at,
            StorageList.made_by,
            peewee.fn.COUNT(StorageLine.id),
        )
        .join(StorageLine, on=(StorageLine.storage_list == StorageList.id))
        .where(StorageList.unit == actor.unit_id, StorageLine.taken_back_at.is_null())
        .group_by(
            StorageList.id,
            StorageList.uid,
            StorageList.be_year,
            StorageList.number,
            StorageList.made_at,
            StorageList.made_by,
        )
        .order_by(StorageList.id.desc())
        .limit(MOST_LISTS)
        .tuples()
    )
    return tuple(ListMade(*row) for row in rows)


def storage_list(actor: Actor, uid: str) -> ListCard:
    """One list of the actor's unit. Raises Refused, StorageListNotFound."""
    require(actor, Act.STORE_LETTERS)
    found: Any = (
        StorageList.select(StorageList, Unit)
        .join(Unit, on=(StorageList.unit == Unit.id))
        .where(StorageList.uid == uid, StorageList.unit == actor.unit_id)
        .first()
    )
    if found is None:
        raise StorageListNotFound(uid=uid)
    rows: Any = (
        StorageLine.select(
            StorageLine.place,
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.subject,
            Letter.secrecy,
            StorageLine.finished_on,
            StorageLine.retention,
            StorageLine.keep_until,
            StorageLine.remark,
            StorageLine.taken_back_reason,
            StorageLine.taken_back_by,
        )
        .join(Letter, on=(StorageLine.letter == Letter.id))
        .where(StorageLine.storage_list == found.id)
        .order_by(StorageLine.place)
        .tuples()
    )
    lines = tuple(
        ListLine(place, letter_uid, number or "", dated_on, subject, secrecy, finished,
                 Retention(retention), *rest)
        for place, letter_uid, number, dated_on, subject, secrecy, finished, retention, *rest
        in rows
    )  # fmt: skip
    name = found.unit.registry_name or found.unit.name_th
    return ListCard(
        found.uid, name, found.be_year, found.number, found.made_at, found.made_by, lines
    )


def list_table(card: ListCard) -> PrintedTable:
    """Form 19 filled in: ลำดับที่ · ที่ · ลงวันที่ · เรื่อง · อายุการเก็บ · หมายเหตุ."""
    title = TITLES[PaperForm.STORAGE_LIST]
    number = f"ที่ {to_thai(str(card.number))}/{to_thai(str(card.be_year))}"
    standing = sum(line.taken_back_reason is None for line in card.lines)
    return PrintedTable(
        form=PaperForm.STORAGE_LIST,
        head=f"{title} {number} {day_line(day_of(card.made_at))}",
        unit_name=card.unit_name,
        rows=[_row(line) for line in card.lines],
        foot_lines=(
            f"รวม {to_thai(str(standing))} ฉบับ",
            "ผู้ส่งเก็บ ........................................ "
            "ผู้รับ ........................................ วันที่ ........................",
        ),
    )


def _row(line: ListLine) -> FormRow:
    subject = line.subject
    if not subject and line.secrecy != Secrecy.NORMAL:
        subject = f"({THAI_SECRECY[line.secrecy]})"
    is_void = line.taken_back_reason is not None
    return FormRow(
        cells=(
            to_thai(str(line.place)),
            line.letter_number,
            "" if line.dated_on is None else format_short(line.dated_on),
            subject,
            printed_period(line.retention, line.finished_on, line.keep_until),
            line.remark,
        ),
        number=line.place,
        is_void=is_void,
        note=f"นำออก {line.taken_back_reason} ({line.taken_back_by})" if is_void else "",
    )
