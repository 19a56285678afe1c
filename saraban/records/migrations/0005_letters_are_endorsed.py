"""Letters are endorsed: notes and orders on receipts, usual orders, and acting persons.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)

UNDELETABLE = ("endorsement", "ordered_desk", "usual_order", "endorsing_habit", "acting_post")
# What may never change: all of a note; of the others what they said when they were made.
FIXED = {
    "endorsement": "",
    "ordered_desk": "endorsement_id, unit_id, person_id, is_responsible, due_on",
    "usual_order": "unit_id, text, desk_id, days, added_at, added_by",
    "acting_post": "post_id, person_id, manner, valid_from, added_at, added_by",
}


def up(migrator: Any, db: Database) -> None:
    # Only their keys: what the new tables point to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class Person(Model):
        class Meta:
            database = db
            table_name = "person"

    class Post(Model):
        class Meta:
            database = db
            table_name = "post"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class Receipt(Model):
        class Meta:
            database = db
            table_name = "receipt"

    class Endorsement(Model):
        uid = CharField(unique=True, max_length=36)
        receipt = ForeignKeyField(Receipt, on_delete="RESTRICT")
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        kind = CharField(max_length=10)
        is_decision = BooleanField(default=False)
        text = TextField()
        author = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        author_name = CharField(max_length=160)
        author_post = CharField(max_length=160, default="")
        acting_manner = CharField(max_length=40, default="")
        acting_post = CharField(max_length=160, default="")
        acting_for = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        at = CharField(max_length=27)
        withdraws = ForeignKeyField("self", null=True, unique=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "endorsement"

    class OrderedDesk(Model):
        endorsement = ForeignKeyField(Endorsement, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        is_responsible = BooleanField()
        due_on = DateField(null=True)
        done_at = CharField(null=True, max_length=27)
        done_by = CharField(null=True, max_length=160)
        done_words = CharField(max_length=500, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "ordered_desk"
            indexes = ((("unit", "done_at"), False),)

    class UsualOrder(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        place = IntegerField()
        text = CharField(max_length=200)
        desk = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        days = IntegerField(null=True)
        added_at = CharField(max_length=27)
        added_by = CharField(max_length=160)
        removed_at = CharField(null=True, max_length=27)
        removed_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "usual_order"

    class EndorsingHabit(Model):
        unit = ForeignKeyField(Unit, unique=True, on_delete="RESTRICT")
        awaits_from = DateField(null=True)
        prints_order_stamp = BooleanField(default=False)
        stamp_title = CharField(max_length=60, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "endorsing_habit"

    class ActingPost(Model):
        uid = CharField(unique=True, max_length=36)
        post = ForeignKeyField(Post, on_delete="RESTRICT")
        person = ForeignKeyField(Person, on_delete="RESTRICT")
        manner = CharField(max_length=12)
        valid_from = DateField()
        valid_to = DateField()
        by_order = CharField(default="")
        added_at = CharField(max_length=27)
        added_by = CharField(max_length=160)
        ended_at = CharField(null=True, max_length=27)
        ended_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "acting_post"

    db.create_tables([Endorsement, OrderedDesk, UsualOrder, EndorsingHabit, ActingPost])
    for table in UNDELETABLE:
        _refuse(db, table, "delete", "never deleted")
    for table, columns in FIXED.items():
        _refuse(db, table, "update", "append only", columns)


def _refuse(db: Database, table: str, act: str, why: str, columns: str = "") -> None:
    of = f" OF {columns}" if columns else ""
    if not isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()}{of} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{why}: {table}'); END"
        )
        return
    acts = [(act, "ROW")] + ([("truncate", "STATEMENT")] if act == "delete" else [])
    for one, level in acts:
        # saraban_refuse() stands since 0002.
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{one} BEFORE {one.upper()}{of} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
