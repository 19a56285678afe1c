"""Where something that a unit owes stands in its work list."""

from datetime import date, timedelta
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.expected_reports import ExpectedState

# A Friday's list tells of Monday: days ahead of today that are told day by day, today included.
NEAR_DAYS = 7


class Section(StrEnum):
    """The parts of a work list, in their order."""

    RETURNED = "returned"
    OVERDUE = "overdue"
    NEAR = "near"
    NO_DAY = "no_day"
    LATER = "later"
    IN_REVIEW = "in_review"


THAI_SECTION = {
    Section.RETURNED: N_("ส่งคืนให้แก้ไข"),
    Section.OVERDUE: N_("เลยกำหนดแล้ว"),
    Section.NEAR: N_("ครบกำหนดใน ๗ วันนี้"),
    Section.NO_DAY: N_("เหตุการณ์และเรื่องที่ไม่มีวันกำหนด"),
    Section.LATER: N_("ครบกำหนดหลังจากนั้น"),
    Section.IN_REVIEW: N_("ส่งแล้ว รอตรวจ"),
}


class WorkKind(StrEnum):
    """What a line of a work list is.

    A report that a duty expects; a letter to be passed on; a point of a letter of which nobody
    made a duty.
    """

    REPORT = "report"
    RELAY = "relay"
    POINT = "point"


THAI_WORK = {
    WorkKind.REPORT: N_("รายงาน"),
    WorkKind.RELAY: N_("แจ้งต่อ"),
    WorkKind.POINT: N_("ข้อของหนังสือ ยังไม่ตั้งเป็นภารกิจ"),
}


def section_of(due_on: date | None, *, today: date, state: ExpectedState | None) -> Section:
    """The part of the list for what is still owed, or was sent and waits for its review.

    state is null for what is no expected report.
    """
    if state is ExpectedState.RETURNED:
        return Section.RETURNED
    if state is ExpectedState.SUBMITTED:
        return Section.IN_REVIEW
    if due_on is None:
        return Section.NO_DAY
    if due_on < today:
        return Section.OVERDUE
    return Section.NEAR if due_on < today + timedelta(days=NEAR_DAYS) else Section.LATER
