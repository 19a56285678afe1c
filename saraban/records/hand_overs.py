"""Who holds a unit's duties and orders: a post, and the person in it from a day on."""

import peewee

from saraban.records.database import Table
from saraban.records.endorsements import OrderedDesk
from saraban.records.fields import InstantField, new_uid
from saraban.records.people import Person
from saraban.records.report_duties import ReportDuty
from saraban.records.units import Unit


class HandOver(Table):
    """One handing over inside a unit, as it was signed. Rows are only added.

    from_… is blank where nobody held what was handed over; to_person is null for a post that has
    no holder yet.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    from_person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    from_name = peewee.CharField(160, default="")
    from_title = peewee.CharField(160, default="")
    to_person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    to_name = peewee.CharField(160, default="")
    to_title = peewee.CharField(160, default="")
    words = peewee.CharField(1000, default="")
    handed_on = peewee.DateField()
    made_at = InstantField()
    made_by = peewee.CharField(160)
    unit_id: int
    from_person_id: int | None
    to_person_id: int | None


class DutyHolder(Table):
    """The post in a unit that holds a duty, kept or owed; the last row of unit and duty counts.

    person is who is in that post, from held_from until the next row's day; null for nobody yet.
    next_on is the day on which the unit owed the next report of it when it was handed over.
    """

    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    duty = peewee.ForeignKeyField(ReportDuty, backref="+", on_delete="RESTRICT")
    post_title = peewee.CharField(160)
    person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    held_from = peewee.DateField()
    next_on = peewee.DateField(null=True)
    hand_over = peewee.ForeignKeyField(HandOver, backref="duties", on_delete="RESTRICT")
    unit_id: int
    duty_id: int
    person_id: int | None
    hand_over_id: int

    class Meta:
        indexes = ((("unit", "duty"), False),)


class OrderHolder(Table):
    """Who does what an order named somebody else for; the last row of an ordered desk counts."""

    ordered = peewee.ForeignKeyField(OrderedDesk, backref="+", on_delete="RESTRICT")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    hand_over = peewee.ForeignKeyField(HandOver, backref="orders", on_delete="RESTRICT")
    ordered_id: int
    person_id: int
    hand_over_id: int
