"""The dossier of a chain: what an auditor is handed, as one value that PDF, XLSX and JSON show.

Every cell is the stored value (days ISO, instants ISO in UTC, counts whole numbers, else words);
how it is written on paper is decided in `shown`. So the three forms cannot differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

from saraban.rules.days import OFFICIAL_ZONE
from saraban.thai.dates import format_short, format_time
from saraban.thai.digits import to_thai

# The bytes of a ledger code that stand on paper: sixteen signs, as under a day's closing.
CODE_LENGTH = 16
# Beyond this a reader is lost, and the machine is busy for minutes.
MOST_UNITS = 2_000


class Cell(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"


class Known(StrEnum):
    """How a fact is known, the strongest first."""

    RECORDED = "recorded"
    DECLARED = "declared"
    WEAKER = "weaker"
    READ = "read"
    INFERRED = "inferred"


THAI_KNOWN = {
    Known.RECORDED: "บันทึกในระบบ",
    Known.DECLARED: "หน่วยแจ้งเอง",
    Known.WEAKER: "ตอบรับโดยไม่มีบัญชี",
    Known.READ: "อ่านจากไฟล์ คนยืนยัน",
    Known.INFERRED: "อนุมาน",
}
KNOWN_MEANS = {
    Known.RECORDED: "หน่วยนั้นทำรายการในระบบนี้เอง มีบรรทัดในบัญชีเหตุการณ์ที่แก้ไม่ได้",
    Known.DECLARED: "ไม่มีการส่งถึงหน่วยนั้นในระบบ หน่วยนำหนังสือมาลงทะเบียนและแจ้งว่าได้รับ",
    Known.WEAKER: "ตอบรับผ่านลิงก์ใช้ครั้งเดียว ชื่อและตำแหน่งเป็นไปตามที่ผู้ตอบกรอก ไม่มีการเข้าระบบ",
    Known.READ: "เครื่องอ่านจากไฟล์หรือภาพ มีคนเทียบกับต้นฉบับแล้วยืนยัน",
    Known.INFERRED: "หน่วยนั้นไม่มีบันทึก แต่หน่วยใต้ลงไปได้รับหนังสือของหน่วยนั้น จึงรู้ว่าได้รับและส่งต่อแล้ว",
}


@dataclass(frozen=True)
class DossierColumn:
    """A column: its name for programs, its heading, its share of the width in percent."""

    name: str
    title: str
    share: int
    cell: Cell = Cell.TEXT


@dataclass(frozen=True)
class DossierTable:
    """One part of the dossier. note says below the table what it is and what is not in it."""

    name: str
    title: str
    columns: tuple[DossierColumn, ...]
    rows: tuple[Mapping[str, Any], ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DossierPaper:
    """A letter whose first page stands in the dossier; whose copy it is, and where from.

    sha256 is null where no file is kept, and then body is what was typed.
    """

    letter_uid: str
    number: str
    dated_on: date | None
    issuer: str
    subject: str
    holder: str
    sha256: str | None
    media_type: str = ""
    file_name: str = ""
    page_number: int = 1
    turned: int = 0
    entry_uid: str | None = None
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """The whole chain as one reader may see it, as it stood at made_at.

    told are the sentences of the cover. is_part: the reader sees only the line above and their
    own branch.
    """

    letter_uid: str
    number: str
    dated_on: date | None
    issuer: str
    subject: str
    question: str
    asked_by: str
    made_at: datetime
    told: tuple[str, ...]
    is_part: bool
    tables: tuple[DossierTable, ...]
    papers: tuple[DossierPaper, ...]

    @property
    def row_count(self) -> int:
        """How many lines the tables have together."""
        return sum(len(table.rows) for table in self.tables)


def shown(value: Any, cell: Cell) -> str:
    """A cell as it is printed, in Thai digits."""
    if value is None or value == "":
        return ""
    if cell is Cell.DAY:
        return format_short(date.fromisoformat(value))
    if cell is Cell.MOMENT:
        local = datetime.fromisoformat(value).astimezone(OFFICIAL_ZONE)
        return f"{format_short(local.date())} {format_time(local.time())}"
    if cell is Cell.COUNT:
        return to_thai(f"{value:,}").replace("-", "−")
    return str(value)


def as_json(dossier: Dossier) -> dict[str, Any]:
    """JSON-ready: the head, each table by its name as a list of its rows, and the papers."""
    return {
        "letter": {
            "uid": dossier.letter_uid,
            "number": dossier.number,
            "dated_on": iso(dossier.dated_on),
            "issuer": dossier.issuer,
            "subject": dossier.subject,
        },
        "question": dossier.question,
        "asked_by": dossier.asked_by,
        "made_at": dossier.made_at.isoformat(),
        "is_part": dossier.is_part,
        "told": list(dossier.told),
        **{table.name: [dict(row) for row in table.rows] for table in dossier.tables},
        "papers": [
            {
                "letter_uid": paper.letter_uid,
                "number": paper.number,
                "holder": paper.holder,
                "sha256": paper.sha256,
                "page_number": paper.page_number,
            }
            for paper in dossier.papers
        ],
    }


def iso(day: date | None) -> str | None:
    """A day as it stands in a cell."""
    return None if day is None else day.isoformat()


def chain_code(digest: str) -> str:
    """A ledger digest as it stands on paper: its first signs in groups of four."""
    short = digest[:CODE_LENGTH]
    return " ".join(short[place : place + 4] for place in range(0, CODE_LENGTH, 4))


def with_gaps(days: Sequence[date]) -> list[int]:
    """Days from each line to the one before it; 0 for the first."""
    return [0, *((later - earlier).days for earlier, later in pairwise(days))][: len(days)]
