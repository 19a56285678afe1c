"""People who sign in, and the posts they hold in units from day to day."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.units import Unit


class Person(Table):
    """Somebody who may sign in. Never deleted: their name stands on what they did."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    sign_in = peewee.CharField(60, unique=True)
    name_th = peewee.CharField(160)
    password_hash = peewee.CharField(255)
    digits = peewee.CharField(6, default="thai")
    language = peewee.CharField(2, default="th")
    deactivated_at = InstantField(null=True)
    failed_count = peewee.IntegerField(default=0)
    locked_until = InstantField(null=True)
    session_mark = peewee.CharField(36, default=new_uid)


class Post(Table):
    """A role held by a person in a unit, from valid_from until before valid_to."""

    person = peewee.ForeignKeyField(Person, backref="posts", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="posts", on_delete="RESTRICT")
    role = peewee.CharField(14)
    title_th = peewee.CharField(160, default="")
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)
    person_id: int
    unit_id: int
