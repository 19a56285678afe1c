"""The ledger: one digest chain of events per unit, and the head of each chain."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField
from saraban.records.units import Unit


class AuditEvent(Table):
    """One act. Appended by desk._audit only; triggers refuse UPDATE and DELETE.

    body is the canonical JSON text that the digest covers, together with the previous digest;
    the other columns repeat parts of it for searching and are checked against it.
    """

    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    seq = peewee.IntegerField()
    at = InstantField()
    actor_name = peewee.CharField(160)
    act = peewee.CharField(40)
    subject = peewee.CharField(60, index=True)
    body = peewee.TextField()
    digest = peewee.CharField(64)
    unit_id: int

    class Meta:
        indexes = ((("unit", "seq"), True),)


class AuditHead(Table):
    """The last event of a unit's chain; its row is the lock that orders them."""

    unit = peewee.ForeignKeyField(Unit, primary_key=True, backref="+", on_delete="RESTRICT")
    seq = peewee.IntegerField()
    digest = peewee.CharField(64)
    unit_id: int
