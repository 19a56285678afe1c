"""Letters that are being written: each save a version that stays, each step with its person."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter, StoredFile
from saraban.records.units import Unit


class Draft(Table):
    """A letter before its number; letter is what it became, and from then on nothing changes.

    version is the number of the newest version; kind and subject are that version's, for lists.
    state is a rules.drafts.DraftState. conveys is the letter that this one shall pass on.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    state = peewee.CharField(10)
    version = peewee.IntegerField()
    kind = peewee.CharField(12)
    subject = peewee.CharField(1000, default="")
    conveys = peewee.ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
    letter = peewee.ForeignKeyField(
        Letter, null=True, unique=True, backref="+", on_delete="RESTRICT"
    )
    begun_at = InstantField()
    begun_by = peewee.CharField(160)
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    unit_id: int
    conveys_id: int | None
    letter_id: int | None

    class Meta:
        indexes = ((("unit", "state", "changed_at"), False),)


class DraftVersion(Table):
    """What a draft said when it was saved; content is a rules.drafts.DraftText as JSON."""

    draft = peewee.ForeignKeyField(Draft, backref="versions", on_delete="RESTRICT", index=False)
    version = peewee.IntegerField()
    content = peewee.TextField()
    saved_at = InstantField()
    saved_by = peewee.CharField(160)
    draft_id: int

    class Meta:
        indexes = ((("draft", "version"), True),)


class DraftStep(Table):
    """What somebody did with a version beside writing it: a rules.drafts.DraftMove."""

    draft = peewee.ForeignKeyField(Draft, backref="steps", on_delete="RESTRICT")
    version = peewee.IntegerField()
    move = peewee.CharField(10)
    reason = peewee.CharField(500, default="")
    taken_at = InstantField()
    taken_by = peewee.CharField(160)
    draft_id: int


class Letterhead(Table):
    """The emblem that a unit prints on its letters: a picture of the office's own."""

    unit = peewee.ForeignKeyField(Unit, unique=True, backref="+", on_delete="RESTRICT")
    emblem = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    unit_id: int
    emblem_id: str | None
