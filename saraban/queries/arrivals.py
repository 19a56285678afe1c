"""By which ways a letter came: the number it got, the system, and each further coming noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from saraban.queries.visibility import in_own_line
from saraban.records import (
    Delivery,
    Letter,
    LetterArrival,
    LetterFile,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.rules.days import OFFICIAL_ZONE, day_of
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import Channel

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class ArrivalLine:
    """One coming of a letter to one desk. at is its moment where that is known.

    uid is null for a coming that is no row of its own: a receipt (number is then its number, as
    the stamp writes it) or the delivery in the system. sha256 is the file it came with, null
    without one; is_same_file tells that the letter has these very bytes already.
    """

    uid: str | None
    unit_id: int
    unit_name: str
    channel: str
    on: date
    at: datetime | None
    time: str | None
    came_from: str
    noted_by: str
    number: str | None = None
    sha256: str | None = None
    file_name: str = ""
    is_same_file: bool = False
    taken_back_at: datetime | None = None
    taken_back_by: str = ""
    taken_back_reason: str = ""
    may_take_back: bool = False

    @property
    def stands(self) -> bool:
        """Whether nobody said that this was another letter."""
        return self.taken_back_at is None


@dataclass(frozen=True)
class Ways:
    """By how many ways a letter came to a desk, and the first of them."""

    count: int
    first: ArrivalLine


def ways_of(lines: Sequence[ArrivalLine]) -> Ways | None:
    """None while there was at most one coming, and none that was taken back."""
    standing = [line for line in lines if line.stands]
    return Ways(len(standing), standing[0]) if len(lines) > 1 and standing else None


def arrivals_here(actor: Actor, letter_ids: Sequence[int]) -> tuple[ArrivalLine, ...]:
    """How the letter came to the actor's own desk, the first coming first.

    letter_ids are the rows that are one letter. A receipt whose channel is the system is the
    delivery's own number, and tells of no second coming.
    """
    sent = _by_system(actor, letter_ids)
    numbered = _by_number(actor, letter_ids)
    if sent:
        numbered = [line for line in numbered if line.channel != Channel.SYSTEM]
    noted = [
        line for line in noted_arrivals(actor, letter_ids, False) if line.unit_id == actor.unit_id
    ]
    found = [*sent, *numbered, *noted]
    return tuple(sorted(found, key=lambda line: (line.on, line.at or _END_OF_TIME)))


def noted_arrivals(
    actor: Actor, letter_ids: Sequence[int], sees_others: bool
) -> tuple[ArrivalLine, ...]:
    """The further comings that were noted, taken back ones too, in the order of noting.

    Without sees_others those of the actor's own line.
    """
    query: Any = (
        LetterArrival.select(LetterArrival, Unit)
        .join(Unit, on=(LetterArrival.unit == Unit.id))
        .where(LetterArrival.letter.in_(letter_ids))
        .order_by(LetterArrival.id)
    )
    if not sees_others:
        query = query.where(in_own_line(actor))
    rows = list(query)
    if not rows:
        return ()
    known = _bytes_of(letter_ids)
    lines = []
    for row in rows:
        is_own = row.unit_id == actor.unit_id
        lines.append(
            ArrivalLine(
                uid=row.uid,
                unit_id=row.unit_id,
                unit_name=row.unit.registry_name or row.unit.name_th,
                channel=row.channel,
                on=row.arrived_on,
                at=_moment(row.arrived_on, row.arrived_time, row.noted_at),
                time=row.arrived_time,
                came_from=row.came_from,
                noted_by=row.noted_by,
                sha256=row.file_id if is_own else None,
                file_name=row.file_name if is_own else "",
                is_same_file=row.file_id in known,
                taken_back_at=row.taken_back_at,
                taken_back_by=row.taken_back_by or "",
                taken_back_reason=row.taken_back_reason or "",
                may_take_back=(
                    is_own
                    and row.taken_back_at is None
                    and row.intake_letter_id is None
                    and may(actor, Act.VOID_ENTRY)
                ),
            )
        )
        known |= {row.file_id} - {None}
    return tuple(lines)


def _by_system(actor: Actor, letter_ids: Sequence[int]) -> list[ArrivalLine]:
    query: Any = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.from_unit == Unit.id))
        .where(
            Delivery.letter.in_(letter_ids),
            Delivery.to_unit == actor.unit_id,
            Delivery.channel == Channel.SYSTEM,
            Delivery.delivered_at.is_null(False),
        )
        .order_by(Delivery.id)
    )
    return [
        ArrivalLine(
            uid=None,
            unit_id=actor.unit_id,
            unit_name="",
            channel=Channel.SYSTEM,
            on=day_of(row.delivered_at),
            at=row.delivered_at,
            time=f"{row.delivered_at.astimezone(OFFICIAL_ZONE):%H:%M}",
            came_from=row.from_unit.name_th,
            noted_by="",
        )
        for row in query
    ]


def _by_number(actor: Actor, letter_ids: Sequence[int]) -> list[ArrivalLine]:
    query: Any = (
        Receipt.select(Receipt, RegisterEntry, Letter.issuer_text)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .join_from(Receipt, Letter, on=(Receipt.letter == Letter.id))
        .where(
            Receipt.letter.in_(letter_ids),
            Receipt.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(Receipt.id)
    )
    return [
        ArrivalLine(
            uid=None,
            unit_id=actor.unit_id,
            unit_name="",
            channel=row.channel,
            on=row.received_on,
            at=_moment(row.received_on, row.received_time, row.received_at),
            time=row.received_time,
            came_from=row.letter.issuer_text,
            noted_by=row.entry.entered_by,
            number=row.printed_number,
        )
        for row in query
    ]


def _bytes_of(letter_ids: Sequence[int]) -> set[str]:
    rows: Any = LetterFile.select(LetterFile.file).where(LetterFile.letter.in_(letter_ids)).tuples()
    return {sha256 for (sha256,) in rows}


def _moment(day: date, hour_and_minute: str | None, written_at: datetime) -> datetime | None:
    """When it came; without a time when it was written down, if that was on the same day."""
    if hour_and_minute is not None:
        return datetime.combine(day, time.fromisoformat(hour_and_minute), OFFICIAL_ZONE)
    return written_at if day_of(written_at) == day else None
