"""Register books, their entries, and the receipts that entries of receive books stand for."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.units import Unit


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


class RegisterEntry(Table):
    """A number that was given. It stays given: void keeps the line and the reason."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    register = peewee.CharField(20)
    be_year = peewee.IntegerField()
    number = peewee.IntegerField()
    letter = peewee.ForeignKeyField(Letter, backref="entries", on_delete="RESTRICT")
    entered_on = peewee.DateField()
    handling = peewee.CharField(255, default="")
    remark = peewee.CharField(255, default="")
    entered_at = InstantField()
    entered_by = peewee.CharField(160)
    voided_at = InstantField(null=True)
    void_reason = peewee.CharField(500, null=True)
    voided_by = peewee.CharField(160, null=True)
    unit_id: int
    letter_id: int

    class Meta:
        indexes = ((("unit", "register", "be_year", "number"), True),)


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
