"""Books, their entries, what was reserved in them, and the receipts of receive books."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.units import Unit


class Book(Table):
    """A free book of a registry, beside the three that every registry has without a row.

    Its code says what it numbers: "receive-2" receipts, "send-2" letters; rules.registers reads
    it. A closed book keeps its lines and gives no more numbers.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    code = peewee.CharField(20)
    name_th = peewee.CharField(120)
    opened_at = InstantField()
    opened_by = peewee.CharField(160)
    closed_at = InstantField(null=True)
    closed_by = peewee.CharField(160, null=True)
    unit_id: int

    class Meta:
        indexes = ((("unit", "code"), True),)


class RegistrySetting(Table):
    """What a registry chose for its books; without a row the defaults of rules.registers.

    usual_channel is how most of its letters come, null for the default: what a form begins with.
    """

    unit = peewee.ForeignKeyField(Unit, primary_key=True, backref="+", on_delete="RESTRICT")
    old_year_open_days = peewee.IntegerField()
    usual_channel = peewee.CharField(12, null=True)


class CircularChoice(Table):
    """From which BE year on a registry numbers circulars in a series of their own, or shared."""

    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    from_be_year = peewee.IntegerField()
    series = peewee.CharField(8)
    unit_id: int

    class Meta:
        indexes = ((("unit", "from_be_year"), True),)


class BookYear(Table):
    """One register of one unit in one BE year, with the last number it gave.

    first_number is 1 unless the office opened the book in mid-year, after its paper book.
    """

    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    register = peewee.CharField(20)
    be_year = peewee.IntegerField()
    first_number = peewee.IntegerField(default=1)
    last_number = peewee.IntegerField(default=0)
    unit_id: int

    class Meta:
        indexes = ((("unit", "register", "be_year"), True),)


class Reservation(Table):
    """Numbers kept for somebody: from first to last, taken on one day, for a reason.

    Past expires_on the unused ones count as holes; they may still be used or voided.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    register = peewee.CharField(20)
    be_year = peewee.IntegerField()
    first_number = peewee.IntegerField()
    last_number = peewee.IntegerField()
    owner_text = peewee.CharField(160)
    reason = peewee.CharField(500)
    reserved_on = peewee.DateField()
    expires_on = peewee.DateField()
    reserved_at = InstantField()
    reserved_by = peewee.CharField(160)
    unit_id: int

    class Meta:
        indexes = ((("unit", "register", "be_year", "first_number"), True),)


class RegisterEntry(Table):
    """A number that was given. It stays given: void keeps the line and the reason.

    letter is null while the number is only reserved, and for one that was voided without ever
    having been used; once there it never changes. is_from_paper tells of a number that was given
    on paper while this system could not be used, and entered afterwards.
    """

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    register = peewee.CharField(20)
    be_year = peewee.IntegerField()
    number = peewee.IntegerField()
    letter = peewee.ForeignKeyField(Letter, null=True, backref="entries", on_delete="RESTRICT")
    reservation = peewee.ForeignKeyField(
        Reservation, null=True, backref="entries", on_delete="RESTRICT"
    )
    is_from_paper = peewee.BooleanField(default=False)
    entered_on = peewee.DateField()
    handling = peewee.CharField(255, default="")
    remark = peewee.CharField(255, default="")
    entered_at = InstantField()
    entered_by = peewee.CharField(160)
    voided_at = InstantField(null=True)
    void_reason = peewee.CharField(500, null=True)
    voided_by = peewee.CharField(160, null=True)
    unit_id: int
    letter_id: int | None
    reservation_id: int | None

    class Meta:
        indexes = ((("unit", "register", "be_year", "number"), True),)


# The few lines of a book that are not plain letters: what the pages of holes and voids look up.
# queries.number_holes asks in these very words, or SQLite would not use the index.
UNUSUAL_ENTRY = "(letter_id IS NULL OR voided_at IS NOT NULL OR is_from_paper)"
RegisterEntry.add_index(
    RegisterEntry.index(
        RegisterEntry.unit,
        RegisterEntry.register,
        RegisterEntry.be_year,
        RegisterEntry.number,
        name="register_entry_unusual",
        where=peewee.SQL(UNUSUAL_ENTRY),
    )
)


class Receipt(Table):
    """A letter received by one desk under one number of its own register.

    received_time is null when the stamp left it blank; printed_number and printed_date keep the
    stamp's own digits ("๑๐๓๗", "31/๕/๖๕"). channel says how the letter came.
    """

    entry = peewee.ForeignKeyField(RegisterEntry, unique=True, backref="+", on_delete="RESTRICT")
    letter = peewee.ForeignKeyField(Letter, backref="receipts", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    received_on = peewee.DateField()
    received_time = peewee.CharField(5, null=True)
    printed_number = peewee.CharField(20)
    printed_date = peewee.CharField(40)
    channel = peewee.CharField(12)
    received_at = InstantField()
    entry_id: int
    letter_id: int
    unit_id: int
