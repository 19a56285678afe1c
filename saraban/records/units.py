"""Units, and what each of them was called and was, at which time."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid


class Unit(Table):
    """One body in the tree, as it stands today; `UnitVersion` keeps its past.

    path is "/1/5/83/", every unit above and itself: a whole branch is one prefix search.
    province and district are the areas the unit lies in, themselves for an area unit.
    valid_to is the first day on which the unit no longer exists.
    registry_name is what its receipt stamp says ("ศาลากลางจังหวัดตาก"), when not its own name.
    joined_at tells since when the unit works in this installation; without it nothing is
    "delivered" to the unit, only sent.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    parent = peewee.ForeignKeyField("self", null=True, backref="children", on_delete="RESTRICT")
    path = peewee.CharField(255, default="", index=True)
    kind = peewee.CharField(20)
    name_th = peewee.CharField(255)
    short_name_th = peewee.CharField(120)
    name_en = peewee.CharField(255, default="")
    registry_name = peewee.CharField(120, default="")
    code_letters = peewee.CharField(10, default="")
    owner_number = peewee.CharField(20, default="")
    dopa_code = peewee.CharField(6, null=True)
    dla_code = peewee.CharField(8, null=True, unique=True)
    province = peewee.ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")
    district = peewee.ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")
    saraban_address = peewee.CharField(255, default="")
    saraban_confirmed_on = peewee.DateField(null=True)
    postal_address = peewee.CharField(255, default="")
    telephone = peewee.CharField(120, default="")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    merged_into = peewee.ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")
    is_sample = peewee.BooleanField(default=False)
    joined_at = InstantField(null=True)
    parent_id: int | None
    province_id: int | None
    district_id: int | None
    merged_into_id: int | None

    class Meta:
        indexes = ((("kind", "province"), False), (("dopa_code", "kind"), False))


class UnitVersion(Table):
    """What a unit was from valid_from (null: since before our records) until before valid_to."""

    unit = peewee.ForeignKeyField(Unit, backref="versions", on_delete="RESTRICT")
    kind = peewee.CharField(20)
    name_th = peewee.CharField(255)
    short_name_th = peewee.CharField(120)
    parent = peewee.ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    unit_id: int
    parent_id: int | None
