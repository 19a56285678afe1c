"""The overview of one duty: whom it comes from and goes to, who owes it, its days in the chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.asked_still import asked_still
from saraban.queries.due_days import Explained, explained
from saraban.queries.duties_in_sight import SeenDuty, duties_reached, owes_still
from saraban.queries.duty_dates import next_day_of
from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.queries.visibility import sees_letter
from saraban.records import (
    DutyUnit,
    ExpectedReport,
    Letter,
    ReportDuty,
    ReportForm,
    ReportFormVersion,
    ReportPeriod,
    Unit,
)
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Anchor, Counted, OnEvent, Standing

MOST_STEPS = 12
MOST_BELOW = 60
MOST_NAMES = 40


@dataclass(frozen=True)
class ChainLine:
    """A duty of the chain. uid is None where the reader may not open it.

    next_on is its next day, days_before by how many days that lies before the day above it.
    """

    uid: str | None
    name: str
    keeper_name: str
    unit_count: int
    when_text: str
    roll: str
    next_on: date | None
    days_before: int | None
    late_reason: str
    is_over: bool
    is_this: bool = False


@dataclass(frozen=True)
class OwingLine:
    """A unit that owes the duty, or was taken out with a reason."""

    uid: str
    name_th: str
    added_at: datetime
    left_at: datetime | None
    left_reason: str


@dataclass(frozen=True)
class DutyCard:
    """due is the day the reader's unit has to keep, or the next one of the duty itself.

    answer_number is the period that the unit is to answer: the first that it still owes, which may
    be past and its duty ended, else the next one; null for who owes nothing.
    chain goes from the first of all down to this duty, below are those that re-make it. owing are
    the first of the units, taken_out all that owe it no more. form is (uid, name, version).
    """

    report_to: str
    form: tuple[str, str, int] | None
    answer_number: int | None
    due: Explained | None
    chain: tuple[ChainLine, ...]
    below: tuple[ChainLine, ...]
    below_count: int
    owing: tuple[OwingLine, ...]
    taken_out: tuple[OwingLine, ...]
    period_count: int
    ended_by: LetterRef | None
    takes_events: bool
    may_keep: bool
    may_tell_event: bool
    may_remake: bool


def duty_card(actor: Actor, seen: SeenDuty, *, today: date) -> DutyCard:
    """The card of a duty that duty_in_sight gave to this actor."""
    row: Any = ReportDuty.get_by_id(seen.id)
    following = next_day_of(seen.id, today=today, unit_id=actor.unit_id if seen.is_ower else None)
    is_open = seen.ended_at is None
    coming = following.number if following and is_open and seen.is_ower else None
    events = takes_events_of(seen.when_text)
    owes_now = seen.is_ower and owes_still(seen.id, actor.unit_id)
    below, below_count = _below(actor, seen, today)
    return DutyCard(
        report_to=_report_to(row, seen),
        form=_form(row.form_version_id),
        answer_number=_owed_number(seen.id, actor.unit_id) or coming,
        due=None
        if following is None
        else explained(
            following.on,
            following.steps,
            is_until_office_hours=seen.is_until_office_hours,
        ),
        chain=_chain(actor, row, today),
        below=below,
        below_count=below_count,
        owing=owing_units(seen.id, most=MOST_NAMES),
        taken_out=owing_units(seen.id, is_out=True),
        period_count=ReportPeriod.select()
        .where(ReportPeriod.duty == seen.id, ReportPeriod.struck_at.is_null())
        .count(),
        ended_by=_ending(actor, row.ended_letter_id),
        takes_events=events,
        may_keep=is_open and seen.is_keeper and may(actor, Act.KEEP_DUTY),
        may_tell_event=is_open and events and owes_now and may(actor, Act.REPORT),
        may_remake=is_open and owes_now and may(actor, Act.KEEP_DUTY),
    )


def owing_units(
    duty_id: int, *, words: str = "", is_out: bool = False, skip: int = 0, most: int | None = None
) -> tuple[OwingLine, ...]:
    """The units that owe a duty, in the order of the tree; or those that owe it no more."""
    query: Any = (
        DutyUnit.select(
            Unit.uid, Unit.name_th, DutyUnit.added_at, DutyUnit.left_at, DutyUnit.left_reason
        )
        .join(Unit, on=(DutyUnit.to_unit == Unit.id))
        .where(DutyUnit.duty == duty_id, DutyUnit.left_at.is_null(not is_out))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    )
    if words.strip():
        query = query.where(Unit.name_th.contains(words.strip()))
    if most is not None:
        query = query.limit(most).offset(skip)
    return tuple(OwingLine(*row) for row in query.tuples())


def takes_events_of(when_text: str) -> bool:
    """Whether reports come event by event: no calendar, or counted from each event."""
    when = when_from_text(when_text)
    if isinstance(when, Counted):
        return when.anchor is Anchor.EVENT and when.event_on is None
    return isinstance(when, OnEvent | Standing)


def _owed_number(duty_id: int, unit_id: int) -> int | None:
    """The first period that the unit owes and can answer; what has no day comes last."""
    found: int | None = (
        ReportPeriod.select(ReportPeriod.number)
        .join(ExpectedReport, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.duty == duty_id,
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state.in_([int(state) for state in OWED]),
            asked_still(),
        )
        .order_by(ExpectedReport.due_on.is_null(), ExpectedReport.due_on, ReportPeriod.number)
        .limit(1)
        .scalar()
    )
    return found


def _report_to(row: Any, seen: SeenDuty) -> str:
    """Whom the answers are for: a unit's name, the keeper's where none is said, or words."""
    if row.report_to:
        return str(row.report_to)
    if row.report_to_unit_id is None:
        return seen.keeper_name
    return str(Unit.get_by_id(row.report_to_unit_id).name_th)


def _form(version_id: int | None) -> tuple[str, str, int] | None:
    if version_id is None:
        return None
    found: Any = (
        ReportFormVersion.select(ReportForm.uid, ReportForm.name, ReportFormVersion.version)
        .join(ReportForm, on=(ReportFormVersion.form == ReportForm.id))
        .where(ReportFormVersion.id == version_id)
        .tuples()
        .first()
    )
    return None if found is None else (found[0], found[1], found[2])


def _ending(actor: Actor, letter_id: int | None) -> LetterRef | None:
    if letter_id is None or not sees_letter(actor, letter_id):
        return None
    return letter_refs(Letter.id == letter_id)[0][0]


def _chain(actor: Actor, row: Any, today: date) -> tuple[ChainLine, ...]:
    """From the first duty of all down to this one; nothing where it stands alone."""
    if row.above_id is None:
        return ()
    rows = [row, *_above(row)]
    reached = _reached(actor, [one.id for one in rows])
    lines: list[ChainLine] = []
    for one in reversed(rows):
        above_on = lines[-1].next_on if lines else None
        # A level that keeps the next duty down owes this one: its own day is what counts.
        lines.append(_line(one, reached, today, above_on=above_on, is_this=one.id == row.id))
    return tuple(lines)


def _above(row: Any) -> Iterator[Any]:
    seen = {row.id}
    for _step in range(MOST_STEPS):
        if row.above_id is None or row.above_id in seen:
            return
        row = ReportDuty.get_by_id(row.above_id)
        seen.add(row.id)
        yield row


def _below(actor: Actor, seen: SeenDuty, today: date) -> tuple[tuple[ChainLine, ...], int]:
    query: Any = ReportDuty.select().where(ReportDuty.above == seen.id).order_by(ReportDuty.id)
    if not seen.is_keeper:
        query = query.where(ReportDuty.id.in_(duties_reached(actor)))
    rows = list(query.limit(MOST_BELOW))
    reached = _reached(actor, [one.id for one in rows])
    own = next_day_of(seen.id, today=today)
    above_on = None if own is None else own.on
    return tuple(_line(one, reached, today, above_on=above_on) for one in rows), query.count()


def _reached(actor: Actor, duty_ids: list[int]) -> set[int]:
    found: Any = (
        ReportDuty.select(ReportDuty.id)
        .where(ReportDuty.id.in_(duty_ids), ReportDuty.id.in_(duties_reached(actor)))
        .tuples()
    )
    return {row[0] for row in found}


def _line(
    row: Any, reached: set[int], today: date, *, above_on: date | None, is_this: bool = False
) -> ChainLine:
    following = next_day_of(row.id, today=today)
    next_on = None if following is None else following.on
    return ChainLine(
        uid=row.uid if row.id in reached else None,
        name=row.name,
        keeper_name=Unit.get_by_id(row.unit_id).name_th,
        unit_count=row.unit_count,
        when_text=row.when_text,
        roll=row.roll,
        next_on=next_on,
        days_before=(above_on - next_on).days if above_on and next_on else None,
        late_reason=row.late_reason,
        is_over=row.ended_at is not None,
        is_this=is_this,
    )
