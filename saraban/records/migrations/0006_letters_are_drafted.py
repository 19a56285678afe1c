"""Letters are drafted here: drafts, their versions and steps, and each unit's letterhead.

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

UNDELETABLE = ("draft", "draft_version", "draft_step", "letterhead")
UNCHANGEABLE = ("draft_version", "draft_step")


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

    class Draft(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        state = CharField(max_length=10)
        version = IntegerField()
        kind = CharField(max_length=12)
        subject = CharField(max_length=1000, default="")
        conveys = ForeignKeyField(Letter, null=True, backref="+", on_delete="RESTRICT")
        letter = ForeignKeyField(Letter, null=True, unique=True, backref="+", on_delete="RESTRICT")
        begun_at = CharField(max_length=27)
        begun_by = CharField(max_length=160)
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "draft"
            indexes = ((("unit", "state", "changed_at"), False),)

    class DraftVersion(Model):
        draft = ForeignKeyField(Draft, on_delete="RESTRICT", index=False)
        version = IntegerField()
        content = TextField()
        saved_at = CharField(max_length=27)
        saved_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "draft_version"
            indexes = ((("draft", "version"), True),)

    class DraftStep(Model):
        draft = ForeignKeyField(Draft, on_delete="RESTRICT")
        version = IntegerField()
        move = CharField(max_length=10)
        reason = CharField(max_length=500, default="")
        taken_at = CharField(max_length=27)
        taken_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "draft_step"

    class Letterhead(Model):
        unit = ForeignKeyField(Unit, unique=True, on_delete="RESTRICT")
        emblem = ForeignKeyField(StoredFile, null=True, on_delete="RESTRICT")
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letterhead"

    db.create_tables([Draft, DraftVersion, DraftStep, Letterhead])
    for table in UNDELETABLE:
        _refuse(db, table, "delete", "never deleted")
    for table in UNCHANGEABLE:
        _refuse(db, table, "update", "append only")
    _freeze_what_has_its_number(db)


def _freeze_what_has_its_number(db: Database) -> None:
    when = "WHEN (OLD.letter_id IS NOT NULL)"
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            f"CREATE TRIGGER draft_frozen BEFORE UPDATE ON draft "
            f"FOR EACH ROW {when} EXECUTE FUNCTION saraban_refuse()"
        )
    else:
        db.execute_sql(
            f"CREATE TRIGGER draft_frozen BEFORE UPDATE ON draft {when} "
            f"BEGIN SELECT RAISE(ABORT, 'frozen with its number: draft'); END"
        )


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
