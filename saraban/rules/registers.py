"""The books of a registry, and the year a number belongs to."""

from datetime import date
from enum import StrEnum

from saraban.thai.dates import be_year


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


def register_for(*, is_circular: bool) -> RegisterName:
    """The book that numbers a letter we send: circulars have a sequence of their own.

    Source: Rule of 2526, clause 32 (the separate sequence; sharing one is also lawful).
    """
    return RegisterName.CIRCULAR if is_circular else RegisterName.SEND


def book_year_of(day: date) -> int:
    """The BE year of the book: receipts by the day received, letters by the letter's date.

    Source: Rule of 2526, clauses 37 and 43: numbers run through the calendar year.
    """
    return be_year(day)
