"""Sets of units that an office names: imported lists, and groups it sends to again."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import StoredFile
from saraban.records.units import Unit


class UnitSet(Table):
    """Units that a unit named once, never changed: a list out of a file, or those of a group.

    file is the list as it came, name what it was called.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    name = peewee.CharField(160)
    file = peewee.ForeignKeyField(
        StoredFile, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    unit_count = peewee.IntegerField()
    made_at = InstantField()
    made_by = peewee.CharField(160)
    unit_id: int
    file_id: str | None


class UnitSetMember(Table):
    """One unit of a set; line is its row in the file, from 1."""

    unit_set = peewee.ForeignKeyField(UnitSet, backref="members", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    line = peewee.IntegerField(null=True)
    unit_set_id: int
    to_unit_id: int

    class Meta:
        indexes = ((("unit_set", "to_unit"), True),)


class UnitGroup(Table):
    """A group that a unit sends to again; what it means stands in its versions.

    place is its key, from 1, null for none. An archived group stays and is offered no more.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    name = peewee.CharField(80)
    place = peewee.IntegerField(null=True)
    made_at = InstantField()
    archived_at = InstantField(null=True)
    archived_by = peewee.CharField(160, null=True)
    unit_id: int


class UnitGroupVersion(Table):
    """What a group meant from changed_at on: a phrase read on the letter's day, units, or both."""

    unit_group = peewee.ForeignKeyField(
        UnitGroup, backref="versions", on_delete="RESTRICT", index=False
    )
    number = peewee.IntegerField()
    phrase = peewee.CharField(500, default="")
    unit_set = peewee.ForeignKeyField(UnitSet, null=True, backref="+", on_delete="RESTRICT")
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    unit_group_id: int
    unit_set_id: int | None

    class Meta:
        indexes = ((("unit_group", "number"), True),)
