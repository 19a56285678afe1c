"""What stood behind a report that sums up others: how many were lacking, which it took in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from saraban.records import Report, ReportPart, ReportSum


@dataclass(frozen=True)
class SumLine:
    """What stood behind a report that sums up others, as it was when it went up."""

    expected_count: int
    taken_count: int
    nil_count: int
    other_count: int
    returned_count: int
    waiting_count: int
    missing_count: int
    not_reached_count: int

    @property
    def lacking_count(self) -> int:
        """How many had not answered."""
        owed = self.returned_count + self.waiting_count
        return owed + self.missing_count + self.not_reached_count


def sums_of(report_ids: Sequence[int]) -> dict[int, SumLine]:
    """How the level below stood behind these reports, of those that sum up others."""
    rows: Any = ReportSum.select().where(ReportSum.report.in_(list(report_ids)))
    return {
        row.report_id: SumLine(
            row.expected_count,
            row.taken_count,
            row.nil_count,
            row.other_count,
            row.returned_count,
            row.waiting_count,
            row.missing_count,
            row.not_reached_count,
        )
        for row in rows
    }


def taken_into(report_uid: str) -> tuple[str, ...]:
    """The uids of the reports that were taken into this one, in the order they were."""
    whole, part = Report.alias(), Report.alias()
    rows: Any = (
        ReportPart.select(part.uid)
        .join(whole, on=(ReportPart.report == whole.id))
        .switch(ReportPart)
        .join(part, on=(ReportPart.part == part.id))
        .where(whole.uid == report_uid)
        .order_by(ReportPart.id)
        .tuples()
    )
    return tuple(uid for (uid,) in rows)
