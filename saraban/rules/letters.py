"""What a letter can be: its kind, how urgent and how secret it is."""

from enum import StrEnum


class LetterKind(StrEnum):
    """The six kinds of official letter with their forms; a circular is none of them.

    A circular is an external letter, a memo or a sealed letter that carries the mark ว.
    Source: Rule on Saraban Work B.E. 2526, clause 10 (circulars: clause 32).
    """

    EXTERNAL = "external"
    MEMO = "memo"
    SEALED = "sealed"
    ORDER = "order"
    RULE = "rule"
    BYLAW = "bylaw"
    NOTICE = "notice"
    STATEMENT = "statement"
    NEWS = "news"
    CERTIFICATE = "certificate"
    MINUTES = "minutes"
    NOTE = "note"
    OTHER = "other"


CIRCULAR_KINDS = frozenset({LetterKind.EXTERNAL, LetterKind.MEMO, LetterKind.SEALED})

THAI_KIND: dict[str, str] = {
    LetterKind.EXTERNAL: "หนังสือภายนอก",
    LetterKind.MEMO: "หนังสือภายใน",
    LetterKind.SEALED: "หนังสือประทับตรา",
    LetterKind.ORDER: "คำสั่ง",
    LetterKind.RULE: "ระเบียบ",
    LetterKind.BYLAW: "ข้อบังคับ",
    LetterKind.NOTICE: "ประกาศ",
    LetterKind.STATEMENT: "แถลงการณ์",
    LetterKind.NEWS: "ข่าว",
    LetterKind.CERTIFICATE: "หนังสือรับรอง",
    LetterKind.MINUTES: "รายงานการประชุม",
    LetterKind.NOTE: "บันทึก",
    LetterKind.OTHER: "หนังสืออื่น",
}


class Urgency(StrEnum):
    """How fast the officer must act: as fast as possible, quickly, or at once on receipt.

    No number of hours belongs to any class, and none of them implies a date to report by.
    The fourth form of the clause, ด่วนภายใน with a day and time, is a delivery deadline and
    not a class.
    Source: Rule on Saraban Work B.E. 2526, clause 28.
    """

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    MOST_URGENT = "most_urgent"

    @property
    def rank(self) -> int:
        """0 for a normal letter up to 3 for the most urgent."""
        return tuple(Urgency).index(self)


THAI_URGENCY: dict[str, str] = {
    Urgency.NORMAL: "ปกติ",
    Urgency.URGENT: "ด่วน",
    Urgency.VERY_URGENT: "ด่วนมาก",
    Urgency.MOST_URGENT: "ด่วนที่สุด",
}


class Secrecy(StrEnum):
    """How secret a letter is, by the harm its disclosure would do; not related to urgency.

    Source: Rule on Maintaining Official Secrets B.E. 2544 for the three classes; Rule on
    Saraban Work B.E. 2526 as amended in 2564, clauses 35 and 41, for what may pass through
    an electronic system. Source of those two clauses: unconfirmed.
    """

    NORMAL = "normal"
    SECRET = "secret"  # noqa: S105 - a class of letters, not a password
    VERY_SECRET = "very_secret"  # noqa: S105 - the same
    TOP_SECRET = "top_secret"  # noqa: S105 - the same


THAI_SECRECY: dict[str, str] = {
    Secrecy.NORMAL: "ปกติ",
    Secrecy.SECRET: "ลับ",
    Secrecy.VERY_SECRET: "ลับมาก",
    Secrecy.TOP_SECRET: "ลับที่สุด",
}
