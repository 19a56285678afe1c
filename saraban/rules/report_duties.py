"""A duty to answer: for whom the answers are meant."""

from enum import StrEnum


class ReportTo(StrEnum):
    """What the answers are meant for: the report's way is not the letter's way.

    A unit of the tree, an office outside it, or another system into which somebody keys them.
    """

    UNIT = "unit"
    OFFICE = "office"
    SYSTEM = "system"


THAI_REPORT_TO = {
    ReportTo.UNIT: "หน่วยงาน",
    ReportTo.OFFICE: "สำนักงานหรือศูนย์นอกระบบ",
    ReportTo.SYSTEM: "ระบบอื่น",
}
