"""Who was reminded of a letter, when, of what, and which way."""

import peewee

from saraban.records.database import Table
from saraban.records.deliveries import Delivery
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.units import Unit


class Chase(Table):
    """One reminder to many units. letter is whose branch was chased, root its cascade's top.

    kinds are rules.chasing.ChaseKind values, those that the clerk chose.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    root = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    kinds = peewee.CharField(60)
    text = peewee.TextField()
    unit_count = peewee.IntegerField()
    mail_count = peewee.IntegerField()
    chased_at = InstantField()
    chased_by = peewee.CharField(160)
    letter_id: int
    root_id: int
    unit_id: int

    class Meta:
        indexes = ((("unit", "chased_at"), False),)


class ChaseLine(Table):
    """One unit reminded by a chase, of one delivery; address is empty where it goes on paper.

    root and chased_at repeat the chase's: a cascade's reminders are read by one index.
    """

    chase = peewee.ForeignKeyField(Chase, backref="lines", on_delete="RESTRICT", index=False)
    root = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT", index=False)
    delivery = peewee.ForeignKeyField(Delivery, backref="+", on_delete="RESTRICT", index=False)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    kinds = peewee.CharField(60)
    address = peewee.CharField(255, default="")
    chased_at = InstantField()
    chase_id: int
    root_id: int
    delivery_id: int
    unit_id: int

    class Meta:
        indexes = (
            (("chase", "delivery"), True),
            (("delivery", "chased_at"), False),
            (("root", "delivery", "chased_at"), False),
        )


class ChaseText(Table):
    """The words with which a unit reminds others, until it writes others."""

    unit = peewee.ForeignKeyField(Unit, unique=True, backref="+", on_delete="RESTRICT")
    body = peewee.TextField()
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    unit_id: int
