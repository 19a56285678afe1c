"""Files are taken in and read: what a file held, and what a clerk made of each field.

Also the queue of files to be read, and fingerprints by which a letter that comes again is known.
The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    BigIntegerField,
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

UNDELETABLE = ("intake", "intake_letter", "field_answer", "watched_folder")
UNCHANGEABLE = ("field_answer",)


def up(migrator: Any, db: Database) -> None:
    # Only their keys: what the new tables point to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class StoredFile(Model):
        sha256 = CharField(primary_key=True, max_length=64)

        class Meta:
            database = db
            table_name = "stored_file"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class RegisterEntry(Model):
        class Meta:
            database = db
            table_name = "register_entry"

    class Intake(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
        name = CharField()
        channel = CharField(max_length=12)
        arrived_at = CharField(max_length=27)
        brought_by = CharField(max_length=160)
        set_aside_at = CharField(null=True, max_length=27)
        set_aside_by = CharField(null=True, max_length=160)
        set_aside_reason = CharField(null=True, max_length=500)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "intake"
            indexes = ((("unit", "arrived_at"), False),)

    db.create_tables([Intake])

    class IntakeReading(Model):
        intake = ForeignKeyField(Intake, primary_key=True, on_delete="RESTRICT")
        state = CharField(max_length=8)
        queued_at = CharField(max_length=27)
        attempt_count = IntegerField(default=0)
        claimed_by = CharField(null=True, max_length=80)
        claimed_until = CharField(null=True, max_length=27)
        page_count = IntegerField(default=0)
        pages_done = IntegerField(default=0)
        trouble = CharField(max_length=1000, default="")
        reading = TextField(default="")
        read_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "intake_reading"
            indexes = ((("state", "queued_at"), False),)

    db.create_tables([IntakeReading])

    class IntakeLetter(Model):
        intake = ForeignKeyField(Intake, on_delete="RESTRICT", index=False)
        place = IntegerField()
        state = CharField(index=True, max_length=16)
        number_key = CharField(null=True, max_length=80)
        dated_on = DateField(null=True)
        issuer_text = CharField(default="")
        sketch = CharField(max_length=300, default="")
        letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
        entry = ForeignKeyField(RegisterEntry, null=True, on_delete="RESTRICT")
        settled_at = CharField(null=True, max_length=27)
        settled_by = CharField(null=True, max_length=160)
        reason = CharField(max_length=500, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "intake_letter"
            indexes = ((("intake", "place"), True),)

    db.create_tables([IntakeLetter])

    class FieldAnswer(Model):
        intake_letter = ForeignKeyField(IntakeLetter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        field = CharField(max_length=20)
        proposed = TextField(default="")
        accepted = TextField(default="")
        is_right = BooleanField()
        source = CharField(max_length=10, default="")
        confidence_percent = IntegerField(default=0)
        had_confirm = BooleanField()
        sender = CharField(default="")
        answered_by = CharField(max_length=160)
        answered_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "field_answer"

    db.create_tables([FieldAnswer])

    class WatchedFolder(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        path = CharField(max_length=1000)
        added_at = CharField(max_length=27)
        added_by = CharField(max_length=160)
        removed_at = CharField(null=True, max_length=27)
        removed_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "watched_folder"

    db.create_tables([WatchedFolder])

    class LetterSketch(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        sketch = CharField(max_length=300)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letter_sketch"

    db.create_tables([LetterSketch])

    class SketchBand(Model):
        band = BigIntegerField(index=True)
        letter_sketch = ForeignKeyField(LetterSketch, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "sketch_band"

    db.create_tables([SketchBand])
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
