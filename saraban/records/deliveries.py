"""Who a letter was sent to, and the instants that happened to each delivery."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField
from saraban.records.letters import Letter
from saraban.records.units import Unit


class Dispatch(Table):
    """One sending of a letter: the phrase as printed and the count it was frozen to."""

    letter = peewee.ForeignKeyField(Letter, backref="dispatches", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    phrase = peewee.CharField(1000)
    unit_count = peewee.IntegerField()
    dispatched_at = InstantField()
    letter_id: int
    unit_id: int


class Delivery(Table):
    """A letter on its way to one unit. Each instant is set once and never moved.

    (letter.uid, to_unit.uid) is its identity between installations. root is the top letter of
    the cascade and province the addressee's, so that a roll-up reads one covering index.
    status is the furthest state reached (rules.deliveries.Status), kept in the same statement
    as the instant that moves it. channel says how it was sent: by post nothing arrives before a
    receipt. is_inner marks a passing on inside one agency.
    """

    letter = peewee.ForeignKeyField(Letter, backref="deliveries", on_delete="RESTRICT", index=False)
    root = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT", index=False)
    from_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, backref="deliveries", on_delete="RESTRICT", index=False)
    province = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    channel = peewee.CharField(12, default="system")
    is_inner = peewee.BooleanField(default=False)
    status = peewee.SmallIntegerField(default=0)
    dispatched_at = InstantField()
    delivered_at = InstantField(null=True)
    opened_at = InstantField(null=True)
    received_at = InstantField(null=True)
    acknowledged_at = InstantField(null=True)
    acknowledged_by = peewee.CharField(160, null=True)
    acknowledged_digest = peewee.CharField(64, null=True)
    passed_on_at = InstantField(null=True)
    reported_at = InstantField(null=True)
    letter_id: int
    root_id: int
    from_unit_id: int
    to_unit_id: int
    province_id: int | None

    class Meta:
        indexes = (
            (("letter", "to_unit"), True),
            (("root", "province", "status"), False),
            (("to_unit", "status"), False),
        )
