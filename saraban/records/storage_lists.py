"""Letters that a unit is done with: the lists by which they go into storage."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.units import Unit


class StorageList(Table):
    """One list (Form 19), numbered 1, 2, … in a unit's BE year."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    be_year = peewee.IntegerField()
    number = peewee.IntegerField()
    made_at = InstantField()
    made_by = peewee.CharField(160)
    unit_id: int

    class Meta:
        indexes = ((("unit", "be_year", "number"), True),)


class StorageLine(Table):
    """A unit's copy of a letter that is done with: for how long it is kept, and until when.

    retention is rules.retention.Retention; keep_until is the BE year at whose end it expires,
    null for what is kept for ever or as another law says. A line listed wrongly is taken back
    with a reason and stays.
    """

    storage_list = peewee.ForeignKeyField(
        StorageList, backref="lines", on_delete="RESTRICT", index=False
    )
    place = peewee.IntegerField()
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    finished_on = peewee.DateField()
    retention = peewee.CharField(12)
    keep_until = peewee.IntegerField(null=True)
    remark = peewee.CharField(255, default="")
    taken_back_at = InstantField(null=True)
    taken_back_by = peewee.CharField(160, null=True)
    taken_back_reason = peewee.CharField(500, null=True)
    storage_list_id: int
    unit_id: int
    letter_id: int

    class Meta:
        indexes = ((("storage_list", "place"), True), (("unit", "letter"), False))
