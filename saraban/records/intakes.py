"""Files on their way into the register: who brought them, what was read, what became of it.

Intake, IntakeLetter, FieldAnswer and WatchedFolder say what people and the machine did, and
stand in the ledger. IntakeReading is the queue and the machine's own notes: it can be made again
from the bytes, so nothing of it is told there.
"""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter, StoredFile
from saraban.records.registers import RegisterEntry
from saraban.records.units import Unit


class Intake(Table):
    """A file handed in to be read and registered. The bytes may be those of another one.

    channel says how it came (rules.registers.Channel). set_aside_… are set when somebody says
    that nothing in the file is to be registered, and cleared when they take that back.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    name = peewee.CharField(255)
    channel = peewee.CharField(12)
    arrived_at = InstantField()
    brought_by = peewee.CharField(160)
    set_aside_at = InstantField(null=True)
    set_aside_by = peewee.CharField(160, null=True)
    set_aside_reason = peewee.CharField(500, null=True)
    unit_id: int
    file_id: str

    class Meta:
        indexes = ((("unit", "arrived_at"), False),)


class IntakeReading(Table):
    """The queue: one row a file, and what the machine has read of it so far.

    state is rules.intake.ReadingState. A worker holds the row until claimed_until and prolongs
    that while it works; afterwards anybody may take it over. reading is the JSON text of what
    `flask read --json` prints for the file; trouble is what went wrong, in Thai.
    This table is the queue on purpose: a task queue that forgets a task with the worker that
    died over it (huey's does) would lose letters.
    """

    intake = peewee.ForeignKeyField(Intake, primary_key=True, backref="+", on_delete="RESTRICT")
    state = peewee.CharField(8)
    queued_at = InstantField()
    attempt_count = peewee.IntegerField(default=0)
    claimed_by = peewee.CharField(80, null=True)
    claimed_until = InstantField(null=True)
    page_count = peewee.IntegerField(default=0)
    pages_done = peewee.IntegerField(default=0)
    trouble = peewee.CharField(1000, default="")
    reading = peewee.TextField(default="")
    read_at = InstantField(null=True)
    intake_id: int

    class Meta:
        indexes = ((("state", "queued_at"), False),)


class IntakeLetter(Table):
    """One of the letters that a file holds, by its place in the reading (from 0).

    number_key, dated_on and issuer_text are as the machine read them. state is
    rules.intake.LetterState; letter and entry tell what it became: a letter of its own, or one
    more arrival of a letter that was there. sketch is rules.fingerprint's, "" without text.
    """

    intake = peewee.ForeignKeyField(Intake, backref="letters", on_delete="RESTRICT", index=False)
    place = peewee.IntegerField()
    state = peewee.CharField(16, index=True)
    number_key = peewee.CharField(80, null=True)
    dated_on = peewee.DateField(null=True)
    issuer_text = peewee.CharField(255, default="")
    sketch = peewee.CharField(300, default="")
    letter = peewee.ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
    entry = peewee.ForeignKeyField(RegisterEntry, null=True, backref="+", on_delete="RESTRICT")
    settled_at = InstantField(null=True)
    settled_by = peewee.CharField(160, null=True)
    reason = peewee.CharField(500, default="")
    intake_id: int
    letter_id: int | None
    entry_id: int | None

    class Meta:
        indexes = ((("intake", "place"), True),)


class FieldAnswer(Table):
    """What a clerk made of one field that was read: the proposal, and what was registered.

    source and confidence_percent are the reading's, 0 to 100; had_confirm tells that the field
    had to be looked at by itself. sender is the issuer as registered. Rows are only added.
    """

    intake_letter = peewee.ForeignKeyField(IntakeLetter, backref="answers", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    field = peewee.CharField(20)
    proposed = peewee.TextField(default="")
    accepted = peewee.TextField(default="")
    is_right = peewee.BooleanField()
    source = peewee.CharField(10, default="")
    confidence_percent = peewee.IntegerField(default=0)
    had_confirm = peewee.BooleanField()
    sender = peewee.CharField(255, default="")
    answered_by = peewee.CharField(160)
    answered_at = InstantField()
    intake_letter_id: int
    unit_id: int


class WatchedFolder(Table):
    """A folder of this machine whose files are taken in for a unit until removed_at."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    path = peewee.CharField(1000)
    added_at = InstantField()
    added_by = peewee.CharField(160)
    removed_at = InstantField(null=True)
    removed_by = peewee.CharField(160, null=True)
    unit_id: int


class LetterSketch(Table):
    """The fingerprint of a letter's text as one copy of it was read, or as it was written here.

    Looked up through SketchBand: two sketches that share one band may be of one text.
    """

    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    sketch = peewee.CharField(300)
    letter_id: int


class SketchBand(Table):
    """One band of one sketch; a near duplicate is found by the bands it shares."""

    band = peewee.BigIntegerField(index=True)
    letter_sketch = peewee.ForeignKeyField(LetterSketch, backref="+", on_delete="RESTRICT")
    letter_sketch_id: int
