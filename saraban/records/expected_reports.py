"""What each unit owes in each period, what it asked of it, and how its answers were taken."""

import peewee

from saraban.records.database import Table
from saraban.records.fields import InstantField, new_uid
from saraban.records.letters import Letter
from saraban.records.report_duties import ReportDuty, ReportPeriod
from saraban.records.report_forms import ReportFormVersion
from saraban.records.reports import Report
from saraban.records.units import Unit


class ExpectedReport(Table):
    """One unit's answer to one period, expected or given.

    due_on is the unit's own last day, from its period's or its receipt, with every extension;
    steps tells how it was found where that is not the period's own. state is a
    rules.expected_reports.ExpectedState, is_late whether the answer that counts came after that
    day. report is the latest version. duty, period, province, state, is_late and due_on are one
    covering index: a roll-up reads nothing else.
    """

    duty = peewee.ForeignKeyField(ReportDuty, backref="+", on_delete="RESTRICT", index=False)
    period = peewee.ForeignKeyField(ReportPeriod, backref="+", on_delete="RESTRICT", index=False)
    to_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    province = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    due_on = peewee.DateField(null=True)
    steps = peewee.TextField(default="")
    state = peewee.SmallIntegerField(default=0)
    is_late = peewee.BooleanField(default=False)
    answered_at = InstantField(null=True)
    report = peewee.ForeignKeyField(
        Report, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    duty_id: int
    period_id: int
    to_unit_id: int
    province_id: int | None
    report_id: int | None

    class Meta:
        indexes = (
            (("period", "to_unit"), True),
            (("duty", "period", "province", "state", "is_late", "due_on"), False),
            (("to_unit", "state", "due_on"), False),
        )


# What still waits, by who owes it and for which duty: of units that the letter never came to, a
# roll-up takes all of it from here. Only a fraction of the rows, for most are answered.
ExpectedReport.add_index(
    ExpectedReport.index(
        ExpectedReport.to_unit,
        ExpectedReport.duty,
        ExpectedReport.due_on,
        ExpectedReport.period,
        name="expected_report_waiting",
        where=peewee.SQL("(state = 0)"),
    )
)


class ReportAnswer(Table):
    """What a report says beyond its words, where it answers a duty. Written with it, never changed.

    version counts the unit's answers to one period from 1; field_values is JSON, field's key to
    value. passed_to and covered_by go with those answers. days_late counts calendar days after
    the unit's own day, 0 for one in time.
    """

    report = peewee.ForeignKeyField(Report, primary_key=True, backref="+", on_delete="RESTRICT")
    expected = peewee.ForeignKeyField(
        ExpectedReport, backref="answers", on_delete="RESTRICT", index=False
    )
    version = peewee.IntegerField()
    form_version = peewee.ForeignKeyField(
        ReportFormVersion, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    field_values = peewee.TextField(default="")
    days_late = peewee.IntegerField(default=0)
    passed_to = peewee.ForeignKeyField(
        Unit, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    covered_by = peewee.ForeignKeyField(
        Letter, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    report_id: int
    expected_id: int
    form_version_id: int | None
    passed_to_id: int | None
    covered_by_id: int | None

    class Meta:
        indexes = ((("expected", "version"), True),)


class DeclaredEntry(Table):
    """What an office says it entered in another system: a claim, kept with its picture.

    unit is the office that keyed it, which need not be the one that owes the answer; the picture
    is a file of the report.
    """

    report = peewee.ForeignKeyField(Report, unique=True, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    system = peewee.CharField(255)
    number = peewee.CharField(160)
    entered_on = peewee.DateField()
    entered_by = peewee.CharField(160)
    report_id: int
    unit_id: int


class ReportPart(Table):
    """A report that was taken into the summary of the level above."""

    report = peewee.ForeignKeyField(Report, backref="+", on_delete="RESTRICT", index=False)
    part = peewee.ForeignKeyField(Report, backref="+", on_delete="RESTRICT")
    report_id: int
    part_id: int

    class Meta:
        indexes = ((("report", "part"), True),)


class ReportSum(Table):
    """How the level below stood when its reports were summed up into one; never changed.

    expected_count leaves out who was waived or struck. taken_count is how many reports were taken
    in; the others are counts of rules.report_sums.Standing: a report may go up without them, and
    says so.
    """

    report = peewee.ForeignKeyField(Report, primary_key=True, backref="+", on_delete="RESTRICT")
    expected_count = peewee.IntegerField()
    taken_count = peewee.IntegerField()
    nil_count = peewee.IntegerField()
    other_count = peewee.IntegerField()
    returned_count = peewee.IntegerField()
    waiting_count = peewee.IntegerField()
    missing_count = peewee.IntegerField()
    not_reached_count = peewee.IntegerField()
    report_id: int


class ReportReview(Table):
    """The keeper's word on one version: returned with reasons, or accepted.

    field_words is JSON, field's key to reason.
    """

    report = peewee.ForeignKeyField(Report, backref="+", on_delete="RESTRICT")
    unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", index=False)
    verdict = peewee.CharField(8)
    words = peewee.CharField(1000, default="")
    field_words = peewee.TextField(default="")
    reviewed_at = InstantField()
    reviewed_by = peewee.CharField(160)
    report_id: int
    unit_id: int


class ExtensionAsk(Table):
    """A unit asks for a later day; the keeper grants that or another one, or refuses."""

    uid = peewee.CharField(36, unique=True, default=new_uid)
    duty = peewee.ForeignKeyField(ReportDuty, backref="+", on_delete="RESTRICT", index=False)
    expected = peewee.ForeignKeyField(ExpectedReport, backref="+", on_delete="RESTRICT")
    asked_for = peewee.DateField()
    reason = peewee.CharField(1000)
    asked_at = InstantField()
    asked_by = peewee.CharField(160)
    decided_at = InstantField(null=True)
    decided_by = peewee.CharField(160, null=True)
    granted_until = peewee.DateField(null=True)
    words = peewee.CharField(1000, default="")
    duty_id: int
    expected_id: int

    class Meta:
        indexes = ((("duty", "decided_at"), False),)


class DueChange(Table):
    """A due day that was moved, or an answer that is no longer asked for; append only.

    change is a rules.expected_reports.DueChangeKind; expected is null where the whole period
    moved.
    """

    period = peewee.ForeignKeyField(ReportPeriod, backref="+", on_delete="RESTRICT")
    expected = peewee.ForeignKeyField(ExpectedReport, null=True, backref="+", on_delete="RESTRICT")
    change = peewee.CharField(10)
    before_on = peewee.DateField(null=True)
    after_on = peewee.DateField(null=True)
    reason = peewee.CharField(500, default="")
    changed_at = InstantField()
    changed_by = peewee.CharField(160)
    period_id: int
    expected_id: int | None


class ReportDraft(Table):
    """What a unit is filling in, saved as it goes. Not in the ledger: nothing was said yet.

    seq counts the saves, so that of two who write at once the second is told. used_at is when it
    became a report.
    """

    expected = peewee.ForeignKeyField(
        ExpectedReport, unique=True, backref="+", on_delete="RESTRICT"
    )
    form_version = peewee.ForeignKeyField(
        ReportFormVersion, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    answer = peewee.CharField(14, default="")
    text = peewee.TextField(default="")
    field_values = peewee.TextField(default="")
    seq = peewee.IntegerField(default=1)
    saved_at = InstantField()
    saved_by = peewee.CharField(160)
    used_at = InstantField(null=True)
    expected_id: int
    form_version_id: int | None
