"""Evidence comes up in pieces, is measured, and a report may tell where it was taken.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
)


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

    class Upload(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
        name = CharField(max_length=255)
        size = BigIntegerField()
        sha256 = CharField(max_length=64, null=True)
        begun_at = CharField(max_length=27)
        finished_at = CharField(max_length=27, null=True)
        used_at = CharField(max_length=27, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "upload"
            indexes = ((("person", "used_at"), False), (("begun_at",), False))

    class EvidenceFact(Model):
        sha256 = CharField(primary_key=True, max_length=64)
        kind = CharField(max_length=5)
        media_type = CharField(max_length=100)
        width = IntegerField(null=True)
        height = IntegerField(null=True)
        milliseconds = IntegerField(null=True)
        told_milliseconds = IntegerField(null=True)
        codecs = CharField(max_length=60, default="")
        is_playable = BooleanField(default=True)
        has_location = BooleanField(default=False)
        location = CharField(max_length=40, default="")
        page_count = IntegerField(null=True)
        measured_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "evidence_fact"

    db.create_tables([Upload, EvidenceFact])
    # A constant default: neither engine writes the rows anew.
    db.execute_sql("ALTER TABLE report_file ADD COLUMN location VARCHAR(40) NOT NULL DEFAULT ''")
