"""Books asked for as files, days that were closed, and letters that are done with and kept.

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
    TextField,
)

UNDELETABLE = ("export", "day_closing", "storage_list", "storage_line")
UNCHANGEABLE = ("day_closing", "storage_list")


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

    class StoredFile(Model):
        sha256 = CharField(primary_key=True, max_length=64)

        class Meta:
            database = db
            table_name = "stored_file"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class Export(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
        ask = TextField()
        name = CharField()
        row_count = IntegerField()
        state = CharField(max_length=9)
        queued_at = CharField(max_length=27)
        attempt_count = IntegerField(default=0)
        claimed_by = CharField(null=True, max_length=80)
        claimed_until = CharField(null=True, max_length=27)
        rows_done = IntegerField(default=0)
        trouble = CharField(max_length=1000, default="")
        file = ForeignKeyField(StoredFile, null=True, on_delete="RESTRICT")
        made_at = CharField(null=True, max_length=27)
        expires_at = CharField(null=True, max_length=27)
        seen_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "export"
            indexes = ((("state", "queued_at"), False), (("person", "queued_at"), False))

    class DayClosing(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        day = DateField()
        round = IntegerField()
        code = CharField(unique=True, max_length=16)
        seq = IntegerField()
        head_digest = CharField(max_length=64)
        lines_digest = CharField(max_length=64)
        closed_at = CharField(max_length=27)
        closed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "day_closing"
            indexes = ((("unit", "day", "round"), True),)

    class StorageList(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        be_year = IntegerField()
        number = IntegerField()
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "storage_list"
            indexes = ((("unit", "be_year", "number"), True),)

    db.create_tables([Export, DayClosing, StorageList])

    class StorageLine(Model):
        storage_list = ForeignKeyField(StorageList, on_delete="RESTRICT", index=False)
        place = IntegerField()
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        finished_on = DateField()
        retention = CharField(max_length=12)
        keep_until = IntegerField(null=True)
        remark = CharField(default="")
        taken_back_at = CharField(null=True, max_length=27)
        taken_back_by = CharField(null=True, max_length=160)
        taken_back_reason = CharField(null=True, max_length=500)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "storage_line"
            indexes = ((("storage_list", "place"), True), (("unit", "letter"), False))

    db.create_tables([StorageLine])
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
