"""What a unit sent to whom and who received it: the lines of Form 16 and the slips of Form 17."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import peewee

from saraban.errors import LetterNotFound, TooManyLines
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Letter, Receipt, RegisterEntry, Unit
from saraban.rules.days import OFFICIAL_ZONE, day_of
from saraban.rules.deliveries import THAI_WEAK_PROOF
from saraban.rules.letters import THAI_SECRECY, Secrecy
from saraban.rules.paper_forms import TITLES, FormRow, PaperForm, PrintedTable, head_line
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import THAI_CHANNEL
from saraban.thai.dates import format_long, format_short, format_time
from saraban.thai.digits import to_thai

MOST_SLIPS = 200
_CHANNELS: dict[str, str] = dict(THAI_CHANNEL.items())


@dataclass(frozen=True)
class Slip:
    """One receipt slip; what is not known yet is blank. Texts as they shall appear."""

    letter_number: str
    to_text: str
    subject: str
    received_on: str
    received_time: str
    received_by: str


def delivery_count(unit_id: int, from_on: date, to_on: date) -> int:
    """How many lines the unit's delivery book has on these days."""
    return int(Delivery.select().where(_sent(unit_id, from_on, to_on)).count())


def delivery_table(unit_id: int, unit_name: str, from_on: date, to_on: date) -> PrintedTable:
    """Form 16 over these days: a line a delivery, in the order of sending.

    Who received is who acknowledged, else who registered it there. Source: Rule of 2526,
    clauses 47 to 49; an acknowledgement in the system has the fields of the signed line.
    """
    rows: Any = _rows(_sent(unit_id, from_on, to_on))
    return PrintedTable(
        form=PaperForm.DELIVERY_BOOK,
        head=head_line(TITLES[PaperForm.DELIVERY_BOOK], from_on, to_on),
        unit_name=unit_name,
        rows=[_row(row, unit_name) for row in rows],
        has_day_lines=from_on != to_on,
    )


def receipt_slips(actor: Actor, letter_uid: str) -> tuple[Slip, ...]:
    """A slip for each unit that the actor's unit sent the letter to, in the order of sending.

    Raises LetterNotFound, also where the unit sent it to nobody; TooManyLines.
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not may(actor, Act.SEE_LETTER) or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=letter_uid)
    chosen = (Delivery.letter == letter.id) & (Delivery.from_unit == actor.unit_id)
    count = Delivery.select().where(chosen).count()
    if not count:
        raise LetterNotFound(uid=letter_uid)
    if count > MOST_SLIPS:
        raise TooManyLines(count=count, most=MOST_SLIPS)
    return tuple(_slip(row) for row in _rows(chosen))


def _sent(unit_id: int, from_on: date, to_on: date) -> Any:
    start, end = (
        datetime.combine(day, time(), OFFICIAL_ZONE) for day in (from_on, to_on + timedelta(days=1))
    )
    return (
        (Delivery.from_unit == unit_id)
        & (Delivery.dispatched_at >= start)
        & (Delivery.dispatched_at < end)
    )


def _rows(chosen: Any) -> Any:
    """(number in the sender's book, letter, receiver, who and when, how) of each delivery."""
    theirs, still = RegisterEntry.alias(), RegisterEntry.alias()
    number = RegisterEntry.select(peewee.fn.MIN(RegisterEntry.number)).where(
        RegisterEntry.letter == Delivery.letter,
        RegisterEntry.unit == Delivery.from_unit,
        RegisterEntry.voided_at.is_null(),
    )
    their_number = Receipt.select(peewee.fn.MIN(Receipt.printed_number)).where(
        Receipt.letter == Delivery.letter,
        Receipt.unit == Delivery.to_unit,
        Receipt.entry.in_(
            still.select(still.id).where(still.letter == Delivery.letter, still.voided_at.is_null())
        ),
    )
    registered_by = theirs.select(peewee.fn.MIN(theirs.entered_by)).where(
        theirs.letter == Delivery.letter,
        theirs.unit == Delivery.to_unit,
        theirs.voided_at.is_null(),
    )
    return (
        Delivery.select(
            number,
            Letter.printed_number,
            Letter.issuer_text,
            Letter.addressee_text,
            Letter.subject,
            Letter.secrecy,
            Unit.name_th,
            Delivery.acknowledged_by,
            registered_by,
            Delivery.acknowledged_at,
            Delivery.received_at,
            Delivery.channel,
            Delivery.dispatched_at,
            their_number,
            Delivery.is_weak_proof,
        )
        .join(Letter, on=(Delivery.letter == Letter.id))
        .join_from(Delivery, Unit, on=(Delivery.to_unit == Unit.id))
        .where(chosen)
        .order_by(Delivery.dispatched_at, Delivery.id)
        .tuples()
    )


def _row(row: tuple[Any, ...], unit_name: str) -> FormRow:
    (
        number, _, issuer, addressee, _, _, to_unit, by, registered_by, at, received_at, how, sent,
        theirs, is_weak,
    ) = row  # fmt: skip
    when = at or received_at
    return FormRow(
        cells=(
            "" if number is None else to_thai(str(number)),
            issuer or unit_name,
            addressee,
            to_unit,
            _receiver(by or registered_by or "", theirs, is_weak),
            "" if when is None else f"{format_short(day_of(when))} {_time(when)}",
            _CHANNELS.get(how, how),
        ),
        number=number,
        day=day_of(sent),
    )


def _slip(row: tuple[Any, ...]) -> Slip:
    (
        _, printed, _, _, subject, secrecy, to_unit, by, registered_by, at, received_at, _, _,
        theirs, is_weak,
    ) = row  # fmt: skip
    when = at or received_at
    if not subject and secrecy != Secrecy.NORMAL:
        subject = f"({THAI_SECRECY[secrecy]})"
    return Slip(
        letter_number=printed or "",
        to_text=to_unit,
        subject=subject,
        received_on="" if when is None else format_long(day_of(when)),
        received_time="" if when is None else _time(when),
        received_by=_receiver(by or registered_by or "", theirs, is_weak),
    )


def _receiver(by: str, number: str | None, is_weak: bool) -> str:
    """Who received it, under which number of theirs; and that nobody had to sign in for it."""
    told = f"{by} เลขรับ {number}".strip() if number else by
    return f"{told} ({THAI_WEAK_PROOF})" if is_weak else told


def _time(instant: datetime) -> str:
    return format_time(instant.astimezone(OFFICIAL_ZONE).time())
