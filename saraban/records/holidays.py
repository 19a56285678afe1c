"""Office holidays of the installation: a table that people keep, for the law changes yearly."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField
from saraban.records.units import Unit


class Holiday(Table):
    """A day on which offices are closed; one that was taken out again keeps its row."""

    day = peewee.DateField(unique=True)
    name_th = peewee.CharField(160)
    added_at = InstantField()
    added_by = peewee.CharField(160)
    removed_at = InstantField(null=True)
    removed_by = peewee.CharField(160, null=True)


class ProvinceHoliday(Table):
    """A day on which the offices of one province are closed besides those of the whole country.

    One that was taken out again keeps its row.
    """

    day = peewee.DateField()
    province = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    name_th = peewee.CharField(160)
    added_at = InstantField()
    added_by = peewee.CharField(160)
    removed_at = InstantField(null=True)
    removed_by = peewee.CharField(160, null=True)
    province_id: int

    class Meta:
        indexes = ((("day", "province"), True),)
