"""Files on their way up, and what was measured in those that arrived."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.people import Person
from saraban.records.units import Unit


class Upload(Table):
    """A file that is being sent, or was sent and waits to be used; the bytes lie in upload_store.

    size is what the sender announced. sha256 and finished_at come with the last byte, used_at with
    the report it went into. None of it is replayed from the ledger, which begins with the report:
    what nobody used is dropped (rules.uploads).
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    name = peewee.CharField(255)
    size = peewee.BigIntegerField()
    sha256 = peewee.CharField(64, null=True)
    begun_at = InstantField()
    finished_at = InstantField(null=True)
    used_at = InstantField(null=True)
    unit_id: int
    person_id: int

    class Meta:
        indexes = ((("person", "used_at"), False), (("begun_at",), False))


class EvidenceFact(Table):
    """What was measured in a file of evidence (rules.evidence.EvidenceFacts), once a digest.

    milliseconds and told_milliseconds are a clip's length as measured and as its header tells.
    Derived from the bytes, so not in the ledger: it can be measured again.
    """

    sha256 = peewee.CharField(64, primary_key=True)
    kind = peewee.CharField(5)
    media_type = peewee.CharField(100)
    width = peewee.IntegerField(null=True)
    height = peewee.IntegerField(null=True)
    milliseconds = peewee.IntegerField(null=True)
    told_milliseconds = peewee.IntegerField(null=True)
    codecs = peewee.CharField(60, default="")
    is_playable = peewee.BooleanField(default=True)
    has_location = peewee.BooleanField(default=False)
    location = peewee.CharField(40, default="")
    page_count = peewee.IntegerField(null=True)
    measured_at = InstantField()
