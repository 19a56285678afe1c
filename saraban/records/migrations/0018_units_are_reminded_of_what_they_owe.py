"""Units are told each morning what they owe; a calendar program may read it; mail comes back.

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

UNDELETABLE = ("digest", "reminder_line", "calendar_feed")
UNCHANGEABLE = ("digest", "reminder_line")


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

    class ExpectedReport(Model):
        class Meta:
            database = db
            table_name = "expected_report"

    class ReminderRun(Model):
        day = DateField(primary_key=True)
        claimed_by = CharField(max_length=80)
        claimed_until = CharField(max_length=27)
        digest_count = IntegerField(default=0)
        mail_count = IntegerField(default=0)
        done_at = CharField(max_length=27, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "reminder_run"

    class Digest(Model):
        uid = CharField(max_length=36, unique=True)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        day = DateField()
        counts = CharField(max_length=200)
        address = CharField(max_length=255, default="")
        told_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "digest"
            indexes = ((("unit", "day"), True), (("day",), False))

    class ReminderLine(Model):
        digest = ForeignKeyField(Digest, on_delete="RESTRICT")
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT", index=False)
        expected = ForeignKeyField(ExpectedReport, on_delete="RESTRICT", index=False)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        news = CharField(max_length=8)
        key = CharField(max_length=24)
        due_on = DateField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "reminder_line"
            indexes = (
                (("expected", "key"), True),
                (("duty", "unit", "news"), False),
                (("duty", "digest"), False),
            )

    class CalendarFeed(Model):
        uid = CharField(max_length=36, unique=True)
        person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        token_digest = CharField(max_length=64, unique=True)
        made_at = CharField(max_length=27)
        ended_at = CharField(max_length=27, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "calendar_feed"
            indexes = ((("person", "unit"), False),)

    db.create_tables([ReminderRun, Digest, ReminderLine, CalendarFeed])
    # Nullable, or with a constant default: neither engine writes the rows anew.
    db.execute_sql(
        "ALTER TABLE mail ADD COLUMN digest_id INTEGER REFERENCES digest (id) ON DELETE RESTRICT"
    )
    db.execute_sql("CREATE INDEX mail_digest_id ON mail (digest_id)")
    db.execute_sql("ALTER TABLE mail ADD COLUMN sender_name VARCHAR(255) NOT NULL DEFAULT ''")
    for table in UNDELETABLE:
        _refuse(db, table, "delete")
    for table in UNCHANGEABLE:
        _refuse(db, table, "update")


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
