"""One letter that came more than once, and two rows of the table that are one letter."""

import peewee

from saraban.records.database import Table
from saraban.records.deliveries import Delivery
from saraban.records.fields import InstantField, new_uid
from saraban.records.intakes import IntakeLetter
from saraban.records.letters import Letter, StoredFile
from saraban.records.units import Unit


class LetterArrival(Table):
    """A letter came to a desk that has it already, by another way: noted, not numbered.

    The first coming is the desk's receipt, or its delivery in the system; this is each one after
    it. channel is rules.registers.Channel, came_from who brought or forwarded it, as a clerk
    says it. file may have the bytes of one that the letter has. intake_letter is the reading it
    was noted from. taken_back_… are set once, when it turned out to be another letter.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    channel = peewee.CharField(12)
    arrived_on = peewee.DateField()
    arrived_time = peewee.CharField(5, null=True)
    came_from = peewee.CharField(255, default="")
    file = peewee.ForeignKeyField(
        StoredFile, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    file_name = peewee.CharField(255, default="")
    intake_letter = peewee.ForeignKeyField(
        IntakeLetter, null=True, backref="+", on_delete="RESTRICT"
    )
    noted_at = InstantField()
    noted_by = peewee.CharField(160)
    taken_back_at = InstantField(null=True)
    taken_back_by = peewee.CharField(160, null=True)
    taken_back_reason = peewee.CharField(500, null=True)
    letter_id: int
    unit_id: int
    file_id: str | None


class LetterMerge(Table):
    """Two rows of the letter table were declared one letter; neither row is changed by it.

    kept and merged are heads: what was merged into merged before stays so, and follows it.
    undone_… are set once; a further merge is a further row.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    kept = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    merged = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    reason = peewee.CharField(500, default="")
    merged_at = InstantField()
    merged_by = peewee.CharField(160)
    undone_at = InstantField(null=True)
    undone_by = peewee.CharField(160, null=True)
    undone_reason = peewee.CharField(500, null=True)
    kept_id: int
    merged_id: int
    unit_id: int


# One letter is merged into one other at a time, also when two people do it at once.
LetterMerge.add_index(
    LetterMerge.index(
        LetterMerge.merged,
        name="letter_merge_standing",
        unique=True,
        where=peewee.SQL("(undone_at IS NULL)"),
    )
)


class MergeMark(Table):
    """An instant of a delivery that a merge set: the letter had come before, on paper.

    step is rules.deliveries.Step. Undoing the merge clears these instants and no others.
    """

    merge = peewee.ForeignKeyField(LetterMerge, backref="marks", on_delete="RESTRICT")
    delivery = peewee.ForeignKeyField(Delivery, backref="+", on_delete="RESTRICT", index=False)
    step = peewee.CharField(16)
    merge_id: int
    delivery_id: int
