"""Units owe the passing on of what they received; a point may be due later than its origin's.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    CharField,
    Database,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
)


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

    class RelayDuty(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        root = ForeignKeyField(Letter, on_delete="RESTRICT")
        delivery = ForeignKeyField(Delivery, null=True, unique=True, on_delete="RESTRICT")
        asked_by = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        phrase = CharField(max_length=500, default="")
        state = CharField(max_length=8)
        began_on = DateField()
        due_on = DateField()
        due_because = CharField(max_length=8)
        made_at = CharField(max_length=27)
        taken_on_by = CharField(null=True, max_length=160)
        done_letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
        settled_at = CharField(null=True, max_length=27)
        settled_by = CharField(null=True, max_length=160)
        excuse = CharField(null=True, max_length=14)
        reason = CharField(max_length=500, default="")
        told_letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
        reopened_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "relay_duty"
            indexes = (
                (("unit", "letter"), True),
                (("unit", "state", "due_on"), False),
                (("asked_by", "state", "due_on"), False),
            )

    class RelaySetting(Model):
        unit = ForeignKeyField(Unit, primary_key=True, on_delete="RESTRICT")
        normal = IntegerField()
        urgent = IntegerField()
        very_urgent = IntegerField()
        most_urgent = IntegerField()
        collect_days = IntegerField()
        bottom_days = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "relay_setting"

    db.create_tables([RelayDuty, RelaySetting])
    # A constant default: neither engine writes the rows anew.
    db.execute_sql("ALTER TABLE duty ADD COLUMN late_reason VARCHAR(500) NOT NULL DEFAULT ''")
    for table in ("relay_duty", "relay_setting"):
        _refuse_delete(db, table)


def _refuse_delete(db: Database, table: str) -> None:
    if not isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'never deleted: {table}'); END"
        )
        return
    for act, level in (("delete", "ROW"), ("truncate", "STATEMENT")):
        # saraban_refuse() stands since 0002.
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
