"""Holidays of single provinces, beside those of the whole country.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import CharField, Database, DateField, ForeignKeyField, Model, PostgresqlDatabase


def up(migrator: Any, db: Database) -> None:
    # Only its key: what the new table points to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class ProvinceHoliday(Model):
        day = DateField()
        province = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        name_th = CharField(max_length=160)
        added_at = CharField(max_length=27)
        added_by = CharField(max_length=160)
        removed_at = CharField(null=True, max_length=27)
        removed_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "province_holiday"
            indexes = ((("day", "province"), True),)

    db.create_tables([ProvinceHoliday])
    _never_deleted(db, "province_holiday")


def _never_deleted(db: Database, table: str) -> None:
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
