"""The queue of books and lists that are made into files without holding a desk up."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import StoredFile
from saraban.records.people import Person
from saraban.records.units import Unit


class Export(Table):
    """A file that somebody asked for, of one unit's book; also the queue that makes it.

    ask is rules.exports.BookAsk as text, state its ExportState. A worker holds the row until
    claimed_until, as with records.intakes.IntakeReading. Nothing of it is replayed from the
    ledger, which has the asking and the making as events: the file can be made again.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    ask = peewee.TextField()
    name = peewee.CharField(255)
    row_count = peewee.IntegerField()
    state = peewee.CharField(9)
    queued_at = InstantField()
    attempt_count = peewee.IntegerField(default=0)
    claimed_by = peewee.CharField(80, null=True)
    claimed_until = InstantField(null=True)
    rows_done = peewee.IntegerField(default=0)
    trouble = peewee.CharField(1000, default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    made_at = InstantField(null=True)
    expires_at = InstantField(null=True)
    seen_at = InstantField(null=True)
    unit_id: int
    person_id: int
    file_id: str | None

    class Meta:
        indexes = ((("state", "queued_at"), False), (("person", "queued_at"), False))
