"""Letters arrive again, and two rows may be declared one letter.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    SQL,
    CharField,
    Database,
    DateField,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
)

UNDELETABLE = ("letter_arrival", "letter_merge", "merge_mark")
# What was said once stays said; taking it back and undoing fill the columns that are left.
STAYS = {
    "letter_arrival": (
        "uid, letter_id, unit_id, channel, arrived_on, arrived_time, came_from, file_id, "
        "file_name, intake_letter_id, noted_at, noted_by"
    ),
    "letter_merge": "uid, kept_id, merged_id, unit_id, reason, merged_at, merged_by",
    "merge_mark": "merge_id, delivery_id, step",
}
OVER = {"letter_arrival": "taken_back_at", "letter_merge": "undone_at"}


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

    class IntakeLetter(Model):
        class Meta:
            database = db
            table_name = "intake_letter"

    class Delivery(Model):
        class Meta:
            database = db
            table_name = "delivery"

    class LetterArrival(Model):
        uid = CharField(unique=True, max_length=36)
        letter = ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
        channel = CharField(max_length=12)
        arrived_on = DateField()
        arrived_time = CharField(max_length=5, null=True)
        came_from = CharField(max_length=255, default="")
        file = ForeignKeyField(
            StoredFile, null=True, backref="+", on_delete="RESTRICT", index=False
        )
        file_name = CharField(max_length=255, default="")
        intake_letter = ForeignKeyField(IntakeLetter, null=True, backref="+", on_delete="RESTRICT")
        noted_at = CharField(max_length=27)
        noted_by = CharField(max_length=160)
        taken_back_at = CharField(max_length=27, null=True)
        taken_back_by = CharField(max_length=160, null=True)
        taken_back_reason = CharField(max_length=500, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letter_arrival"

    class LetterMerge(Model):
        uid = CharField(unique=True, max_length=36)
        kept = ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
        merged = ForeignKeyField(Letter, backref="+", on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
        reason = CharField(max_length=500, default="")
        merged_at = CharField(max_length=27)
        merged_by = CharField(max_length=160)
        undone_at = CharField(max_length=27, null=True)
        undone_by = CharField(max_length=160, null=True)
        undone_reason = CharField(max_length=500, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letter_merge"

    LetterMerge.add_index(
        LetterMerge.index(
            LetterMerge.merged,
            name="letter_merge_standing",
            unique=True,
            where=SQL("(undone_at IS NULL)"),
        )
    )

    class MergeMark(Model):
        merge = ForeignKeyField(LetterMerge, backref="marks", on_delete="RESTRICT")
        delivery = ForeignKeyField(Delivery, backref="+", on_delete="RESTRICT", index=False)
        step = CharField(max_length=16)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "merge_mark"

    db.create_tables([LetterArrival, LetterMerge, MergeMark])
    db.execute_sql("ALTER TABLE registry_setting ADD COLUMN usual_channel VARCHAR(12)")
    for table in UNDELETABLE:
        _refuse_delete(db, table)
        _refuse_change(db, table)


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


def _refuse_change(db: Database, table: str) -> None:
    refuse = (
        "EXECUTE FUNCTION saraban_refuse()"
        if isinstance(db, PostgresqlDatabase)
        else f"BEGIN SELECT RAISE(ABORT, 'append only: {table}'); END"
    )
    db.execute_sql(
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {STAYS[table]} ON {table} "
        f"FOR EACH ROW {refuse}"
    )
    if table not in OVER:
        return
    db.execute_sql(
        f"CREATE TRIGGER {table}_over BEFORE UPDATE ON {table} "
        f"FOR EACH ROW WHEN (OLD.{OVER[table]} IS NOT NULL) {refuse}"
    )
