"""Opening a duty: what a letter asks becomes a record that units owe, each with its own day."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._expecting import write_owing
from saraban.desk.period_making import make_periods
from saraban.errors import (
    DutyIsOver,
    DutyNotKept,
    DutyNotOwed,
    FormNotOurs,
    InvalidInput,
    LaterThanDutyAbove,
    MissingField,
    NumberAlreadyVoid,
    PointHasDuty,
    SecretContentRefused,
    TextTooLong,
    UnitsChangedMeanwhile,
)
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_dates import days_later
from saraban.queries.duty_owers import Owers, owing_ids
from saraban.queries.duty_preview import days_behind
from saraban.queries.letter_points import point_at
from saraban.records import Duty, DutyUnit, RegisterEntry, ReportDuty, ReportForm, ReportFormVersion
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.report_duties import ReportTo
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import Roll, When
from saraban.thai.text import clean_line

__all__ = ["DutySaid", "Opened", "Owers", "ReportPath", "open_duty"]

LONGEST_NAME, LONGEST_ASKS, LONGEST_PATH, LONGEST_REASON = 300, 1000, 255, 500
MOST_CLOSES_AFTER = 3650


@dataclass(frozen=True)
class ReportPath:
    """For whom the answers are meant: a unit (no unit_id: the keeper itself), an office, a system.

    name is what an office outside, or the other system, is called.
    """

    kind: ReportTo = ReportTo.UNIT
    name: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DutySaid:
    """What is asked, and by when; who owes it is said beside it.

    roll "" is what the law does with a closed day. form_version_id is the published form that
    answers fill in. closes_after is the number of days after the due day for which late answers
    are taken, None for ever. late_reason explains a day later than that of the duty above.
    """

    name: str
    when: When
    asks: str = ""
    roll: str = ""
    is_until_office_hours: bool = True
    path: ReportPath = field(default_factory=ReportPath)
    form_version_id: int | None = None
    needs_review: bool = False
    closes_after: int | None = None
    late_reason: str = ""


@dataclass(frozen=True)
class Opened:
    """A duty that is owed from now on, and how many periods it begins with."""

    uid: str
    unit_count: int
    period_count: int


def open_duty(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    said: DutySaid,
    owers: Owers,
    place: int | None = None,
    above_uid: str | None = None,
    seen_count: int | None = None,
    is_first: bool = False,
) -> Opened:
    """Make what a letter asks a duty of these units, kept by the actor's unit.

    The letter may be one of ours or one that came. place is the letter's point, counted from 1;
    above_uid the duty of the level above that this one re-makes, which the actor's unit owes.
    seen_count is how many units the person was shown. is_first refuses a second duty of the point.
    An event-driven or standing duty begins without a period.

    Raises LetterNotFound, Refused, SecretContentRefused, NumberAlreadyVoid, PointHasDuty,
    MissingField, TextTooLong, InvalidInput, WhenUnreadable, TooManyPastPeriods, FormNotOurs,
    DutyNotFound, DutyNotOwed, DutyIsOver, LaterThanDutyAbove, UnitsChangedMeanwhile, and what
    `duty_owers.owing_ids` raises, DutyOwedByNobody above all.
    """
    letter = _access.letter(actor, Act.KEEP_DUTY, uid=letter_uid)
    _refuse_shut_letter(letter)
    words = _words(said)
    point_id = None if place is None else point_at(letter.id, place).id
    above = None if above_uid is None else _above(actor, above_uid)
    _check_form(actor, said.form_version_id, above)
    days_behind(said.when, words["roll"], today=day_of(at))
    unit_ids = owing_ids(actor, owers, letter, today=day_of(at))
    if seen_count is not None and seen_count != len(unit_ids):
        raise UnitsChangedMeanwhile(count=len(unit_ids), seen=seen_count)
    uid = new_uid()
    with write_transaction():
        if is_first:
            _refuse_second(point_id, actor.unit_id)
        ledger = Ledger(actor=actor, at=at)
        duty_id = ledger.insert(
            ReportDuty,
            uid=uid,
            unit=actor.unit_id,
            letter=letter.id,
            point=point_id,
            above=None if above is None else above.id,
            is_until_office_hours=said.is_until_office_hours,
            form_version=said.form_version_id,
            needs_review=said.needs_review,
            closes_after=said.closes_after,
            unit_count=len(unit_ids),
            began_on=day_of(at),
            made_at=at,
            made_by=actor.name,
            **words,
        )
        write_owing(ledger, duty_id, unit_ids)
        made = make_periods(ledger, duty_id=duty_id, today=day_of(at))
        if above is not None and not words["late_reason"]:
            _refuse_later(above, duty_id, actor.unit_id)
        ledger.record(
            "open_duty",
            subject=uid,
            letter=letter.uid,
            name=words["name"],
            unit_count=len(unit_ids),
            above=None if above is None else above.uid,
        )
    return Opened(uid, len(unit_ids), made.period_count)


def kept_duty(actor: Actor, uid: str, act: Act = Act.KEEP_DUTY) -> Any:
    """The duty's row, held, for its keeper to change. Raises DutyNotFound, Refused, DutyNotKept."""
    seen = duty_in_sight(actor, uid)
    require(actor, act)
    if not seen.is_keeper:
        raise DutyNotKept(keeper=seen.keeper_name)
    return locked(ReportDuty.select().where(ReportDuty.id == seen.id)).get()


def kept_duty_going_on(actor: Actor, uid: str) -> Any:
    """The same of a duty that has not ended; raises DutyIsOver as well."""
    duty = kept_duty(actor, uid)
    if duty.ended_at is not None:
        raise DutyIsOver()
    return duty


def _words(said: DutySaid) -> dict[str, Any]:
    """The columns that say what is asked, by when and to whom it is answered."""
    name, asks = clean_line(said.name), said.asks.strip()
    path, reason = clean_line(said.path.name), clean_line(said.late_reason)
    if not name:
        raise MissingField(field="name")
    for field_name, text, most in (
        ("name", name, LONGEST_NAME),
        ("asks", asks, LONGEST_ASKS),
        ("report_to", path, LONGEST_PATH),
        ("late_reason", reason, LONGEST_REASON),
    ):
        if len(text) > most:
            raise TextTooLong(field=field_name, most=most)
    if said.path.kind is not ReportTo.UNIT and not path:
        raise MissingField(field="report_to")
    if said.roll and said.roll not in set(Roll):
        raise InvalidInput(field="roll")
    if said.closes_after is not None and not 0 <= said.closes_after <= MOST_CLOSES_AFTER:
        raise InvalidInput(field="closes_after")
    is_unit = said.path.kind is ReportTo.UNIT
    return {
        "name": name,
        "asks": asks,
        "when_text": when_as_text(said.when),
        "roll": said.roll,
        "report_kind": said.path.kind.value,
        "report_to": "" if is_unit else path,
        "report_to_unit": said.path.unit_id if is_unit else None,
        "late_reason": reason,
    }


def _refuse_shut_letter(letter: Any) -> None:
    """Of a secret letter nothing but its line is kept; one whose number is void asks nothing."""
    if letter.secrecy != Secrecy.NORMAL:
        raise SecretContentRefused()
    void: Any = RegisterEntry.select().where(
        RegisterEntry.letter == letter.id,
        RegisterEntry.unit == letter.registered_by_id,
        RegisterEntry.voided_at.is_null(False),
    )
    if letter.is_issued_here and void.exists():
        raise NumberAlreadyVoid(number=letter.printed_number)


def _refuse_second(point_id: int | None, unit_id: int) -> None:
    """Of two who press at once the second waits at the point's row, and finds the duty made."""
    held: Any = locked(Duty.select().where(Duty.id == point_id)).first()
    made = ReportDuty.select().where(ReportDuty.point == point_id, ReportDuty.unit == unit_id)
    if held is not None and made.exists():
        raise PointHasDuty()


def _above(actor: Actor, uid: str) -> SeenDuty:
    """The duty of the level above, which the actor's unit owes and nobody ended."""
    above = duty_in_sight(actor, uid)
    if not above.is_ower:
        raise DutyNotOwed()
    if above.ended_at is not None:
        raise DutyIsOver()
    return above


def _check_form(actor: Actor, version_id: int | None, above: SeenDuty | None) -> None:
    """A form that the keeper published, or one that a duty asks it to fill in itself."""
    if version_id is None or (above is not None and above.form_version_id == version_id):
        return
    asked = (
        ReportDuty.select(ReportDuty.form_version)
        .join(DutyUnit, on=(DutyUnit.duty == ReportDuty.id))
        .where(DutyUnit.to_unit == actor.unit_id, ReportDuty.form_version.is_null(False))
    )
    known: Any = (
        ReportFormVersion.select(ReportFormVersion.id)
        .join(ReportForm, on=(ReportFormVersion.form == ReportForm.id))
        .where(
            ReportFormVersion.id == version_id,
            (ReportForm.unit == actor.unit_id) | ReportFormVersion.id.in_(asked),
        )
        .tuples()
        .first()
    )
    if known is None:
        raise FormNotOurs()


def _refuse_later(above: SeenDuty, duty_id: int, unit_id: int) -> None:
    """A level's own day leaves it time to collect; a later one needs a reason."""
    late = days_later(above.id, duty_id, unit_id=unit_id)
    if late > 0:
        raise LaterThanDutyAbove(days=late)
