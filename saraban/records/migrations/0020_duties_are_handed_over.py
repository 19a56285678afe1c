"""Duties and orders are held by posts and handed over inside a unit.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import CharField, Database, DateField, ForeignKeyField, Model, PostgresqlDatabase

APPEND_ONLY = ("hand_over", "duty_holder", "order_holder")


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

    class ReportDuty(Model):
        class Meta:
            database = db
            table_name = "report_duty"

    class OrderedDesk(Model):
        class Meta:
            database = db
            table_name = "ordered_desk"

    class HandOver(Model):
        uid = CharField(max_length=36, unique=True)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        from_person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        from_name = CharField(max_length=160, default="")
        from_title = CharField(max_length=160, default="")
        to_person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        to_name = CharField(max_length=160, default="")
        to_title = CharField(max_length=160, default="")
        words = CharField(max_length=1000, default="")
        handed_on = DateField()
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "hand_over"

    class DutyHolder(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT")
        post_title = CharField(max_length=160)
        person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        held_from = DateField()
        hand_over = ForeignKeyField(HandOver, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "duty_holder"
            indexes = ((("unit", "duty"), False),)

    class OrderHolder(Model):
        ordered = ForeignKeyField(OrderedDesk, on_delete="RESTRICT")
        person = ForeignKeyField(Person, on_delete="RESTRICT")
        hand_over = ForeignKeyField(HandOver, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "order_holder"

    db.create_tables([HandOver, DutyHolder, OrderHolder])
    for table in APPEND_ONLY:
        for act in ("delete", "update"):
            _refuse(db, table, act)


def _refuse(db: Database, table: str, act: str) -> None:
    if not isinstance(db, PostgresqlDatabase):
        words = "never deleted" if act == "delete" else "append only"
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}: {table}'); END"
        )
        return
    # saraban_refuse() stands since 0002.
    acts = [(act, "ROW")] + ([("truncate", "STATEMENT")] if act == "delete" else [])
    for what, level in acts:
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
