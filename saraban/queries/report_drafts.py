"""What a unit has begun to fill in for a period of a duty, as it was saved last."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from saraban.errors import PeriodNotFound
from saraban.records import ExpectedReport, ReportDraft, ReportDuty, ReportPeriod
from saraban.rules.permissions import Act, Actor, require


@dataclass(frozen=True)
class SeenReportDraft:
    """A draft as it stands; seq 0 when nothing was ever saved.

    typed is what stood in the page's fields, by their names, each a list of texts: as typed, so
    that what could not be read yet is kept as well. used_at is when it was sent as an answer,
    after which it is empty. form_version_id is the version of the form that was filled in.
    """

    seq: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""
    answer: str = ""
    text: str = ""
    typed: dict[str, list[str]] = field(default_factory=dict)
    form_version_id: int | None = None
    used_at: datetime | None = None

    @property
    def is_begun(self) -> bool:
        """Whether there is something to go on with."""
        return self.seq > 0 and self.used_at is None


def report_draft(actor: Actor, duty_uid: str, number: int) -> SeenReportDraft:
    """The draft of the actor's unit. Raises Refused, and PeriodNotFound where it owes nothing."""
    require(actor, Act.REPORT)
    found = ReportDraft.get_or_none(ReportDraft.expected == owed_report_id(actor, duty_uid, number))
    return SeenReportDraft() if found is None else seen_draft(found)


def owed_report_id(actor: Actor, duty_uid: str, number: int) -> int:
    """The expected report of the actor's unit for that period. Raises PeriodNotFound."""
    found: Any = (
        ExpectedReport.select(ExpectedReport.id)
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join(ReportDuty, on=(ReportPeriod.duty == ReportDuty.id))
        .where(
            ReportDuty.uid == duty_uid,
            ReportPeriod.number == number,
            ExpectedReport.to_unit == actor.unit_id,
        )
        .tuples()
        .first()
    )
    if found is None:
        raise PeriodNotFound(uid=duty_uid, number=number)
    return int(found[0])


def seen_draft(row: Any) -> SeenReportDraft:
    """A row as it is seen."""
    return SeenReportDraft(
        seq=row.seq,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        answer=row.answer,
        text=row.text,
        typed=json.loads(row.field_values) if row.field_values else {},
        form_version_id=row.form_version_id,
        used_at=row.used_at,
    )
