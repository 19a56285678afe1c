"""The recipients of a letter as a table for spreadsheets."""

from collections.abc import Iterable

from saraban import clock
from saraban.paper.csv_table import csv_table
from saraban.queries.delivery_list import RecipientLine
from saraban.rules.deliveries import THAI_STATE, THAI_WEAK_PROOF
from saraban.rules.delivery_ends import THAI_REASON, Reason
from saraban.rules.registers import THAI_CHANNEL
from saraban.thai.digits import to_thai

HEADS = (
    "หน่วย", "สถานะ", "ส่งเมื่อ", "ทาง", "ถึงเมื่อ", "เปิดอ่านเมื่อ", "ลงรับเมื่อ", "เลขรับของผู้รับ", "รับทราบเมื่อ",
    "รับทราบโดย", "รหัสเนื้อความ", "หลักฐาน", "เหตุที่ไม่รับ ส่งคืน หรือดึงกลับ",
)  # fmt: skip
_CHANNELS = {channel.value: word for channel, word in THAI_CHANNEL.items()}


def recipients_csv(lines: Iterable[RecipientLine]) -> bytes:
    """One line a recipient, with the receipt of each as far as there is one."""
    return csv_table(HEADS, [_row(line) for line in lines])


def _row(line: RecipientLine) -> list[str]:
    """One recipient, in Thai as the lists on paper are; instants in ISO for the spreadsheet."""
    moments = [
        "" if moment is None else moment.astimezone(clock.BANGKOK).isoformat(" ", "minutes")
        for moment in (
            line.dispatched_at,
            line.delivered_at,
            line.opened_at,
            line.received_at,
            line.acknowledged_at,
        )
    ]
    reason = ""
    if line.end is not None:
        key = THAI_REASON[Reason(line.end.reason)] if line.end.reason else ""
        reason = f"{key} {line.end.words}".strip()
    return [
        line.unit_name, THAI_STATE[line.state], moments[0],
        _CHANNELS.get(line.channel, line.channel),
        *moments[1:4], to_thai(line.number or ""), moments[4], line.acknowledged_by or "",
        line.digest or "", THAI_WEAK_PROOF if line.is_weak_proof else "", reason,
    ]  # fmt: skip
