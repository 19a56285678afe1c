"""How many of the level below stood behind a report, as it was when the report went up.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import Database, ForeignKeyField, IntegerField, Model, PostgresqlDatabase


def up(migrator: Any, db: Database) -> None:
    # Only its key: what the new table points to.
    class Report(Model):
        class Meta:
            database = db
            table_name = "report"

    class ReportSum(Model):
        report = ForeignKeyField(Report, primary_key=True, on_delete="RESTRICT")
        expected_count = IntegerField()
        taken_count = IntegerField()
        nil_count = IntegerField()
        other_count = IntegerField()
        returned_count = IntegerField()
        waiting_count = IntegerField()
        missing_count = IntegerField()
        not_reached_count = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_sum"

    db.create_tables([ReportSum])
    _grows_only(db, "report_sum")


def _grows_only(db: Database, table: str) -> None:
    if not isinstance(db, PostgresqlDatabase):
        for act, words in (("delete", "never deleted"), ("update", "append only")):
            db.execute_sql(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{words}: {table}'); END"
            )
        return
    for act, level in (("delete", "ROW"), ("truncate", "STATEMENT"), ("update", "ROW")):
        # saraban_refuse() stands since 0002.
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
