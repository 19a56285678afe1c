"""Days of a registry that were closed and signed."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.units import Unit


class DayClosing(Table):
    """The lines of one day in all books of a unit, as they stood when somebody closed the day.

    A day that got more lines is closed again: round counts up. seq and head_digest are the last
    event of the unit's chain before the closing, lines_digest is rules.closings', and code is
    made of them: it stands on the paper that is signed.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    day = peewee.DateField()
    round = peewee.IntegerField()
    code = peewee.CharField(16, unique=True)
    seq = peewee.IntegerField()
    head_digest = peewee.CharField(64)
    lines_digest = peewee.CharField(64)
    closed_at = InstantField()
    closed_by = peewee.CharField(160)
    unit_id: int

    class Meta:
        indexes = ((("unit", "day", "round"), True),)
