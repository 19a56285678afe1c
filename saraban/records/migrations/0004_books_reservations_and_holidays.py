"""Free books, numbers that are reserved or were given on paper, and the table of holidays.

A line of a book may now be without a letter: reserved, or voided before it was used. Once it has
a letter, that stays. The models here are frozen copies, apart from saraban.records on purpose: a
migration must do the same for ever.
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

UNDELETABLE = ("book", "registry_setting", "circular_choice", "reservation", "holiday")
UNCHANGEABLE = ("reservation",)
UNUSUAL = "(letter_id IS NULL OR voided_at IS NOT NULL OR is_from_paper)"
IDENTITY = "unit_id, register, be_year, number"


def up(migrator: Any, db: Database) -> None:
    # Only its key: what the new tables point to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class Book(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        code = CharField(max_length=20)
        name_th = CharField(max_length=120)
        opened_at = CharField(max_length=27)
        opened_by = CharField(max_length=160)
        closed_at = CharField(null=True, max_length=27)
        closed_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "book"
            indexes = ((("unit", "code"), True),)

    class RegistrySetting(Model):
        unit = ForeignKeyField(Unit, primary_key=True, on_delete="RESTRICT")
        old_year_open_days = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "registry_setting"

    class CircularChoice(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        from_be_year = IntegerField()
        series = CharField(max_length=8)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "circular_choice"
            indexes = ((("unit", "from_be_year"), True),)

    class Reservation(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        register = CharField(max_length=20)
        be_year = IntegerField()
        first_number = IntegerField()
        last_number = IntegerField()
        owner_text = CharField(max_length=160)
        reason = CharField(max_length=500)
        reserved_on = DateField()
        expires_on = DateField()
        reserved_at = CharField(max_length=27)
        reserved_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "reservation"
            indexes = ((("unit", "register", "be_year", "first_number"), True),)

    class Holiday(Model):
        day = DateField(unique=True)
        name_th = CharField(max_length=160)
        added_at = CharField(max_length=27)
        added_by = CharField(max_length=160)
        removed_at = CharField(null=True, max_length=27)
        removed_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "holiday"

    db.create_tables([Book, RegistrySetting, CircularChoice, Reservation, Holiday])
    _change_entries(db)
    for table in UNDELETABLE:
        _refuse(db, table, "delete", "never deleted")
    for table in UNCHANGEABLE:
        _refuse(db, table, "update", "append only")


def _change_entries(db: Database) -> None:
    """A letter may be missing, and is then given once; what is reserved or from paper is told."""
    on_postgres = isinstance(db, PostgresqlDatabase)
    false = "FALSE" if on_postgres else "0"
    db.execute_sql(
        "ALTER TABLE register_entry ADD COLUMN reservation_id INTEGER "
        "REFERENCES reservation (id) ON DELETE RESTRICT"
    )
    db.execute_sql(
        f"ALTER TABLE register_entry ADD COLUMN is_from_paper BOOLEAN NOT NULL DEFAULT {false}"
    )
    db.execute_sql("CREATE INDEX registerentry_reservation_id ON register_entry (reservation_id)")
    if on_postgres:
        db.execute_sql("DROP TRIGGER register_entry_number_stays ON register_entry")
        db.execute_sql("ALTER TABLE register_entry ALTER COLUMN letter_id DROP NOT NULL")
    else:
        db.execute_sql("DROP TRIGGER register_entry_number_stays")
        _allow_null_letter(db)
    db.execute_sql(
        f"CREATE INDEX register_entry_unusual ON register_entry ({IDENTITY}) WHERE {UNUSUAL}"
    )
    refuse = (
        "FOR EACH ROW {when}EXECUTE FUNCTION saraban_refuse()"
        if on_postgres
        else "{when}BEGIN SELECT RAISE(ABORT, 'a number once given stays'); END"
    )
    db.execute_sql(
        f"CREATE TRIGGER register_entry_number_stays BEFORE UPDATE OF {IDENTITY}, reservation_id "
        f"ON register_entry {refuse.format(when='')}"
    )
    when = "WHEN (OLD.letter_id IS NOT NULL) "
    db.execute_sql(
        "CREATE TRIGGER register_entry_letter_stays BEFORE UPDATE OF letter_id, is_from_paper "
        f"ON register_entry {refuse.format(when=when)}"
    )


def _allow_null_letter(db: Database) -> None:
    """Take NOT NULL off the column in SQLite's own description of the table.

    What is stored does not change, and SQLite's page on ALTER TABLE gives this way for it; making
    the table anew would have to drop what the guards and foreign keys of others protect.
    """
    ((definition,),) = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'register_entry'"
    ).fetchall()
    was, shall_be = '"letter_id" INTEGER NOT NULL', '"letter_id" INTEGER'
    if definition.count(was) != 1:
        raise RuntimeError(f"register_entry is not as expected: {definition}")
    ((version,),) = db.execute_sql("PRAGMA schema_version").fetchall()
    db.execute_sql("PRAGMA writable_schema = ON")
    db.execute_sql(
        "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = 'register_entry'",
        (definition.replace(was, shall_be),),
    )
    db.execute_sql(f"PRAGMA schema_version = {version + 1}")
    db.execute_sql("PRAGMA writable_schema = RESET")


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
