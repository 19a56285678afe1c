"""What a letter asks point by point, and what units answered."""

import peewee

from saraban.records.database import Table
from saraban.records.deliveries import Delivery
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter, StoredFile
from saraban.records.units import Unit


class Duty(Table):
    """One thing a letter asks. report_to is free: the report's way is not the letter's way.

    late_reason tells why a letter that passes another on sets a later day than that one.
    """

    letter = peewee.ForeignKeyField(Letter, backref="duties", on_delete="RESTRICT")
    point = peewee.CharField(10, default="")
    asks = peewee.CharField(1000)
    report_to = peewee.CharField(255, default="")
    due_on = peewee.DateField(null=True)
    late_reason = peewee.CharField(500, default="")
    letter_id: int


class Report(Table):
    """A unit's answer to a delivered letter: a report, nil, not concerned … never silence."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    letter = peewee.ForeignKeyField(Letter, backref="reports", on_delete="RESTRICT")
    delivery = peewee.ForeignKeyField(Delivery, null=True, backref="reports", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    answer = peewee.CharField(14)
    text = peewee.TextField(default="")
    submitted_at = InstantField()
    submitted_by = peewee.CharField(160)
    letter_id: int
    delivery_id: int | None
    unit_id: int


class ReportFile(Table):
    """Evidence that came with a report; field is the key of the form's field it answers, if any.

    location is where it was taken, only where the form asks for it.
    """

    report = peewee.ForeignKeyField(Report, backref="files", on_delete="RESTRICT")
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    name = peewee.CharField(255)
    field = peewee.CharField(40, default="")
    location = peewee.CharField(40, default="")
    report_id: int
    file_id: str
