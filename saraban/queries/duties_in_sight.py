"""Which duties somebody may see: one that their unit keeps or owes, and what an auditor reaches.

The rule in words: a duty is seen by the unit that keeps it, by units that owe it or owed it, by
the unit that its answers are meant for, by the keeper of the duty above it, and by an auditor
over a branch in which the keeper lies.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import DutyNotFound
from saraban.queries.visibility import sees_letter, units_in_reach
from saraban.records import DutyUnit, Letter, ReportDuty, Unit
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class SeenDuty:
    """A duty as the rows have it, and what the reader's unit is in it.

    when_text is a rules.whens.When as JSON. is_ower is true also for a unit that was taken out
    since. collects: the answers come to it, as the keeper or as the unit they are meant for.
    is_letter_seen: the letter may be opened too.
    """

    id: int
    uid: str
    name: str
    asks: str
    keeper_id: int
    keeper_uid: str
    keeper_name: str
    letter_id: int
    letter_uid: str
    letter_number: str | None
    letter_on: date | None
    point: str
    above_id: int | None
    report_kind: str
    report_to: str
    report_to_unit_id: int | None
    when_text: str
    roll: str
    is_until_office_hours: bool
    form_version_id: int | None
    needs_review: bool
    closes_after: int | None
    alarms: str
    unit_count: int
    began_on: date
    made_at: datetime
    made_by: str
    ended_at: datetime | None
    ended_by: str | None
    ended_reason: str
    is_letter_seen: bool
    is_keeper: bool
    is_ower: bool
    collects: bool

    @property
    def sees_own_alone(self) -> bool:
        """Whether the reader only owes it: of its answers they see their own and no other."""
        return self.is_ower and not self.collects


def duty_in_sight(actor: Actor, uid: str) -> SeenDuty:
    """The duty, where the actor may see it. Raises DutyNotFound, also for one they may not see."""
    row = ReportDuty.get_or_none(ReportDuty.uid == uid)
    if row is None or not may(actor, Act.SEE_DUTY):
        raise DutyNotFound(uid=uid)
    is_keeper = row.unit_id == actor.unit_id
    is_ower = _owes(row.id, actor.unit_id)
    if not (is_keeper or is_ower or _reads(actor, row)):
        raise DutyNotFound(uid=uid)
    return _seen(actor, row, is_keeper=is_keeper, is_ower=is_ower)


def duties_reached(actor: Actor) -> Any:
    """A query of the ids of all duties the actor may see, for lists."""
    reach = units_in_reach(actor)
    own = ReportDuty.select(ReportDuty.id).where(ReportDuty.unit.in_(reach))
    owed = DutyUnit.select(DutyUnit.duty).where(DutyUnit.to_unit == actor.unit_id)
    meant = ReportDuty.select(ReportDuty.id).where(ReportDuty.report_to_unit == actor.unit_id)
    above = ReportDuty.select(ReportDuty.id).where(ReportDuty.unit == actor.unit_id)
    below = ReportDuty.select(ReportDuty.id).where(ReportDuty.above.in_(above))
    return own | owed | meant | below


def owes_still(duty_id: int, unit_id: int) -> bool:
    """Whether the unit owes the duty and was not taken out."""
    found = DutyUnit.select().where(
        DutyUnit.duty == duty_id, DutyUnit.to_unit == unit_id, DutyUnit.left_at.is_null()
    )
    return bool(found.exists())


def _owes(duty_id: int, unit_id: int) -> bool:
    found = DutyUnit.select().where(DutyUnit.duty == duty_id, DutyUnit.to_unit == unit_id)
    return bool(found.exists())


def _reads(actor: Actor, row: ReportDuty) -> bool:
    if row.report_to_unit_id == actor.unit_id:
        return True
    if row.above_id is not None and ReportDuty.get_by_id(row.above_id).unit_id == actor.unit_id:
        return True
    keeper = Unit.get_by_id(row.unit_id)
    return may(actor, Act.SEE_DUTY, subject_path=keeper.path)


def _seen(actor: Actor, row: Any, *, is_keeper: bool, is_ower: bool) -> SeenDuty:
    letter = Letter.get_by_id(row.letter_id)
    keeper = Unit.get_by_id(row.unit_id)
    return SeenDuty(
        id=row.id,
        uid=row.uid,
        name=row.name,
        asks=row.asks,
        keeper_id=row.unit_id,
        keeper_uid=keeper.uid,
        keeper_name=keeper.name_th,
        letter_id=letter.id,
        letter_uid=letter.uid,
        letter_number=letter.printed_number,
        letter_on=letter.dated_on,
        point=row.point.point if row.point_id else "",
        above_id=row.above_id,
        report_kind=row.report_kind,
        report_to=row.report_to,
        report_to_unit_id=row.report_to_unit_id,
        when_text=row.when_text,
        roll=row.roll,
        is_until_office_hours=row.is_until_office_hours,
        form_version_id=row.form_version_id,
        needs_review=row.needs_review,
        closes_after=row.closes_after,
        alarms=row.alarms,
        unit_count=row.unit_count,
        began_on=row.began_on,
        made_at=row.made_at,
        made_by=row.made_by,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
        ended_reason=row.ended_reason,
        is_letter_seen=sees_letter(actor, letter.id),
        is_keeper=is_keeper,
        is_ower=is_ower,
        collects=is_keeper or row.report_to_unit_id == actor.unit_id,
    )
