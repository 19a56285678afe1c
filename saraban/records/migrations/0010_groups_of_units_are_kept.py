"""Groups of units and imported lists are kept; a sending tells how its units were chosen.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import CharField, Database, ForeignKeyField, IntegerField, Model, PostgresqlDatabase

UNDELETABLE = ("unit_set", "unit_set_member", "unit_group", "unit_group_version")
UNCHANGEABLE = ("unit_set", "unit_set_member", "unit_group_version")


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

    class UnitSet(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        name = CharField(max_length=160)
        file = ForeignKeyField(StoredFile, null=True, on_delete="RESTRICT", index=False)
        unit_count = IntegerField()
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit_set"

    class UnitSetMember(Model):
        unit_set = ForeignKeyField(UnitSet, on_delete="RESTRICT", index=False)
        to_unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        line = IntegerField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit_set_member"
            indexes = ((("unit_set", "to_unit"), True),)

    class UnitGroup(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        name = CharField(max_length=80)
        place = IntegerField(null=True)
        made_at = CharField(max_length=27)
        archived_at = CharField(null=True, max_length=27)
        archived_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit_group"

    class UnitGroupVersion(Model):
        unit_group = ForeignKeyField(UnitGroup, on_delete="RESTRICT", index=False)
        number = IntegerField()
        phrase = CharField(max_length=500, default="")
        unit_set = ForeignKeyField(UnitSet, null=True, on_delete="RESTRICT")
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit_group_version"
            indexes = ((("unit_group", "number"), True),)

    db.create_tables([UnitSet, UnitSetMember, UnitGroup, UnitGroupVersion])
    db.execute_sql("ALTER TABLE dispatch ADD COLUMN picked_count INTEGER NOT NULL DEFAULT 0")
    db.execute_sql(
        "ALTER TABLE dispatch ADD COLUMN unit_set_id INTEGER REFERENCES unit_set (id) "
        "ON DELETE RESTRICT"
    )
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
