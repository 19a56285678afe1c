"""What a citation is tied to is told with its history from now on, and cases can be marked.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import BooleanField, CharField, Database, ForeignKeyField, Model, PostgresqlDatabase

UNDELETABLE = ("citation_link", "case_mark")


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

    class Citation(Model):
        class Meta:
            database = db
            table_name = "citation"

    class CitationLink(Model):
        citation = ForeignKeyField(Citation, on_delete="RESTRICT")
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160, default="")
        taken_back_at = CharField(null=True, max_length=27)
        taken_back_by = CharField(null=True, max_length=160)
        reason = CharField(null=True, max_length=500)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "citation_link"

    class CaseMark(Model):
        uid = CharField(unique=True, max_length=36)
        one = ForeignKeyField(Letter, on_delete="RESTRICT")
        other = ForeignKeyField(Letter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        is_joined = BooleanField()
        reason = CharField(max_length=500, default="")
        marked_at = CharField(max_length=27)
        marked_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "case_mark"

    db.create_tables([CitationLink, CaseMark])
    for table in UNDELETABLE:
        _refuse(db, table, "delete", "never deleted")
    _refuse(db, "case_mark", "update", "append only")


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
