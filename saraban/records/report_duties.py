"""What units owe an office: the duty, who owes it, its periods, and every date that was moved.

A letter's point (`records.reports.Duty`) is what the paper asks. A ReportDuty is what one office
makes of it: kept by the unit to which the answers come, owed by a set of units.
"""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.report_forms import ReportFormVersion
from saraban.records.reports import Duty
from saraban.records.units import Unit


class ReportDuty(Table):
    """A duty to answer. unit keeps it: it collects the answers and decides on dates.

    letter and point tell what it is born from; above is the duty of the level above that it
    re-makes. report_kind is a rules.report_duties.ReportTo: the answers are meant for a unit, for
    an office outside the tree, or for another system, whose name is report_to: the report's way
    is not the letter's way. when_text is a rules.due_dates.When as JSON; roll what becomes of a
    day on which offices are closed (blank: as the law has it). closes_after is the number of days
    after the due day for which late answers are taken (null: for ever). alarms is JSON of
    rules.reminders (blank: the usual ones).
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    point = peewee.ForeignKeyField(Duty, null=True, backref="+", on_delete="RESTRICT")
    above = peewee.ForeignKeyField("self", null=True, backref="below", on_delete="RESTRICT")
    name = peewee.CharField(300)
    asks = peewee.CharField(1000, default="")
    report_kind = peewee.CharField(8, default="unit")
    report_to = peewee.CharField(255, default="")
    report_to_unit = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    when_text = peewee.TextField()
    roll = peewee.CharField(8, default="")
    is_until_office_hours = peewee.BooleanField(default=True)
    late_reason = peewee.CharField(500, default="")
    form_version = peewee.ForeignKeyField(
        ReportFormVersion, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    needs_review = peewee.BooleanField(default=False)
    closes_after = peewee.IntegerField(null=True)
    alarms = peewee.CharField(1000, default="")
    unit_count = peewee.IntegerField()
    began_on = peewee.DateField()
    made_at = InstantField()
    made_by = peewee.CharField(160)
    ended_at = InstantField(null=True)
    ended_by = peewee.CharField(160, null=True)
    ended_reason = peewee.CharField(500, default="")
    ended_letter = peewee.ForeignKeyField(
        Letter, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    unit_id: int
    letter_id: int
    point_id: int | None
    above_id: int | None
    report_to_unit_id: int | None
    form_version_id: int | None
    ended_letter_id: int | None

    class Meta:
        indexes = ((("unit", "ended_at"), False),)


class DutyUnit(Table):
    """A unit that owes a duty. province is the unit's own, so that a roll-up needs no unit row.

    One that was taken out keeps its row, with the reason.
    """

    duty = peewee.ForeignKeyField(ReportDuty, backref="owing", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    province = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    added_at = InstantField()
    left_at = InstantField(null=True)
    left_reason = peewee.CharField(500, default="")
    duty_id: int
    to_unit_id: int
    province_id: int | None

    class Meta:
        indexes = ((("duty", "to_unit"), True),)


class ReportPeriod(Table):
    """One occurrence of a duty: the only one, one of a round, or one event.

    covers_from to covers_until is what it reports on; label its name where it is no round's. due_on
    is the last day in time (none for an event, a standing duty or "at once", and where each
    unit's own receipt decides); steps is JSON of how that day was found. event_unit is the unit
    that told of an event. struck_at voids the period with a reason; closed_at ends the taking of
    answers by hand.
    """

    duty = peewee.ForeignKeyField(ReportDuty, backref="periods", on_delete="RESTRICT", index=False)
    number = peewee.IntegerField()
    covers_from = peewee.DateField(null=True)
    covers_until = peewee.DateField(null=True)
    label = peewee.CharField(255, default="")
    due_on = peewee.DateField(null=True)
    steps = peewee.TextField(default="")
    is_by_hand = peewee.BooleanField(default=False)
    event_unit = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    made_at = InstantField()
    struck_at = InstantField(null=True)
    struck_by = peewee.CharField(160, null=True)
    struck_reason = peewee.CharField(500, default="")
    closed_at = InstantField(null=True)
    closed_by = peewee.CharField(160, null=True)
    duty_id: int
    event_unit_id: int | None

    class Meta:
        indexes = ((("duty", "number"), True), (("due_on",), False))
