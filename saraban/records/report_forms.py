"""Forms that an office asks others to fill in: each with the versions it was published in."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.units import Unit


class ReportForm(Table):
    """A form of one unit. draft is the definition being written, as JSON; seq counts its saves.

    closed_at takes it out of the choice for new duties; what uses it goes on.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    name = peewee.CharField(255)
    draft = peewee.TextField(default="")
    seq = peewee.IntegerField(default=0)
    made_at = InstantField()
    made_by = peewee.CharField(160)
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    closed_at = InstantField(null=True)
    closed_by = peewee.CharField(160, null=True)
    unit_id: int


class ReportFormVersion(Table):
    """A published definition (JSON of rules.report_forms), which never changes.

    remark says what is new in it.
    """

    form = peewee.ForeignKeyField(ReportForm, backref="versions", on_delete="RESTRICT", index=False)
    version = peewee.IntegerField()
    definition = peewee.TextField()
    remark = peewee.CharField(500, default="")
    published_at = InstantField()
    published_by = peewee.CharField(160)
    form_id: int

    class Meta:
        indexes = ((("form", "version"), True),)
