"""How long a unit keeps its copy of a letter on paper once it is done with.

Source: Rule of 2526, clause 57. An electronic letter has no retention period: for it the class
says what may happen to the paper, and nothing is deleted by it.
"""

from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.thai.dates import be_year
from saraban.thai.digits import to_thai


class Retention(StrEnum):
    """The classes of the clause."""

    GENERAL = "gen10"
    COPY = "copy5"
    ROUTINE = "routine1"
    FINANCE = "fin10"
    FINANCE_CHECKED = "fin5"
    BY_LAW = "by_law"
    SECRET = "secret_law"  # noqa: S105 - no password
    PERMANENT = "permanent"


THAI_RETENTION = {
    Retention.GENERAL: N_("ทั่วไป (ไม่น้อยกว่า ๑๐ ปี)"),
    Retention.COPY: N_("คู่สำเนาที่มีต้นเรื่องค้นได้ที่อื่น (ไม่น้อยกว่า ๕ ปี)"),
    Retention.ROUTINE: N_("เรื่องธรรมดาที่เกิดเป็นประจำ (ไม่น้อยกว่า ๑ ปี)"),
    Retention.FINANCE: N_("การเงิน ไม่ใช่หลักฐานแห่งสิทธิ (ไม่น้อยกว่า ๑๐ ปี)"),
    Retention.FINANCE_CHECKED: N_("การเงินที่ สตง. ตรวจแล้ว (ไม่น้อยกว่า ๕ ปี)"),
    Retention.BY_LAW: N_("หลักฐานทางคดีหรือกฎหมายกำหนดไว้ (ตามกฎหมายนั้น)"),
    Retention.SECRET: N_("หนังสือลับ (ตามระเบียบความลับ)"),
    Retention.PERMANENT: N_("มีคุณค่าทางประวัติศาสตร์ (ตลอดไป)"),
}
# The least number of years; classes without one are kept as their own law says, or for ever.
LEAST_YEARS = {
    Retention.GENERAL: 10,
    Retention.COPY: 5,
    Retention.ROUTINE: 1,
    Retention.FINANCE: 10,
    Retention.FINANCE_CHECKED: 5,
}
MOST_YEARS = 100


def keep_until(retention: Retention, finished_on: date, years: int | None = None) -> int | None:
    """The BE year at whose end the time is over; None for what has no such year.

    years is what was chosen, else the least; it runs from the end of action.
    """
    least = LEAST_YEARS.get(retention)
    return None if least is None else be_year(finished_on) + (years or least)


def printed_period(retention: Retention, finished_on: date, until: int | None) -> str:
    """What stands under อายุการเก็บ: "๑๐ ปี (พ.ศ. ๒๕๗๕)", ตลอดไป, or the law that says it."""
    if until is not None:
        years = to_thai(str(until - be_year(finished_on)))
        return f"{years} ปี (ถึง พ.ศ. {to_thai(str(until))})"
    words = {Retention.PERMANENT: "ตลอดไป", Retention.SECRET: "ตามระเบียบความลับ"}
    return words.get(retention, "ตามกฎหมายเฉพาะ")
