"""Notes on received letters, whom an order names, a unit's usual orders, and acting persons."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.people import Person, Post
from saraban.records.registers import Receipt
from saraban.records.units import Unit


class Endorsement(Table):
    """A note that a desk wrote on a letter it received. Rows are only added.

    kind is rules.endorsements.EndorsementKind; is_decision tells that nothing more is waited
    for: an order, or an executive's "ทราบ". author_… is the writer as they were then, person
    null for the system; acting_manner (the Thai words), acting_post and acting_for tell in whose
    post they wrote, blank in their own. withdraws names the note that this one takes back, and
    text is then the reason.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    receipt = peewee.ForeignKeyField(Receipt, backref="endorsements", on_delete="RESTRICT")
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    kind = peewee.CharField(10)
    is_decision = peewee.BooleanField(default=False)
    text = peewee.TextField()
    author = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    author_name = peewee.CharField(160)
    author_post = peewee.CharField(160, default="")
    acting_manner = peewee.CharField(40, default="")
    acting_post = peewee.CharField(160, default="")
    acting_for = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    at = InstantField()
    withdraws = peewee.ForeignKeyField(
        "self", null=True, unique=True, backref="+", on_delete="RESTRICT"
    )
    receipt_id: int
    letter_id: int
    unit_id: int
    author_id: int | None
    withdraws_id: int | None


class OrderedDesk(Table):
    """A desk that an order names, or that a proposal would have named.

    person is set where the desk is one person's, in the unit they work for. due_on is the day by
    which it shall be done. done_… are set once, by that desk, on what was ordered.
    """

    endorsement = peewee.ForeignKeyField(Endorsement, backref="desks", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    is_responsible = peewee.BooleanField()
    due_on = peewee.DateField(null=True)
    done_at = InstantField(null=True)
    done_by = peewee.CharField(160, null=True)
    done_words = peewee.CharField(500, default="")
    endorsement_id: int
    unit_id: int
    person_id: int | None

    class Meta:
        indexes = ((("unit", "done_at"), False),)


class NoteStanding(Table):
    """What a letter waits for in a unit that wrote on it: an index over the notes.

    standing is rules.endorsements.Standing, since the instant of the note that made it so. Can be
    made again from the notes; without it an executive's list would have to read all of them.
    """

    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    letter = peewee.ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
    receipt = peewee.ForeignKeyField(Receipt, backref="+", on_delete="RESTRICT")
    standing = peewee.CharField(10)
    since = InstantField()
    unit_id: int
    letter_id: int
    receipt_id: int

    class Meta:
        indexes = ((("unit", "letter"), True), (("unit", "standing"), False))


class UsualOrder(Table):
    """An order that a unit gives often, under one key of its executives' screen.

    place is the key, from 1. days counts from the day of the order to its due date. A change is
    a new row: what was on offer on a day stays known.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    place = peewee.IntegerField()
    text = peewee.CharField(200)
    desk = peewee.ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    days = peewee.IntegerField(null=True)
    added_at = InstantField()
    added_by = peewee.CharField(160)
    removed_at = InstantField(null=True)
    removed_by = peewee.CharField(160, null=True)
    unit_id: int
    desk_id: int | None


class EndorsingHabit(Table):
    """How a unit endorses: whether every receipt shall be proposed, what its copies show.

    awaits_from is the first day whose receipts wait for a proposal, null when none do;
    stamp_title is what stands on the order stamp over its choices.
    """

    unit = peewee.ForeignKeyField(Unit, unique=True, backref="+", on_delete="RESTRICT")
    awaits_from = peewee.DateField(null=True)
    prints_order_stamp = peewee.BooleanField(default=False)
    stamp_title = peewee.CharField(60, default="")
    unit_id: int


class ActingPost(Table):
    """Somebody acting in another's post, from valid_from until before valid_to.

    manner is rules.permissions.Manner; by_order is the order that says so, as it is cited.
    Ending it earlier moves valid_to, with who did it.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    post = peewee.ForeignKeyField(Post, backref="+", on_delete="RESTRICT")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    manner = peewee.CharField(12)
    valid_from = peewee.DateField()
    valid_to = peewee.DateField()
    by_order = peewee.CharField(255, default="")
    added_at = InstantField()
    added_by = peewee.CharField(160)
    ended_at = InstantField(null=True)
    ended_by = peewee.CharField(160, null=True)
    post_id: int
    person_id: int
