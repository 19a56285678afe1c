"""What units owe an office: forms, duties, periods, expected reports and what became of them.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    SmallIntegerField,
    TextField,
)

UNDELETABLE = (
    "report_form",
    "report_form_version",
    "report_duty",
    "duty_unit",
    "report_period",
    "expected_report",
    "report_answer",
    "declared_entry",
    "report_part",
    "report_review",
    "extension_ask",
    "due_change",
    "report_draft",
)
UNCHANGEABLE = (
    "report_form_version",
    "report_answer",
    "declared_entry",
    "report_part",
    "report_review",
    "due_change",
)


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

    class Duty(Model):
        class Meta:
            database = db
            table_name = "duty"

    class Report(Model):
        class Meta:
            database = db
            table_name = "report"

    class ReportForm(Model):
        uid = CharField(max_length=36, unique=True)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        name = CharField(max_length=255)
        draft = TextField(default="")
        seq = IntegerField(default=0)
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)
        closed_at = CharField(max_length=27, null=True)
        closed_by = CharField(max_length=160, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_form"

    class ReportFormVersion(Model):
        form = ForeignKeyField(ReportForm, on_delete="RESTRICT", index=False)
        version = IntegerField()
        definition = TextField()
        remark = CharField(max_length=500, default="")
        published_at = CharField(max_length=27)
        published_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_form_version"
            indexes = ((("form", "version"), True),)

    class ReportDuty(Model):
        uid = CharField(max_length=36, unique=True)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        point = ForeignKeyField(Duty, null=True, on_delete="RESTRICT")
        above = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        name = CharField(max_length=300)
        asks = CharField(max_length=1000, default="")
        report_kind = CharField(max_length=8, default="unit")
        report_to = CharField(max_length=255, default="")
        report_to_unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        when_text = TextField()
        roll = CharField(max_length=8, default="")
        is_until_office_hours = BooleanField(default=True)
        late_reason = CharField(max_length=500, default="")
        form_version = ForeignKeyField(
            ReportFormVersion, null=True, on_delete="RESTRICT", index=False
        )
        needs_review = BooleanField(default=False)
        closes_after = IntegerField(null=True)
        alarms = CharField(max_length=1000, default="")
        unit_count = IntegerField()
        began_on = DateField()
        made_at = CharField(max_length=27)
        made_by = CharField(max_length=160)
        ended_at = CharField(max_length=27, null=True)
        ended_by = CharField(max_length=160, null=True)
        ended_reason = CharField(max_length=500, default="")
        ended_letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT", index=False)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_duty"
            indexes = ((("unit", "ended_at"), False),)

    class DutyUnit(Model):
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT", index=False)
        to_unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        province = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        added_at = CharField(max_length=27)
        left_at = CharField(max_length=27, null=True)
        left_reason = CharField(max_length=500, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "duty_unit"
            indexes = ((("duty", "to_unit"), True),)

    class ReportPeriod(Model):
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT", index=False)
        number = IntegerField()
        covers_from = DateField(null=True)
        covers_until = DateField(null=True)
        label = CharField(max_length=255, default="")
        due_on = DateField(null=True)
        steps = TextField(default="")
        is_by_hand = BooleanField(default=False)
        event_unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        made_at = CharField(max_length=27)
        struck_at = CharField(max_length=27, null=True)
        struck_by = CharField(max_length=160, null=True)
        struck_reason = CharField(max_length=500, default="")
        closed_at = CharField(max_length=27, null=True)
        closed_by = CharField(max_length=160, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_period"
            indexes = ((("duty", "number"), True), (("due_on",), False))

    class ExpectedReport(Model):
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT", index=False)
        period = ForeignKeyField(ReportPeriod, on_delete="RESTRICT", index=False)
        to_unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        province = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        due_on = DateField(null=True)
        steps = TextField(default="")
        state = SmallIntegerField(default=0)
        is_late = BooleanField(default=False)
        answered_at = CharField(max_length=27, null=True)
        report = ForeignKeyField(Report, null=True, on_delete="RESTRICT", index=False)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "expected_report"
            indexes = (
                (("period", "to_unit"), True),
                (("duty", "period", "province", "state", "is_late", "due_on"), False),
                (("to_unit", "state", "due_on"), False),
            )

    class ReportAnswer(Model):
        report = ForeignKeyField(Report, primary_key=True, on_delete="RESTRICT")
        expected = ForeignKeyField(ExpectedReport, on_delete="RESTRICT", index=False)
        version = IntegerField()
        form_version = ForeignKeyField(
            ReportFormVersion, null=True, on_delete="RESTRICT", index=False
        )
        field_values = TextField(default="")
        days_late = IntegerField(default=0)
        passed_to = ForeignKeyField(Unit, null=True, on_delete="RESTRICT", index=False)
        covered_by = ForeignKeyField(Letter, null=True, on_delete="RESTRICT", index=False)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_answer"
            indexes = ((("expected", "version"), True),)

    class DeclaredEntry(Model):
        report = ForeignKeyField(Report, unique=True, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        system = CharField(max_length=255)
        number = CharField(max_length=160)
        entered_on = DateField()
        entered_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "declared_entry"

    class ReportPart(Model):
        report = ForeignKeyField(Report, on_delete="RESTRICT", index=False)
        part = ForeignKeyField(Report, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_part"
            indexes = ((("report", "part"), True),)

    class ReportReview(Model):
        report = ForeignKeyField(Report, on_delete="RESTRICT")
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        verdict = CharField(max_length=8)
        words = CharField(max_length=1000, default="")
        field_words = TextField(default="")
        reviewed_at = CharField(max_length=27)
        reviewed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_review"

    class ExtensionAsk(Model):
        uid = CharField(max_length=36, unique=True)
        duty = ForeignKeyField(ReportDuty, on_delete="RESTRICT", index=False)
        expected = ForeignKeyField(ExpectedReport, on_delete="RESTRICT")
        asked_for = DateField()
        reason = CharField(max_length=1000)
        asked_at = CharField(max_length=27)
        asked_by = CharField(max_length=160)
        decided_at = CharField(max_length=27, null=True)
        decided_by = CharField(max_length=160, null=True)
        granted_until = DateField(null=True)
        words = CharField(max_length=1000, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "extension_ask"
            indexes = ((("duty", "decided_at"), False),)

    class DueChange(Model):
        period = ForeignKeyField(ReportPeriod, on_delete="RESTRICT")
        expected = ForeignKeyField(ExpectedReport, null=True, on_delete="RESTRICT")
        change = CharField(max_length=10)
        before_on = DateField(null=True)
        after_on = DateField(null=True)
        reason = CharField(max_length=500, default="")
        changed_at = CharField(max_length=27)
        changed_by = CharField(max_length=160)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "due_change"

    class ReportDraft(Model):
        expected = ForeignKeyField(ExpectedReport, unique=True, on_delete="RESTRICT")
        form_version = ForeignKeyField(
            ReportFormVersion, null=True, on_delete="RESTRICT", index=False
        )
        answer = CharField(max_length=14, default="")
        text = TextField(default="")
        field_values = TextField(default="")
        seq = IntegerField(default=1)
        saved_at = CharField(max_length=27)
        saved_by = CharField(max_length=160)
        used_at = CharField(max_length=27, null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "report_draft"

    db.create_tables(
        [
            ReportForm,
            ReportFormVersion,
            ReportDuty,
            DutyUnit,
            ReportPeriod,
            ExpectedReport,
            ReportAnswer,
            DeclaredEntry,
            ReportPart,
            ReportReview,
            ExtensionAsk,
            DueChange,
            ReportDraft,
        ]
    )
    # A constant default: neither engine writes the rows anew.
    db.execute_sql("ALTER TABLE report_file ADD COLUMN field VARCHAR(40) NOT NULL DEFAULT ''")
    for table in UNDELETABLE:
        _refuse(db, table, "delete")
    for table in UNCHANGEABLE:
        _refuse(db, table, "update")


def _refuse(db: Database, table: str, act: str) -> None:
    if not isinstance(db, PostgresqlDatabase):
        words = "never deleted" if act == "delete" else "append only"
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}: {table}'); END"
        )
        return
    # saraban_refuse() stands since 0002.
    levels = {
        "delete": (("delete", "ROW"), ("truncate", "STATEMENT")),
        "update": (("update", "ROW"),),
    }
    for what, level in levels[act]:
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION saraban_refuse()"
        )
