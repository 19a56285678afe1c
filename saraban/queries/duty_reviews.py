"""Reports of one duty that wait for the keeper's word, every period together."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import DutyNotFound
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.report_forms import form_of
from saraban.records import ExpectedReport, Report, ReportAnswer, ReportFile, ReportPeriod, Unit
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor
from saraban.rules.report_forms import FormDefinition

MOST = 200


@dataclass(frozen=True)
class WaitingReport:
    """The newest version of one unit's report, as it is read before it is accepted."""

    number: int
    label: str
    covers_from: date | None
    covers_until: date | None
    unit_uid: str
    unit_name: str
    version: int
    days_late: int
    submitted_at: datetime
    submitted_by: str
    text: str
    form: FormDefinition | None
    values: dict[str, Any]
    file_count: int


@dataclass(frozen=True)
class WaitingReports:
    """The first MOST of them, by period and unit; count is how many there are."""

    duty: SeenDuty
    count: int
    lines: tuple[WaitingReport, ...]


def waiting_reports(actor: Actor, duty_uid: str) -> WaitingReports:
    """What waits to be reviewed. Raises DutyNotFound, also for who only owes the duty."""
    duty = duty_in_sight(actor, duty_uid)
    if duty.sees_own_alone:
        raise DutyNotFound(uid=duty_uid)
    rows: Any = (
        ExpectedReport.select(ExpectedReport, ReportPeriod, Unit, Report, ReportAnswer)
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ExpectedReport, Unit, on=(ExpectedReport.to_unit == Unit.id))
        .join_from(ExpectedReport, Report, on=(ExpectedReport.report == Report.id))
        .join(ReportAnswer, on=(ReportAnswer.report == Report.id), attr="told")
        .where(
            ExpectedReport.duty == duty.id,
            ExpectedReport.state == ExpectedState.SUBMITTED.value,
        )
    )
    count = rows.count()
    shown = list(rows.order_by(ReportPeriod.number, Unit.name_th).limit(MOST))
    files = _file_counts([row.report_id for row in shown])
    forms = {key: form_of(key) for key in {row.report.told.form_version_id for row in shown}}
    return WaitingReports(duty, count, tuple(_line(row, files, forms) for row in shown))


def _line(
    row: Any, files: dict[int, int], forms: dict[int | None, FormDefinition | None]
) -> WaitingReport:
    period, unit, report, told = row.period, row.to_unit, row.report, row.report.told
    return WaitingReport(
        number=period.number,
        label=period.label,
        covers_from=period.covers_from,
        covers_until=period.covers_until,
        unit_uid=unit.uid,
        unit_name=unit.name_th,
        version=told.version,
        days_late=told.days_late,
        submitted_at=report.submitted_at,
        submitted_by=report.submitted_by,
        text=report.text,
        form=forms[told.form_version_id],
        values=json.loads(told.field_values) if told.field_values else {},
        file_count=files.get(row.report_id, 0),
    )


def _file_counts(report_ids: list[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    rows: Any = ReportFile.select(ReportFile.report).where(ReportFile.report.in_(report_ids))
    for (report_id,) in rows.tuples():
        counts[report_id] = counts.get(report_id, 0) + 1
    return counts
