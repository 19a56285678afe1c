"""The books of a registry, the year a number belongs to, and what may become of a number."""

from datetime import date, timedelta
from enum import StrEnum

from saraban.thai.dates import be_year, first_day_of_be_year


class RegisterName(StrEnum):
    """The three books every registry keeps."""

    RECEIVE = "receive"
    SEND = "send"
    CIRCULAR = "circular"


THAI_REGISTER = {
    RegisterName.RECEIVE: "ทะเบียนหนังสือรับ",
    RegisterName.SEND: "ทะเบียนหนังสือส่ง",
    RegisterName.CIRCULAR: "ทะเบียนหนังสือเวียน",
}


class Numbers(StrEnum):
    """What the numbers of a book are given to."""

    RECEIPTS = "receipts"
    LETTERS = "letters"


THAI_NUMBERS = {Numbers.RECEIPTS: "หนังสือที่รับเข้า", Numbers.LETTERS: "หนังสือที่ส่งออก"}

# The code of a free book begins with the standard book it stands beside, so that a line says by
# itself whether it is a receipt: queries need no second table for it.
_BESIDE = {Numbers.RECEIPTS: RegisterName.RECEIVE, Numbers.LETTERS: RegisterName.SEND}


def free_code(numbers: Numbers, place: int) -> str:
    """The code of a registry's free book: "receive-2", "send-3"; place counts from 2."""
    return f"{_BESIDE[numbers]}-{place}"


def is_receipt_book(register: str) -> bool:
    """Whether the book numbers what is received."""
    return register.partition("-")[0] == RegisterName.RECEIVE


def numbers_of(register: str) -> Numbers:
    """What the book of this code numbers."""
    return Numbers.RECEIPTS if is_receipt_book(register) else Numbers.LETTERS


class CircularSeries(StrEnum):
    """Whether circulars have a sequence of their own, or take theirs from the send book.

    Shared, `1658` and `ว 1658` cannot both exist. Source: Rule of 2526, clause 32.
    """

    OWN = "own"
    SHARED = "shared"


THAI_CIRCULAR_SERIES = {
    CircularSeries.OWN: "ลำดับเลข ว แยกต่างหาก",
    CircularSeries.SHARED: "ใช้ลำดับเดียวกับทะเบียนหนังสือส่ง",
}


class NumberState(StrEnum):
    """What became of a number of a book; MISSING is a number without any line."""

    ISSUED = "issued"
    RESERVED = "reserved"
    EXPIRED = "expired"
    VOID = "void"
    PAPER = "paper"
    MISSING = "missing"


THAI_NUMBER_STATE = {
    NumberState.ISSUED: "ออกแล้ว",
    NumberState.RESERVED: "จองไว้",
    NumberState.EXPIRED: "จองไว้ เลยกำหนดแล้ว",
    NumberState.VOID: "ยกเลิก",
    NumberState.PAPER: "ออกบนกระดาษ",
    NumberState.MISSING: "ยังไม่มีคำอธิบาย",
}


def state_of_number(
    *, has_letter: bool, is_void: bool, is_from_paper: bool, expires_on: date | None, today: date
) -> NumberState:
    """The state of a number that has a line. Void is said before anything else."""
    if is_void:
        return NumberState.VOID
    if has_letter:
        return NumberState.PAPER if is_from_paper else NumberState.ISSUED
    is_over = expires_on is not None and expires_on < today
    return NumberState.EXPIRED if is_over else NumberState.RESERVED


class Channel(StrEnum):
    """How a letter came to a desk."""

    SYSTEM = "system"
    PAPER = "paper"
    EMAIL = "email"
    LINE = "line"
    FAX = "fax"
    HAND = "hand"


THAI_CHANNEL = {
    Channel.SYSTEM: "ระบบ",
    Channel.PAPER: "ไปรษณีย์ (กระดาษ)",
    Channel.EMAIL: "ไปรษณีย์อิเล็กทรอนิกส์",
    Channel.LINE: "ไลน์",
    Channel.FAX: "โทรสาร",
    Channel.HAND: "นำส่งด้วยมือ",
}


def register_for(*, is_circular: bool, series: CircularSeries = CircularSeries.OWN) -> RegisterName:
    """The book that numbers a letter we send, when nobody chose a free one.

    Source: Rule of 2526, clause 32 (a separate sequence; sharing one is also lawful).
    """
    is_own = is_circular and series == CircularSeries.OWN
    return RegisterName.CIRCULAR if is_own else RegisterName.SEND


def book_year_of(day: date) -> int:
    """The BE year of the book: receipts by the day received, letters by the letter's date.

    Source: Rule of 2526, clauses 37 and 43: numbers run through the calendar year.
    """
    return be_year(day)


# No rule says when the books of a year are closed: a registry may choose other days.
OLD_YEAR_OPEN_DAYS = 31
MOST_OLD_YEAR_OPEN_DAYS = 365


def last_open_day(year: int, old_year_open_days: int) -> date:
    """The last day on which a book of this BE year gives numbers. Source: unconfirmed."""
    return first_day_of_be_year(year + 1) + timedelta(days=old_year_open_days - 1)


def is_open_year(year: int, today: date, old_year_open_days: int) -> bool:
    """Whether books of this BE year still give numbers: this year's, and last year's for a time.

    A year to come is not open yet.
    """
    return year <= be_year(today) and today <= last_open_day(year, old_year_open_days)
