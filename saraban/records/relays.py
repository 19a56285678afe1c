"""The duty of a unit to pass a received letter on, and how many days its registry takes for it."""

import peewee

from saraban.records.database import Table
from saraban.records.deliveries import Delivery
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.units import Unit


class RelayDuty(Table):
    """One letter that one unit is to pass on. state is a rules.relay_duties.RelayState.

    delivery is null for a letter that came from outside the system; asked_by is the unit that
    sent it, where that is known, and root the top letter of its cascade. phrase is whom the
    letter wants told. done_letter is the unit's own letter, which may convey another and only
    enclose this one; told_letter is the letter that an excuse names.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    root = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    delivery = peewee.ForeignKeyField(
        Delivery, null=True, unique=True, backref="+", on_delete="RESTRICT"
    )
    asked_by = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    phrase = peewee.CharField(500, default="")
    state = peewee.CharField(8)
    began_on = peewee.DateField()
    due_on = peewee.DateField()
    due_because = peewee.CharField(8)
    made_at = InstantField()
    taken_on_by = peewee.CharField(160, null=True)
    done_letter = peewee.ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
    settled_at = InstantField(null=True)
    settled_by = peewee.CharField(160, null=True)
    excuse = peewee.CharField(14, null=True)
    reason = peewee.CharField(500, default="")
    told_letter = peewee.ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
    reopened_at = InstantField(null=True)
    unit_id: int
    letter_id: int
    root_id: int
    delivery_id: int | None
    asked_by_id: int | None
    done_letter_id: int | None
    told_letter_id: int | None

    class Meta:
        indexes = (
            (("unit", "letter"), True),
            (("unit", "state", "due_on"), False),
            (("asked_by", "state", "due_on"), False),
        )


class RelaySetting(Table):
    """A registry's office days for passing on; without a row those of rules.relay_duties."""

    unit = peewee.ForeignKeyField(Unit, primary_key=True, backref="+", on_delete="RESTRICT")
    normal = peewee.IntegerField()
    urgent = peewee.IntegerField()
    very_urgent = peewee.IntegerField()
    most_urgent = peewee.IntegerField()
    collect_days = peewee.IntegerField()
    bottom_days = peewee.IntegerField()
