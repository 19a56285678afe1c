"""Letters as they are on paper, what they cite, what they ask to be passed on, their files."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.units import Unit


class Letter(Table):
    """One letter, once, however many desks receive it.

    letter_number is the key form of the number the letter is known by ("มท 0229/ว 3799");
    printed_number is what the copy shows ("มท ๐๒๒๙/ว ๓๓๗๙๙") and printed_key that text's key
    form: they may differ, and the difference is evidence. root is the letter at the top of the
    chain of conveyance (itself when it conveys none); conveys is the letter it passes on.
    A letter above secrecy "normal" has an empty subject, no body and no files.
    search_text is rules-made: spaces removed, digits folded to Arabic.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    kind = peewee.CharField(12)
    is_circular = peewee.BooleanField(default=False)
    letter_number = peewee.CharField(80, null=True, index=True)
    printed_number = peewee.CharField(80, null=True)
    printed_key = peewee.CharField(80, null=True, index=True)
    dated_on = peewee.DateField(null=True)
    be_year = peewee.IntegerField(null=True)
    issuer = peewee.ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    issuer_text = peewee.CharField(255)
    subject = peewee.CharField(1000, default="")
    addressee_text = peewee.CharField(1000, default="")
    urgency = peewee.CharField(12, default="normal")
    deliver_by = InstantField(null=True)
    secrecy = peewee.CharField(12, default="normal")
    body = peewee.TextField(default="")
    signatory_name = peewee.CharField(160, default="")
    signatory_position = peewee.CharField(500, default="")
    owner_section = peewee.CharField(255, default="")
    contact = peewee.CharField(500, default="")
    conveys = peewee.ForeignKeyField("self", null=True, backref="conveyed_by", on_delete="RESTRICT")
    root = peewee.ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")
    relay_phrase = peewee.CharField(500, default="")
    registered_by = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    is_issued_here = peewee.BooleanField(default=False)
    created_at = InstantField(index=True)
    search_text = peewee.TextField(default="")
    issuer_id: int | None
    conveys_id: int | None
    root_id: int | None
    registered_by_id: int


class Citation(Table):
    """A letter named by another letter: what was written, and what it was resolved to.

    place is "reference" (อ้างถึง), "enclosure" (สิ่งที่ส่งมาด้วย) or "body". The cited_… columns
    are never corrected; a difference from the letter itself is shown, not cleaned up.
    """

    letter = peewee.ForeignKeyField(Letter, backref="citations", on_delete="RESTRICT")
    place = peewee.CharField(10)
    cited_text = peewee.CharField(1000)
    cited_number = peewee.CharField(80, null=True)
    cited_key = peewee.CharField(80, null=True, index=True)
    cited_on = peewee.DateField(null=True)
    cited_urgency = peewee.CharField(12, null=True)
    cited_issuer_text = peewee.CharField(255, null=True)
    resolved = peewee.ForeignKeyField(Letter, null=True, backref="cited_by", on_delete="RESTRICT")
    confirmed_by = peewee.CharField(160, null=True)
    confirmed_at = InstantField(null=True)
    letter_id: int
    resolved_id: int | None


class StoredFile(Table):
    """Bytes in the file store, known by their digest alone."""

    sha256 = peewee.CharField(64, primary_key=True)
    size = peewee.BigIntegerField()
    media_type = peewee.CharField(100)
    kept_at = InstantField()


class LetterFile(Table):
    """A file of a letter: the letter as printed, a scan of it, or an enclosure."""

    letter = peewee.ForeignKeyField(Letter, backref="files", on_delete="RESTRICT")
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    role = peewee.CharField(10)
    name = peewee.CharField(255)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    added_at = InstantField()
    letter_id: int
    file_id: str
    unit_id: int
