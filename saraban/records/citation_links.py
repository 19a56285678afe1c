"""Which letter a citation was said to mean, by whom, and that it was taken back: all of it kept."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Citation, Letter
from saraban.records.units import Unit


class CitationLink(Table):
    """One time that a citation was tied to a letter; Citation.resolved is the one in force.

    made_by is empty where number and day alone decided it. What was taken back stays, with who
    and why, and is never tied together again by itself.
    """

    citation = peewee.ForeignKeyField(Citation, backref="links", on_delete="RESTRICT")
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    made_at = InstantField()
    made_by = peewee.CharField(160, default="")
    taken_back_at = InstantField(null=True)
    taken_back_by = peewee.CharField(160, null=True)
    reason = peewee.CharField(500, null=True)
    citation_id: int
    letter_id: int


class CaseMark(Table):
    """A person's word on whether two letters are one matter; the latest on a pair is in force."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    one = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    other = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    is_joined = peewee.BooleanField()
    reason = peewee.CharField(500, default="")
    marked_at = InstantField()
    marked_by = peewee.CharField(160)
    one_id: int
    other_id: int
    unit_id: int
