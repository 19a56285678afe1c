"""Units are reminded of letters, by mail that waits in an outbox or on paper.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    CharField,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)

UNDELETABLE = ("chase", "chase_line", "chase_text", "mail")
UNCHANGEABLE = ("chase", "chase_line")


def up(migrator: Any, db: Database) -> None:
    # Only their keys: what the new tables point to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class Delivery(Model):
        class Meta:
            database = db
            table_name = "delivery"

    class Chase(Model):
        uid = CharField(unique=True, max_length=36)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        root = ForeignKeyField(Letter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        kinds = CharField(max_length=60)
        text = TextField()
        unit_count = IntegerField()
        mail_count = IntegerField()
        chased_at = CharField(max_length=27)
        chased_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "chase"
            indexes = ((("unit", "chased_at"), False),)

    class ChaseLine(Model):
        chase = ForeignKeyField(Chase, on_delete="RESTRICT", index=False)
        root = ForeignKeyField(Letter, on_delete="RESTRICT", index=False)
        delivery = ForeignKeyField(Delivery, on_delete="RESTRICT", index=False)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        kinds = CharField(max_length=60)
        address = CharField(default="")
        chased_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "chase_line"
            indexes = (
                (("chase", "delivery"), True),
                (("delivery", "chased_at"), False),
                (("root", "delivery", "chased_at"), False),
            )

    class ChaseText(Model):
        unit = ForeignKeyField(Unit, unique=True, on_delete="RESTRICT")
        body = TextField()
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "chase_text"

    db.create_tables([Chase, ChaseLine, ChaseText])

    class Mail(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        to_unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
        chase_line = ForeignKeyField(ChaseLine, null=True, on_delete="RESTRICT")
        address = CharField()
        subject = CharField(max_length=1200)
        body = TextField()
        state = CharField(max_length=9)
        queued_at = CharField(max_length=27)
        next_at = CharField(max_length=27)
        attempt_count = IntegerField(default=0)
        claimed_by = CharField(null=True, max_length=80)
        claimed_until = CharField(null=True, max_length=27)
        trouble = CharField(max_length=500, default="")
        ended_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "mail"
            indexes = ((("state", "next_at"), False), (("unit", "queued_at"), False))

    db.create_tables([Mail])
    for table in UNDELETABLE:
        _refuse(db, table, "delete", "never deleted")
    for table in UNCHANGEABLE:
        _refuse(db, table, "update", "append only")


def _refuse(db: Database, table: str, act: str, why: str) -> None:
    if not isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{why}: {table}'); END"
        )
        return
    acts = [(act, "ROW")] + ([("truncate", "STATEMENT")] if act == "delete" else [])
    for one, level in acts:
        # saraban_refuse() stands since 0002.
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{one} BEFORE {one.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
