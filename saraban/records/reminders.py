"""What units were reminded of: a digest a unit and morning, its lines, and who reads the calendar.

ReminderRun is only the worker's claim of a morning; everything else is told in the ledger.
"""

import peewee

from saraban.records.database import Table
from saraban.records.expected_reports import ExpectedReport
from saraban.records.fields import InstantField, new_uid
from saraban.records.people import Person
from saraban.records.report_duties import ReportDuty
from saraban.records.units import Unit


class ReminderRun(Table):
    """One morning's reminders, claimed by one worker until claimed_until; done_at ends it."""

    day = peewee.DateField(primary_key=True)
    claimed_by = peewee.CharField(80)
    claimed_until = InstantField()
    digest_count = peewee.IntegerField(default=0)
    mail_count = peewee.IntegerField(default=0)
    done_at = InstantField(null=True)


class Digest(Table):
    """What one unit was told one morning: one a unit and day, whoever writes it.

    counts is JSON of rules.reminders.Section (and "below") to how many stood there. address is
    blank where the unit has none that somebody confirmed: then only its desk page tells, and the
    keepers reach it on paper. The mail, where there is one, names its digest.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    day = peewee.DateField()
    counts = peewee.CharField(200)
    address = peewee.CharField(255, default="")
    told_at = InstantField()
    unit_id: int

    class Meta:
        indexes = ((("unit", "day"), True), (("day",), False))


class ReminderLine(Table):
    """One piece of news in a digest, told once: (expected, key) says of what.

    news is a rules.reminders.NewsKind, key what makes it the same news again. unit is who was
    told: the unit that owes the report, or, of what was told above, the one over it. due_on is
    the due day as it then was.
    """

    digest = peewee.ForeignKeyField(Digest, backref="lines", on_delete="RESTRICT")
    duty = peewee.ForeignKeyField(ReportDuty, backref="+", on_delete="RESTRICT", index=False)
    expected = peewee.ForeignKeyField(
        ExpectedReport, backref="+", on_delete="RESTRICT", index=False
    )
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    news = peewee.CharField(8)
    key = peewee.CharField(24)
    due_on = peewee.DateField(null=True)
    digest_id: int
    duty_id: int
    expected_id: int
    unit_id: int

    class Meta:
        indexes = (
            (("expected", "key"), True),
            (("duty", "unit", "news"), False),
            (("duty", "digest"), False),
        )


class CalendarFeed(Table):
    """A private address under which one person's calendar program reads one unit's due days.

    Only the token's SHA-256 is kept. One is good at a time; a renewed one ends the other.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    token_digest = peewee.CharField(64, unique=True)
    made_at = InstantField()
    ended_at = InstantField(null=True)
    person_id: int
    unit_id: int

    class Meta:
        indexes = ((("person", "unit"), False),)
