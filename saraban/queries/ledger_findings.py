"""What may be found wrong with the ledger, as a code for machines and in words for people."""

from dataclasses import asdict, dataclass
from typing import Any

from saraban.queries.ledger_replay import Place

LONGEST_VALUE = 80

_WORDS = {
    "event_missing": "เหตุการณ์หายไป",
    "event_changed": "เหตุการณ์ถูกแก้ไข เนื้อหากับรหัสตรวจสอบไม่ตรงกัน",
    "event_out_of_order": "เหตุการณ์อยู่ผิดลำดับ",
    "event_unreadable": "อ่านเนื้อหาของเหตุการณ์ไม่ได้",
    "event_not_canonical": "เนื้อหาของเหตุการณ์ไม่อยู่ในรูปแบบที่ระบบเขียน",
    "event_column_differs": "คอลัมน์ของเหตุการณ์ไม่ตรงกับเนื้อหา",
    "head_differs": "ปลายสายไม่ตรงกับเหตุการณ์สุดท้าย",
    "head_without_chain": "มีปลายสายแต่ไม่มีเหตุการณ์",
    "chain_without_head": "มีเหตุการณ์แต่ไม่มีปลายสาย",
    "row_differs": "ข้อมูลไม่ตรงกับบัญชีเหตุการณ์",
    "row_untold": "มีแถวที่ไม่มีเหตุการณ์ใดบันทึกไว้",
    "row_missing": "แถวที่เหตุการณ์บันทึกไว้หายไป",
    "unknown_table": "เหตุการณ์กล่าวถึงตารางที่ไม่มี",
    "file_missing": "ไฟล์หายไปจากที่เก็บ",
    "file_changed": "ไฟล์ถูกแก้ไข",
}


@dataclass(frozen=True)
class Finding:
    """One thing that differs: which row of which table, which column, which event.

    unit_id and seq name the event: the one at fault, or the one that last told the column.
    told is what the ledger says (secrets by their digest), found what stands there.
    """

    code: str
    table: str
    key: int | str | None = None
    column: str | None = None
    unit_id: int | None = None
    seq: int | None = None
    told: Any = None
    found: Any = None

    @classmethod
    def at(
        cls, code: str, place: Place, table: str, key: int | str | None = None, **more: Any
    ) -> "Finding":
        """A finding about what the event at this place tells."""
        return cls(code, table, key, unit_id=place.unit_id, seq=place.seq, **more)

    @property
    def text_th(self) -> str:
        """One line: what is wrong, and exactly where."""
        words = [f"{_WORDS[self.code]}:", self.table]
        if self.key is not None:
            words.append(f"แถว {self.key}")
        if self.column is not None:
            words.append(f"คอลัมน์ {self.column}")
        if self.seq is not None:
            words.append(f"(หน่วย {self.unit_id} เหตุการณ์ที่ {self.seq})")
        if self.told != self.found:
            words.append(f"บัญชีว่า {_short(self.told)} แต่พบ {_short(self.found)}")
        return " ".join(words)

    def as_json(self) -> dict[str, Any]:
        """Everything, with the words, for other programs."""
        return asdict(self) | {"message": self.text_th}


def _short(value: Any) -> str:
    """A value on one line, quoted if it is text, its end cut off if it is long."""
    if value is None:
        return "(ว่าง)"
    if not isinstance(value, str):
        return str(value)
    line = " ".join(value.split())
    return f"“{line if len(line) <= LONGEST_VALUE else line[:LONGEST_VALUE] + '…'}”"
