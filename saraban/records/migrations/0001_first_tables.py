"""The first tables: units, people, letters, registers, deliveries, reports, the ledger.

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
    SmallIntegerField,
    TextField,
)


def up(migrator: Any, db: Database) -> None:
    class Unit(Model):
        uid = CharField(unique=True, max_length=36)
        parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        path = CharField(index=True, default="")
        kind = CharField(max_length=20)
        name_th = CharField()
        short_name_th = CharField(max_length=120)
        name_en = CharField(default="")
        registry_name = CharField(max_length=120, default="")
        code_letters = CharField(max_length=10, default="")
        owner_number = CharField(max_length=20, default="")
        dopa_code = CharField(null=True, max_length=6)
        dla_code = CharField(unique=True, null=True, max_length=8)
        province = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        district = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        saraban_address = CharField(default="")
        saraban_confirmed_on = DateField(null=True)
        postal_address = CharField(default="")
        telephone = CharField(max_length=120, default="")
        valid_from = DateField(null=True)
        valid_to = DateField(null=True)
        merged_into = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        is_sample = BooleanField(default=False)
        joined_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit"
            indexes = ((("kind", "province"), False), (("dopa_code", "kind"), False))

    db.create_tables([Unit])

    class AuditEvent(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        seq = IntegerField()
        at = CharField(max_length=27)
        actor_name = CharField(max_length=160)
        act = CharField(max_length=40)
        subject = CharField(index=True, max_length=60)
        body = TextField()
        digest = CharField(max_length=64)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "audit_event"
            indexes = ((("unit", "seq"), True),)

    db.create_tables([AuditEvent])

    class AuditHead(Model):
        unit = ForeignKeyField(Unit, primary_key=True, on_delete="RESTRICT")
        seq = IntegerField()
        digest = CharField(max_length=64)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "audit_head"

    db.create_tables([AuditHead])

    class BookYear(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        register = CharField(max_length=20)
        be_year = IntegerField()
        first_number = IntegerField(default=1)
        last_number = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "book_year"
            indexes = ((("unit", "register", "be_year"), True),)

    db.create_tables([BookYear])

    class Letter(Model):
        uid = CharField(unique=True, max_length=36)
        kind = CharField(max_length=12)
        is_circular = BooleanField(default=False)
        letter_number = CharField(index=True, null=True, max_length=80)
        printed_number = CharField(null=True, max_length=80)
        printed_key = CharField(index=True, null=True, max_length=80)
        dated_on = DateField(null=True)
        be_year = IntegerField(null=True)
        issuer = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        issuer_text = CharField()
        subject = CharField(max_length=1000, default="")
        addressee_text = CharField(max_length=1000, default="")
        urgency = CharField(max_length=12, default="normal")
        deliver_by = CharField(null=True, max_length=27)
        secrecy = CharField(max_length=12, default="normal")
        body = TextField(default="")
        signatory_name = CharField(max_length=160, default="")
        signatory_position = CharField(max_length=500, default="")
        owner_section = CharField(default="")
        contact = CharField(max_length=500, default="")
        conveys = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        root = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        relay_phrase = CharField(max_length=500, default="")
        registered_by = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        is_issued_here = BooleanField(default=False)
        created_at = CharField(index=True, max_length=27)
        search_text = TextField(default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letter"

    db.create_tables([Letter])

    class Citation(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        place = CharField(max_length=10)
        cited_text = CharField(max_length=1000)
        cited_number = CharField(null=True, max_length=80)
        cited_key = CharField(index=True, null=True, max_length=80)
        cited_on = DateField(null=True)
        cited_urgency = CharField(null=True, max_length=12)
        cited_issuer_text = CharField(null=True)
        resolved = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
        confirmed_by = CharField(null=True, max_length=160)
        confirmed_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "citation"

    db.create_tables([Citation])

    class Delivery(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT", index=False)
        root = ForeignKeyField(Letter, on_delete="RESTRICT", index=False)
        from_unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        to_unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        province = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        channel = CharField(max_length=12, default="system")
        is_inner = BooleanField(default=False)
        status = SmallIntegerField(default=0)
        dispatched_at = CharField(max_length=27)
        delivered_at = CharField(null=True, max_length=27)
        opened_at = CharField(null=True, max_length=27)
        received_at = CharField(null=True, max_length=27)
        acknowledged_at = CharField(null=True, max_length=27)
        acknowledged_by = CharField(null=True, max_length=160)
        acknowledged_digest = CharField(null=True, max_length=64)
        passed_on_at = CharField(null=True, max_length=27)
        reported_at = CharField(null=True, max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "delivery"
            indexes = (
                (("letter", "to_unit"), True),
                (("root", "province", "status"), False),
                (("to_unit", "status"), False),
            )

    db.create_tables([Delivery])

    class Dispatch(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        phrase = CharField(max_length=1000)
        unit_count = IntegerField()
        dispatched_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "dispatch"

    db.create_tables([Dispatch])

    class Duty(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        point = CharField(max_length=10, default="")
        asks = CharField(max_length=1000)
        report_to = CharField(default="")
        due_on = DateField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "duty"

    db.create_tables([Duty])

    class InstallationFact(Model):
        name = CharField(primary_key=True, max_length=40)
        value = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "installation_fact"

    db.create_tables([InstallationFact])

    class StoredFile(Model):
        sha256 = CharField(primary_key=True, max_length=64)
        size = BigIntegerField()
        media_type = CharField(max_length=100)
        kept_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "stored_file"

    db.create_tables([StoredFile])

    class LetterFile(Model):
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
        role = CharField(max_length=10)
        name = CharField()
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        added_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "letter_file"

    db.create_tables([LetterFile])

    class Person(Model):
        uid = CharField(unique=True, max_length=36)
        sign_in = CharField(unique=True, max_length=60)
        name_th = CharField(max_length=160)
        password_hash = CharField()
        digits = CharField(max_length=6, default="thai")
        language = CharField(max_length=2, default="th")
        deactivated_at = CharField(null=True, max_length=27)
        failed_count = IntegerField(default=0)
        locked_until = CharField(null=True, max_length=27)
        session_mark = CharField(max_length=36)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "person"

    db.create_tables([Person])

    class Post(Model):
        person = ForeignKeyField(Person, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        role = CharField(max_length=14)
        title_th = CharField(max_length=160, default="")
        valid_from = DateField()
        valid_to = DateField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "post"

    db.create_tables([Post])

    class RegisterEntry(Model):
        uid = CharField(unique=True, max_length=36)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        register = CharField(max_length=20)
        be_year = IntegerField()
        number = IntegerField()
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        entered_on = DateField()
        handling = CharField(default="")
        remark = CharField(default="")
        entered_at = CharField(max_length=27)
        entered_by = CharField(max_length=160)
        voided_at = CharField(null=True, max_length=27)
        void_reason = CharField(null=True, max_length=500)
        voided_by = CharField(null=True, max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "register_entry"
            indexes = ((("unit", "register", "be_year", "number"), True),)

    db.create_tables([RegisterEntry])

    class Receipt(Model):
        entry = ForeignKeyField(RegisterEntry, unique=True, on_delete="RESTRICT")
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        received_on = DateField()
        received_time = CharField(null=True, max_length=5)
        printed_number = CharField(max_length=20)
        printed_date = CharField(max_length=40)
        channel = CharField(max_length=12)
        received_at = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "receipt"

    db.create_tables([Receipt])

    class Report(Model):
        uid = CharField(unique=True, max_length=36)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        delivery = ForeignKeyField(Delivery, null=True, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        answer = CharField(max_length=14)
        text = TextField(default="")
        submitted_at = CharField(max_length=27)
        submitted_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report"

    db.create_tables([Report])

    class ReportFile(Model):
        report = ForeignKeyField(Report, on_delete="RESTRICT")
        file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
        name = CharField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_file"

    db.create_tables([ReportFile])

    class UnitVersion(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        kind = CharField(max_length=20)
        name_th = CharField()
        short_name_th = CharField(max_length=120)
        parent = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        valid_from = DateField(null=True)
        valid_to = DateField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit_version"

    db.create_tables([UnitVersion])
