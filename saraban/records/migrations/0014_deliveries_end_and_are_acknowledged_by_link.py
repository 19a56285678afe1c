"""Deliveries are refused, returned and recalled, and acknowledged over a link without an account.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    CharField,
    Database,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
)

KEPT = ("delivery_end", "delivery_link")
# The delivery table may have ten million rows: no column here makes an engine write them anew.
INSTANTS = ("refused_at", "returned_at", "recalled_at")


def up(migrator: Any, db: Database) -> None:
    # Only their keys: what the new tables point to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class Delivery(Model):
        class Meta:
            database = db
            table_name = "delivery"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class DeliveryEnd(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        delivery = ForeignKeyField(Delivery, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        step = CharField(max_length=12)
        reason = CharField(max_length=12, default="")
        words = CharField(max_length=1000, default="")
        at = CharField(max_length=27)
        by = CharField(max_length=160)
        sender = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        settled_at = CharField(null=True, max_length=27)
        settled_by = CharField(null=True, max_length=160)
        settled_how = CharField(null=True, max_length=12)
        resent = ForeignKeyField(Delivery, null=True, on_delete="RESTRICT", index=False)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "delivery_end"
            indexes = ((("sender", "settled_at", "at"), False),)

    class DeliveryLink(Model):
        uid = CharField(unique=True, max_length=36)
        delivery = ForeignKeyField(Delivery, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        token_digest = CharField(unique=True, max_length=64)
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)
        expires_at = CharField(max_length=27)
        fetched_at = CharField(null=True, max_length=27)
        opened_at = CharField(null=True, max_length=27)
        burned_at = CharField(null=True, max_length=27)
        used_at = CharField(null=True, max_length=27)
        used_name = CharField(null=True, max_length=160)
        used_post = CharField(null=True, max_length=255)
        used_number = CharField(null=True, max_length=80)
        receipt_code = CharField(unique=True, null=True, max_length=16)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "delivery_link"

    for instant in INSTANTS:
        db.execute_sql(f"ALTER TABLE delivery ADD COLUMN {instant} VARCHAR(27)")
    weak = "BOOLEAN" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    false = "FALSE" if isinstance(db, PostgresqlDatabase) else "0"
    db.execute_sql(f"ALTER TABLE delivery ADD COLUMN is_weak_proof {weak} NOT NULL DEFAULT {false}")
    db.create_tables([DeliveryEnd, DeliveryLink])
    for table in KEPT:
        _keep(db, table)


def _keep(db: Database, table: str) -> None:
    """Nobody deletes a row: neither a reason nor the trace of a link vanishes.

    saraban_refuse() stands since 0002.
    """
    if not isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'never deleted: {table}'); END"
        )
        return
    for act, level in (("delete", "ROW"), ("truncate", "STATEMENT")):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
