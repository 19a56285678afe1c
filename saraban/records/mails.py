"""The outbox: mail that an act wrote, sent by the worker once the act is in the database."""

import peewee

from saraban.records.chases import ChaseLine
from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.reminders import Digest
from saraban.records.units import Unit


class Mail(Table):
    """One mail to one address; also the queue that sends it.

    state is a rules.mails.MailState. A worker holds the row until claimed_until, and only while
    it speaks with the mail server: whose hold ran out may have been sent or not. uid makes the
    Message-ID, which stays the same however often it is tried. next_at is when it is tried next,
    trouble what the server or the connection last said. sender_name is who it says it is from,
    blank for the unit itself. Nothing of it is replayed from the
    ledger, which has the act that wrote it and what became of it as events.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    letter = peewee.ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
    chase_line = peewee.ForeignKeyField(ChaseLine, null=True, backref="+", on_delete="RESTRICT")
    digest = peewee.ForeignKeyField(Digest, null=True, backref="+", on_delete="RESTRICT")
    address = peewee.CharField(255)
    sender_name = peewee.CharField(255, default="")
    subject = peewee.CharField(1200)
    body = peewee.TextField()
    state = peewee.CharField(9)
    queued_at = InstantField()
    next_at = InstantField()
    attempt_count = peewee.IntegerField(default=0)
    claimed_by = peewee.CharField(80, null=True)
    claimed_until = InstantField(null=True)
    trouble = peewee.CharField(500, default="")
    ended_at = InstantField(null=True)
    unit_id: int
    to_unit_id: int | None
    letter_id: int | None
    chase_line_id: int | None
    digest_id: int | None

    class Meta:
        indexes = ((("state", "next_at"), False), (("unit", "queued_at"), False))
