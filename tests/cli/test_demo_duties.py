"""flask demo: the duties of the seed over eight weeks, as they should stand afterwards."""

from collections import Counter
from datetime import date

import pytest

from saraban.queries.ledger_check import check_ledger
from saraban.queries.work_rows import owed_reports
from saraban.records import (
    DeclaredEntry,
    EvidenceFact,
    ExpectedReport,
    ReportDuty,
    ReportPeriod,
    ReportSum,
    Unit,
)
from saraban.records.database import connected
from saraban.rules.expected_reports import OWED, ExpectedState
from tests.evidence import use_folders
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

WEEKLY = "รายงานผลกิจกรรมจิตอาสาประจำสัปดาห์"
MONTHLY = "รายงานผลกิจกรรมจิตอาสาประจำเดือน"
YEARS_LATER = date(2026, 11, 26)
CONTACTS = "แจ้งชื่อและหมายเลขโทรศัพท์ของผู้ประสานงาน"


def days_and_states(name: str) -> list[tuple[date, ExpectedState, bool]]:
    rows = (
        ExpectedReport.select()
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .where(ReportDuty.name == name)
        .order_by(ExpectedReport.due_on, ExpectedReport.id)
    )
    return [(row.due_on, ExpectedState(row.state), row.is_late) for row in rows]


def test_eight_weeks_of_duties_stand_as_they_were_answered(answer, tmp_path):
    use_folders(tmp_path)
    answer("demo", "load")

    with connected():
        # Wednesdays; that of 13 July is Asalha Bucha, so its day is the Tuesday before.
        weeks = days_and_states(WEEKLY)
        assert [(day.month, day.day) for day, _, _ in weeks] == [
            (6, 22), (6, 29), (7, 6), (7, 12), (7, 20), (7, 27), (8, 3), (8, 10),
        ]  # fmt: skip
        assert [(state.name, late) for _, state, late in weeks] == [
            ("ACCEPTED", False), ("SUBMITTED", True), ("NIL", False), ("ACCEPTED", False),
            ("SUBMITTED", False), ("WAITING", False), ("ACCEPTED", False), ("WAITING", False),
        ]  # fmt: skip
        assert [(day.month, day.day) for day, _, _ in days_and_states(MONTHLY)] == [(7, 6), (8, 3)]
        assert {row.unit_count for row in ReportDuty.select().where(ReportDuty.name == WEEKLY)} == {
            1
        }

        asked = Counter((state.name, late) for _, state, late in days_and_states(CONTACTS))
        assert sum(asked.values()) == 69
        assert asked == {
            ("WAITING", False): 42,
            ("ACCEPTED", False): 14,
            ("SUBMITTED", False): 1,  # with an extension
            ("SUBMITTED", True): 5,
            ("NIL", False): 5,
            ("NOT_CONCERNED", False): 2,
        }

        events = ReportPeriod.select().where(ReportPeriod.event_unit.is_null(False))
        assert events.count() == 5
        assert DeclaredEntry.select().count() == 3
        clip = EvidenceFact.get(EvidenceFact.kind == "clip")
        assert clip.milliseconds == 3000
        first, second = ReportSum.select().order_by(ReportSum.report)
        assert (first.expected_count, first.taken_count) == (10, 7)
        assert (second.expected_count, second.taken_count) == (11, 6)
        assert (first.missing_count, second.missing_count) == (3, 5)
        # Years later nobody is told to be late; what happened and was never reported stays open.
        owed = [
            (row.due_on, row.label)
            for unit in Unit.select()
            for row in owed_reports(unit.id, today=YEARS_LATER)[0]
            if row.state in OWED
        ]
        assert owed == [(None, "ซ้อมแผนรับน้ำป่า")]
        assert check_ledger().findings == ()
