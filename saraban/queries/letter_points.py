"""The points of a letter in their order, each with the duties that were made of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import InvalidInput
from saraban.queries.duties_in_sight import duties_reached
from saraban.queries.one_letter import rows_of_one
from saraban.records import Duty, Letter, ReportDuty, Unit
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class LetterPoint:
    """One point as printed; place is where it stands among the letter's own points, from 1."""

    id: int
    place: int
    point: str
    asks: str
    report_to: str
    due_on: date | None


@dataclass(frozen=True)
class DutyRef:
    """A duty in a list: enough to know it again and to open it."""

    uid: str
    name: str
    keeper_id: int
    keeper_name: str
    unit_count: int
    when_text: str
    roll: str
    is_over: bool
    point_id: int | None


@dataclass(frozen=True)
class LetterDuties:
    """The points of a letter, and the duties made of it that the reader may see.

    open_points are those with a fixed day of which no duty of the reader's own unit was made.
    """

    points: tuple[LetterPoint, ...]
    duties: tuple[DutyRef, ...]
    open_points: tuple[LetterPoint, ...]


def letter_duties(actor: Actor, letter_uid: str) -> LetterDuties:
    """What a letter asks and what was made of it; the letter must have been asked for before."""
    points, duties = points_of_letter(letter_uid), duties_of_letter(actor, letter_uid)
    made = {one.point_id for one in duties if one.keeper_id == actor.unit_id}
    dated = tuple(one for one in points if one.due_on is not None and one.id not in made)
    return LetterDuties(points, duties, dated)


def points_of(letter_id: int) -> tuple[LetterPoint, ...]:
    """The letter's points, those of the very row asked for."""
    rows: Any = Duty.select().where(Duty.letter == letter_id).order_by(Duty.id)
    return tuple(
        LetterPoint(row.id, place, row.point, row.asks, row.report_to, row.due_on)
        for place, row in enumerate(rows, start=1)
    )


def point_at(letter_id: int, place: int) -> LetterPoint:
    """One point by its place. Raises InvalidInput where the letter has none there."""
    points = points_of(letter_id)
    if not 1 <= place <= len(points):
        raise InvalidInput(field="point")
    return points[place - 1]


def duties_of_letter(actor: Actor, letter_uid: str) -> tuple[DutyRef, ...]:
    """The duties born from a letter, or a row that is one with it, that the actor may see."""
    letter: Any = Letter.get(Letter.uid == letter_uid)
    return duty_refs(
        ReportDuty.letter.in_(rows_of_one(letter.id)) & ReportDuty.id.in_(duties_reached(actor))
    )


def duty_refs(chosen: Any) -> tuple[DutyRef, ...]:
    """The duties under a condition on ReportDuty, the first made first."""
    query: Any = (
        ReportDuty.select(
            ReportDuty.uid,
            ReportDuty.name,
            ReportDuty.unit,
            Unit.name_th,
            ReportDuty.unit_count,
            ReportDuty.when_text,
            ReportDuty.roll,
            ReportDuty.ended_at,
            ReportDuty.point,
        )
        .join(Unit, on=(ReportDuty.unit == Unit.id))
        .where(chosen)
        .order_by(ReportDuty.id)
        .tuples()
    )
    return tuple(
        DutyRef(uid, name, keeper_id, keeper, count, when, roll, ended is not None, point)
        for uid, name, keeper_id, keeper, count, when, roll, ended, point in query
    )


def points_of_letter(letter_uid: str) -> tuple[LetterPoint, ...]:
    """The same by the letter's uid; the letter must have been asked for before."""
    letter: Any = Letter.get(Letter.uid == letter_uid)
    return points_of(letter.id)
